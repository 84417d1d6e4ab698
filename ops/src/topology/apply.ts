import { randomBytes } from 'node:crypto';
import type { ClusterRef } from '../core/cluster-ref';
import { ifFound, NotFoundError } from '../core/errors';
import type { Kubernetes } from '../kubernetes/library';
import { until } from '../kubernetes/wait';
import type { Operation } from '../operation/operation';

/** The end of a run of a topology's Job. */
export interface TopologyRun {
  readonly topology: string;
  readonly job: string;
  /** Whether everything is as declared. */
  readonly isApplied: boolean;
  /** What the Job printed: each change, each failure with RabbitMQ's reason, and the counts. */
  readonly report: readonly string[];
}

/** How long the Job of a run is kept, for its log. */
const KEPT_S = 3600;

/** Kubernetes allows this many characters in the name of a Job whose pods are found by it. */
const MAX_NAME_LENGTH = 63;

/** Runs the Job of a topology now, and waits for its end. */
export async function runTopologyJob(
  operation: Operation,
  { namespace }: ClusterRef,
  topology: string,
): Promise<TopologyRun> {
  const { kubernetes, progress, signal } = operation;
  const template = await jobSpecOf(operation, namespace, topology);
  const suffix = `-now-${randomBytes(3).toString('hex')}`;
  const job = `${topology.slice(0, MAX_NAME_LENGTH - suffix.length)}${suffix}`;
  await kubernetes.batch.createNamespacedJob({
    namespace,
    body: {
      apiVersion: 'batch/v1', kind: 'Job',
      metadata: { name: job, labels: template.labels },
      spec: { ...template.spec, backoffLimit: 2, ttlSecondsAfterFinished: KEPT_S },
    },
  });
  progress.step(`Job ${job} applies topology ${topology}`);
  let last = '';
  const ended = await until(async () => {
    const { status = {} } = await kubernetes.batch.readNamespacedJob({ namespace, name: job });
    const lines = await logOf(operation, namespace, job);
    const line = lines.at(-1) ?? '';
    if (line !== last) {
      last = line;
      progress.live([line]);
    }
    const end = status.conditions?.find(({ type, status: isTrue }) => isTrue === 'True' && (type === 'Complete' || type === 'Failed'));
    return { end, lines };
  }, ({ end }) => end !== undefined, { signal, intervalMs: 1_000 });
  const report = ended.lines.length > 0 ? ended.lines : [ended.end?.message ?? 'the Job ended without a log'];
  return { topology, job, isApplied: ended.end?.type === 'Complete', report };
}

interface JobTemplate {
  readonly labels: Readonly<Record<string, string>>;
  readonly spec: Kubernetes.V1JobSpec;
}

/** What the CronJob runs; without one, what the newest Job of the topology ran. */
async function jobSpecOf({ kubernetes }: Operation, namespace: string, topology: string): Promise<JobTemplate> {
  const cronJob = await ifFound(kubernetes.batch.readNamespacedCronJob({ namespace, name: topology }));
  const fromCronJob = cronJob?.spec?.jobTemplate.spec;
  if (cronJob && fromCronJob) {
    return { labels: cronJob.metadata?.labels ?? {}, spec: fromCronJob };
  }
  const { items } = await kubernetes.batch.listNamespacedJob({ namespace, labelSelector: `cdk8s-rabbitmq/topology=${topology},app.kubernetes.io/component=topology` });
  const newest = items
    .sort((a, b) => Number(a.metadata?.creationTimestamp) - Number(b.metadata?.creationTimestamp))
    .at(-1);
  if (newest?.spec === undefined) {
    throw new NotFoundError(`topology ${topology} has neither a CronJob nor a Job in namespace ${namespace}: deploy the app that declares it`);
  }
  const { template, ...spec } = newest.spec;
  delete spec.selector;
  const labels = Object.fromEntries(Object.entries(template.metadata?.labels ?? {}).filter(([label]) => !/job-name$|controller-uid$/.test(label)));
  return { labels, spec: { ...spec, template: { ...template, metadata: { ...template.metadata, labels } } } };
}

/** The log of a Job's newest pod; nothing before it has started. */
async function logOf({ kubernetes: { core } }: Operation, namespace: string, job: string): Promise<string[]> {
  const { items } = await core.listNamespacedPod({ namespace, labelSelector: `job-name=${job}` });
  const pod = items
    .sort((a, b) => Number(a.metadata?.creationTimestamp) - Number(b.metadata?.creationTimestamp))
    .at(-1);
  if (pod?.metadata?.name === undefined || pod.status?.phase === 'Pending') {
    return [];
  }
  const log = await ifFound(core.readNamespacedPodLog({ namespace, name: pod.metadata.name }));
  return (log ?? '').split('\n').filter(line => line.trim() !== '');
}
