import { Construct } from 'constructs';
import { RabbitMQEgressOptions, RabbitMQFederationUpstreamProps } from './federation-props';
import { addParameter } from './parameter';
import { enablePlugins } from './plugins';
import { whole } from './numbers';
import { fromSecret } from './secret-value';
import { IRabbitMQCluster } from '../cluster/interface/cluster-interface';
import { wholeSeconds } from '../kubernetes/seconds';
import { withPath } from '../validation/errors';
import { validateProps } from '../validation/props';

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
    const { virtualHost, name, uri, egress, exchange, queue, ackMode, expires, removalPolicy } = props;
    this.name = name;
    const { prefetchCount, reconnectDelay, maxHops } = validateProps(this, 'RabbitMQFederationUpstreamProps', props, {
      prefetchCount: () => whole('prefetchCount', props.prefetchCount, 1),
      reconnectDelay: () => props.reconnectDelay && wholeSeconds('reconnectDelay', props.reconnectDelay),
      maxHops: () => whole('maxHops', props.maxHops, 1),
    });
    enablePlugins(virtualHost.cluster, 'rabbitmq_federation', 'rabbitmq_federation_management');
    withPath(this.node.path, () => {
      allowEgress(virtualHost.cluster, egress);
      addParameter(virtualHost, 'federation-upstream', name, {
        uri: fromSecret(virtualHost, uri),
        ...(exchange !== undefined && { exchange }),
        ...(queue !== undefined && { queue }),
        ...(prefetchCount !== undefined && { 'prefetch-count': prefetchCount }),
        ...(reconnectDelay !== undefined && { 'reconnect-delay': reconnectDelay }),
        ...(ackMode && { 'ack-mode': ackMode }),
        ...(maxHops !== undefined && { 'max-hops': maxHops }),
        ...(expires && { expires: expires.toMilliseconds() }),
      }, removalPolicy);
    });
  }
}

/** Opens the brokers' NetworkPolicy towards a peer. */
export function allowEgress({ connections }: IRabbitMQCluster, egress: RabbitMQEgressOptions | undefined): void {
  if (egress) {
    connections.allowTo(egress.peer, ...(egress.ports ?? [5672, 5671]));
  }
}
