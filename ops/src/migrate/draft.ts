/** What is worth a look in values that were carried over. */
export interface MigrationNote {
  /** The key in the other chart's values. */
  readonly key: string;
  /** Why it has no counterpart, or what is different about it here, and what to do. */
  readonly what: string;
}

/** Values for the chart here, while they come together. */
export class Draft {
  public readonly values: Record<string, unknown> = {};
  public readonly notes: MigrationNote[] = [];

  /** The key of the other chart's that is carried over. */
  public reading = '';
  private readonly origins = new Map<string, Set<string>>();

  /** @param isBitnami whether the image and its folders are Bitnami's */
  public constructor(public readonly theirs: Readonly<Record<string, unknown>>, public readonly isBitnami = true) {}

  /** What the other chart's values say, where they say it. */
  public theirValue(path: string): unknown {
    return valueAt(this.theirs, path);
  }

  public ourValue(path: string): unknown {
    return valueAt(this.values, path);
  }

  public set(path: string, value: unknown): void {
    const keys = path.split('.');
    const last = keys[keys.length - 1];
    const parent = keys.slice(0, -1)
      .reduce<Record<string, unknown>>((map, key) => (map[key] ??= {}) as Record<string, unknown>, this.values);
    parent[last] = value;
    this.origins.set(path, (this.origins.get(path) ?? new Set()).add(this.reading));
  }

  /** Adds items to a list, without those that it has. */
  public append(path: string, ...items: readonly unknown[]): void {
    const before = (this.ourValue(path) ?? []) as readonly unknown[];
    const texts = new Set(before.map(item => JSON.stringify(item)));
    const added = items.filter(item => !texts.has(JSON.stringify(item)));
    if (added.length > 0) {
      this.set(path, [...before, ...added]);
    }
  }

  /** Adds entries to a map, which replace those of the same key. */
  public merge(path: string, entries: Readonly<Record<string, unknown>>): void {
    this.set(path, { ...this.ourValue(path) as object | undefined, ...entries });
    Object.keys(entries).forEach((key) => { this.origins.set(`${path}.${key}`, new Set([this.reading])); });
  }

  public remove(path: string): void {
    const keys = path.split('.');
    const parent = valueAt(this.values, keys.slice(0, -1).join('.'));
    if (isMap(parent)) {
      Reflect.deleteProperty(parent, keys[keys.length - 1]);
    }
  }

  /** The keys of the other chart's that a value here came from. */
  public originOf(path: string): string {
    const known = this.origins.get(path) ?? this.originsBelow(path);
    const parent = path.lastIndexOf('.');
    return known !== undefined ? [...known].join(', ') : parent < 0 ? path : this.originOf(path.slice(0, parent));
  }

  private originsBelow(path: string): ReadonlySet<string> | undefined {
    const below = [...this.origins].filter(([key]) => key.startsWith(`${path}.`)).flatMap(([, keys]) => [...keys]);
    return below.length > 0 ? new Set(below) : undefined;
  }

  public note(key: string, what: string): void {
    if (!this.notes.some(note => note.key === key && note.what === what)) {
      this.notes.push({ key, what });
    }
  }
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value says nothing: null, an empty text, list or map. */
export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}

/** The value at a path, such as `a.b`. */
export function valueAt(values: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((map, key) => (isMap(map) ? map[key] : undefined), values);
}
