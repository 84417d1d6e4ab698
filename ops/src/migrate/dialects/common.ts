import type { Convert, Counterpart, Setter } from '../dialect';
import { isEmpty, isMap, valueAt } from '../draft';
import { whyUnsupported } from '../unsupported-values';

type Map = Readonly<Record<string, unknown>>;

/** Reasons that several sources share. */
export const SECRET = 'values must not have secrets: name a Secret in credentials.existingSecret, or let the chart generate it';
export const OWN_SECURITY = 'pods run under Pod Security "restricted", with the ids of image.user and image.group, '
  + 'or those of the platform with platformAssignedIds';
export const ONE_HOST = 'the management UI has one host at /: write an Ingress for others in extraObjects';
export const ONE_CLAIM = 'each broker has a claim of its own: docs/migration.md moves data, and persistence.dataSource fills new volumes';
export const STATEFUL_SET = 'set commonLabels and commonAnnotations, which all objects of the cluster but pods have';

/** Keys of the same name. */
export function sameKeys(...keys: readonly string[]): Record<string, Counterpart> {
  return Object.fromEntries(keys.map(key => [key, [key]]));
}

/** Keys of the same name that Bitnami's chart has without a counterpart. */
export function sameReasons(...keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(keys.map(key => [key, whyUnsupported(key) ?? '']));
}

/** A list of names as one text, or a text as it is. */
export function joined(value: unknown): unknown {
  return Array.isArray(value) ? value.join(' ') : value;
}

/** The host of the first of several. */
export const hostOf: Convert = (hosts, note) => {
  const [first, ...others] = (Array.isArray(hosts) ? hosts : []).filter(isMap);
  const paths = [first?.paths].flat().map(path => (isMap(path) ? path.path : path));
  if (others.length > 0 || paths.some(path => !['/', undefined].includes(path as string | undefined))) {
    note(ONE_HOST);
  }
  return first?.host;
};

/** Whether a list has entries. */
export function isFilled(list: unknown): boolean {
  return Array.isArray(list) && list.length > 0;
}

/** The Secret of the first of several certificates of an Ingress. */
export function tlsSecretOf(list: unknown): unknown {
  const [first] = [list].flat().filter(isMap);
  return first?.secretName;
}

/** A key of rabbitmq.conf. */
export function line(key: string): Convert {
  return value => `${key} = ${String(value)}`;
}

/** The same for any value. */
export function always(value: unknown): Convert {
  return () => value;
}

/** Security contexts that are taken away are those of a platform that assigns ids. */
export function withoutIds(theirs: Map, set: Setter, ...keys: readonly string[]): void {
  for (const key of keys) {
    const [parent, name] = [key.slice(0, Math.max(0, key.lastIndexOf('.'))), key.split('.').at(-1) ?? ''];
    const above = parent === '' ? theirs : valueAt(theirs, parent);
    if (isMap(above) && name in above && isEmpty(above[name])) {
      set('podSecurityContext.enabled', false, key);
    }
  }
}
