/** Where an entry of rabbitmq.conf comes from: the library, a typed prop, or a key that the user wrote. */
export type Origin = 'default' | 'typed' | 'raw';

/** A line of rabbitmq.conf. */
export interface Entry {
  readonly key: string;
  readonly value: string;
  readonly origin: Origin;
  /** The prop it comes from, for messages: `configuration.queues.consumerTimeout`, `configuration.raw`. */
  readonly field: string;
}

/**
 * The entries that a broker gets in the end, each key once; later ones replace earlier ones in their place. What the
 * user wrote replaces the default's alternatives too: all of a list (`auth_mechanisms.2`), an absolute limit for
 * a relative one.
 */
export class EffectiveConfiguration {
  private readonly byKey = new Map<string, Entry>();

  public constructor(entries: readonly Entry[]) {
    const chosen = new Set(entries.filter(({ origin }) => origin !== 'default').map(({ key }) => groupOf(key)));
    for (const entry of entries) {
      if (entry.origin !== 'default' || groupOf(entry.key) === undefined || !chosen.has(groupOf(entry.key))) {
        this.byKey.set(entry.key, entry);
      }
    }
  }

  public get entries(): Entry[] {
    return [...this.byKey.values()];
  }

  public get(key: string): string | undefined {
    return this.byKey.get(key)?.value;
  }

  /** The number behind a key that isn't set to a word such as `infinity`. */
  public number(key: string): number | undefined {
    const value = this.get(key);
    return value === undefined || Number.isNaN(Number(value)) ? undefined : Number(value);
  }

  /** The entry itself, where the user wrote it or asked for it. */
  public chosen(key: string): Entry | undefined {
    const entry = this.byKey.get(key);
    return entry && entry.origin !== 'default' ? entry : undefined;
  }
}

/**
 * What a key is one item or one way of: `auth_mechanisms` for `auth_mechanisms.2`, `disk_free_limit` for
 * `disk_free_limit.absolute`.
 */
function groupOf(key: string): string | undefined {
  return /^(.*)\.(?:\d+|absolute|relative)$/.exec(key)?.[1];
}

/** rabbitmq.conf, a line an entry. */
export function renderConf(entries: readonly Entry[]): string {
  return entries.map(({ key, value }) => `${key} = ${value}\n`).join('');
}
