import { Feature, FEATURES } from './features';

/** What came out under some options. */
export interface Case {
  readonly options: Readonly<Record<string, string>>;
  readonly outcome: string;
}

/** A condition, and what comes out where it holds; the last has none. */
export interface Branch {
  readonly condition?: string;
  readonly outcome: string;
}

/**
 * What the outcome depends on, as branches of a template: the fewest features that tell outcomes apart in every case.
 *
 * @throws if the features don't tell them apart, or a template can't ask for one of them
 */
export function branches(cases: readonly Case[]): Branch[] {
  const counts = new Map<string, number>();
  cases.forEach(({ outcome }) => counts.set(outcome, (counts.get(outcome) ?? 0) + 1));
  const outcomes = [...counts.keys()].sort((a, b) => counts.get(a)! - counts.get(b)! || (a < b ? -1 : 1));
  if (outcomes.length === 1) {
    return [{ outcome: outcomes[0] }];
  }
  const features = telling(cases);
  const table = tableOf(features, cases)!;
  return outcomes.map((outcome, i) => ({ outcome, condition: i === outcomes.length - 1 ? undefined : expression(features, table, outcome) }));
}

/** The condition under which something is there; undefined where it always is. */
export function presence(cases: readonly { readonly options: Readonly<Record<string, string>>; readonly isThere: boolean }[]): string | undefined {
  if (cases.every(({ isThere }) => isThere)) {
    return undefined;
  }
  const features = telling(cases.map(({ options, isThere }) => ({ options, outcome: String(isThere) })));
  return expression(features, tableOf(features, cases.map(({ options, isThere }) => ({ options, outcome: String(isThere) })))!, 'true');
}

type Table = ReadonlyMap<string, string>;

function tableOf(features: readonly Feature[], cases: readonly Case[]): Table | undefined {
  const table = new Map<string, string>();
  for (const { options, outcome } of cases) {
    const key = features.map(({ id }) => options[id]).join('|');
    const known = table.get(key);
    if (known === undefined) {
      table.set(key, outcome);
    } else if (known !== outcome) {
      return undefined;
    }
  }
  return table;
}

function telling(cases: readonly Case[]): readonly Feature[] {
  const varying = FEATURES.filter(({ id }) => cases.some(({ options }) => options[id] !== cases[0].options[id]));
  const tells = (features: readonly Feature[]): boolean => tableOf(features, cases) !== undefined;
  for (const one of varying) {
    if (tells([one])) {
      return [one];
    }
  }
  for (const [i, one] of varying.entries()) {
    for (const other of varying.slice(i + 1)) {
      if (tells([one, other])) {
        return [one, other];
      }
    }
  }
  return fewer(splitting(varying, cases), tells);
}

/** Features that a decision tree splits by: each time the one that tells the most. */
function splitting(varying: readonly Feature[], cases: readonly Case[]): Feature[] {
  const used = new Set<Feature>();
  const split = (subset: readonly Case[], left: readonly Feature[]): void => {
    if (new Set(subset.map(({ outcome }) => outcome)).size < 2) {
      return;
    }
    const [best] = left
      .map(feature => ({ feature, groups: grouped(subset, feature) }))
      .filter(({ groups }) => groups.length > 1)
      .map(({ feature, groups }) => ({ feature, groups, doubt: groups.reduce((sum, group) => sum + group.length * entropy(group), 0) }))
      .sort((a, b) => a.doubt - b.doubt);
    if (best === undefined) {
      const [{ outcome }] = subset;
      const other = subset.find(candidate => candidate.outcome !== outcome);
      throw new Error(`no feature tells these apart: ${outcome.slice(0, 300)}\n${other?.outcome.slice(0, 300) ?? ''}`);
    }
    used.add(best.feature);
    best.groups.forEach((group) => { split(group, left.filter(feature => feature !== best.feature)); });
  };
  split(cases, varying);
  return FEATURES.filter(feature => used.has(feature));
}

function fewer(features: readonly Feature[], tells: (features: readonly Feature[]) => boolean): readonly Feature[] {
  for (const feature of [...features].reverse()) {
    const without = features.filter(other => other !== feature);
    if (tells(without)) {
      return fewer(without, tells);
    }
  }
  return features;
}

function grouped(cases: readonly Case[], { id }: Feature): Case[][] {
  const groups = new Map<string, Case[]>();
  cases.forEach(one => groups.set(one.options[id], [...(groups.get(one.options[id]) ?? []), one]));
  return [...groups.values()];
}

function entropy(cases: readonly Case[]): number {
  const counts = new Map<string, number>();
  cases.forEach(({ outcome }) => counts.set(outcome, (counts.get(outcome) ?? 0) + 1));
  return [...counts.values()].reduce((sum, count) => sum - (count / cases.length) * Math.log2(count / cases.length), 0);
}

/** `true`, `false` or a condition; any outcome where no case decides. */
function expression(features: readonly Feature[], table: Table, outcome: string): string {
  const entries = [...table].map(([key, value]) => ({ key: key.split('|'), holds: value === outcome }));
  const written = write(features, entries);
  return /^\(.*\)$/.test(written) ? written.slice(1, -1) : written;
}

interface Row {
  readonly key: readonly string[];
  readonly holds: boolean;
}

function write(features: readonly Feature[], rows: readonly Row[]): string {
  if (rows.every(({ holds }) => holds)) {
    return 'true';
  }
  if (rows.every(({ holds }) => !holds)) {
    return 'false';
  }
  return features
    .map((_, i) => writeBy(i, features, rows))
    .reduce((shortest, candidate) => (candidate.length < shortest.length ? candidate : shortest));
}

/** By one feature: options with the same rest are taken together. */
function writeBy(i: number, features: readonly Feature[], rows: readonly Row[]): string {
  const others = features.filter((_, j) => j !== i);
  const rests = new Map<string, string[]>();
  for (const option of new Set(rows.map(({ key }) => key[i]))) {
    const rest = write(others, rows.filter(({ key }) => key[i] === option).map(({ key, holds }) => ({ key: key.filter((_, j) => j !== i), holds })));
    rests.set(rest, [...(rests.get(rest) ?? []), option]);
  }
  if (rests.size === 1) {
    return [...rests.keys()][0];
  }
  const all = [...rests.values()].flat().length;
  const parts = [...rests].filter(([rest]) => rest !== 'false').map(([rest, options]) => {
    const without = [...rests].filter(([other]) => other !== rest).flatMap(([, those]) => those);
    const positive = disjunction(options.map(features[i].is));
    const one = features[i].options.length > 2 && without.length < options.length && without.length + options.length === all
      ? `(not ${disjunction(without.map(features[i].is))})`
      : positive;
    return rest === 'true' ? one : `(and ${one} ${rest})`;
  });
  return disjunction(parts);
}

function disjunction(parts: readonly string[]): string {
  return parts.length === 1 ? parts[0] : `(or ${parts.join(' ')})`;
}
