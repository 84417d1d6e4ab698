import { ISecret } from 'cdk8s-plus-28';
import { IRabbitMQCluster } from '../../cluster/interface/cluster-interface';

/** What a user may do in the management UI and API: https://www.rabbitmq.com/docs/management#permissions */
export enum RabbitMQUserTag {
  /** See what is their own. */
  MANAGEMENT = 'management',
  /** And set policies where they have permissions. */
  POLICYMAKER = 'policymaker',
  /** See all connections, queues and figures, and change nothing. */
  MONITORING = 'monitoring',
  /** Everything. */
  ADMINISTRATOR = 'administrator',
}

/**
 * What a user may do with the queues and exchanges of a virtual host: regular expressions of their names.
 *
 * @see https://www.rabbitmq.com/docs/access-control#authorisation
 */
export interface RabbitMQPermission {
  /**
   * The virtual host, which has to be there.
   * @default '/'
   */
  readonly vhost?: string;
  /**
   * What it may declare, bind and delete.
   * @default - nothing
   */
  readonly configure?: string;
  /**
   * What it may publish to.
   * @default - nothing
   */
  readonly write?: string;
  /**
   * What it may consume from.
   * @default - nothing
   */
  readonly read?: string;
}

/** Properties for `RabbitMQUser`. */
export interface RabbitMQUserProps {
  /** The cluster. */
  readonly cluster: IRabbitMQCluster;
  /** The user's name: up to 40 lower-case letters, digits and `-`. */
  readonly name: string;
  /**
   * What the user may do in the management UI and API.
   * @default - nothing
   */
  readonly tags?: RabbitMQUserTag[];
  /**
   * What the user may do with queues and exchanges. What isn't named is taken away.
   * @default - nothing, in no virtual host
   */
  readonly permissions?: RabbitMQPermission[];
  /**
   * A Secret that is there already, with `username` and `password`; the name in it is the one that counts.
   * @default - made in the cluster, once
   */
  readonly secret?: ISecret;
  /**
   * The name of the Secret that is made.
   * @default - the cluster's name, `-user-` and the user's
   */
  readonly secretName?: string;
}
