import { bootTrouble, linesOf } from './boot-log';
import { podState } from './pod-state';
import { BROKER_CONTAINER, commandLine } from '../core/cluster-ref';
import { ifFound } from '../core/errors';
import { claimOf } from '../kubernetes/claims';
import type { KubernetesConnection } from '../kubernetes/connection';
import type { Kubernetes } from '../kubernetes/library';
import { isRunning } from '../kubernetes/pods';

/** What keeps a pod from being Ready. */
export interface PodReason {
  readonly pod: string;
  readonly ready: boolean;
  /** One sentence. */
  readonly sentence: string;
  /** What says so: an event, a container's last line. */
  readonly evidence?: string;
  /** What to do about it. */
  readonly remedy?: string;
  /** Whether it usually recovers automatically. */
  readonly passing: boolean;
  /** Whether the pod can't start until its template, or what it refers to, is changed. */
  readonly needsChange?: boolean;
}

/** What is known about a namespace's pods beyond themselves. */
interface Surroundings {
  readonly events: readonly Kubernetes.CoreV1Event[];
  readonly claims: readonly Kubernetes.V1PersistentVolumeClaim[];
}

type Explain = (pod: Kubernetes.V1Pod, surroundings: Surroundings) => Omit<PodReason, 'pod' | 'ready'> | undefined;

/** From the surest to the vaguest. */
const EXPLANATIONS: readonly Explain[] = [
  terminating,
  unboundVolume,
  unschedulable,
  imagePull,
  missingMount,
  crash,
  booting,
  pulling,
];

/** Why each of the pods isn't Ready, with the evidence for it. */
export async function podReasons(
  connection: KubernetesConnection,
  namespace: string,
  pods: readonly Kubernetes.V1Pod[],
): Promise<PodReason[]> {
  const needed = pods.some(pod => !podState(pod).ready);
  const [events, claims] = needed
    ? await Promise.all([
        connection.core.listNamespacedEvent({ namespace }).then(({ items }) => items),
        connection.core.listNamespacedPersistentVolumeClaim({ namespace }).then(({ items }) => items),
      ])
    : [[], []];
  return Promise.all(pods.map(async (pod) => {
    const name = pod.metadata?.name ?? '';
    const { ready, state, reason } = podState(pod);
    if (ready) {
      return { pod: name, ready, sentence: 'Ready', passing: true };
    }
    const surroundings = { events: events.filter(({ involvedObject }) => isOfPod(involvedObject, pod) || involvedObject.name === `rabbitmq-data-${name}`), claims };
    const found = EXPLANATIONS.map(explain => explain(pod, surroundings)).find(candidate => candidate !== undefined)
      ?? { sentence: reason ?? state, passing: true };
    return {
      pod: name,
      ready,
      ...found,
      ...await withLog(connection, pod, found),
      ...withNewVolume(pod, found, claims),
      ...await withBootstrap(connection, pod, found),
    };
  }));
}

/** Events of an earlier pod of the same name stay for an hour, and tell of what is over. */
function isOfPod({ name, uid }: Kubernetes.V1ObjectReference, { metadata }: Kubernetes.V1Pod): boolean {
  return name === metadata?.name && (uid === undefined || metadata?.uid === undefined || uid === metadata.uid);
}

const BOOTS = 'The broker boots';
const WAITS_FOR_SECRET = /^It waits for the Secret [^\s,]+/;

/** Secrets are made by a Job: why its pod isn't done is why the broker waits. */
async function withBootstrap(connection: KubernetesConnection, pod: Kubernetes.V1Pod, found: Omit<PodReason, 'pod' | 'ready'>): Promise<Partial<PodReason>> {
  const [waiting] = WAITS_FOR_SECRET.exec(found.sentence) ?? [];
  const cluster = pod.metadata?.labels?.cluster;
  const namespace = pod.metadata?.namespace ?? '';
  if (waiting === undefined || !found.passing || cluster === undefined) {
    return {};
  }
  const { items } = await connection.core.listNamespacedPod({ namespace, labelSelector: `app=rabbitmq-bootstrap,cluster=${cluster}` });
  const unfinished = items.filter(({ status }) => status?.phase !== 'Succeeded');
  const [reason] = (await podReasons(connection, namespace, unfinished)).filter(({ passing }) => !passing);
  return reason === undefined
    ? {}
    : { sentence: `${waiting}, which the pod ${reason.pod} is to make: ${lowered(reason.sentence)}`, evidence: reason.evidence, remedy: reason.remedy, passing: false, needsChange: reason.needsChange };
}

