import { IRabbitMQVirtualHost } from './virtual-host-interface';
import { Json } from './model';
import { requireName } from './names';
import { lifecycle, RabbitMQRemovalPolicy } from './removal-policy';
import { declarationsOf } from './topology';

/** Declares a runtime parameter. */
export function addParameter(
  { cluster, name: vhost, node: { path } }: IRabbitMQVirtualHost,
  component: string,
  name: string,
  value: Json,
  removalPolicy?: RabbitMQRemovalPolicy,
): void {
  requireName(component, name, { reserved: false });
  declarationsOf(cluster).add({
    objects: () => [{ kind: 'parameter', vhost, component, name, ...lifecycle(removalPolicy), body: { value } }],
    model: () => ({ parameters: [{ vhost, component, name, value, path }] }),
  });
}
