import type * as Viz from '@viz-js/viz' with { 'resolution-mode': 'import' };
import { type Diagram, type DiagramObject, idOf } from './graph';

/** Fill and line by what an object is for. */
const COLOURS: readonly [RegExp, string, string][] = [
  [/^(StatefulSet|Deployment|DaemonSet|Job|CronJob)$/, '#dbeafe', '#1d4ed8'],
  [/^(Service|Ingress|Gateway|\w+Route)$/, '#dcfce7', '#15803d'],
  [/^(ConfigMap|Secret|ExternalSecret|SecretStore|ClusterSecretStore|Certificate|Issuer|ClusterIssuer)$/, '#fef9c3', '#a16207'],
  [/^PersistentVolume/, '#ede9fe', '#6d28d9'],
  [/^(ServiceAccount|Role|RoleBinding|Cluster\w+|NetworkPolicy|PodDisruptionBudget)$/, '#fee2e2', '#b91c1c'],
  [/Monitor$|^PrometheusRule$/, '#ffedd5', '#c2410c'],
];
const OTHER = ['#f4f4f5', '#52525b'];

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** In inches; Graphviz knows no width of the fonts that browsers have, and this is that of a wide one. */
const widthOf = (text: string): string => ((text.length * 7.5 + 20) / 72).toFixed(2);

function node(object: DiagramObject): string {
  const [, fill, line] = COLOURS.find(([kinds]) => kinds.test(object.kind)) ?? ['', ...OTHER];
  const lines = [`«${object.kind}»`, object.name];
  const label = lines.map(text => quoted(text).slice(1, -1)).join('\\n');
  const width = widthOf(lines[0].length > lines[1].length ? lines[0] : lines[1]);
  return `${quoted(idOf(object))} [label="${label}", width=${width}, style="${object.given ? 'rounded,filled' : 'rounded,dashed'}", fillcolor="${fill}", color="${line}"]`;
}

/** The diagram in Graphviz' language: a frame for each namespace; dashed is what the YAML only names. */
export function dotOf({ objects, relations }: Diagram): string {
  const namespaces = [...new Set(objects.map(({ namespace }) => namespace))];
  const nodesOf = (wanted?: string): string[] => objects.filter(({ namespace }) => namespace === wanted).map(node);
  return [
    'digraph {',
    'rankdir=LR; nodesep=0.2; ranksep=0.9; fontname="sans-serif"',
    'node [shape=box, fontname="sans-serif", fontsize=12, margin="0.1,0.06"]',
    'edge [fontname="sans-serif", fontsize=9, color="#71717a", fontcolor="#52525b", arrowsize=0.7]',
    ...namespaces.flatMap((namespace, index) => namespace === undefined
      ? nodesOf()
      : [`subgraph cluster_${index} {`, `label=${quoted(namespace)}; color="#a1a1aa"; style=rounded; margin=16`, ...nodesOf(namespace), '}']),
    ...relations.map(({ from, to, what }) => `${quoted(from)} -> ${quoted(to)} [label=${quoted(what)}]`),
    '}',
    '',
  ].join('\n');
}

/** The diagram as SVG: the same bytes from the same objects, and nothing loaded from elsewhere. */
export async function svgOf(diagram: Diagram): Promise<string> {
  // it is made for both module systems, and its types only tell of the other; not needed by other commands
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { instance } = require('@viz-js/viz') as typeof Viz;
  const graphviz = await instance();
  return graphviz.renderString(dotOf(diagram), { format: 'svg' });
}
