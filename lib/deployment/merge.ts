import { isPlainObject } from '../validation/plain-object';

/**
 * Props over those of a profile: groups are merged prop by prop, all else replaces what the profile has, lists too.
 * Only `acknowledgedWarnings` add up, as what a profile knows and means doesn't change by what its user does.
 */
export function mergeProps<Props extends object>(profile: Props, overrides: Partial<Props> | undefined): Props {
  const result = { ...profile } as Record<string, unknown>;
  for (const [prop, value] of Object.entries(overrides ?? {})) {
    const ours = result[prop];
    if (value === undefined) {
      continue;
    }
    if (prop === 'acknowledgedWarnings' && Array.isArray(ours)) {
      result[prop] = [...new Set([...ours as string[], ...value as string[]])];
    } else {
      result[prop] = isPlainObject(ours) && isPlainObject(value) ? mergeProps(ours, value) : value;
    }
  }
  return result as Props;
}

/**
 * The options of a part over those of the profile, without `enabled`; undefined if the deployment does not
 * have the part.
 */
export function mergedPart<Options extends object>(
  profile: Options | undefined,
  given: (Options & { enabled?: boolean }) | undefined,
): Options | undefined {
  if (given?.enabled === false || !(profile ?? given)) {
    return undefined;
  }
  const options = Object.fromEntries(Object.entries(given ?? {}).filter(([option]) => option !== 'enabled'));
  return mergeProps(profile ?? {}, options) as Options;
}
