import { createHash } from 'node:crypto';
import { Yaml } from 'cdk8s';
import { parseQuantity } from '../../../lib/kubernetes/quantity';
import { withDefaults } from '../../../ops/src/chart-values/defaults';
import { byName, managedBy, type Objects } from '../../../scripts/chart/proof/compare';
import { synthesize } from '../../../scripts/chart/values';
import { quietly } from '../../support/synth';
import { Deployment } from '../support/deployment';
import { eventually } from '../support/eventually';
import { kubectl } from '../support/kubectl';
import { apps, core } from '../support/kubernetes';
import type { Manifest } from '../support/manifests';

/** What the library makes of values, which is what helm is to have made of them. */
export function manifestsFor(values: object, namespace: string): Manifest[] {
  return managedBy('Helm', quietly(() => synthesize(withDefaults(values), namespace)));
}

/** The cluster of a values file, with no other peers allowed. */
export function deploymentFor(values: object, namespace: string): Deployment {
  return Deployment.closed(manifestsFor(values, namespace), namespace);
}

/** Whether brokers restart when one set of values follows another, going by what the library makes of them. */
export function restarts(before: object, after: object): boolean {
  const template = (values: object): string => JSON.stringify(manifestsFor(values, 'any').find(({ kind }) => kind === 'StatefulSet')?.spec.template);
  return template(before) !== template(after);
}

/** Where the live objects don't say what the library makes of values, and which of another set's are still there. */
export async function differences(values: object, namespace: string, others: object = {}): Promise<string[]> {
  const manifests = manifestsFor(values, namespace);
  const wanted = byName(manifests);
  const gone = manifestsFor(others, namespace).filter(({ kind, metadata: { name } }) => !(`${kind} ${name}` in wanted));
  const [live, stillThere] = [await read(manifests, namespace), await read(gone, namespace)];
  const missing = Object.entries(wanted).flatMap(([name, manifest]) =>
    (name in live ? lacks(name, manifest, live[name]) : [`${name} is not there`]));
  return [...missing, ...Object.keys(stillThere).map(name => `${name} is still there`)];
}

/** The pods by name and uid: one that was restarted has another. */
export async function podsOf(deployment: Deployment): Promise<string[]> {
  return (await deployment.pods()).map(({ metadata }) => `${metadata?.name} ${metadata?.uid}`).sort();
}

/**
 * Waits until the StatefulSet's controller has seen its newest generation, so that it would have begun to restart
 * brokers.
 */
export async function observed({ namespace, name }: Deployment): Promise<void> {
  await eventually(`${name} is observed`, 60_000, async () => {
    const { metadata, status } = await apps.readNamespacedStatefulSet({ namespace, name });
    return status?.observedGeneration === metadata?.generation;
  });
}

/** A digest of the Secrets that the Job made, each with its uid. */
export async function secretsOf({ namespace, name }: Deployment): Promise<string[]> {
  return Promise.all(['credentials', 'erlang-cookie'].map(async (suffix) => {
    const { metadata, data } = await core.readNamespacedSecret({ namespace, name: `${name}-${suffix}` });
    return `${metadata?.name} ${metadata?.uid} ${createHash('sha256').update(JSON.stringify(data)).digest('hex')}`;
  }));
}

/** The claims by name and uid. */
export async function claimsOf({ namespace }: Deployment): Promise<string[]> {
  const { items } = await core.listNamespacedPersistentVolumeClaim({ namespace });
  return items.map(({ metadata }) => `${metadata?.name} ${metadata?.uid}`).sort();
}

/**
 * The live objects of those manifests that are there, by their names; as kubectl has them, since the client library
 * renames fields.
 */
async function read(manifests: readonly Manifest[], namespace: string): Promise<Objects> {
  if (manifests.length === 0) {
    return {};
  }
  const answer = await kubectl(['-n', namespace, 'get', '-f', '-', '--ignore-not-found', '-o', 'json'], { stdin: Yaml.stringify(...manifests) });
  const found = (answer === '' ? [] : JSON.parse(answer)) as Manifest & { items?: Manifest[] };
  return byName([found.items ?? found].flat());
}

const text = (value: unknown): string => (typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value));

/** Kubernetes writes quantities in its own way: 3Gi for 3072Mi. */
function isSameQuantity(one: string, other: string): boolean {
  const bytes = [one, other].map(quantity => parseQuantity(quantity));
  return [one, other].every(quantity => /^\d+(Ki|Mi|Gi|Ti)$/.test(quantity)) && bytes[0] === bytes[1];
}

/** What of `wanted` isn't so in `live`, which has more: defaults, status. */
function lacks(path: string, wanted: unknown, live: unknown): string[] {
  if (typeof wanted !== 'object' || wanted === null) {
    return text(wanted) === text(live) || isSameQuantity(text(wanted), text(live)) ? [] : [`${path} is ${JSON.stringify(live)}, not ${JSON.stringify(wanted)}`];
  }
  const has = (live ?? {}) as Record<string, unknown>;
  const tooMany = Array.isArray(wanted) && Array.isArray(live) && live.length !== wanted.length ? [`${path} has ${live.length} entries, not ${wanted.length}`] : [];
  return [...tooMany, ...Object.entries(wanted as Record<string, unknown>).flatMap(([key, value]) => lacks(`${path}.${key}`, value, has[key]))];
}
