import { parseAllDocuments } from 'yaml';
import { UsageError } from '../core/errors';
import type { Manifest } from '../kubernetes/objects';

/** The objects of a stream of YAML documents; what a List holds, one by one. */
export function manifestsIn(text: string, source: string): Manifest[] {
  return parseAllDocuments(text).flatMap((document) => {
    const [error] = document.errors;
    if (error !== undefined) {
      throw new UsageError(`${source} is no YAML: ${error.message}`);
    }
    const value = document.toJS() as { kind?: string; items?: unknown[] } | null;
    const objects = (value?.kind === 'List' ? value.items ?? [] : [value]).filter(object => object !== null) as Partial<Manifest>[];
    return objects.map(({ apiVersion = 'v1', kind, metadata, ...rest }) => {
      if (typeof kind !== 'string' || typeof metadata?.name !== 'string') {
        throw new UsageError(`${source} has a document that is no Kubernetes object: it needs kind and metadata.name`);
      }
      return { ...rest, apiVersion, kind, metadata };
    });
  });
}
