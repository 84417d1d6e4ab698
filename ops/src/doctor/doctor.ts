import type { Diagnosis } from './diagnosis';
import { rightsCheck } from './rights';
import { brokerPods } from '../broker/brokers';
import { imageOf, rollUnderWay } from '../broker/image-change';
import { type ClusterRef, commandLine } from '../core/cluster-ref';
import { ifFound, RefusedError } from '../core/errors';
import { reconcile } from '../deploy/reconcile';
import { refusedPod } from '../deploy/rollout';
import { brokerReasons } from '../health/broker-reasons';
import type { Finding } from '../health/finding';
import { currentOperator } from '../health/surroundings';
import { type DeploymentConfig, placeOf } from '../inventory/config';
import { readInventory } from '../inventory/inventory';
import { synthesize } from '../inventory/synth';
import type { Kubernetes } from '../kubernetes/library';
import type { Operation } from '../operation/operation';
import { alarmCheck } from '../preflight/alarms';
import type { CheckResult } from '../preflight/check';
import { PREFLIGHT_CHECKS, runChecks } from '../preflight/preflight';

/** Options that say where a cluster is, not what to deploy. */
const PLACE: readonly string[] = ['namespace', 'clusterName'];

/**
 * Why the pods of a cluster don't start. Without a cluster, or with options, also what would stop a deploy of `config`.
 */
export async function examine(operation: Operation, config: DeploymentConfig): Promise<Diagnosis> {
  const { kubernetes } = operation;
  const { namespace, name } = placeOf(config);
  const cluster: ClusterRef = { namespace, name };
  const statefulSet = await ifFound(kubernetes.apps.readNamespacedStatefulSet(cluster));
  if (statefulSet === undefined) {
    return {
      ...cluster,
      exists: false,
      examinations: await runChecks(operation, cluster, synthesize(config), [...PREFLIGHT_CHECKS, rightsCheck]),
    };
  }
  const hasOptions = Object.keys(config).some(option => !PLACE.includes(option));
  return {
    ...cluster,
    exists: true,
    examinations: [
      ...await examinePods(operation, cluster, statefulSet.spec?.replicas ?? 0),
      ...await examineRollout(operation, cluster, statefulSet),
      ...(hasOptions
        ? await examineChange(operation, cluster, config)
        : await runChecks(operation, cluster, synthesize(config), [alarmCheck])),
    ],
  };
}

/** What would stop a deploy of these options on a cluster that exists. */
async function examineChange(
  operation: Operation,
  cluster: ClusterRef,
  config: DeploymentConfig,
): Promise<CheckResult[]> {
  const { kubernetes } = operation;
  try {
    const desired = await reconcile(kubernetes, cluster, config, await readInventory(kubernetes, cluster));
    return await runChecks(operation, cluster, desired, [...PREFLIGHT_CHECKS, rightsCheck, alarmCheck]);
  } catch (error) {
    if (error instanceof RefusedError) {
      const refused: Finding = { id: 'deploy-refused', level: 'critical', what: error.message, meaning: 'the deploy would be refused' };
      return [{ subject: 'Deploy', seen: refused.what, finding: refused }];
    }
    throw error;
  }
}

/** An upgrade or rollback that nobody carries on. */
async function examineRollout(
  { kubernetes }: Operation,
  cluster: ClusterRef,
  statefulSet: Kubernetes.V1StatefulSet,
): Promise<CheckResult[]> {
  const roll = rollUnderWay(statefulSet);
  if (roll === undefined) {
    return [];
  }
  const subject = roll === 'upgrade' ? 'Upgrade' : 'Rollback';
  const operator = await currentOperator(kubernetes, cluster);
  const image = imageOf(statefulSet);
  if (operator !== undefined) {
    return [{ subject, seen: `to ${image} is in progress: ${operator}` }];
  }
  const what = `${subject} to ${image} stopped before it was complete`;
  const remedy = roll === 'upgrade'
    ? `${commandLine(`upgrade ${image}`, cluster)} finishes it, ${commandLine('rollback', cluster)} undoes it`
    : `${commandLine('rollback', cluster)} finishes it`;
  return [{ subject, seen: what, finding: { id: 'rollout-stopped', level: 'warning', what, meaning: 'brokers run different images, and deploys are refused', remedy } }];
}

async function examinePods({ kubernetes }: Operation, cluster: ClusterRef, wanted: number): Promise<CheckResult[]> {
  const pods = await brokerPods(kubernetes, cluster);
  const examinations = (await brokerReasons(kubernetes, cluster, pods, true)).map(
    ({ pod, ready, sentence, evidence, remedy, passing }): CheckResult => ({
      subject: pod,
      seen: sentence,
      ...(!ready && {
        finding: {
          id: 'pod-not-up',
          level: passing ? 'info' : 'critical',
          what: sentence,
          meaning: 'the broker is down',
          remedy,
          evidence,
        },
      }),
    }),
  );
  if (pods.length >= wanted) {
    return examinations;
  }
  const { items } = await kubernetes.core.listNamespacedEvent({ namespace: cluster.namespace, fieldSelector: `involvedObject.kind=StatefulSet,involvedObject.name=${cluster.name}` });
  const message = items.filter(({ reason }) => reason === 'FailedCreate').at(-1)?.message;
  const { sentence, evidence, remedy } = message === undefined ? { sentence: 'Not created yet', evidence: undefined, remedy: undefined } : refusedPod(message, cluster.namespace);
  return [...examinations, {
    subject: `${wanted - pods.length} of ${wanted} pods`,
    seen: sentence,
    finding: { id: 'pods-not-created', level: message === undefined ? 'info' : 'critical', what: sentence, meaning: 'the brokers are missing', remedy, evidence },
  }];
}
