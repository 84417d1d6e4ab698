import { FEATURES } from './features';
import { branches, presence } from './learn';
import { CIDR } from './samples';
import { CLOSE, OPEN } from './slots';

/** A value as it came out under some options. */
export interface Seen {
  readonly options: Readonly<Record<string, string>>;
  readonly value: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/** A template of YAML for a map, from all that it came out as. */
export function mapTemplate(seen: readonly Seen[], indent: number): string[] {
  const keys = [...new Set(seen.flatMap(({ value }) => Object.keys(value as Fields)))].sort();
  const slots = keys.filter(key => key.startsWith(SLOT));
  const own = keys.filter(key => !slots.includes(key));
  const entries = own.flatMap((key) => {
    const there = seen.filter(({ value }) => key in (value as Fields)).map(({ options, value }) => ({ options, value: (value as Fields)[key] }));
    const condition = presence(seen.map(({ options, value }) => ({ options, isThere: key in (value as Fields) })));
    const lines = conditional(condition, entry(`${label(key)}:`, there, indent));
    return slots.some(slot => OVER_OURS.includes(slot)) ? conditional(`not (hasKey ${valueOf(slots[0])} ${JSON.stringify(key)})`, lines) : lines;
  });
  return [...entries, ...maps(slots, slots.some(slot => OVER_OURS.includes(slot)) ? [] : own, indent)];
}

/** Maps of the user's whose keys go before ours. */
const OVER_OURS = ['zzslot-ingress.annotations'];
const SLOT = 'zzslot-';

function valueOf(slot: string): string {
  return `$.Values.${slot.slice(SLOT.length)}`;
}

/** A user's own maps, the more specific one before the one that is common to all, without the keys that are ours. */
function maps(slots: readonly string[], ours: readonly string[], indent: number): string[] {
  if (slots.length === 0) {
    return [];
  }
  const values = [...slots].sort((a, b) => b.length - a.length).map(valueOf);
  const merged = values.length === 1 ? values[0] : `(merge (dict) ${values.join(' ')})`;
  const rest = ours.length === 0 ? merged.replace(/^\((.*)\)$/, '$1') : `omit ${merged} ${ours.map(key => JSON.stringify(key)).join(' ')}`;
  return [`{{- with ${rest} }}`, given('.', indent), '{{- end }}'];
}

/** A user's own map or list, as it is in the values. */
function given(value: string, indent: number): string {
  return `${' '.repeat(indent)}{{- toYaml ${value} | nindent ${indent} }}`;
}

function conditional(condition: string | undefined, lines: readonly string[]): string[] {
  return condition === undefined ? [...lines] : [`{{- if ${condition} }}`, ...lines, '{{- end }}'];
}

/** What follows `key:` or `-`. */
function entry(head: string, seen: readonly Seen[], indent: number): string[] {
  const pad = ' '.repeat(indent);
  const isEmpty = ({ value }: Seen): boolean => typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  const filledIn = seen.filter(one => !isEmpty(one));
  if (filledIn.length > 0 && filledIn.length < seen.length) {
    return [
      `{{- if ${presence(seen.map(one => ({ options: one.options, isThere: !isEmpty(one) }))) ?? 'true'} }}`,
      ...entry(head, filledIn, indent),
      '{{- else }}',
      ...entry(head, seen.filter(isEmpty), indent),
      '{{- end }}',
    ];
  }
  const kinds = new Set(seen.map(({ value }) => kindOf(value)));
  const [kind] = kinds;
  if (kinds.size === 1 && kind === 'map') {
    return [`${pad}${head}`, ...mapTemplate(seen, indent + 2)];
  }
  if (kinds.size === 1 && kind === 'list') {
    return [`${pad}${head}`, ...listTemplate(seen, indent + 2)];
  }
  if (kinds.size === 1 && kind === 'text' && seen.some(({ value }) => value !== seen[0].value)) {
    return textTemplate(head, seen, indent);
  }
  const number = ['replicas', 'highest'].find(id => seen.length > 1 && seen.some(({ value }) => value !== seen[0].value) && seen.every(({ options, value }) => value === Number(options[id])));
  if (number !== undefined) {
    return scalar(head, `${OPEN}#$c.${number}${CLOSE}`, indent);
  }
  const values = new Map(seen.map(({ value }) => [JSON.stringify(value), value]));
  const found = branches(seen.map(({ options, value }) => ({ options, outcome: JSON.stringify(value) })));
  return found.length === 1
    ? scalar(head, values.get(found[0].outcome), indent)
    : [...found.flatMap(({ condition, outcome }, i) => [
        condition === undefined ? '{{- else }}' : `{{- ${i === 0 ? 'if' : 'else if'} ${condition} }}`,
        ...scalar(head, values.get(outcome), indent),
      ]), '{{- end }}'];
}

/** Texts of lines differ by lines; those of a single line as a whole. */
function kindOf(value: unknown): 'map' | 'list' | 'text' | 'scalar' {
  if (Array.isArray(value)) {
    return value.length > 0 ? 'list' : 'scalar';
  }
  if (typeof value === 'object' && value !== null) {
    return Object.keys(value).length > 0 ? 'map' : 'scalar';
  }
  return typeof value === 'string' && value.trimEnd().includes('\n') ? 'text' : 'scalar';
}

function textTemplate(head: string, seen: readonly Seen[], indent: number): string[] {
  const lists = seen.map(({ options, value }) => ({ options, value: (value as string).replace(/\n$/, '').split('\n') }));
  const chomp = (seen[0].value as string).endsWith('\n') ? '|' : '|-';
  return [`${' '.repeat(indent)}${head} ${chomp}`, ...sequence(lists, counted, there =>
    [`${' '.repeat(indent + 2)}${filled(there[0].value as string)}`])];
}

/** Each line with its number of earlier occurrences. */
function counted(items: readonly unknown[]): string[] {
  const before = new Map<string, number>();
  return items.map((item) => {
    const text = typeof item === 'string' ? item : JSON.stringify(item);
    before.set(text, (before.get(text) ?? 0) + 1);
    return `${text}#${before.get(text)}`;
  });
}

function listTemplate(seen: readonly Seen[], indent: number): string[] {
  const identify = identityOf(seen);
  if (isCommand(seen) && ordered(seen.map(({ value }) => identify(value as unknown[]))) === undefined) {
    return sequence(seen.map(({ options, value }) => ({ options, value: value as unknown[] })), items => items.map((_, i) => String(i)), there => item(there, indent));
  }
  const orderOf = (some: readonly Seen[]): string[] | undefined => ordered(some.map(({ value }) => identify(value as unknown[])));
  if (orderOf(seen) === undefined) {
    return byFeature(seen, orderOf).flatMap(({ condition, some }, i, { length }) => [
      i === length - 1 ? '{{- else }}' : `{{- ${i === 0 ? 'if' : 'else if'} ${condition} }}`,
      ...listTemplate(some, indent),
    ]).concat('{{- end }}');
  }
  return sequence(seen.map(({ options, value }) => ({ options, value: value as unknown[] })), identityOf(seen), (there) => {
    const [first] = there;
    const text = JSON.stringify(first.value);
    const slot = /"(zzslot-[\w.]+)"/.exec(text)?.[1];
    if (slot !== undefined && typeof first.value === 'object' && Object.keys(first.value as Fields).length === 1) {
      return [given(valueOf(slot), indent)];
    }
    if (text.includes(CIDR)) {
      return ['{{- range $.Values.networkPolicy.clientCidrs }}', `${' '.repeat(indent)}- ipBlock:`, `${' '.repeat(indent)}    cidr: {{ . | quote }}`, '{{- end }}'];
    }
    if (text.includes('zzpullsecret')) {
      return ['{{- range $.Values.image.pullSecrets }}', `${' '.repeat(indent)}- name: {{ . | quote }}`, '{{- end }}'];
    }
    return typeof first.value === 'string' && text.includes(`${OPEN}$i${CLOSE}`)
      ? ['{{- range $i := until (int $c.replicas) }}', ...item(there, indent), '{{- end }}']
      : item(there, indent);
  });
}

/** Whether lists are one program's arguments, each of which is told by its place. */
function isCommand(seen: readonly Seen[]): boolean {
  const lists = seen.map(({ value }) => value as unknown[]);
  return lists.every(items => items.every(one => typeof one === 'string') && items[0] === lists[0][0]);
}

/** Cases apart by a feature, so that the items of each have an order. */
function byFeature(seen: readonly Seen[], orderOf: (some: readonly Seen[]) => string[] | undefined): { condition: string; some: Seen[] }[] {
  for (const { id, options, is } of FEATURES) {
    const groups = options
      .map(option => ({ condition: is(option).replace(/^\((.*)\)$/, '$1'), some: seen.filter(one => one.options[id] === option) }))
      .filter(({ some }) => some.length > 0);
    if (groups.length > 1 && groups.every(({ some }) => orderOf(some) !== undefined)) {
      return groups;
    }
  }
  throw new Error(`a list has no one order: ${JSON.stringify(seen[0].value).slice(0, 300)}`);
}

function item(there: readonly Seen[], indent: number): string[] {
  if (!there.every(({ value }) => kindOf(value) === 'map')) {
    return entry('-', there, indent);
  }
  const [head, ...rest] = mapTemplate(there, indent + 2);
  const pad = ' '.repeat(indent);
  return head.startsWith('{{') ? [`${pad}-`, head, ...rest] : [`${pad}- ${head.trimStart()}`, ...rest];
}

/** By what the items of a list can be told from each other: the first field that is another in each, or the whole item. */
function identityOf(seen: readonly Seen[]): (items: readonly unknown[]) => string[] {
  const lists = seen.map(({ value }) => value as unknown[]);
  const first = (field: string) => (one: unknown): string | undefined => {
    const value = (one as Fields | null)?.[field];
    return value === undefined ? undefined : JSON.stringify(Array.isArray(value) ? value[0] : value);
  };
  const by = ['name', 'alert', 'record', 'mountPath', 'targetLabel', 'topologyKey', 'key', 'host', 'path'].map(first).find(id =>
    lists.every(items => items.every(one => id(one) !== undefined) && new Set(items.map(id)).size === items.length));
  // rules of a NetworkPolicy by their first port, which is another over TLS
  const peers = (one: unknown): string => ['ports', 'from', 'to'].map(field => first(field)(one)).find(id => id !== undefined)?.replace(/(?<="port":(5|15)6[79])1\b/, '2') ?? '';
  if (by === undefined && lists.every(items => items.every(one => peers(one) !== '') && new Set(items.map(peers)).size === items.length)) {
    return items => items.map(peers);
  }
  return by === undefined ? counted : items => items.map(one => by(one)!);
}

/** Items in the one order that all have, each where it is there. */
function sequence(seen: readonly { readonly options: Seen['options']; readonly value: readonly unknown[] }[], identify: (items: readonly unknown[]) => string[],
  write: (there: readonly Seen[]) => string[]): string[] {
  const listed = seen.map(({ options, value }) => ({ options, value, ids: identify(value) }));
  return (ordered(listed.map(({ ids }) => ids)) ?? []).flatMap((id) => {
    const there = listed.filter(({ ids }) => ids.includes(id)).map(({ options, value, ids }) => ({ options, value: value[ids.indexOf(id)] }));
    return conditional(presence(listed.map(({ options, ids }) => ({ options, isThere: ids.includes(id) }))), write(there));
  });
}

function ordered(lists: readonly (readonly string[])[]): string[] | undefined {
  const after = new Map<string, Set<string>>();
  lists.forEach((ids) => {
    ids.forEach((id, i) => {
      const before = after.get(id) ?? new Set<string>();
      after.set(id, i > 0 ? before.add(ids[i - 1]) : before);
    });
  });
  const done = new Set<string>();
  while (done.size < after.size) {
    const next = [...after].find(([id, before]) => !done.has(id) && [...before].every(other => done.has(other)))?.[0];
    if (next === undefined) {
      return undefined;
    }
    done.add(next);
  }
  return [...done];
}

const PLAIN = /^[a-zA-Z/][\w./-]*$/;
const WORDS = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n']);

function label(key: string): string {
  return key.includes(OPEN) ? filled(JSON.stringify(key)) : PLAIN.test(key) ? key : JSON.stringify(key);
}

function scalar(head: string, value: unknown, indent: number): string[] {
  const pad = ' '.repeat(indent);
  if (typeof value !== 'string') {
    return [`${pad}${head} ${filled(JSON.stringify(value))}`];
  }
  const whole = new RegExp(`^${OPEN}(#?)([^${OPEN}${CLOSE}]+)${CLOSE}$`).exec(value);
  if (whole) {
    return [`${pad}${head} {{ ${whole[2]}${whole[1] === '#' ? '' : ' | quote'} }}`];
  }
  if (value.includes('\n') || (value.length > 60 && /["\\{]/.test(value) && !/^\s/.test(value))) {
    const chomp = value.endsWith('\n') ? '|' : '|-';
    return [`${pad}${head} ${chomp}`, ...value.replace(/\n$/, '').split('\n').map(line => (line === '' ? '' : `${pad}  ${filled(line)}`))];
  }
  return [`${pad}${head} ${PLAIN.test(value) && !WORDS.has(value.toLowerCase()) ? value : filled(JSON.stringify(value))}`];
}

/** Text of a template: what looks like one is kept from being one, and expressions are written. */
function filled(text: string): string {
  return text
    .replace(/\{\{|\}\}/g, braces => `{{ "${braces}" }}`)
    .replaceAll(`${OPEN}#`, OPEN)
    .replaceAll(OPEN, '{{ ')
    .replaceAll(CLOSE, ' }}');
}