/** A command for the cluster of a pod. */
function commandFor({ metadata }: Kubernetes.V1Pod, text: string): string {
  return commandLine(text, { namespace: metadata?.namespace ?? '', name: metadata?.labels?.cluster ?? '' });
}

function lowered(sentence: string): string {
  return `${sentence[0]?.toLowerCase() ?? ''}${sentence.slice(1)}`;
}

/** What the broker's log says of why it doesn't join; the container's last line, where it crashed. */
async function withLog({ core }: KubernetesConnection, pod: Kubernetes.V1Pod, found: Omit<PodReason, 'pod' | 'ready'>): Promise<Partial<PodReason>> {
  const crashed = crashedContainer(pod);
  const runs = isRunning(pod, BROKER_CONTAINER);
  if ((crashed === undefined && !runs) || found.evidence !== undefined) {
    return {};
  }
  const where = { namespace: pod.metadata?.namespace ?? '', name: pod.metadata?.name ?? '', container: crashed?.name ?? BROKER_CONTAINER, tailLines: 300 };
  const logOf = async (previous: boolean): Promise<string> => await ifFound(core.readNamespacedPodLog({ ...where, previous })).catch(() => undefined) ?? '';
  const log = crashed ? await logOf(crashed.restartCount > 0 && crashed.state?.terminated === undefined) : '';
  const trouble = (runs ? bootTrouble(await logOf(false), where.name) : undefined) ?? bootTrouble(log, where.name);
  if (trouble) {
    return { sentence: trouble.sentence, evidence: `its log: ${trouble.line.slice(0, 200)}`, remedy: `run ${commandFor(pod, 'repair')}; it shows a plan first`, passing: false };
  }
  const line = crashed && tellingLine(log);
  return line === undefined ? {} : { evidence: `its log: ${line}` };
}

const TELLING = /error|fail|denied|cannot|can't|refused|invalid|mismatch|exception/i;

/** The last line that sounds like a reason; otherwise the last. Passwords are in no log of the brokers. */
export function tellingLine(log: string): string | undefined {
  const lines = linesOf(log);
  return (lines.filter(line => TELLING.test(line)).at(-1) ?? lines.at(-1))?.slice(0, 200);
}

/** How much younger than the oldest a claim is that wasn't made with it. */
const YOUNGER_MS = 60_000;

/** A broker that boots on a volume which wasn't there when the cluster was made has lost its own, or is one more. */
function withNewVolume(pod: Kubernetes.V1Pod, found: Omit<PodReason, 'pod' | 'ready'>, claims: readonly Kubernetes.V1PersistentVolumeClaim[]): Partial<PodReason> {
  const cluster = pod.metadata?.labels?.cluster;
  const madeAt = (claim: Kubernetes.V1PersistentVolumeClaim | undefined): number =>
    new Date(claim?.metadata?.creationTimestamp ?? 0).getTime();
  const own = claimOf(pod, claims);
  const oldest = Math.min(...claims.filter(({ metadata }) => metadata?.labels?.cluster === cluster).map(madeAt));
  return found.sentence === BOOTS && own && madeAt(own) - oldest > YOUNGER_MS
    ? {
        sentence: 'The broker starts on a new volume: it lost its own, or was just added. It usually joins automatically',
        evidence: `claim ${own.metadata?.name} is of ${new Date(madeAt(own)).toISOString()}, the cluster's oldest of ${new Date(oldest).toISOString()}`,
      }
    : {};
}

function terminating({ metadata, spec }: Kubernetes.V1Pod): ReturnType<Explain> {
  const since = metadata?.deletionTimestamp;
  if (!since) {
    return undefined;
  }
  // deletionTimestamp is when the grace period ends
  const overdue = Date.now() - new Date(since).getTime();
  const finalizers = metadata.finalizers ?? [];
  if (overdue < 0) {
    return { sentence: `It is stopping, for at most ${Math.ceil(-overdue / 1000)} s more`, passing: true };
  }
  return finalizers.length > 0
    ? { sentence: 'It is stuck while terminating: a finalizer holds it', evidence: `finalizers ${finalizers.join(', ')}`, remedy: 'find the controller that owns the finalizer; it has to remove it', passing: false }
    : {
        sentence: `It is stuck while terminating: its node ${spec?.nodeName ?? ''} has not confirmed for ${Math.round(overdue / 1000)} s that it is gone`,
        evidence: `deletionTimestamp ${new Date(since).toISOString()} has passed`,
        remedy: `check the node: if it is off permanently, taint it node.kubernetes.io/out-of-service or delete the Node object, and the pod moves; force-delete the pod only if its node is certainly off`,
        passing: false,
      };
}

