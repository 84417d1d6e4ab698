import type * as lib from 'cdk8s-rabbitmq';
import type { Target } from './kubernetes';

/**
 * Objects by their names: values files of Helm merge maps, and replace lists. A null takes one away that
 * another file has.
 */
type Named<T> = Readonly<Record<string, T | null>>;

/** A value of an argument that has no option. */
export type ArgumentValue =
  string | number | boolean | readonly ArgumentValue[] | { readonly [name: string]: ArgumentValue };

export type Arguments = Readonly<Record<string, ArgumentValue>>;

/** A size such as 1Gi, or a number of bytes. */
type Quantity = string | number;

/** Messages of an exchange that a queue or another exchange gets. */
export interface BindingValues {
  readonly source: string;
  readonly routingKey?: string;
  readonly headers?: Arguments;
  readonly matchAny?: boolean;
  readonly arguments?: Arguments;
  readonly removalPolicy?: lib.RabbitMQRemovalPolicy;
}

export interface ExchangeValues extends Pick<lib.RabbitMQExchangeOptions, 'type' | 'durable' | 'autoDelete' | 'internal' | 'removalPolicy' | 'recreate'> {
  readonly alternateExchange?: string;
  readonly arguments?: Arguments;
  readonly bindings?: readonly BindingValues[];
}

export interface QueueValues extends Pick<
  lib.RabbitMQQueueOptions,
  'type' | 'durable' | 'autoDelete' | 'deliveryLimit' | 'maxLength' | 'overflow' | 'singleActiveConsumer' | 'maxPriority' | 'leaderLocator' | 'groupSize'
  | 'filterSize' | 'removalPolicy' | 'recreate'
> {
  readonly deadLetter?: {
    readonly exchange: string;
    readonly routingKey?: string;
    readonly strategy?: lib.RabbitMQDeadLetterStrategy;
  };
  readonly delayedRetry?: { readonly type?: lib.RabbitMQDelayedRetryType; readonly min: string; readonly max: string };
  readonly consumerTimeout?: string;
  readonly messageTtl?: string;
  readonly expires?: string;
  readonly maxBytes?: Quantity;
  readonly maxAge?: string;
  readonly maxSegmentSize?: Quantity;
  readonly arguments?: Arguments;
  readonly bindings?: readonly BindingValues[];
  readonly expect?: lib.RabbitMQQueueExpectationOptions;
}

export interface SuperStreamValues extends Pick<
  lib.RabbitMQSuperStreamOptions, 'partitions' | 'routingKeys' | 'leaderLocator' | 'groupSize' | 'removalPolicy' | 'recreate'
> {
  readonly maxAge?: string;
  readonly maxBytes?: Quantity;
  readonly maxSegmentSize?: Quantity;
}

export interface PolicyDefinitionValues extends Pick<
  lib.RabbitMQPolicyDefinitionOptions, 'maxLength' | 'deliveryLimit' | 'overflow' | 'targetGroupSize' | 'deadLetterRoutingKey' | 'deadLetterStrategy' | 'leaderLocator'
  | 'federationUpstream' | 'federationUpstreamSet'
> {
  readonly messageTtl?: string;
  readonly expires?: string;
  readonly maxBytes?: Quantity;
  readonly deadLetterExchange?: string;
  readonly alternateExchange?: string;
  readonly consumerTimeout?: string;
  readonly maxAge?: string;
  readonly maxSegmentSize?: Quantity;
  readonly additional?: Arguments;
}

export interface PolicyValues extends Omit<lib.RabbitMQPolicyOptions, 'definition'> {
  readonly definition: PolicyDefinitionValues;
}

/** A runtime parameter of a plugin. */
export interface ParameterValues {
  readonly value: ArgumentValue;
  readonly removalPolicy?: lib.RabbitMQRemovalPolicy;
}

/** A key of an existing Secret. */
export interface SecretValue {
  readonly existingSecret: string;
  readonly key?: string;
}

/** Another cluster that messages come from. */
export interface FederationUpstreamValues extends Pick<
  lib.RabbitMQFederationUpstreamOptions, 'exchange' | 'queue' | 'prefetchCount' | 'ackMode' | 'maxHops' | 'removalPolicy'
> {
  readonly uri: SecretValue;
  readonly egress?: Target;
  readonly reconnectDelay?: string;
  readonly expires?: string;
  readonly additional?: Arguments;
}

/** An end of a shovel: a queue or an exchange, of another cluster if there is a URI. */
export interface ShovelEndValues {
  readonly virtualHost?: string;
  readonly queue?: string;
  readonly exchange?: string;
  readonly uri?: SecretValue;
  readonly routingKey?: string;
  readonly egress?: Target;
}

export interface ShovelValues extends Pick<lib.RabbitMQShovelOptions, 'ackMode' | 'prefetchCount' | 'removalPolicy'> {
  readonly source: ShovelEndValues;
  readonly destination: ShovelEndValues;
  readonly reconnectDelay?: string;
  readonly additional?: Arguments;
}

export interface VirtualHostValues extends Pick<
  lib.RabbitMQVirtualHostOptions, 'description' | 'tags' | 'defaultQueueType' | 'tracing' | 'limits' | 'removalPolicy'
> {
  readonly exchanges?: Named<ExchangeValues>;
  readonly queues?: Named<QueueValues>;
  readonly superStreams?: Named<SuperStreamValues>;
  readonly policies?: Named<PolicyValues>;
  readonly operatorPolicies?: Named<PolicyValues>;
  /** By component and name. */
  readonly parameters?: Named<Named<ParameterValues>>;
  readonly federationUpstreams?: Named<FederationUpstreamValues>;
  readonly federationUpstreamSets?: Named<{
    readonly upstreams: readonly string[];
    readonly removalPolicy?: lib.RabbitMQRemovalPolicy;
  }>;
  readonly shovels?: Named<ShovelValues>;
  readonly importedExchanges?: readonly string[];
  readonly importedQueues?: readonly string[];
}

/** Rights in a virtual host: of names that are declared, and of all names that a regular expression matches. */
export interface PermissionValues extends lib.RabbitMQGrantOptions {
  readonly publish?: readonly string[];
  readonly consume?: readonly string[];
  readonly declare?: readonly string[];
}

export interface UserValues extends Pick<lib.RabbitMQUserProps, 'secretName' | 'tags' | 'limits' | 'removalPolicy'> {
  readonly existingSecret?: string;
  readonly passwordHash?: { readonly existingSecret: string; readonly key?: string };
  readonly permissions?: Named<PermissionValues>;
  readonly topicPermissions?: Named<Named<{ readonly write?: string; readonly read?: string }>>;
}

/** What RabbitMQ has: virtual hosts with what is in them, users and global parameters. */
export interface TopologyValues {
  readonly reapply: boolean;
  readonly reapplySchedule: string;
  readonly deadline: string;
  readonly ttlAfterFinished: string;
  readonly virtualHosts: Named<VirtualHostValues>;
  readonly users: Named<UserValues>;
  readonly globalParameters: Named<ParameterValues>;
}
