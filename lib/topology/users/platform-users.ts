import { RabbitMQPermissionOptions, RabbitMQUserTag } from './user-props';
import { IRabbitMQCluster } from '../../cluster/interface/cluster-interface';

/** What our own parts log in as; none of them as the administrator. */
export enum RabbitMQPlatformUser {
  /** Prometheus, and the exporter: reads figures. */
  MONITORING = 'monitoring',
  /** Health checks: read figures, and send a message through an exchange and a queue of their own, `rabbitmq-k8s.health`. */
  HEALTH = 'health',
  /** Scaling by the length of queues: reads figures of those in `/`. */
  SCALING = 'scaling',
  /**
   * Backups of definitions: RabbitMQ gives them, users and their hashed passwords included, to administrators only. It has no
   * permission in any virtual host, and goes without the administrator's password.
   */
  BACKUP = 'backup',
}

/** The name of the exchange and the queue that health checks send a message through. */
export const HEALTH_QUEUE = 'rabbitmq-k8s.health';

const ONLY_HEALTH = `^${HEALTH_QUEUE.replace('.', '\\.')}$`;

interface Rights {
  readonly tags: RabbitMQUserTag[];
  readonly permissions: RabbitMQPermissionOptions[];
}

/** What each needs, and no more. */
export const PLATFORM_USERS: Readonly<Record<RabbitMQPlatformUser, Rights>> = {
  [RabbitMQPlatformUser.MONITORING]: { tags: [RabbitMQUserTag.MONITORING], permissions: [] },
  [RabbitMQPlatformUser.HEALTH]: { tags: [RabbitMQUserTag.MONITORING], permissions: [{ configure: ONLY_HEALTH, write: ONLY_HEALTH, read: ONLY_HEALTH }] },
  // figures of queues are for those only who may enter their virtual host, if only to do nothing there
  [RabbitMQPlatformUser.SCALING]: { tags: [RabbitMQUserTag.MONITORING], permissions: [{}] },
  [RabbitMQPlatformUser.BACKUP]: { tags: [RabbitMQUserTag.ADMINISTRATOR], permissions: [] },
};

/** The name of the Secret of one of them, or of one that is like them. */
export function platformSecret({ clusterName }: IRabbitMQCluster, user: string): string {
  return `${clusterName}-${user}`;
}
