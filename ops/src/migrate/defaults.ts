import { isEmpty, isMap } from './draft';

/**
 * What another source writes out in a file that nobody changed, other than empty or false, by its keys: these values
 * are neither
 * carried over nor noted, as the chart here has its own.
 */
export type Defaults = Readonly<Record<string, unknown>>;

/** Whether a value of a key, with all below it, is as nobody changed it. */
export function isDefault(defaults: Defaults, key: string, value: unknown): boolean {
  return isEmpty(value) || same(value, defaultOf(defaults, key)) || isOff(defaults, key, value)
    || (isMap(value) && Object.entries(value).every(([name, below]) => isDefault(defaults, `${key}.${name}`, below)));
}

/** Whether a value is a default other than false. */
export function isWrittenDefault(defaults: Defaults, key: string, value: unknown): boolean {
  const usual = defaultOf(defaults, key);
  return usual !== undefined && same(value, usual);
}

/** The default of a key, or of it in the map of a key above. */
function defaultOf(defaults: Defaults, key: string): unknown {
  if (Object.hasOwn(defaults, key)) {
    return defaults[key];
  }
  const dot = key.lastIndexOf('.');
  const above = dot < 0 ? undefined : defaultOf(defaults, key.slice(0, dot));
  return isMap(above) ? above[key.slice(dot + 1)] : undefined;
}

/** Whether something is switched off that nobody switched on. */
function isOff(defaults: Defaults, key: string, value: unknown): boolean {
  return isMap(value) && value.enabled === false && defaultOf(defaults, `${key}.enabled`) !== true;
}

function same(value: unknown, usual: unknown): boolean {
  if (isMap(value) && isMap(usual)) {
    return Object.entries(value).every(([name, below]) => isEmpty(below) || same(below, usual[name]));
  }
  return usual === undefined ? value === false : JSON.stringify(value) === JSON.stringify(usual);
}
