import { createHash } from 'node:crypto';
import { type Broker } from '../broker/broker';
import { brokerOf } from '../broker/brokers';
import { BROKER_CONTAINER } from '../core/cluster-ref';
import { ifFound } from '../core/errors';
import type { HealthFacts } from '../health/facts';
import type { Kubernetes } from '../kubernetes/library';
import { isReady, isRunning } from '../kubernetes/pods';
import type { Operation } from '../operation/operation';

/** Where brokers have their cookie. */
export const COOKIE_FILE = '/var/lib/rabbitmq/.erlang.cookie';

/** Who has which Erlang cookie, by fingerprints: no cookie leaves its pod. */
export interface CookieFacts {
  /** The Secret that brokers take theirs from when their pods start; undefined where the cluster isn't one of ours. */
  readonly secret?: {
    readonly name: string;
    readonly key: string;
    readonly fingerprint?: string;
    readonly owner?: string;
  };
  /** By pod, of those that run. */
  readonly byPod: ReadonlyMap<string, string>;
  /** The cookie of the cluster: that of most Ready brokers, otherwise the Secret's. */
  readonly common?: string;
}

export async function cookieFacts({ kubernetes }: Operation, { cluster, statefulSet, pods }: Pick<HealthFacts, 'cluster' | 'statefulSet' | 'pods'>): Promise<CookieFacts> {
  const running = pods.filter(pod => !pod.metadata?.deletionTimestamp && isRunning(pod, BROKER_CONTAINER));
  const found = await Promise.all(running.map(async pod => [pod.metadata?.name ?? '', await fingerprintIn(brokerOf(kubernetes, pod))] as const));
  const byPod = new Map(
    found.flatMap(([pod, fingerprint]) => (fingerprint === undefined ? [] : [[pod, fingerprint] as const])),
  );
  const volume = statefulSet.spec?.template.spec?.volumes?.find(({ name }) => name === 'erlang-cookie')?.secret;
  const object = volume?.secretName === undefined
    ? undefined
    : await ifFound(kubernetes.core.readNamespacedSecret({ namespace: cluster.namespace, name: volume.secretName }));
  const key = volume?.items?.[0]?.key ?? 'cookie';
  const fingerprint = object?.data?.[key] === undefined ? undefined : fingerprintOf(Buffer.from(object.data[key], 'base64'));
  const owner = object?.metadata?.ownerReferences?.[0];
  return {
    ...volume?.secretName !== undefined && { secret: { name: volume.secretName, key, fingerprint, ...owner && { owner: `${owner.kind} ${owner.name}` } } },
    byPod,
    common: mostCommon(pods.filter(isReady).flatMap(({ metadata }) => byPod.get(metadata?.name ?? '') ?? [])) ?? fingerprint,
  };
}

/** Of the cookie with which a broker runs. */
export async function fingerprintIn(broker: Broker): Promise<string | undefined> {
  const { stdout, exitCode } = await broker.exec(['sha256sum', COOKIE_FILE]);
  return exitCode === 0 ? /^[0-9a-f]{64}/.exec(stdout)?.[0] : undefined;
}

export function fingerprintOf(cookie: Buffer): string {
  return createHash('sha256').update(cookie).digest('hex');
}

function mostCommon(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  values.forEach((value) => { counts.set(value, (counts.get(value) ?? 0) + 1); });
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** Whether a pod's broker refuses the others as its cookie is another, as far as can be told. */
export function hasOtherCookie(pod: Kubernetes.V1Pod, { byPod, common }: CookieFacts): boolean {
  const own = byPod.get(pod.metadata?.name ?? '');
  return own !== undefined && common !== undefined && own !== common;
}
