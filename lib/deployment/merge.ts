/**
 * Props over those of a profile: groups are merged prop by prop, all else replaces what the profile has, lists too. Only
 * `acknowledgedWarnings` add up, as what a profile knows and means doesn't change by what its user does.
 */
export function merged<Props extends object>(profile: Props, overrides: Partial<Props> | undefined): Props {
  const result = { ...profile } as Record<string, unknown>;
  for (const [prop, value] of Object.entries(overrides ?? {})) {
    const ours = result[prop];
    if (value === undefined) {
      continue;
    }
    if (prop === 'acknowledgedWarnings' && Array.isArray(ours)) {
      result[prop] = [...new Set([...ours as string[], ...value as string[]])];
    } else {
      result[prop] = isGroup(ours) && isGroup(value) ? merged(ours, value) : value;
    }
  }
  return result as Props;
}

/** Whether a value is props, and not an object of some class, which is taken as it is. */
function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
