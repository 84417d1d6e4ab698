import type { KubernetesConnection } from './connection';
import type { Kubernetes } from './library';
import type { LiveObject } from './objects';
import { RequestError } from '../core/errors';

/** All that is in a namespace, as far as it may be seen. */
export interface NamespaceContents {
  /** Objects of every kind that can be listed and deleted: their metadata. */
  readonly objects: readonly LiveObject[];
  /** Kinds that the API server didn't list, such as `secrets`, or `orders (example.com/v1)`. */
  readonly unseen: readonly string[];
}

/** Metadata alone, where the API server has it so: nobody has to send Secrets about. */
const METADATA = 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json';

/** Looks at every kind that the API server knows. */
export async function contentsOf(kubernetes: KubernetesConnection, namespace: string): Promise<NamespaceContents> {
  const unseen: string[] = [];
  /** Undefined where it was refused, which is noted, or where there is no such thing. */
  const asked = async <T>(what: string, path: string, accept?: string): Promise<T | undefined> => {
    try {
      return await kubernetes.objects.get<T>(path, accept);
    } catch (error) {
      if (!(error instanceof RequestError)) {
        throw error;
      }
      // a kind that is gone since, or that can't be listed after all
      if (error.status !== 404 && error.status !== 405) {
        unseen.push(what);
      }
      return undefined;
    }
  };
  const listed = async (name: string, kind: string, version: string): Promise<LiveObject[]> => {
    const what = version === 'v1' ? name : `${name} (${version})`;
    const list = await asked<{ items: Pick<LiveObject, 'metadata'>[] }>(what, `${rootOf(version)}/namespaces/${namespace}/${name}`, METADATA);
    return (list?.items ?? []).map(({ metadata }) => ({ apiVersion: version, kind, metadata }));
  };
  const ofGroup = async (versions: readonly string[]): Promise<LiveObject[]> => {
    const found = await Promise.all(
      versions.map(
        async version => [version, await asked<Kubernetes.V1APIResourceList>(version, rootOf(version))] as const,
      ),
    );
    // in the order of versions the last one counts: the preferred one
    const kinds = new Map(found.reverse().flatMap(([version, list]) =>
      (list?.resources ?? []).filter(isDeletable).map(({ name, kind }) => [name, { kind, version }] as const)));
    return (await Promise.all([...kinds].map(async ([name, { kind, version }]) => listed(name, kind, version)))).flat();
  };
  const groups = await asked<Kubernetes.V1APIGroupList>('the API\'s groups', '/apis');
  const objects = await Promise.all([['v1'], ...(groups?.groups ?? []).map(versionsOf)].map(ofGroup));
  return { objects: objects.flat(), unseen: unseen.sort() };
}

function rootOf(version: string): string {
  return version === 'v1' ? '/api/v1' : `/apis/${version}`;
}

function isDeletable({ name, namespaced, verbs }: Kubernetes.V1APIResource): boolean {
  return namespaced && !name.includes('/') && verbs.includes('list') && verbs.includes('delete');
}

/** The group's versions, the preferred one first: a kind may be in another one only. */
function versionsOf({ preferredVersion, versions }: Kubernetes.V1APIGroup): string[] {
  const all = versions.map(({ groupVersion }) => groupVersion);
  return [...new Set(preferredVersion ? [preferredVersion.groupVersion, ...all] : all)];
}
