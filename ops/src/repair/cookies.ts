import { COOKIE_FILE, fingerprintOf, hasOtherCookie } from './cookie-facts';
import type { RepairFacts } from './facts';
import type { RepairCase, RepairRequest } from './repair';
import { caughtUp, rejoined, restartPod } from './rejoin';
import { brokerOf } from '../broker/brokers';
import { type ClusterRef, commandLine } from '../core/cluster-ref';
import { IncompleteError } from '../core/errors';
import type { Kubernetes } from '../kubernetes/library';
import { isReady } from '../kubernetes/pods';
import type { Operation } from '../operation/operation';

function notConfirmed(cluster: ClusterRef): string {
  return `the Secret may hold a new cookie because the old one leaked. In that case, ${commandLine('rotate --cookie', cluster)} has brokers take it. `
    + `To put the cookie of the brokers back: ${commandLine('repair --restore-cookie', cluster)}`;
}

/** Brokers whose Erlang cookie is another than the cluster's, and a Secret that isn't what brokers run with. */
export function cookieCases(facts: RepairFacts, { restoreCookie = false }: RepairRequest = {}): RepairCase[] {
  const secrets = secretCases(facts, restoreCookie);
  // a pod that restarts takes the cookie of the Secret, so the Secret comes first
  const blocked = secrets.find(found => found.blocked !== undefined)?.blocked;
  return [...secrets, ...podCases(facts).map(found => ({ ...found, blocked: found.blocked ?? blocked }))];
}

function secretCases({ cluster, pods, cookies }: RepairFacts, restoreCookie: boolean): RepairCase[] {
  const { secret, common, byPod } = cookies;
  const holder = pods.find(pod => isReady(pod) && byPod.get(pod.metadata?.name ?? '') === common);
  if (
    secret?.fingerprint === undefined
    || common === undefined
    || secret.fingerprint === common
    || holder === undefined
  ) {
    return [];
  }
  const holders = [...byPod.values()].filter(fingerprint => fingerprint === common).length;
  const owned = secret.owner === undefined ? undefined : `Secret ${secret.name} is kept by ${secret.owner}: put the brokers' cookie there, or have brokers take the new one by ${commandLine('rotate --cookie', cluster)}`;
  return [{
    id: 'cookie',
    subject: `Secret ${secret.name}`,
    what: `The Secret ${secret.name} has another Erlang cookie than ${holders} of ${pods.length} brokers run with: each that restarts stays outside`,
    evidence: `sha256 of the Secret's begins with ${secret.fingerprint.slice(0, 8)}, of the brokers' with ${common.slice(0, 8)}`,
    steps: [`put the cookie of ${holder.metadata?.name} into the Secret`],
    loses: [],
    blocked: owned ?? (restoreCookie ? undefined : notConfirmed(cluster)),
    run: async (operation) => { await putBack(operation, cluster, secret.name, secret.key, holder); },
  }];
}

function podCases({ cluster, pods, cookies, troubles }: RepairFacts): RepairCase[] {
  return pods.filter(pod => !pod.metadata?.deletionTimestamp).flatMap((pod): RepairCase[] => {
    const name = pod.metadata?.name ?? '';
    const trouble = troubles.get(name);
    const unseen = !cookies.byPod.has(name) && trouble?.id === 'cookie';
    if (!hasOtherCookie(pod, cookies) && !unseen) {
      return [];
    }
    return [{
      id: 'cookie',
      subject: name,
      what: `${name} has another Erlang cookie than the cluster, so that they refuse each other`,
      evidence: unseen ? trouble.line : `sha256 of its cookie begins with ${cookies.byPod.get(name)?.slice(0, 8)}, of the cluster's with ${cookies.common?.slice(0, 8)}`,
      steps: [`delete the pod ${name}: it takes the cookie from the Secret when it starts, and keeps its volume`],
      loses: [],
      run: async (operation, brokerTimeoutMs) => {
        await restartPod(operation, pod);
        await rejoined(operation, cluster, name, brokerTimeoutMs);
        await caughtUp(operation, cluster);
      },
    }];
  });
}

/** Takes the cookie from a broker to the Secret; it is on no screen and in no command line. */
async function putBack(
  { kubernetes, progress }: Operation,
  { namespace }: ClusterRef,
  name: string,
  key: string,
  holder: Kubernetes.V1Pod,
): Promise<void> {
  progress.step(`Putting the brokers' cookie back into Secret ${name}`);
  const cookie = Buffer.from(await brokerOf(kubernetes, holder).run(['cat', COOKIE_FILE]));
  const secret = await kubernetes.core.readNamespacedSecret({ namespace, name });
  await kubernetes.core.replaceNamespacedSecret({ namespace, name, body: { ...secret, data: { ...secret.data, [key]: cookie.toString('base64') } } });
  const after = await kubernetes.core.readNamespacedSecret({ namespace, name });
  if (fingerprintOf(Buffer.from(after.data?.[key] ?? '', 'base64')) !== fingerprintOf(cookie)) {
    throw new IncompleteError(`somebody else has changed Secret ${name} meanwhile`);
  }
}
