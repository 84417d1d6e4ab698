import { isAppStopped } from '../broker/stopped-app';
import { type ClusterRef, commandLine } from '../core/cluster-ref';
import type { KubernetesConnection } from '../kubernetes/connection';
import type { Kubernetes } from '../kubernetes/library';
import { podReasons, type PodReason } from '../pods/pod-reason';

/**
 * Why each broker isn't Ready. RabbitMQ that is stopped in its container is found by its tools only, which not every
 * user may run.
 */
export async function brokerReasons(
  kubernetes: KubernetesConnection,
  cluster: ClusterRef,
  pods: readonly Kubernetes.V1Pod[],
  mayExec: boolean,
): Promise<PodReason[]> {
  const [reasons, stopped] = await Promise.all([
    podReasons(kubernetes, cluster.namespace, pods),
    mayExec ? Promise.all(pods.map(async pod => isAppStopped(kubernetes, pod))) : [],
  ]);
  return reasons.map((reason, i) => (stopped[i] ? stoppedApp(reason, cluster) : reason));
}

function stoppedApp(reason: PodReason, cluster: ClusterRef): PodReason {
  return {
    ...reason,
    sentence: 'RabbitMQ is stopped, and its container runs',
    evidence: 'the broker reports the boot state "stopped", as after "rabbitmqctl stop_app"',
    remedy: `${commandLine('repair', cluster)} starts it`,
    passing: false,
  };
}
