import type { ClusterRef } from '../core/cluster-ref';
import type { KubernetesConnection } from '../kubernetes/connection';
import { decoded } from '../kubernetes/secret-data';

/** A Secret of a cluster's user. */
export interface UserSecret {
  /** The Secret's name. */
  readonly secret: string;
  readonly username: string;
}

/** The Secrets of a cluster's users: the administrator's, those of the platform, and those of each `RabbitMQUser`. */
export async function userSecrets(
  connection: KubernetesConnection,
  { namespace, name }: ClusterRef,
): Promise<UserSecret[]> {
  const { items } = await connection.core.listNamespacedSecret({ namespace, labelSelector: `app=rabbitmq,cluster=${name}` });
  return items.flatMap(({ metadata, data = {} }) => {
    const username = decoded(data.username);
    return username && data.password ? [{ secret: metadata?.name ?? '', username }] : [];
  });
}
