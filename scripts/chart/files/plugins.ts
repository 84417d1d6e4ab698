import { BACKEND_PLUGINS } from '../../../lib/cluster/rules/authentication';
import { SHIPPED } from '../../../lib/rabbitmq/shipped-plugins';

/** The plugins that RabbitMQ ships, with the first release of those that not every release has. */
export function plugins(): Record<string, { since?: string }> {
  return Object.fromEntries(SHIPPED.map(({ name, since }) => [name, since === undefined ? {} : { since }]));
}

/** The plugin that an authentication backend needs, by the backend's name in rabbitmq.conf. */
export function backendPlugins(): Record<string, string> {
  return Object.fromEntries(Object.entries(BACKEND_PLUGINS)
    .flatMap(([name, plugin]) => (plugin === undefined ? [] : [[name, plugin]])));
}
