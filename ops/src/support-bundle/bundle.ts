import { stripVTControlCharacters } from 'node:util';
import { redact } from './redact';
import { brokerOf, brokerPods } from '../broker/brokers';
import { BROKER_CONTAINER, brokerSelector, type ClusterRef } from '../core/cluster-ref';
import { messageOf, OperationError } from '../core/errors';
import { writeYaml } from '../core/yaml';
import { examine } from '../doctor/doctor';
import { clusterEvents } from '../health/events';
import { overviewOf } from '../health/status';
import { isRunning } from '../kubernetes/pods';
import type { Operation } from '../operation/operation';

/** A file of a bundle. */
export interface BundleFile {
  /** Its path in the bundle. */
  readonly path: string;
  readonly text: string;
}

/** Commands whose output has no passwords. */
const DIAGNOSTICS: readonly (readonly string[])[] = [
  ['rabbitmqctl', 'cluster_status'],
  ['rabbitmqctl', 'status'],
  ['rabbitmqctl', 'list_feature_flags'],
  ['rabbitmq-diagnostics', 'memory_breakdown'],
  ['rabbitmq-diagnostics', 'listeners'],
];

const LOG_LINES = 5_000;
const EVENTS = 500;

/** Collects what support needs to know of a cluster. Secrets aren't read, and texts are redacted. */
export async function bundleOf(operation: Operation, cluster: ClusterRef): Promise<BundleFile[]> {
  const { kubernetes, progress, signal } = operation;
  const { namespace, name } = cluster;
  const files: BundleFile[] = [];
  const add = async (path: string, read: () => Promise<unknown>): Promise<void> => {
    signal.throwIfAborted();
    progress.live([path]);
    files.push({ path, text: redact(await textOf(read)) });
  };
  progress.step('Collecting Kubernetes objects');
  await add('cluster/status.yaml', async () => overviewOf(operation, cluster));
  await add('cluster/doctor.yaml', async () => examine(operation, { namespace, clusterName: name }));
  await add('cluster/events.yaml', async () => clusterEvents(kubernetes, cluster, EVENTS));
  const selector = { namespace, labelSelector: `cluster=${name}` };
  await add('objects/statefulset.yaml', async () => kubernetes.apps.readNamespacedStatefulSet(cluster));
  await add('objects/pods.yaml', async () => (await kubernetes.core.listNamespacedPod(selector)).items);
  await add('objects/claims.yaml', async () => (await kubernetes.core.listNamespacedPersistentVolumeClaim({ namespace, labelSelector: brokerSelector(cluster) })).items);
  await add('objects/services.yaml', async () => (await kubernetes.core.listNamespacedService(selector)).items);
  await add('objects/configmaps.yaml', async () => (await kubernetes.core.listNamespacedConfigMap(selector)).items);
  await add('objects/disruption-budgets.yaml', async () => (await kubernetes.policy.listNamespacedPodDisruptionBudget(selector)).items);
  await add('objects/autoscalers.yaml', async () => (await kubernetes.autoscaling.listNamespacedHorizontalPodAutoscaler(selector)).items);
  const pods = await brokerPods(kubernetes, cluster);
  progress.step(`Collecting logs and diagnostics of ${pods.map(({ metadata }) => metadata?.name).join(', ')}`);
  // each tool starts an Erlang VM in its pod: one after the other within a pod, and all pods at once
  await Promise.all(pods.map(async (pod) => {
    const title = pod.metadata?.name ?? '';
    const log = { namespace, name: title, container: BROKER_CONTAINER, tailLines: LOG_LINES, timestamps: true };
    await add(`brokers/${title}/log.txt`, async () => kubernetes.core.readNamespacedPodLog(log));
    if (pod.status?.containerStatuses?.some(({ restartCount }) => restartCount > 0)) {
      await add(`brokers/${title}/previous-log.txt`, async () => kubernetes.core.readNamespacedPodLog({ ...log, previous: true }));
    }
    for (const command of isRunning(pod, BROKER_CONTAINER) ? DIAGNOSTICS : []) {
      await add(`brokers/${title}/${command[1]}.txt`, async () => brokerOf(kubernetes, pod).run(command));
    }
  }));
  return files;
}

/** What couldn't be read says so in its file. */
async function textOf(read: () => Promise<unknown>): Promise<string> {
  try {
    const value = await read();
    return typeof value === 'string' ? stripVTControlCharacters(value) : writeYaml(JSON.parse(JSON.stringify(value ?? null)));
  } catch (error) {
    if (error instanceof OperationError) {
      return `not collected: ${messageOf(error)}\n`;
    }
    throw error;
  }
}
