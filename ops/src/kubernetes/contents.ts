import type { KubernetesConnection } from './connection';
import type { Kubernetes } from './library';
import type { LiveObject } from './objects';
import { RequestError } from '../errors';

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
  const objects: LiveObject[] = [];
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
  const groups = await asked<Kubernetes.V1APIGroupList>('the API\'s groups', '/apis');
  for (const versions of [['v1'], ...(groups?.groups ?? []).map(versionsOf)]) {
    const listed = new Set<string>();
    for (const version of versions) {
      const root = version === 'v1' ? '/api/v1' : `/apis/${version}`;
      const found = await asked<Kubernetes.V1APIResourceList>(version, root);
      const kinds = (found?.resources ?? []).filter(({ name, namespaced, verbs }) =>
        namespaced && !name.includes('/') && verbs.includes('list') && verbs.includes('delete') && !listed.has(name));
      kinds.forEach(({ name }) => listed.add(name));
      const lists = await Promise.all(kinds.map(async ({ name, kind }) => {
        const list = await asked<{ items: Pick<LiveObject, 'metadata'>[] }>(version === 'v1' ? name : `${name} (${version})`, `${root}/namespaces/${namespace}/${name}`, METADATA);
        return (list?.items ?? []).map(({ metadata }): LiveObject => ({ apiVersion: version, kind, metadata }));
      }));
      objects.push(...lists.flat());
    }
  }
  return { objects, unseen };
}

/** The group's versions, the preferred one first: a kind may be in another one only. */
function versionsOf({ preferredVersion, versions }: Kubernetes.V1APIGroup): string[] {
  const all = versions.map(({ groupVersion }) => groupVersion);
  return [...new Set(preferredVersion ? [preferredVersion.groupVersion, ...all] : all)];
}
