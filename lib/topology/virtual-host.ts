import { Construct } from 'constructs';
import { argumentValue, RabbitMQArgument } from './argument';
import { RabbitMQExchange } from './exchange';
import { RabbitMQExchangeOptions } from './exchange-props';
import { RabbitMQFederationUpstreamOptions, RabbitMQFederationUpstreamSetOptions } from './federation-props';
import { addFederationUpstreamSet, RabbitMQFederationUpstream } from './federation-upstream';
import { importedProps, isImported } from './imported';
import { IRabbitMQVirtualHost } from './virtual-host-interface';
import { freeId, idPart, requireName } from './names';
import { whole } from './numbers';
import { addParameter } from './parameter';
import { addPolicy } from './policy';
import { RabbitMQOperatorPolicyOptions, RabbitMQPolicyOptions } from './policy-props';
import { RabbitMQQueue } from './queue';
import { RabbitMQQueueOptions } from './queue-props';
import { lifecycle, RabbitMQRemovalPolicy } from './removal-policy';
import { addShovel, RabbitMQShovelOptions } from './shovel';
import { RabbitMQSuperStream, RabbitMQSuperStreamOptions } from './super-stream';
import { declarationsOf } from './topology';
import { addPermission, RabbitMQUser } from './users/user';
import { RabbitMQGrantOptions, RabbitMQVirtualHostProps } from './virtual-host-props';
import { IRabbitMQCluster } from '../cluster/interface/cluster-interface';
import { withPath } from '../validation/errors';
import { validateProps } from '../validation/props';

/**
 * A virtual host: a namespace of exchanges, queues and permissions, such as a tenant's.
 *
 * @throws if the name is empty or too long, or a limit is not a whole number
 */
export class RabbitMQVirtualHost extends Construct implements IRabbitMQVirtualHost {
  /**
   * A virtual host that somebody else declares, such as the `/` that RabbitMQ creates.
   *
   * @param scope the scope
   * @param id the id
   * @param cluster the cluster
   * @param name the name
   */
  public static fromVirtualHostName(
    scope: Construct,
    id: string,
    cluster: IRabbitMQCluster,
    name: string,
  ): RabbitMQVirtualHost {
    return new RabbitMQVirtualHost(scope, id, importedProps({ cluster, name }));
  }

  /** The cluster. */
  public readonly cluster: IRabbitMQCluster;
  /** The name. */
  public readonly name: string;

  public constructor(scope: Construct, id: string, props: RabbitMQVirtualHostProps) {
    super(scope, id);
    this.cluster = props.cluster;
    this.name = props.name;
    validateProps(this, 'RabbitMQVirtualHostProps', props, {
      name: () => { requireName('virtual host', props.name, { reserved: false }); },
      declare: () => {
        if (isImported(props)) {
          declarationsOf(this.cluster).add({ model: () => ({ importedVirtualHosts: [this.name] }) });
        } else {
          this.declare(props);
        }
      },
    });
  }

  /** Adds an exchange. */
  public addExchange(name: string, options: RabbitMQExchangeOptions = {}): RabbitMQExchange {
    return new RabbitMQExchange(this, freeId(this, `exchange-${idPart(name)}`), { virtualHost: this, name, ...options });
  }

  /** Adds a queue or a stream. */
  public addQueue(name: string, options: RabbitMQQueueOptions = {}): RabbitMQQueue {
    return new RabbitMQQueue(this, freeId(this, `queue-${idPart(name)}`), { virtualHost: this, name, ...options });
  }

  /** Adds a super stream: a stream in partitions. */
  public addSuperStream(name: string, options: RabbitMQSuperStreamOptions): RabbitMQSuperStream {
    return new RabbitMQSuperStream(this, freeId(this, `super-stream-${idPart(name)}`), { virtualHost: this, name, ...options });
  }

  /**
   * Adds a policy: arguments for all queues or exchanges whose names match.
   *
   * @throws if the definition is empty
   */
  public addPolicy(name: string, options: RabbitMQPolicyOptions): void {
    validateProps(this, 'RabbitMQPolicyOptions', options, { policy: () => { addPolicy(this, name, options, false); } });
  }

