import { type Defaults, isDefault, isWrittenDefault } from './defaults';
import { isEmpty, isMap, type MigrationNote, valueAt } from './draft';

type Values = Readonly<Record<string, unknown>>;

/** Says what of a value is lost. */
export type Note = (what: string) => void;

/** The value of a counterpart; undefined if there is none. */
export type Convert = (value: unknown, note: Note, theirs: Values) => unknown;

/** Sets a key of Bitnami's chart, for one of the source. */
export type Setter = (key: string, value: unknown, from: string) => void;

/** A key of Bitnami's chart that says the same, with the value to give it, if that is another. */
export type Counterpart = readonly [key: string, convert?: Convert];

/** How another source of values says what Bitnami's chart says. */
export interface Dialect {
  /** Its name in messages. */
  readonly title: string;
  /** Keys that say the same as keys of Bitnami's chart. A key that says several things has several counterparts. */
  readonly same: Readonly<Record<string, Counterpart | readonly Counterpart[]>>;
  /** Keys without a counterpart, with all below them, and why; an empty text where nothing is lost. */
  readonly none: Readonly<Record<string, string>>;
  /** What its users have where nothing is said, in keys of Bitnami's chart. */
  readonly granted: Values;
  /** What its own values file has where nobody changed it, by its keys. */
  readonly defaults: Defaults;
  /** What follows from keys that are missing or empty, and notes on what its users have without them. */
  readonly unsaid?: (theirs: Values, set: Setter) => readonly MigrationNote[];
}

/** Values in the keys of Bitnami's chart, and where each came from. */
export interface Translation {
  readonly values: Record<string, unknown>;
  /** The keys of the source by the keys of Bitnami's chart. */
  readonly origins: ReadonlyMap<string, string>;
  /** Keys without a counterpart, or with another meaning, and why. */
  readonly notes: readonly MigrationNote[];
}

/** Writes the values of a dialect in the keys of Bitnami's chart. */
export function translate(theirs: Values, dialect: Dialect): Translation {
  const values: Record<string, unknown> = {};
  const origins = new Map<string, string>();
  const notes: MigrationNote[] = [];
  const put: Setter = (key, value, from) => {
    set(values, key, value);
    origins.set(key, from);
  };
  const visit = (map: Values, path: string): void => {
    for (const [name, value] of Object.entries(map)) {
      const key = path === '' ? name : `${path}.${name}`;
      const same = dialect.same[key];
      const why = whyNone(key, dialect.none);
      if (isEmpty(value) || isWrittenDefault(dialect.defaults, key, value)) {
        continue;
      }
      if (same !== undefined) {
        for (const [counterpart, convert = (one: unknown) => one] of listOf(same)) {
          put(counterpart, convert(value, (what) => { notes.push({ key, what }); }, theirs), key);
        }
      } else if (isMap(value) && (why === undefined || isSaidBelow(key, dialect))) {
        visit(value, key);
      } else if (why !== '' && !isDefault(dialect.defaults, key, value)) {
        notes.push({ key, what: why ?? 'is no key that is known of here: see what it was for' });
      }
    }
  };
  visit(theirs, '');
  Object.entries(dialect.granted)
    .filter(([key]) => valueAt(values, key) === undefined)
    .forEach(([key, value]) => { set(values, key, value); });
  return { values, origins, notes: [...notes, ...dialect.unsaid?.(theirs, put) ?? []] };
}

/** The reason of the longest key that a key is, or is below. */
function whyNone(key: string, none: Dialect['none']): string | undefined {
  const dot = key.lastIndexOf('.');
  return Object.hasOwn(none, key) ? none[key] : dot < 0 ? undefined : whyNone(key.slice(0, dot), none);
}

function isSaidBelow(key: string, { same, none }: Dialect): boolean {
  return [...Object.keys(same), ...Object.keys(none)].some(below => below.startsWith(`${key}.`));
}

function listOf(same: Counterpart | readonly Counterpart[]): readonly Counterpart[] {
  return Array.isArray(same[0]) ? same as readonly Counterpart[] : [same as Counterpart];
}

function set(values: Record<string, unknown>, path: string, value: unknown): void {
  if (value === undefined) {
    return;
  }
  const keys = path.split('.');
  const parent = keys.slice(0, -1)
    .reduce<Record<string, unknown>>((map, key) => (map[key] ??= {}) as Record<string, unknown>, values);
  const last = keys[keys.length - 1] ?? '';
  parent[last] = joined(parent[last], value);
}

/** Several keys of the source may say parts of one text or list. */
function joined(before: unknown, value: unknown): unknown {
  if (typeof before === 'string' && typeof value === 'string') {
    return `${before}\n${value}`;
  }
  return Array.isArray(before) && Array.isArray(value) ? [...before as unknown[], ...value as unknown[]] : value;
}
