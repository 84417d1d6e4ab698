import { capacityChecks } from './capacity';
import { environmentChecks } from './environment';
import type { Diagnosis, Examination, Patient } from './examination';
import { rightsCheck } from './rights';
import { podReasons } from '../pods/pod-reason';
import { brokerPods } from '../broker/brokers';
import type { ClusterRef } from '../core/cluster-ref';
import type { DeploymentConfig } from '../inventory/config';
import { refusedPod } from '../deploy/rollout';
import { synthesize } from '../inventory/synth';
import { ifFound } from '../core/errors';
import type { Operation } from '../operation/operation';

/** Why the pods of a cluster aren't up; before there is one, what keeps it from being deployed. */
export async function examine(operation: Operation, config: DeploymentConfig): Promise<Diagnosis> {
  const synthesized = synthesize(config);
  const { cluster } = synthesized;
  const statefulSet = await ifFound(operation.kubernetes.apps.readNamespacedStatefulSet(cluster));
  if (statefulSet !== undefined) {
    return { ...cluster, exists: true, examinations: await examinePods(operation, cluster, statefulSet.spec?.replicas ?? 0) };
  }
  const patient: Patient = { ...operation, cluster, config, synthesized };
  const examinations: Examination[] = [];
  for (const [subject, look] of [...environmentChecks, ...capacityChecks, rightsCheck]) {
    operation.progress.live([subject]);
    const [seen, finding] = await look(patient);
    examinations.push({ subject, seen, finding });
  }
  return { ...cluster, exists: false, examinations };
}

async function examinePods({ kubernetes }: Operation, cluster: ClusterRef, wanted: number): Promise<Examination[]> {
  const pods = await brokerPods(kubernetes, cluster);
  const reasons = await podReasons(kubernetes, cluster.namespace, pods);
  const examinations = reasons.map(({ pod, ready, sentence, evidence, remedy, passing }): Examination => ({
    subject: pod,
    seen: sentence,
    ...!ready && { finding: { id: 'pod-not-up', level: passing ? 'info' : 'critical', what: sentence, meaning: 'the broker is down', remedy, evidence } },
  }));
  if (pods.length >= wanted) {
    return examinations;
  }
  const { items } = await kubernetes.core.listNamespacedEvent({ namespace: cluster.namespace, fieldSelector: `involvedObject.kind=StatefulSet,involvedObject.name=${cluster.name}` });
  const message = items.filter(({ reason }) => reason === 'FailedCreate').at(-1)?.message;
  const { sentence, evidence, remedy } = message === undefined ? { sentence: 'Not created yet', evidence: undefined, remedy: undefined } : refusedPod(message);
  return [...examinations, {
    subject: `${wanted - pods.length} of ${wanted} pods`,
    seen: sentence,
    finding: { id: 'pods-not-created', level: message === undefined ? 'info' : 'critical', what: sentence, meaning: 'the brokers are missing', remedy, evidence },
  }];
}
