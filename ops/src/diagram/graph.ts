import { referencesOf } from './references';
import type { Manifest } from '../kubernetes/objects';

/** An object in a picture. */
export interface DiagramObject {
  readonly kind: string;
  readonly name: string;
  /** Undefined for what belongs to the whole cluster. */
  readonly namespace?: string;
  /** Whether it is in the YAML; else something there names it. */
  readonly given: boolean;
}

/** What one object has to do with another; both by `kind/namespace/name`. */
export interface DiagramRelation {
  readonly from: string;
  readonly to: string;
  readonly what: string;
}

/** Objects and how they hang together. */
export interface Diagram {
  readonly objects: readonly DiagramObject[];
  readonly relations: readonly DiagramRelation[];
}

const CLUSTER_WIDE = /^(Namespace|Cluster\w+|StorageClass|PersistentVolume|CustomResourceDefinition|PriorityClass)$/;

export function idOf({ kind, namespace, name }: Pick<DiagramObject, 'kind' | 'namespace' | 'name'>): string {
  return `${kind}/${namespace ?? ''}/${name}`;
}

/**
 * How the objects hang together, in the order in which they are given; one relation for each pair, by the first reason.
 */
export function diagramOf(manifests: readonly Manifest[]): Diagram {
  const objects = new Map<string, DiagramObject>();
  const relations = new Map<string, DiagramRelation>();
  const add = (object: DiagramObject): string => {
    const id = idOf(object);
    if (!objects.has(id)) {
      objects.set(id, object);
    }
    return id;
  };
  const ids = manifests.map(({ kind, metadata: { name, namespace } }) => add({ kind, name, namespace, given: true }));
  manifests.forEach((manifest, index) => {
    for (const { kind, name, what } of referencesOf(manifest, manifests)) {
      const from = ids[index];
      const to = add({
        kind,
        name,
        namespace: CLUSTER_WIDE.test(kind) ? undefined : manifest.metadata.namespace,
        given: false,
      });
      if (!relations.has(`${from} ${to}`)) {
        relations.set(`${from} ${to}`, { from, to, what });
      }
    }
  });
  return { objects: [...objects.values()], relations: [...relations.values()] };
}
