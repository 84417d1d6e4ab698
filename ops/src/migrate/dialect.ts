import { isEmpty, isMap, valueAt } from './draft';

type Values = Readonly<Record<string, unknown>>;

/** A key of Bitnami's chart that says the same, with the value to give it, if that is another. */
export type Counterpart = readonly [key: string, convert?: (value: unknown) => unknown];

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
}

/** Values in the keys of Bitnami's chart, and where each came from. */
export interface Translation {
  readonly values: Record<string, unknown>;
  /** The keys of the source by the keys of Bitnami's chart. */
  readonly origins: ReadonlyMap<string, string>;
  /** Keys without a counterpart, and why. */
  readonly none: readonly { readonly key: string; readonly what: string }[];
}

/** Writes the values of a dialect in the keys of Bitnami's chart. */
export function translate(theirs: Values, dialect: Dialect): Translation {
  const values: Record<string, unknown> = {};
  const origins = new Map<string, string>();
  const none: { key: string; what: string }[] = [];
  const visit = (map: Values, path: string): void => {
    for (const [name, value] of Object.entries(map)) {
      const key = path === '' ? name : `${path}.${name}`;
      const same = dialect.same[key];
      if (isEmpty(value)) {
        continue;
      }
      if (same !== undefined) {
        for (const [counterpart, convert = (one: unknown) => one] of listOf(same)) {
          set(values, counterpart, convert(value));
          origins.set(counterpart, key);
        }
      } else if (key in dialect.none && !(isMap(value) && Object.keys(dialect.same).some(below => below.startsWith(`${key}.`)))) {
        if (dialect.none[key] !== '' && value !== false) {
          none.push({ key, what: dialect.none[key] });
        }
      } else if (isMap(value)) {
        visit(value, key);
      } else if (value !== false && dialect.none[path] === undefined) {
        none.push({ key, what: 'is no key that is known of here: see what it was for' });
      }
    }
  };
  visit(theirs, '');
  Object.entries(dialect.granted)
    .filter(([key]) => valueAt(values, key) === undefined)
    .forEach(([key, value]) => {
      set(values, key, value);
    });
  return { values, origins, none };
}

function listOf(same: Counterpart | readonly Counterpart[]): readonly Counterpart[] {
  return Array.isArray(same[0]) ? same as readonly Counterpart[] : [same as Counterpart];
}

function set(values: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.split('.');
  const parent = keys
    .slice(0, -1)
    .reduce<Record<string, unknown>>((map, key) => (map[key] ??= {}) as Record<string, unknown>, values);
  const last = keys[keys.length - 1];
  // two keys of the source may say parts of one text
  parent[last] = typeof parent[last] === 'string' && typeof value === 'string' ? `${parent[last]}\n${value}` : value;
}
