import { isDeepStrictEqual } from 'util';
import { checksum } from '../../../lib/kubernetes/checksum';
import { Manifest } from '../values';

export type Objects = Readonly<Record<string, unknown>>;

interface Job extends Manifest {
  readonly spec: {
    readonly template: {
      readonly spec: {
        readonly volumes: readonly { readonly projected?: { sources: { configMap?: { name: string } }[] } }[];
      };
    };
  };
}

/** Objects by kind and name. */
export function byName(manifests: readonly Manifest[]): Objects {
  const plain = JSON.parse(JSON.stringify(manifests)) as Manifest[];
  return Object.fromEntries(plain.map(manifest => [`${manifest.kind} ${manifest.metadata.name}`, manifest.kind === 'NetworkPolicy' ? withPeersInOrder(manifest) : manifest]));
}

/** The peers of a rule are a set: their order says nothing. */
function withPeersInOrder<T>(value: T): T {
  if (Array.isArray(value)) {
    return value.map(withPeersInOrder) as T;
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).map(([key, child]) => {
    const ordered = withPeersInOrder(child as unknown);
    return [key, (key === 'from' || key === 'to') && Array.isArray(ordered) ? [...ordered].sort((a, b) => compareText(textOf(a), textOf(b))) : ordered];
  })) as T;
}

/** With its keys in order. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, child: unknown) => (typeof child === 'object' && child !== null && !Array.isArray(child) ? Object.fromEntries(Object.entries(child).sort(([a], [b]) => compareText(a, b))) : child));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The label that names who manages an object: Helm, or the constructs. */
const MANAGED_BY = 'app.kubernetes.io/managed-by';

/**
 * The objects of helm as the library makes them. Two labels differ on purpose, and nothing else is replaced:
 * `helm.sh/chart`, which the library doesn't set, and `app.kubernetes.io/managed-by`, which names who manages the
 * object. The name of a Job ends in a hash of its content, labels included: the hash is checked, and replaced by that
 * of the content with the library's labels.
 *
 * @throws if the name of a Job doesn't end in the hash of its content
 */
export function normalized(manifests: readonly Manifest[]): Objects {
  return byName(managedBy('cdk8s', manifests));
}

/**
 * Manifests with another manager in their labels, without a chart in them, and with the names that Jobs then have.
 *
 * @throws if the name of a Job doesn't end in the hash of its content
 */
export function managedBy(manager: string, manifests: readonly Manifest[]): Manifest[] {
  return manifests.map((manifest) => {
    const same = relabelled(manager, manifest) as Manifest;
    if (manifest.kind !== 'Job') {
      return same;
    }
    const hashes = hashesOf(manifest as Job, manifests);
    const which = hashes.findIndex(hash => manifest.metadata.name.endsWith(`-${hash}`));
    if (which < 0) {
      throw new Error(`Job ${manifest.metadata.name} doesn't end in the hash of its content: ${hashes.join(' or ')}`);
    }
    const name = manifest.metadata.name.replace(/[0-9a-f]{5}$/, hashesOf(same as Job, manifests)[which]);
    return { ...same, metadata: { ...same.metadata, name } };
  });
}

/** The hash of a Job by its pod, and by its specification and the ConfigMaps that it applies. */
function hashesOf({ spec }: Job, manifests: readonly Manifest[]): string[] {
  const applied = spec.template.spec.volumes
    .flatMap(({ projected }) => projected?.sources ?? [])
    .map(({ configMap }) => configMap?.name);
  const data = manifests.filter(({ kind, metadata }) => kind === 'ConfigMap' && applied.includes(metadata.name)).map(manifest => (manifest as Manifest & { data: object }).data);
  return [checksum({ apiVersion: 'v1', kind: 'Pod', ...spec.template }, 5), checksum({ spec, data }, 5)];
}

function relabelled(manager: string, value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(item => relabelled(manager, item));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(Object.entries(value as Record<string, unknown>).map(([key, child]) => [
    key, key === 'labels' && child !== null && typeof child === 'object' ? labels(manager, child as Record<string, string>) : relabelled(manager, child),
  ]));
}

function labels(manager: string, all: Record<string, string>): Record<string, string> {
  const others = Object.fromEntries(Object.entries(all).filter(([key]) => key !== 'helm.sh/chart'));
  return ['Helm', 'cdk8s'].includes(others[MANAGED_BY]) ? { ...others, [MANAGED_BY]: manager } : others;
}

/** Where two values differ, each place with both. */
export function differences(path: string, library: unknown, chart: unknown): string[] {
  if (isDeepStrictEqual(library, chart)) {
    return [];
  }
  if (library === undefined || chart === undefined) {
    return [`${path}: only the ${library === undefined ? 'chart' : 'library'} has it`];
  }
  if (typeof library !== 'object' || typeof chart !== 'object' || library === null || chart === null) {
    return [typeof library === 'string' && typeof chart === 'string' ? textDifference(path, library, chart) : `${path}: the library has ${JSON.stringify(library)}, the chart ${JSON.stringify(chart)}`];
  }
  const [ours, theirs] = [library, chart] as Record<string, unknown>[];
  return [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].flatMap(key => differences(`${path}.${key}`, ours[key], theirs[key]));
}

/** The first lines that differ. */
function textDifference(path: string, library: string, chart: string): string {
  const [ours, theirs] = [library.split('\n'), chart.split('\n')];
  const at = ours.findIndex((line, i) => line !== theirs[i]);
  const line = Math.max(at, 0);
  return `${path} line ${line + 1}: the library has ${JSON.stringify(ours[line])}, the chart ${JSON.stringify(theirs[line] ?? null)}`;
}
