/** What this reads of jsii's assembly. */
interface Documented {
  name: string;
  docs?: { summary?: string; remarks?: string; default?: string; see?: string };
  locationInModule: { filename: string; line: number };
}
interface Reference { fqn?: string; primitive?: string; collection?: { kind: string; elementtype: Reference } }
interface Property extends Documented { type: Reference; optional?: boolean; const?: boolean }
interface Method extends Documented { parameters?: { name: string; type: Reference }[]; returns?: { type: Reference } }
interface Type extends Documented {
  fqn: string;
  datatype?: boolean;
  properties?: Property[];
  methods?: Method[];
  members?: Documented[];
}
type Areas = ReadonlyMap<string, string>;

/**
 * Pages of reference from the compiled library's `.jsii`: every type, with each prop's type, default, meaning and
 * source.
 */
const REPOSITORY = 'https://github.com/cdk8s-rabbitmq/cdk8s-rabbitmq/blob/main';
const OWN = 'cdk8s-rabbitmq.';

const areaOf = (type: Type): string => type.locationInModule.filename.split('/')[1];

/** Text of a doc comment, outside of code, as Vue and Markdown's tables take it. */
function prose(text = ''): string {
  return text.replace(/\s*\n\s*/g, ' ').split(/(`[^`]*`)/)
    .map((part, i) => i % 2 ? part : part.replace(/</g, '&lt;').replace(/\{\{/g, '&#123;&#123;'))
    .join('')
    .replace(/\|/g, '\\|');
}

const code = (text: string): string => `\`${text.replace(/\|/g, '\\|')}\``;

function reference(name: string, here: string, areas: Areas): string {
  if (!name.startsWith(OWN)) {
    return code(name.split('.').pop()!);
  }
  const own = name.slice(OWN.length);
  return `[${own}](${areas.get(name) === here ? '' : `api-${areas.get(name)!}.md`}#${own.toLowerCase()})`;
}

function typeOf(type: Reference, here: string, areas: Areas): string {
  if (type.collection) {
    const element = typeOf(type.collection.elementtype, here, areas);
    return type.collection.kind === 'array' ? `list of ${element}` : `map of ${element}`;
  }
  return type.primitive ? code(type.primitive) : reference(type.fqn!, here, areas);
}

function source({ docs, locationInModule: { filename, line } }: Documented): string {
  const see = docs?.see ? `[see](${docs.see}), ` : '';
  return `${see}[code](${REPOSITORY}/${filename}#L${line})`;
}

const meaning = ({ docs }: Documented): string => [docs?.summary, docs?.remarks].filter(Boolean).map(prose).join(' ');

function fallback({ docs, optional }: Property): string {
  return optional ? prose((docs?.default ?? '').replace(/^- /, '')) : '**required**';
}

function signature({ name, parameters = [], returns }: Method, here: string, areas: Areas): string {
  const given = parameters.map(parameter => `${parameter.name}: ${typeOf(parameter.type, here, areas)}`).join(', ');
  return `${name}(${given})${returns ? ` → ${typeOf(returns.type, here, areas)}` : ''}`;
}

function section(type: Type, here: string, areas: Areas): string {
  const lines = [`## ${type.name}`, '', meaning(type), ''];
  const table = (head: string[], rows: string[][]): void => {
    if (rows.length > 0) {
      lines.push(`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...rows.map(cells => `| ${cells.join(' | ')} |`), '');
    }
  };
  const properties = type.properties ?? [];
  if (type.datatype) {
    table(['prop', 'type', 'default', 'what it is', 'source'], properties.map(property =>
      [
        code(property.name),
        typeOf(property.type, here, areas),
        fallback(property),
        meaning(property),
        source(property),
      ]));
  } else {
    table(['property', 'type', 'what it is', 'source'], properties.map(property =>
      [code(property.name), property.const ? 'constant' : typeOf(property.type, here, areas), meaning(property), source(property)]));
  }
  table(['method', 'what it does', 'source'], (type.methods ?? []).map(method =>
    [signature(method, here, areas), meaning(method), source(method)]));
  table(['value', 'what it is'], (type.members ?? []).map(member => [code(member.name), meaning(member)]));
  return lines.join('\n');
}

/** Pages by name. */
export function apiPages(assembly: { types: Record<string, Type> }): Record<string, string> {
  const types = Object.values(assembly.types);
  const areas = new Map(types.map(type => [type.fqn, areaOf(type)]));
  return Object.fromEntries([...new Set(areas.values())].sort().map(area => [
    `api-${area}`,
    `# API: ${area}\n\n${types.filter(type => areaOf(type) === area).map(type => section(type, area, areas)).join('\n')}`,
  ]));
}
