import { BITNAMI_DEFAULTS } from './bitnami-defaults';
import { type Defaults, isDefault, isWrittenDefault } from './defaults';
import { Draft, isEmpty, isMap, type MigrationNote } from './draft';
import { type Dialect, translate } from './dialect';
import { withoutSecondName } from './mappings/authentication';
import { type Mapping, TEMPLATE } from './mappings/mapping';
import { withoutRejected } from './rejected-values';
import { UNSUPPORTED_VALUES, whyUnsupported } from './unsupported-values';
import { VALUE_MAPPINGS } from './value-mappings';
import { mergeValues } from '../chart-values/merge';
import { UsageError } from '../core/errors';

export type { MigrationNote } from './draft';

/** Values of another chart, as the chart here has them. */
export interface Migration {
  readonly values: Readonly<Record<string, unknown>>;
  /** What has no counterpart, isn't quite the same, or is refused by the chart here and left out. */
  readonly notes: readonly MigrationNote[];
}

/** What Bitnami's chart has where nothing is said, and users of a cluster would miss. */
const GRANTED = {
  replicaCount: 1,
  auth: { username: 'user', tls: { failIfNoPeerCert: true, sslOptionsVerify: 'verify_peer' } },
  persistence: { size: '8Gi' },
  networkPolicy: { allowExternal: true },
};

/** Values in which parts may be templates, while the rest is carried over. */
const WITH_TEMPLATES = [
  'configuration', 'extraConfiguration', 'extraEnvVars', 'sidecars', 'initContainers', 'extraVolumes', 'extraVolumeMounts', 'extraDeploy', 'affinity',
  'topologySpreadConstraints', 'ldap', 'loadDefinition', 'metrics.podAnnotations', 'metrics.prometheusRule.rules', 'networkPolicy.extraIngress',
  'networkPolicy.extraEgress',
];

/**
 * Values for the chart here from those of Bitnami's chart `rabbitmq` (16 and those before with the same keys). Values
 * that may
 * be secret are neither carried over nor in a note; what the chart here refuses isn't carried over either, and is in
 * one.
 *
 * @throws UsageError where it isn't a map of values
 */
export function migrateBitnamiValues(theirs: unknown): Migration {
  if (!isMap(theirs)) {
    throw new UsageError('the values of Bitnami\'s chart are a map of keys, such as replicaCount: 3');
  }
  return migrate(new Draft(mergeValues(GRANTED, theirs) as Record<string, unknown>), BITNAMI_DEFAULTS);
}

/** Values for the chart here from those of another source, by what Bitnami's chart calls them. */
export function migrateDialect(theirs: Readonly<Record<string, unknown>>, dialect: Dialect): Migration {
  const { values, origins, notes: ofDialect } = translate(theirs, dialect);
  const { values: ours, notes } = migrate(new Draft(values, false), {});
  const own = notes.map(({ key, what }) => ({ key: originOf(key, origins), what }));
  return { values: ours, notes: [...own, ...ofDialect] };
}

/** The key of the source, for a key of Bitnami's chart with what is below it. */
function originOf(key: string, origins: ReadonlyMap<string, string>): string {
  const [known] = [...origins]
    .filter(([ours]) => key === ours || key.startsWith(`${ours}.`) || key.startsWith(`${ours}:`))
    .sort(([a], [b]) => b.length - a.length);
  return known === undefined ? key : `${known[1]}${key.slice(known[0].length)}`;
}

function migrate(draft: Draft, defaults: Defaults): Migration {
  carry(draft.theirs, '', draft, defaults);
  withoutSecondName(draft);
  return { values: withoutRejected(draft), notes: draft.notes };
}

function carry(map: Readonly<Record<string, unknown>>, path: string, draft: Draft, defaults: Defaults): void {
  for (const [name, value] of Object.entries(map)) {
    const key = path === '' ? name : `${path}.${name}`;
    const take = VALUE_MAPPINGS[key];
    const why = whyUnsupported(key);
    if (isEmpty(value) || isWrittenDefault(defaults, key, value)) {
      continue;
    }
    if (take !== undefined) {
      carryOne(take, key, value, draft);
    } else if (isMap(value) && (why === undefined || isKnownBelow(key))) {
      carry(value, key, draft, defaults);
    } else if (!isDefault(defaults, key, value)) {
      draft.note(key, why ?? 'is no key that is known of here: see what it was for');
    }
  }
}

function carryOne(take: Mapping, key: string, value: unknown, draft: Draft): void {
  if (!WITH_TEMPLATES.includes(key) && JSON.stringify(value).includes('{{')) {
    draft.note(key, TEMPLATE);
  } else {
    draft.reading = key;
    take(value, draft, key);
  }
}

function isKnownBelow(key: string): boolean {
  return [...Object.keys(VALUE_MAPPINGS), ...UNSUPPORTED_VALUES.flatMap(({ keys }) => keys)].some(known => known.startsWith(`${key}.`));
}
