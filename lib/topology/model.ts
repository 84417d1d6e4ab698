import { RabbitMQQueueType } from '../configuration/groups/queues';

/** A JSON value. */
export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** An object as the Job that applies a topology reads it: see erlang/escript/apply-topology.escript. */
export type DeclaredObject = Readonly<Record<string, Json | undefined>> & { readonly kind: string };

/** A virtual host as rules see it. */
export interface VirtualHostModel {
  readonly name: string;
  readonly maxQueues?: number;
  readonly hasDefaultQueueType: boolean;
}

/** An exchange as rules see it. */
export interface ExchangeModel {
  readonly vhost: string;
  readonly name: string;
  readonly type: string;
  readonly alternate?: string;
  /** The construct's path, for messages. */
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
}

/** A permission as rules see it: the free patterns, and the names that grants allow. */
export interface PermissionModel {
  readonly user: string;
  readonly vhost: string;
  readonly patterns: Readonly<Record<'configure' | 'write' | 'read', string | undefined>>;
  readonly granted: Readonly<Record<'configure' | 'write' | 'read', readonly string[]>>;
}

/** A shovel as rules see it: queues of the cluster itself, as `vhost/name`. */
export interface ShovelModel {
  readonly vhost: string;
  readonly name: string;
  readonly source?: string;
  readonly destination?: string;
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
  readonly users: readonly string[];
  readonly permissions: readonly PermissionModel[];
  readonly shovels: readonly ShovelModel[];
}

/** What a construct adds to a topology; asked for at synth. */
export interface TopologyPart {
  readonly objects: () => readonly DeclaredObject[];
  readonly model?: () => { readonly [Kind in keyof TopologyModel]?: TopologyModel[Kind] };
}
