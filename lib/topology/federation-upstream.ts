import { Construct } from 'constructs';
import { withAdditional } from './argument';
import { RabbitMQEgressOptions, RabbitMQFederationUpstreamProps, RabbitMQFederationUpstreamSetOptions } from './federation-props';
import { IRabbitMQVirtualHost, requireSameVirtualHost } from './virtual-host-interface';
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
  /** The virtual host. */
  public readonly virtualHost: IRabbitMQVirtualHost;
  /** The name, for a policy's `federationUpstream`. */
  public readonly name: string;

  public constructor(scope: Construct, id: string, props: RabbitMQFederationUpstreamProps) {
    super(scope, id);
    const { virtualHost, name, uri, egress, exchange, queue, ackMode, expires, removalPolicy } = props;
    this.virtualHost = virtualHost;
    this.name = name;
    const { prefetchCount, reconnectDelay, maxHops } = validateProps(this, 'RabbitMQFederationUpstreamProps', props, {
      prefetchCount: () => whole('prefetchCount', props.prefetchCount, 1),
      reconnectDelay: () => props.reconnectDelay && wholeSeconds('reconnectDelay', props.reconnectDelay),
      maxHops: () => whole('maxHops', props.maxHops, 1),
    });
    enablePlugins(virtualHost.cluster, 'rabbitmq_federation', 'rabbitmq_federation_management');
    withPath(this.node.path, () => {
      allowEgress(virtualHost.cluster, egress);
      addParameter(virtualHost, 'federation-upstream', name, withAdditional(`federation upstream "${name}"`, {
        uri: fromSecret(virtualHost, uri),
        ...(exchange !== undefined && { exchange }),
        ...(queue !== undefined && { queue }),
        ...(prefetchCount !== undefined && { 'prefetch-count': prefetchCount }),
        ...(reconnectDelay !== undefined && { 'reconnect-delay': reconnectDelay }),
        ...(ackMode && { 'ack-mode': ackMode }),
        ...(maxHops !== undefined && { 'max-hops': maxHops }),
        ...(expires && { expires: expires.toMilliseconds() }),
      }, props.additional), removalPolicy);
    });
  }
}

/** Declares a set of upstreams. */
export function addFederationUpstreamSet(
  virtualHost: IRabbitMQVirtualHost,
  name: string,
  upstreams: readonly RabbitMQFederationUpstream[],
  { removalPolicy }: RabbitMQFederationUpstreamSetOptions,
): void {
  if (name === 'all') {
    throw new Error('name of the federation upstream set is "all": RabbitMQ has this set of all upstreams already. Leave the declaration out.');
  }
  if (upstreams.length === 0) {
    throw new Error(`federation upstream set "${name}" has no upstreams: pass at least one.`);
  }
  upstreams.forEach((upstream) => { requireSameVirtualHost('upstream', virtualHost, upstream.virtualHost); });
  addParameter(virtualHost, 'federation-upstream-set', name, upstreams.map(upstream => ({ upstream: upstream.name })), removalPolicy);
}

/** Opens the brokers' NetworkPolicy towards a peer. */
export function allowEgress({ connections }: IRabbitMQCluster, egress: RabbitMQEgressOptions | undefined): void {
  if (egress) {
    connections.allowTo(egress.peer, ...(egress.ports ?? [5672, 5671]));
  }
}
