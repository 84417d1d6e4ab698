import { messageOf } from '../../../ops/src/core/errors';
import { isReady } from '../../../ops/src/kubernetes/pods';
import { core, type Kubernetes } from './kubernetes';

const EVENTS = 25;
const LOG_LINES = 40;

/**
 * Prints to stderr what tells why a test failed: the pods, the latest events, the logs of containers that are not
 * ready.
 */
export async function diagnose(namespace: string): Promise<void> {
  const lines: string[] = [];
  try {
    const { items: pods } = await core.listNamespacedPod({ namespace });
    lines.push(...pods.map(describePod));
    lines.push(...await latestEvents(namespace));
    for (const pod of pods) {
      lines.push(...await logsOfNotReady(pod));
    }
  } catch (error) {
    lines.push(`no more to be had: ${messageOf(error)}`);
  }
  process.stderr.write(`\n--- namespace ${namespace} ---\n${lines.join('\n')}\n--- end of ${namespace} ---\n`);
}

function describePod(pod: Kubernetes.V1Pod): string {
  const statuses = [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])];
  const containers = statuses.map((status) => {
    const state = status.state?.waiting?.reason ?? status.state?.terminated?.reason ?? (status.state?.running ? 'running' : 'unknown');
    const last = status.lastState?.terminated;
    return `${status.name} ${state}, ${status.restartCount} restarts${last ? `, before: ${last.reason} (${last.exitCode})` : ''}`;
  });
  const unmet = (pod.status?.conditions ?? [])
    .filter(condition => condition.status !== 'True' && condition.message)
    .map(condition => `${condition.type}: ${condition.message}`);
  const phase = pod.metadata?.deletionTimestamp ? 'Terminating' : pod.status?.phase;
  const head = `pod ${pod.metadata?.name} on ${pod.spec?.nodeName ?? 'no node'}: ${phase}, ${isReady(pod) ? 'Ready' : 'not Ready'}`;
  return [head, ...containers, ...unmet].join('; ');
}

async function latestEvents(namespace: string): Promise<string[]> {
  const { items } = await core.listNamespacedEvent({ namespace });
  const time = (event: Kubernetes.CoreV1Event): number =>
    new Date(event.lastTimestamp ?? event.eventTime ?? event.metadata.creationTimestamp ?? 0).getTime();
  return items
    .sort((a, b) => time(a) - time(b))
    .slice(-EVENTS)
    .map((event) => {
      const at = new Date(time(event)).toISOString();
      return `event ${at} ${event.type} ${event.involvedObject.kind}/${event.involvedObject.name} ${event.reason}: ${event.message}`;
    });
}

async function logsOfNotReady(pod: Kubernetes.V1Pod): Promise<string[]> {
  const lines: string[] = [];
  const done = (status: Kubernetes.V1ContainerStatus): boolean => status.state?.terminated?.exitCode === 0;
  const init = (pod.status?.initContainerStatuses ?? []).filter(status => !done(status));
  const main = (pod.status?.containerStatuses ?? []).filter(status => !status.ready && !done(status));
  for (const status of [...init, ...main]) {
    if (status.restartCount > 0) {
      lines.push(...await log(pod, status.name, true));
    }
    lines.push(...await log(pod, status.name, false));
  }
  return lines;
}

async function log(pod: Kubernetes.V1Pod, container: string, previous: boolean): Promise<string[]> {
  const { name, namespace } = pod.metadata!;
  const title = `log of ${name}/${container}${previous ? ' before its restart' : ''}`;
  try {
    const text = await core.readNamespacedPodLog({
      name: name!, namespace: namespace!, container, previous, tailLines: LOG_LINES,
    });
    return [`${title}:`, ...text.trimEnd().split('\n').map(line => `  ${line}`)];
  } catch (error) {
    return [`${title}: ${messageOf(error)}`];
  }
}
