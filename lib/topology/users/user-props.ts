import { ISecret } from 'cdk8s-plus-28';
import { IRabbitMQCluster } from '../../cluster/interface/cluster-interface';
import { RabbitMQRemovalPolicy } from '../removal-policy';

/** Rights in the management UI and API: https://www.rabbitmq.com/docs/management#permissions */
export enum RabbitMQUserTag {
  /** Shows the user's own connections, channels and virtual hosts. */
  MANAGEMENT = 'management',
  /** As `MANAGEMENT`, and manages policies and parameters of virtual hosts that the user has permissions in. */
  POLICYMAKER = 'policymaker',
  /** Shows all connections and metrics, and the queues of virtual hosts that the user has permissions in. */
  MONITORING = 'monitoring',
  /** Allows everything. */
  ADMINISTRATOR = 'administrator',
}

/**
 * Rights of a user in a virtual host: regular expressions of the names of exchanges and queues. Exact rights come from
 * `grantPublish` and `grantConsume`.
 *
 * @see https://www.rabbitmq.com/docs/access-control#authorisation
 */
export interface RabbitMQPermissionOptions {
  /**
   * The name of the virtual host.
   * @default - the cluster's default virtual host, `/` unless `default_vhost` is set
   */
  readonly vhost?: string;
  /**
   * What the user may declare, bind and delete.
   * @default - nothing
   */
  readonly configure?: string;
  /**
   * What the user may publish to.
   * @default - nothing
   */
  readonly write?: string;
  /**
   * What the user may consume from.
   * @default - nothing
   */
  readonly read?: string;
}

/**
 * Rights of a user by the routing key of messages of a topic exchange, on top of its other permissions.
 *
 * @see https://www.rabbitmq.com/docs/access-control#topic-authorisation
 */
export interface RabbitMQTopicPermissionOptions {
  /**
   * The name of the virtual host.
   * @default - the cluster's default virtual host, `/` unless `default_vhost` is set
   */
  readonly vhost?: string;
  /** The name of the topic exchange. */
  readonly exchange: string;
  /**
   * A regular expression of routing keys that the user may publish with.
   * @default - none
   */
  readonly write?: string;
  /**
   * A regular expression of routing keys that the user may bind with.
   * @default - none
   */
  readonly read?: string;
}

/** Limits of a user. */
export interface RabbitMQUserLimitsOptions {
  /**
   * The highest number of connections; 0 allows none.
   * @default - no limit
   */
  readonly maxConnections?: number;
  /**
   * The highest number of channels; 0 allows none.
   * @default - no limit
   */
  readonly maxChannels?: number;
}

/** The hash of a password in a Secret. */
export interface RabbitMQPasswordHashOptions {
  /** The Secret, in the cluster's namespace. */
  readonly secret: ISecret;
  /**
   * Its key.
   * @default 'passwordHash'
   */
  readonly key?: string;
}

/** Properties for `RabbitMQUser`. */
export interface RabbitMQUserProps {
  /** The cluster. */
  readonly cluster: IRabbitMQCluster;
  /**
   * The user's name: up to 128 letters, digits and `-`, `_`, `.`, `@`, `:`, `+`, starting with a letter or digit.
   * @default - the construct's id in lower case, with hyphens between words
   */
  readonly name?: string;
  /**
   * Rights in the management UI and API.
   * @default - none
   */
  readonly tags?: RabbitMQUserTag[];
  /**
   * Rights in virtual hosts, one entry for each. The Job removes permissions that are neither here nor granted.
   * @default - only granted permissions
   */
  readonly permissions?: RabbitMQPermissionOptions[];
  /**
   * Rights by routing key.
   * @default - all routing keys of the exchanges that the user may use
   */
  readonly topicPermissions?: RabbitMQTopicPermissionOptions[];
  /**
   * Limits, which replace all that are set.
   * @default - limits stay as they are
   */
  readonly limits?: RabbitMQUserLimitsOptions;
  /**
   * An existing Secret in the cluster's namespace, with `username` and `password`. The name in it is the user's.
   * @default - a Secret is created in the cluster, once
   */
  readonly secret?: ISecret;
  /**
   * The hash of the password in an existing Secret, as `rabbitmqctl hash_password` prints it, for users whose password
   * nobody here may know. RabbitMQ reads it by its default algorithm, SHA-256. Leave `secret` out.
   * @default - the password is in `secret`, or generated
   */
  readonly passwordHash?: RabbitMQPasswordHashOptions;
  /**
   * The name of the Secret that is created.
   * @default - the cluster's name, `-user-` and the user's
   */
  readonly secretName?: string;
  /**
   * What happens to the user in the brokers when it is no longer declared.
   * @default RabbitMQRemovalPolicy.DELETE_WHEN_UNUSED
   */
  readonly removalPolicy?: RabbitMQRemovalPolicy;
}
