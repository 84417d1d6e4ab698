import { Draft, isEmpty, isMap, type MigrationNote } from './draft';
import { type Dialect, translate } from './dialect';
import { ingress } from './ingress';
import { MAPPED, type Take } from './mapped';
import { whyNone } from './none';
import { withoutRefused } from './refused';
import { resources } from './resources';
import { isUsual } from './usual';
import { UsageError } from '../core/errors';

export type { MigrationNote } from './draft';

/** Values of another chart, as the chart here has them. */
export interface Migration {
  readonly values: Readonly<Record<string, unknown>>;
  /** What has no counterpart, isn't quite the same, or is refused by the chart here and left out. */
  readonly notes: readonly MigrationNote[];
}

/** What the other chart takes where nothing is said, and a cluster's users would miss. */
const TAKEN_FOR_GRANTED: Readonly<Record<string, unknown>> = {
  replicaCount: 1,
  'auth.username': 'user',
  'persistence.size': '8Gi',
  'networkPolicy.allowExternal': true,
};

/**
 * Values for the chart here from those of Bitnami's chart `rabbitmq` (16 and those before with the same keys). Values
 * that may be secret are neither carried over nor in a note; what the chart here refuses isn't carried over either, and
 * is in one.
 *
 * @throws UsageError where it isn't a map of values
 */
export function migrateBitnamiValues(theirs: unknown): Migration {
  if (!isMap(theirs)) {
    throw new UsageError('the values of Bitnami\'s chart are a map of keys, such as replicaCount: 3');
  }
  return migrate(theirs, TAKEN_FOR_GRANTED);
}

/** Notes that are about Bitnami's own image and Secrets. */
const OF_BITNAMI = ['image.registry', 'global.imageRegistry'];

/** Values for the chart here from those of another source, by what Bitnami's chart calls them. */
export function migrateDialect(theirs: Readonly<Record<string, unknown>>, dialect: Dialect): Migration {
  const { values, origins, none } = translate(theirs, dialect);
  const migration = migrate(values, {});
  const notes = migration.notes
    .filter(({ key }) => !OF_BITNAMI.includes(key))
    .map(({ key, what }) => ({ key: originOf(key, origins), what }));
  return { values: migration.values, notes: [...notes, ...none] };
}

/** The key of the source, for a key of Bitnami's chart with what is below it. */
function originOf(key: string, origins: ReadonlyMap<string, string>): string {
  const known = [...origins].filter(([ours]) => key === ours || key.startsWith(`${ours}.`) || key.startsWith(`${ours}:`)).sort(([a], [b]) => b.length - a.length)[0];
  return known === undefined ? key : `${known[1]}${key.slice(known[0].length)}`;
}

function migrate(theirs: Readonly<Record<string, unknown>>, granted: Readonly<Record<string, unknown>>): Migration {
  const draft = new Draft(theirs);
  for (const [key, value] of Object.entries(granted)) {
    if (draft.theirValue(key) === undefined) {
      carryOne(MAPPED[key], key, value, draft);
    }
  }
  carry(theirs, '', draft);
  draft.reading = 'resources';
  resources(draft);
  draft.reading = 'ingress';
  ingress(draft);
  if (draft.ourValue('credentials.existingSecret') !== undefined) {
    draft.remove('credentials.username');
  }
  return { values: withoutRefused(draft), notes: draft.notes };
}

function carry(map: Readonly<Record<string, unknown>>, path: string, draft: Draft): void {
  for (const [name, value] of Object.entries(map)) {
    const key = path === '' ? name : `${path}.${name}`;
    const take = MAPPED[key];
    const why = whyNone(key);
    if (take !== undefined && !isEmpty(value)) {
      carryOne(take, key, value, draft);
    } else if (isMap(value) && (why === undefined || isMappedBelow(key))) {
      carry(value, key, draft);
    } else if (take === undefined && !isUsual(key, value)) {
      draft.note(key, why ?? 'is no key that is known of here: see what it was for');
    }
  }
}

function carryOne(take: Take, key: string, value: unknown, draft: Draft): void {
  const mayHaveTemplates = ['configuration', 'extraConfiguration'].includes(key);
  if (!mayHaveTemplates && JSON.stringify(value).includes('{{')) {
    draft.note(key, 'is a template: write what comes out of it');
  } else {
    draft.reading = key;
    take(value, draft, key);
  }
}

function isMappedBelow(key: string): boolean {
  return Object.keys(MAPPED).some(mapped => mapped.startsWith(`${key}.`));
}