function unboundVolume(pod: Kubernetes.V1Pod, { events, claims }: Surroundings): ReturnType<Explain> {
  const unbound = claimOf(pod, claims);
  if (unbound === undefined || unbound.status?.phase === 'Bound' || pod.spec?.nodeName !== undefined) {
    return undefined;
  }
  if (unbound.status?.phase === 'Lost') {
    return {
      sentence: 'Its volume is lost: the PersistentVolume of its claim no longer exists',
      evidence: `claim ${unbound.metadata?.name} is Lost, bound to ${unbound.spec?.volumeName}`,
      remedy: `${commandFor(pod, 'repair')} creates a new one, and the broker copies its queue replicas from the others`,
      passing: false,
    };
  }
  const event = newest(events, ({ involvedObject, type, reason }) =>
    involvedObject.kind === 'PersistentVolumeClaim' && (type === 'Warning' || reason === 'FailedBinding'));
  const storageClass = unbound.spec?.storageClassName;
  const missing = /storageclass.*not found/i.test(event?.message ?? '');
  return {
    sentence: missing
      ? `Its volume can't be made: there is no storage class "${storageClass}"`
      : storageClass ? `Its volume of storage class "${storageClass}" is not bound yet` : 'Its volume can\'t be created: no storage class is set, and Kubernetes has no default one',
    evidence: event && `${event.reason}: ${event.message}`,
    remedy: missing || !storageClass
      ? `Create the storage class; or ${commandFor(pod, 'cleanup --delete-data')}, then deploy with --storage-class and one that "kubectl get storageclass" lists`
      : 'Check the provisioner of the storage class',
    passing: event === undefined && Boolean(storageClass),
    needsChange: missing || !storageClass,
  };
}

function unschedulable(pod: Kubernetes.V1Pod, { events }: Surroundings): ReturnType<Explain> {
  const condition = pod.status?.conditions?.find(({ type, status }) => type === 'PodScheduled' && status === 'False');
  if (condition === undefined) {
    return undefined;
  }
  const message = newest(events, ({ reason }) => reason === 'FailedScheduling')?.message ?? condition.message ?? '';
  const autoscaling = newest(events, ({ reason }) => ['TriggeredScaleUp', 'Nominated', 'NotTriggerScaleUp'].includes(reason ?? ''))?.reason;
  const isNodeComing = autoscaling !== undefined && autoscaling !== 'NotTriggerScaleUp';
  const why = [
    [/Insufficient (cpu|memory)/, 'no node has enough free CPU or memory', 'free some, add a node, or lower the requests'],
    [/anti-affinity|topology spread/, 'the spread over nodes and zones allows no node', 'add a node, or a zone'],
    [/untolerated taint/, 'the nodes have taints that it doesn\'t tolerate', 'make a node schedulable, or set tolerations'],
    [/volume node affinity/, 'its volume is in a zone without a suitable node', `bring back a node in that zone; if the zone is lost, run ${commandFor(pod, `repair --lost ${pod.metadata?.name}`)}`],
  ] as const;
  const [, sentence, remedy] = why.find(([pattern]) => pattern.test(message)) ?? [undefined, 'no node is suitable', undefined];
  return { sentence: `It is not scheduled: ${sentence}${isNodeComing ? '. A node is being added' : ''}`, evidence: message, remedy, passing: isNodeComing };
}

function imagePull(pod: Kubernetes.V1Pod, { events }: Surroundings): ReturnType<Explain> {
  const status = allStatuses(pod).find(({ state }) => /ErrImage|ImagePull|InvalidImageName/.test(state?.waiting?.reason ?? ''));
  if (status === undefined) {
    return undefined;
  }
  const event = newest(events, ({ message }) => message?.includes('Failed to pull') === true) ?? newest(events, ({ type, message }) => type === 'Warning' && /pull/i.test(message ?? ''));
  return {
    sentence: `The image ${status.image} can't be pulled`,
    evidence: pullErrorOf(event?.message ?? status.state?.waiting?.message),
    remedy: 'Check the image\'s name and tag, that the nodes reach its registry, and the pull Secret. Deploy again with the right --image',
    passing: false,
    needsChange: true,
  };
}

/** The cause at the end of a chain of errors, without addresses that differ at each try. */
function pullErrorOf(message: string | undefined): string | undefined {
  return message?.replace(/\b(read|write) (tcp|udp) [\d.:]+->[\d.:]+: /g, '').split(': ').slice(-2).join(': ').slice(0, 160);
}

