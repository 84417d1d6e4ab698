import type { RepairFacts } from './facts';
import type { RepairCase } from './repair';
import { caughtUp, rejoined, restartPod } from './rejoin';
import type { Kubernetes } from '../kubernetes/library';

/** Pods that are to go and don't, so that their StatefulSet makes no other. */
export function stuckPodCases(facts: RepairFacts): RepairCase[] {
  return facts.pods.filter(isOverdue).map((pod): RepairCase => {
    const { name = '', finalizers = [], deletionTimestamp } = pod.metadata ?? {};
    const node = pod.spec?.nodeName ?? '';
    return {
      id: 'stuck-pod',
      subject: name,
      what: finalizers.length > 0 ? `${name} is stuck while terminating: a finalizer holds it` : `${name} is stuck while terminating: ${node} doesn't say that it is gone`,
      evidence: finalizers.length > 0 ? `finalizers ${finalizers.join(', ')}` : `its grace period ended at ${new Date(deletionTimestamp ?? 0).toISOString()}; ${nodeState(node, facts)}`,
      steps: [`delete the pod ${name} without ${node}'s word, so that it is made again elsewhere`],
      loses: [],
      blocked: finalizers.length > 0 ? `the owner of ${finalizers.join(', ')} has to take it off, once it has done what it is for` : blockedBy(node, facts),
      run: async (operation, brokerTimeoutMs) => {
        await restartPod(operation, pod, 0);
        await rejoined(operation, facts.cluster, name, brokerTimeoutMs);
        await caughtUp(operation, facts.cluster);
      },
    };
  });
}

function isOverdue({ metadata }: Kubernetes.V1Pod): boolean {
  // deletionTimestamp is when the grace period ends
  return metadata?.deletionTimestamp !== undefined && new Date(metadata.deletionTimestamp).getTime() < Date.now();
}

function isUp(node: Kubernetes.V1Node): boolean {
  return node.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') === true;
}

function nodeState(name: string, { nodes }: RepairFacts): string {
  const node = nodes.get(name);
  const since = node?.status?.conditions?.find(({ type }) => type === 'Ready')?.lastTransitionTime;
  return node === undefined ? `${name} can't be seen` : isUp(node) ? `${name} is Ready` : `${name} isn't Ready${since ? ` since ${new Date(since).toISOString()}` : ''}`;
}

/** Two brokers of one name at once would be worse than one that is missing. */
function blockedBy(name: string, { nodes, request }: RepairFacts): string | undefined {
  const node = nodes.get(name);
  if (node && isUp(node)) {
    return `${name} is Ready, so that the broker may still run there: look at its kubelet and container runtime`;
  }
  return request.offNodes?.includes(name) === true ? undefined : `once it is certain that ${name} is off, and stays off: --off-node ${name}`;
}
