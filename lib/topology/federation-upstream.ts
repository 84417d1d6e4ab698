import { Construct } from 'constructs';
import { RabbitMQEgressOptions, RabbitMQFederationUpstreamProps } from './federation-props';
import { addParameter } from './parameter';
import { enablePlugins } from './plugins';
import { whole } from './numbers';
import { fromSecret } from './secret-value';
import { IRabbitMQCluster } from '../cluster/interface/cluster-interface';
import { wholeSeconds } from '../kubernetes/seconds';

/**
 * The upstream of a federation: another cluster that messages come from. A policy with `federationUpstream` selects the
 * exchanges and queues that use it. The plugin `rabbitmq_federation` is enabled.
 *
 * @throws if the name is empty or too long, or a number is out of range
 */
export class RabbitMQFederationUpstream extends Construct {
  /** The name, for a policy's `federationUpstream`. */
  public readonly name: string;

  public constructor(scope: Construct, id: string, props: RabbitMQFederationUpstreamProps) {
    super(scope, id);
    const { virtualHost, name, uri, egress, exchange, queue, prefetchCount, reconnectDelay, ackMode, maxHops, expires, removalPolicy } = props;
    this.name = name;
    enablePlugins(virtualHost.cluster, 'rabbitmq_federation', 'rabbitmq_federation_management');
    allowEgress(virtualHost.cluster, egress);
    addParameter(virtualHost, 'federation-upstream', name, {
      uri: fromSecret(virtualHost, uri),
      ...(exchange !== undefined && { exchange }),
      ...(queue !== undefined && { queue }),
      ...(prefetchCount !== undefined && { 'prefetch-count': whole('prefetchCount', prefetchCount, 1) ?? 1 }),
      ...(reconnectDelay && { 'reconnect-delay': wholeSeconds('reconnectDelay', reconnectDelay) }),
      ...(ackMode && { 'ack-mode': ackMode }),
      ...(maxHops !== undefined && { 'max-hops': whole('maxHops', maxHops, 1) ?? 1 }),
      ...(expires && { expires: expires.toMilliseconds() }),
    }, removalPolicy);
  }
}

/** Opens the brokers' NetworkPolicy towards a peer. */
export function allowEgress({ connections }: IRabbitMQCluster, egress: RabbitMQEgressOptions | undefined): void {
  if (egress) {
    connections.allowTo(egress.peer, ...(egress.ports ?? [5672, 5671]));
  }
}
