import type { Chart } from 'cdk8s';
import { type RabbitMQCluster, type RabbitMQGatewayOptions, RabbitMQIngress } from 'cdk8s-rabbitmq';
import { plus } from '../core/cdk8s';
import { given, peerOf, texts } from './kubernetes';
import type { Values } from './values';

/**
 * Exposes the management UI and client ports through a Gateway.
 *
 * @throws if values of the Gateway don't go together
 */
export function addGateway(chart: Chart, cluster: RabbitMQCluster, { gateway, ingress }: Values): void {
  const { management, routes, allowFrom } = gateway;
  if (!management.enabled && routes.length === 0) {
    return;
  }
  requireGateway(gateway, ingress);
  new RabbitMQIngress(chart, 'Gateway', {
    cluster,
    management: management.enabled
      ? {
          host: management.host,
          gateway: gatewayOf(gateway, management.sectionName),
          annotations: texts(management.annotations),
          backendAuthority: management.backendAuthority === '' ? undefined : plus.ConfigMap.fromConfigMapName(chart, 'BackendAuthority', management.backendAuthority),
        }
      : undefined,
    routes: routes.map(({ port, hosts, sectionName, allowPlain }) => ({
      port,
      hosts,
      allowPlain,
      gateway: gatewayOf(gateway, sectionName),
    })),
    acknowledgedWarnings: allowFrom.length > 0 ? ['outside-not-let-in'] : [],
  });
  if (cluster.networkPolicy) {
    allowFrom.map(peerOf).forEach((peer) => { letIn(cluster, peer, gateway); });
  }
}

function letIn({ connections }: RabbitMQCluster, gateway: ReturnType<typeof peerOf>, { management, routes }: Values['gateway']): void {
  if (management.enabled) {
    connections.allowManagementFrom(gateway);
  }
  if (routes.length > 0) {
    connections.allowClientsFrom(gateway);
  }
}

function requireGateway({ name, management, routes }: Values['gateway'], ingress: Values['ingress']): void {
  if (name === '') {
    throw new Error('gateway.name is "": it must be the name of a Gateway. Set it, or remove gateway.management and gateway.routes');
  }
  if (management.enabled && ingress.enabled) {
    throw new Error('gateway.management.enabled and ingress.enabled are both true: the management UI is exposed once. Set one of them to false');
  }
  const twice = routes.find(({ port }, i) => routes.slice(0, i).some(other => other.port === port));
  if (twice !== undefined) {
    throw new Error(`gateway.routes has "${twice.port}" twice. Add all hosts to one of them`);
  }
}

function gatewayOf({ name, namespace }: Values['gateway'], sectionName = ''): RabbitMQGatewayOptions {
  return { name, namespace: given(namespace), sectionName: given(sectionName) };
}
