import { type Draft, isMap } from './draft';
import { complaints } from './library';
import { type Refusal, schemaRefusals } from './schema';
import { only, type Path, without } from './values';

type Values = Readonly<Record<string, unknown>>;

/** Parts that the library can validate separately: each entry of a map, each item of a list, or the whole. */
const JUDGED: readonly (readonly [key: string, 'entries' | 'whole'])[] = [
  ['image', 'whole'],
  ['cluster.name', 'whole'],
  ['credentials.username', 'whole'],
  ['resources', 'whole'],
  ['persistence.size', 'whole'],
  ['plugins', 'entries'],
  ['configuration', 'entries'],
  ['advancedConfiguration', 'whole'],
  ['scheduling.nodeSelector', 'entries'],
  ['scheduling.tolerations', 'entries'],
  ['service.annotations', 'entries'],
  ['podLabels', 'entries'],
  ['podAnnotations', 'entries'],
  ['commonLabels', 'entries'],
  ['commonAnnotations', 'entries'],
];

/** What makes no sense without a part of it. */
const INDISPENSABLE: Readonly<Record<string, Path>> = { 'ingress.host': ['ingress'] };

/**
 * The values of a draft that the chart takes; the others are noted. The library says more than the schema, which knows
 * no release and no secret, and the schema knows all keys.
 */
export function withoutRefused(draft: Draft): Values {
  const refused = complaints(draft.values).length > 0 ? refusedPieces(draft) : [];
  refused.forEach((refusal) => { noteRefusal(draft, refusal); });
  // from the last, as a list's items move up
  let values = refused.reduceRight((left, { path }) => without(left, path), draft.values as Values);
  for (let [refusal] = schemaRefusals(values); refusal !== undefined; [refusal] = schemaRefusals(values)) {
    noteRefusal(draft, refusal);
    values = without(values, INDISPENSABLE[refusal.path.join('.')] ?? refusal.path);
  }
  complaints(values).forEach((why) => { draft.note('all values', `together they are refused: ${why}`); });
  return values;
}

/** Parts that the library refuses separately, with the image and the plugins that they may need. */
function refusedPieces(draft: Draft): Refusal[] {
  const refused: Refusal[] = [];
  const plugins: unknown[] = [];
  let image: unknown;
  for (const { path, value } of pieces(draft)) {
    const [why] = complaints({ image, plugins, ...only(path, value) });
    if (why !== undefined) {
      refused.push({ path, why: withoutSecret(why, path, value) });
    } else if (path[0] === 'plugins') {
      plugins.push(value);
    } else if (path[0] === 'image') {
      image = value;
    }
  }
  return refused;
}

function pieces(draft: Draft): { path: Path; value: unknown }[] {
  return JUDGED.flatMap(([key, how]) => {
    const path = key.split('.');
    const value = draft.ourValue(key);
    if (how === 'whole') {
      return value === undefined ? [] : [{ path, value }];
    }
    return Array.isArray(value)
      ? value.map((item: unknown, i) => ({ path: [...path, i], value: item }))
      : Object.entries(isMap(value) ? value : {}).map(([name, each]) => ({ path: [...path, name], value: each }));
  });
}

/** By the other chart's key, with the entry of a map. */
function noteRefusal(draft: Draft, { path, why }: Refusal): void {
  const ours = path.filter(part => typeof part === 'string').join('.');
  const map = JUDGED.find(([key, how]) => how === 'entries' && ours.startsWith(`${key}.`))?.[0];
  draft.note(map === undefined ? draft.originOf(ours) : `${draft.originOf(map)}: ${ours.slice(map.length + 1)}`, `left out: ${why}`);
}

/** Secrets may be in rabbitmq.conf. */
function withoutSecret(why: string, [key]: Path, value: unknown): string {
  return key === 'configuration' ? why.replaceAll(JSON.stringify(value), '…') : why;
}
