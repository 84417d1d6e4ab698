/** Reasons that several sources share. */
export const COMPUTED_MEMORY = 'computed from resources.limits.memory';
export const OWN_PROBES = 'probes are those of the chart, which start no command';
export const OWN_SECURITY = 'pods run under Pod Security "restricted" as they are';
export const ONLY_CONSTRUCTS = 'only the constructs have it: see docs/cluster.md';
export const SECRET = 'values are no place for secrets: name a Secret in credentials.existingSecret';

/** A list of names as one text, or a text as it is. */
export function joined(value: unknown): unknown {
  return Array.isArray(value) ? value.join(' ') : value;
}

/** The host of the first of several. */
export function hostOf(hosts: unknown): unknown {
  return (hosts as readonly { readonly host?: string }[])[0]?.host;
}

/** Whether a list has entries. */
export function isFilled(list: unknown): boolean {
  return Array.isArray(list) && list.length > 0;
}