function missingMount(pod: Kubernetes.V1Pod, { events }: Surroundings): ReturnType<Explain> {
  const started = allStatuses(pod).some(({ state }) => state?.running !== undefined || state?.terminated !== undefined);
  const event = newest(events, ({ reason }) => reason === 'FailedMount' || reason === 'FailedAttachVolume');
  if (started || event === undefined) {
    return undefined;
  }
  const [, kind, name] = /(secret|configmap) "([^"]+)" not found/.exec(event.message ?? '') ?? [];
  const what = kind && `the ${kind === 'secret' ? 'Secret' : 'ConfigMap'} ${name}`;
  const isCertificate = name?.endsWith('-tls');
  return {
    sentence: what ? `It waits for ${what}, which does not exist yet${isCertificate ? '; cert-manager creates it' : ''}` : 'A volume can\'t be mounted',
    evidence: event.message,
    remedy: isCertificate ? `check that cert-manager runs and its Issuer is Ready: "kubectl -n ${pod.metadata?.namespace} describe certificate" shows the reason` : undefined,
    passing: what !== undefined && !isCertificate,
  };
}

function crash(pod: Kubernetes.V1Pod): ReturnType<Explain> {
  const crashed = crashedContainer(pod);
  if (crashed === undefined) {
    return undefined;
  }
  const ended = crashed.state?.terminated ?? crashed.lastState?.terminated;
  return ended?.reason === 'OOMKilled'
    ? { sentence: `Container ${crashed.name} was killed for using more memory than its limit`, remedy: 'raise the memory limit', passing: false }
    : {
        sentence: `Container ${crashed.name} ended with ${ended?.exitCode ?? 'an error'}, ${crashed.restartCount} ${crashed.restartCount === 1 ? 'restart' : 'restarts'} so far`,
        remedy: `read its log: kubectl -n ${pod.metadata?.namespace} logs ${pod.metadata?.name} -c ${crashed.name} --previous`,
        // a container that runs again after one crash may come up
        passing: crashed.state?.running !== undefined && crashed.restartCount < 3,
      };
}

/** A boot that waits reports it every 30 s. */
const REPORT_MS = 90_000;

function booting(pod: Kubernetes.V1Pod, { events }: Surroundings): ReturnType<Explain> {
  if (podState(pod).state !== 'Booting') {
    return undefined;
  }
  const report = newest(events, event => event.source?.component === 'rabbitmq-boot' && event.involvedObject.uid === pod.metadata?.uid && Date.now() - timeOf(event) < REPORT_MS);
  switch (report?.reason) {
    case 'BootWaits':
      return { sentence: 'The broker waits in its boot, and continues automatically', evidence: report.message, remedy: 'see docs/boot.md', passing: true };
    case 'BootStuck':
      return { sentence: 'The boot made no progress, so the container starts again', evidence: report.message, remedy: 'see docs/boot.md', passing: false };
    default:
      return { sentence: BOOTS, passing: true };
  }
}

function pulling(_: Kubernetes.V1Pod, { events }: Surroundings): ReturnType<Explain> {
  const latest = newest(events, ({ reason }) => reason === 'Pulling' || reason === 'Pulled');
  return latest?.reason === 'Pulling' ? { sentence: `An image is being pulled: ${/image "([^"]+)"/.exec(latest.message ?? '')?.[1] ?? ''}`, passing: true } : undefined;
}

function crashedContainer(pod: Kubernetes.V1Pod): Kubernetes.V1ContainerStatus | undefined {
  return allStatuses(pod).find(
    ({ state, lastState, ready }) =>
      (state?.terminated !== undefined && state.terminated.exitCode !== 0)
      || (!ready
        && state?.terminated === undefined
        && lastState?.terminated !== undefined
        && lastState.terminated.exitCode !== 0),
  );
}

function allStatuses({ status }: Kubernetes.V1Pod): Kubernetes.V1ContainerStatus[] {
  return [...status?.initContainerStatuses ?? [], ...status?.containerStatuses ?? []];
}

function newest(
  events: readonly Kubernetes.CoreV1Event[],
  matches: (event: Kubernetes.CoreV1Event) => boolean,
): Kubernetes.CoreV1Event | undefined {
  return events.filter(matches).sort((a, b) => timeOf(b) - timeOf(a))[0];
}

function timeOf({ lastTimestamp, eventTime, metadata }: Kubernetes.CoreV1Event): number {
  return new Date(lastTimestamp ?? eventTime ?? metadata.creationTimestamp ?? 0).getTime();
}
