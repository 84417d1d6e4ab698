import { parseAllDocuments } from 'yaml';
import { UsageError } from '../errors';

/** An object as YAML has it. */
export interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly labels?: Labels };
  readonly spec?: unknown;
  /** A RoleBinding's. */
  readonly roleRef?: ObjectName;
  /** A RoleBinding's. */
  readonly subjects?: readonly ObjectName[];
}

export type Labels = Readonly<Record<string, string>>;

/** Another object's name, where the kind is said or goes without saying. */
export interface ObjectName {
  readonly kind?: string;
  readonly name?: string;
}

/** The objects of a stream of YAML documents; what a List holds, one by one. */
export function manifestsIn(text: string, source: string): Manifest[] {
  return parseAllDocuments(text).flatMap((document) => {
    const [error] = document.errors;
    if (error !== undefined) {
      throw new UsageError(`${source} is no YAML: ${error.message}`);
    }
    const value = document.toJS() as { kind?: string; items?: unknown[] } | null;
    const objects = (value?.kind === 'List' ? value.items ?? [] : [value]).filter(object => object !== null) as Partial<Manifest>[];
    return objects.map(({ kind, metadata, ...rest }) => {
      if (typeof kind !== 'string' || typeof metadata?.name !== 'string') {
        throw new UsageError(`${source} has a document that is no Kubernetes object: it needs kind and metadata.name`);
      }
      return { ...rest, kind, metadata };
    });
  });
}
