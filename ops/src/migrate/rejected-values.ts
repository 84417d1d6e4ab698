import { type Draft, isMap } from './draft';
import { libraryRejections, UNREADABLE } from './library-rejections';
import { type Rejection, schemaRejections } from './schema-rejections';
import { only, type Path, withValue, without } from './values';
import { isShown } from '../chart-values/schema';

type Values = Readonly<Record<string, unknown>>;

type Reason = Pick<Rejection, 'path' | 'why'>;

/** What makes no sense in parts. */
const WHOLE = [
  'image', 'resources', 'definitions', 'authentication', 'ingress', 'gateway', 'persistence.selector', 'persistence.dataSource',
  'persistence.dataSourceRef', 'scheduling.nodeAffinity', 'pod.dnsConfig',
];

/** Maps whose keys the user chooses. */
const ENTRIES = [
  'configuration', 'scheduling.nodeSelector', 'service.annotations', 'service.nodePorts', 'serviceAccount.annotations', 'persistence.labels',
  'persistence.annotations', 'serviceMonitor.labels', 'networkPolicy.clientNamespaces', 'podLabels', 'podAnnotations', 'commonLabels',
  'commonAnnotations',
];

/** Keys that others depend on come first, at each level. */
const FIRST = [
  'image', 'cluster', 'resources', 'persistence', 'plugins', 'tls', 'service', 'networkPolicy', 'pod',
  'enabled', 'create', 'type', 'volumes',
];

/** What makes no sense without a part of it. */
const INDISPENSABLE: Readonly<Record<string, Path>> = {
  'ingress.host': ['ingress'], 'authentication.ldap.servers': ['authentication'], 'gateway.name': ['gateway'],
  'gateway.management.host': ['gateway'],
};

/**
 * The values of a draft that the chart accepts; the others are noted. The library says more than the schema, which
 * knows no release
 * and no secret, and the schema knows all keys.
 */
export function withoutRejected(draft: Draft): Values {
  let values = draft.values as Values;
  for (let [found] = schemaRejections(values); found !== undefined; [found] = schemaRejections(values)) {
    const rejected = smallest(found, values);
    noteRejection(draft, rejected, values);
    values = without(values, INDISPENSABLE[keyOf(rejected.path)] ?? rejected.path);
  }
  return libraryRejections(values).length === 0 ? values : accepted(draft, values);
}

/** What the user said of a rejected value, and the library's reason, which tells more than that of the schema. */
function smallest({ path, why, isOtherKind }: Rejection, values: Values): Reason {
  const said = path.slice(0, lengthSaid(path, values));
  if (isOtherKind) {
    return { path: said, why };
  }
  const whole = WHOLE.find(key => keyOf(said) === key || keyOf(said).startsWith(`${key}.`));
  const judged = whole === undefined ? said : whole.split('.');
  const [reason = UNREADABLE] = libraryRejections(only(judged, at(values, judged)));
  return { path: said, why: reason === UNREADABLE ? why : withoutSecret(reason, said, at(values, said)) };
}

/** Adds the values piece by piece: one that is rejected with those before it is left out. */
function accepted(draft: Draft, values: Values): Values {
  let result: Values = {};
  const add = (path: Path, value: unknown): void => {
    const more = withValue(result, path, value);
    const [why] = libraryRejections(more);
    if (why === undefined) {
      result = more;
      return;
    }
    const parts = partsOf(path, value);
    if (parts === undefined) {
      noteRejection(draft, { path, why: withoutSecret(why, path, value) }, values);
    } else {
      parts.forEach(([key, part]) => { add([...path, key], part); });
    }
  };
  add([], values);
  return result;
}

/** The parts of a value that can be judged one at a time; undefined if it has none. */
function partsOf(path: Path, value: unknown): [key: string | number, part: unknown][] | undefined {
  if (WHOLE.includes(keyOf(path)) || path.some(key => typeof key === 'number')) {
    return undefined;
  }
  if (Array.isArray(value)) {
    return value.map((item: unknown, i) => [i, item]);
  }
  return isMap(value) ? Object.entries(value).sort(([a], [b]) => rank(a) - rank(b)) : undefined;
}

function rank(key: string): number {
  const place = FIRST.indexOf(key);
  return place < 0 ? FIRST.length : place;
}

/** How many keys of a path lead to something that is said; the rest is missing or a default. */
function lengthSaid(path: Path, values: Values): number {
  const missing = path.findIndex((_key, i) => at(values, path.slice(0, i + 1)) === undefined);
  return missing < 0 ? path.length : missing;
}

function at(values: Values, path: Path): unknown {
  const below = (value: unknown, key: string | number): unknown =>
    (Array.isArray(value) ? value[Number(key)] : isMap(value) ? value[key] : undefined);
  return path.reduce<unknown>(below, values);
}

function keyOf(path: Path): string {
  return path.filter(part => typeof part === 'string').join('.');
}

/** By the other chart's key, with the entry of a map or the name of an item. */
function noteRejection(draft: Draft, { path, why }: Reason, values: Values): void {
  const ours = keyOf(path);
  const map = ENTRIES.find(key => ours.startsWith(`${key}.`));
  const index = path.findIndex(key => typeof key === 'number');
  const item = index < 0 ? undefined : at(values, path.slice(0, index + 1));
  const name = map === undefined ? isMap(item) ? item.name : undefined : ours.slice(map.length + 1);
  const key = draft.originOf(ours);
  draft.note(typeof name === 'string' ? `${key}: ${name}` : key, `left out: ${why}`);
}

/** Secrets may be in rabbitmq.conf, and in values of variables. */
function withoutSecret(why: string, path: Path, value: unknown): string {
  return isShown(path) ? why : secretTexts(value).reduce<string>((text, each) => text.replaceAll(JSON.stringify(each), '…'), why);
}

function secretTexts(value: unknown): string[] {
  if (!isMap(value)) {
    return Array.isArray(value) ? value.flatMap(secretTexts) : [String(value)];
  }
  return Object.entries(value).flatMap(([key, each]) => (key === 'value' || typeof each === 'object' ? secretTexts(each) : []));
}