  /**
   * Adds an operator policy: limits that neither applications nor policies can raise.
   *
   * @throws if the definition is empty
   */
  public addOperatorPolicy(name: string, options: RabbitMQOperatorPolicyOptions): void {
    validateProps(this, 'RabbitMQOperatorPolicyOptions', options, { policy: () => { addPolicy(this, name, options, true); } });
  }

  /** Adds the upstream of a federation: another cluster that messages come from. */
  public addFederationUpstream(name: string, options: RabbitMQFederationUpstreamOptions): RabbitMQFederationUpstream {
    return new RabbitMQFederationUpstream(this, freeId(this, `federation-upstream-${idPart(name)}`), { virtualHost: this, name, ...options });
  }

  /**
   * Adds a set of federation upstreams, for a policy's `federationUpstreamSet`: exchanges and queues get messages from
   * all of them. `all` is the set of all upstreams of the virtual host, which RabbitMQ has without a declaration.
   *
   * @throws if the set is empty, or its name is `all`
   */
  public addFederationUpstreamSet(
    name: string,
    upstreams: RabbitMQFederationUpstream[],
    options: RabbitMQFederationUpstreamSetOptions = {},
  ): void {
    validateProps(this, 'RabbitMQFederationUpstreamSetOptions', options, { upstreams: () => { addFederationUpstreamSet(this, name, upstreams, options); } });
  }

  /**
   * Adds a shovel, which moves messages from one queue or exchange to another, here or in another cluster.
   *
   * @throws if an end has neither or both of queue and exchange
   */
  public addShovel(name: string, options: RabbitMQShovelOptions): void {
    validateProps(this, 'RabbitMQShovelOptions', options, { shovel: () => { addShovel(this, name, options); } });
  }

  /**
   * Sets a runtime parameter of a plugin.
   *
   * @param component the component: `mqtt-vhost-mapping`
   * @param name the parameter's name
   * @param value the value
   * @param removalPolicy what happens in the brokers when it is no longer declared; it stays unless told otherwise
   */
  public addParameter(
    component: string,
    name: string,
    value: RabbitMQArgument,
    removalPolicy?: RabbitMQRemovalPolicy,
  ): void {
    withPath(this.node.path, () => { addParameter(this, component, name, argumentValue(value), removalPolicy); });
  }

  /**
   * Gives a user rights to all names that match regular expressions. Exact rights come from
   * `grantPublish` and `grantConsume`.
   *
   * @throws if a pattern is not a regular expression, or the user has free patterns here already
   */
  public grant(user: RabbitMQUser, options: RabbitMQGrantOptions): void {
    validateProps(this, 'RabbitMQGrantOptions', options, { permission: () => { addPermission(user, this, options); } });
  }

  private declare(props: RabbitMQVirtualHostProps): void {
    const { name, description, tags, defaultQueueType, tracing, limits, removalPolicy } = props;
    const maxConnections = whole('limits.maxConnections', limits?.maxConnections, 0);
    const maxQueues = whole('limits.maxQueues', limits?.maxQueues, 0);
    const topology = declarationsOf(this.cluster);
    topology.setDefaultQueueType(name, defaultQueueType);
    topology.add({
      objects: () => [
        {
          kind: 'vhost', name, ...lifecycle(removalPolicy),
          body: {
            ...(description !== undefined && { description }),
            ...(tags && { tags }),
            ...(defaultQueueType && { default_queue_type: defaultQueueType }),
            ...(tracing !== undefined && { tracing }),
          },
        },
        ...(limits
          ? [{
              kind: 'vhost-limits', vhost: name,
              body: {
                ...(maxConnections !== undefined && { 'max-connections': maxConnections }),
                ...(maxQueues !== undefined && { 'max-queues': maxQueues }),
              },
            }]
          : []),
      ],
      model: () => ({
        virtualHosts: [{
          name, maxQueues, maxConnections, hasDefaultQueueType: defaultQueueType !== undefined, path: this.node.path,
        }],
      }),
    });
  }
}
