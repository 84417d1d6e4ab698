import { isNamespaced, Manifest, nameOf } from '../manifest';

/** What only a mistake puts into a text: the trace of a value that wasn't there. */
const LEFTOVER = /(?:^|[^A-Za-z0-9])(?:undefined|NaN|\[object Object\]|\$\{Token\[)(?:[^A-Za-z0-9]|$)/;
/**
 * The same as the value of a line of a configuration file. Other files may be programs, in which such words are at
 * home.
 */
const LEFTOVER_LINE = /^[\w.$-]+ *= *(?:undefined|null|NaN|\[object Object\])$/m;

/** Values that are nothing: null, undefined, NaN, or a text that was made from one of them. */
export function emptyValues(manifests: readonly Manifest[]): string[] {
  return manifests.flatMap(manifest => visit(manifest, nameOf(manifest)));
}

function visit(value: unknown, path: string): string[] {
  if (value === null || value === undefined || Number.isNaN(value)) {
    return [`${path} is ${String(value)}`];
  }
  if (typeof value === 'string') {
    const wrong = value === 'null' || (value.includes('\n') ? LEFTOVER_LINE : LEFTOVER).test(value);
    return wrong ? [`${path} is ${JSON.stringify(value)}`] : [];
  }
  return typeof value === 'object' ? Object.entries(value).flatMap(([key, child]) => visit(child, `${path}/${key}`)) : [];
}

/** Objects of several namespaces in what is meant for one. */
export function mixedNamespaces(manifests: readonly Manifest[]): string[] {
  const namespaces = new Set(manifests.filter(isNamespaced).flatMap(({ metadata, subjects }) => [
    metadata.namespace ?? 'unset',
    ...(subjects ?? []).flatMap(({ namespace }: any) => namespace ?? []),
  ]));
  return namespaces.size > 1 ? [`the namespaces differ: ${[...namespaces].join(', ')}`] : [];
}
