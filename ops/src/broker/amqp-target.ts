import { randomInt } from 'node:crypto';
import { amqpPort, defaultVirtualHost, loginOf } from './amqp-access';
import { anyPods } from './brokers';
import { type ClusterRef, titleOf } from '../core/cluster-ref';
import { NotFoundError } from '../core/errors';
import type { KubernetesConnection } from '../kubernetes/connection';
import type { Kubernetes } from '../kubernetes/library';
import { isReady } from '../kubernetes/pods';
import { forwardPort, type PodPort } from '../kubernetes/port-forward';
import type { AmqpTarget } from '../load-generator/amqp';

/** A way to brokers of a cluster, through the API server. */
export interface BrokerTarget {
  readonly target: AmqpTarget;
  readonly close: () => Promise<void>;
}

/**
 * Opens a way for the administrator to the Ready brokers among those that are wanted; each connection goes to
 * any of them.
 */
export async function openTarget(
  kubernetes: KubernetesConnection, cluster: ClusterRef, isWanted: (pod: Kubernetes.V1Pod) => boolean = () => true,
): Promise<BrokerTarget> {
  const { username, password } = await loginOf(kubernetes, cluster, ['credentials']);
  const { port, isTls } = await amqpPort(kubernetes, cluster);
  const anyReady = async (): Promise<PodPort> => {
    const ready = (await anyPods(kubernetes, cluster)).filter(pod => isReady(pod) && isWanted(pod));
    if (ready.length === 0) {
      throw new NotFoundError(`no broker of ${titleOf(cluster)} is Ready`);
    }
    return { namespace: cluster.namespace, pod: ready[randomInt(ready.length)].metadata?.name ?? '', port };
  };
  const forward = await forwardPort(kubernetes, anyReady);
  return {
    target: {
      host: '127.0.0.1',
      port: forward.port,
      username,
      password,
      vhost: await defaultVirtualHost(kubernetes, cluster),
      // the API server vouches for the pod at the other end
      ...isTls && { tls: { rejectUnauthorized: false } },
    },
    close: () => forward.close(),
  };
}
