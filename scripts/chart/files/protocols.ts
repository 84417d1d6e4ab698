import { PROTOCOLS } from '../../../lib/rabbitmq/protocols';
import { enabledPlugins, SHIPPED } from '../../../lib/rabbitmq/shipped-plugins';
import { ESSENTIAL_PLUGINS } from '../../../lib/cluster/defaults';

/** The plugins of which each switches the given one on; none if every cluster has it. */
function bringing(plugin: string | undefined): string[] | undefined {
  if (plugin === undefined || enabledPlugins({ plugins: ESSENTIAL_PLUGINS }).has(plugin)) {
    return undefined;
  }
  return SHIPPED.map(({ name }) => name).filter(name => enabledPlugins({ plugins: [name] }).has(plugin));
}

/** The protocols of brokers, their ports and the plugins that open them. */
export function protocols(): object[] {
  return PROTOCOLS.map(({ name, tlsName, plugin, prefix, style, port, tlsPort, appProtocol, tlsAppProtocol }) => ({
    name,
    port,
    appProtocol,
    tls: { name: tlsName, port: tlsPort, appProtocol: tlsAppProtocol },
    prefix,
    style,
    ...bringing(plugin) && { plugins: bringing(plugin) },
  }));
}
