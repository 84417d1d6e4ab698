import { RabbitMQQueueType } from '../configuration/groups/queues';

/** A JSON value. */
export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** An object as the Job that applies a topology reads it: see erlang/escript/apply-topology.escript. */
export type DeclaredObject = Readonly<Record<string, Json | undefined>> & { readonly kind: string };

// the path in each model is that of its construct, for messages

/** A virtual host as rules see it. */
export interface VirtualHostModel {
  readonly name: string;
  readonly maxQueues?: number;
  readonly maxConnections?: number;
  readonly hasDefaultQueueType: boolean;
  readonly path: string;
}

/** An exchange as rules see it. */
export interface ExchangeModel {
  readonly vhost: string;
  readonly name: string;
  readonly type: string;
  readonly alternate?: string;
  readonly arguments: Readonly<Record<string, Json>>;
  readonly path: string;
}

/** An argument of a queue, by the option that sets it; `arguments` for those without an option. */
export interface ArgumentModel {
  readonly option: string;
  readonly argument: string;
  readonly value: Json;
}

/** A queue as rules see it. */
export interface QueueModel {
  readonly vhost: string;
  readonly name: string;
  readonly type: RabbitMQQueueType;
  readonly durable: boolean;
  readonly autoDelete: boolean;
  readonly arguments: readonly ArgumentModel[];
  readonly path: string;
}

/** A binding as rules see it. */
export interface BindingModel {
  readonly vhost: string;
  readonly source: string;
  readonly destination: string;
  readonly destinationType: 'queue' | 'exchange';
  readonly routingKey: string;
  readonly arguments: Readonly<Record<string, Json>>;
  readonly path: string;
}

/** A policy as rules see it. */
export interface PolicyModel {
  readonly vhost: string;
  readonly name: string;
  readonly operator: boolean;
  readonly pattern: string;
  readonly target: string;
  readonly priority: number;
  readonly definition: Readonly<Record<string, Json>>;
  readonly path: string;
}

/** A permission as rules see it: the free patterns, and the names that grants allow. */
export interface PermissionModel {
  readonly user: string;
  readonly vhost: string;
  readonly patterns: Readonly<Record<'configure' | 'write' | 'read', string | undefined>>;
  readonly granted: Readonly<Record<'configure' | 'write' | 'read', readonly string[]>>;
  readonly path: string;
}

/** A topic permission as rules see it. */
export interface TopicPermissionModel {
  readonly user: string;
  readonly vhost: string;
  readonly exchange: string;
  readonly patterns: Readonly<Record<'write' | 'read', string | undefined>>;
  readonly path: string;
}

/** A queue or an exchange that somebody else declares. */
export interface ImportedModel {
  readonly kind: 'exchange' | 'queue';
  readonly vhost: string;
  readonly name: string;
}

/** What is expected of a queue. */
export interface ExpectationModel {
  readonly vhost: string;
  readonly queue: string;
  readonly maxBacklog?: number;
  readonly consumers?: number;
}

/** A runtime parameter as rules see it. */
export interface ParameterModel {
  readonly vhost: string;
  readonly component: string;
  readonly name: string;
  readonly value: Json;
  readonly path: string;
}

/** An end of a shovel. In another cluster, `vhost` names the Secret with its URI. */
export interface ShovelEndModel {
  readonly kind: 'exchange' | 'queue';
  readonly vhost: string;
  readonly name: string;
  readonly routingKey?: string;
}

/** A shovel as rules see it. */
export interface ShovelModel {
  readonly vhost: string;
  readonly name: string;
  readonly source?: ShovelEndModel;
  readonly destination?: ShovelEndModel;
  readonly path: string;
}

/** A user whose construct is in another namespace than its Secret, as rules see it. */
export interface DistantUserModel {
  readonly user: string;
  readonly secret: string;
  readonly namespace: string;
  readonly clusterNamespace: string;
  readonly path: string;
}

/** A user as rules see it. */
export interface UserModel {
  readonly name: string;
  readonly path: string;
}

/** A user whose name and password are in an existing Secret, as rules see it. */
export interface UserSecretModel {
  readonly secret: string;
  readonly path: string;
}

/** What constructs declare for a cluster. */
export interface TopologyModel {
  readonly virtualHosts: readonly VirtualHostModel[];
  /** Names of virtual hosts that somebody else declares. */
  readonly importedVirtualHosts: readonly string[];
  readonly exchanges: readonly ExchangeModel[];
  readonly queues: readonly QueueModel[];
  readonly bindings: readonly BindingModel[];
  readonly policies: readonly PolicyModel[];
  readonly users: readonly UserModel[];
  readonly distantUsers: readonly DistantUserModel[];
  readonly userSecrets: readonly UserSecretModel[];
  readonly permissions: readonly PermissionModel[];
  readonly topicPermissions: readonly TopicPermissionModel[];
  readonly imported: readonly ImportedModel[];
  readonly parameters: readonly ParameterModel[];
  readonly expectations: readonly ExpectationModel[];
  readonly shovels: readonly ShovelModel[];
}

/** What a construct adds to a topology; asked for at synth. */
export interface TopologyPart {
  /** Left out for what only rules read. */
  readonly objects?: () => readonly DeclaredObject[];
  readonly model?: () => { readonly [Kind in keyof TopologyModel]?: TopologyModel[Kind] };
}
