import { type Lane, LANES } from './lanes';
import type { Overview, OverviewBox } from './overview';

const WIDTH = 200;
const GAP = 40;
const MARGIN = 16;
const PADDING = 10;
const LINE = 15;
const LANE_TITLE = 26;
const ROW_GAP = 74;
const TRACK = 12;
const FIRST_ROW: readonly Lane[] = ['Outside', 'Entry', 'Brokers', 'State'];
const SECOND_ROW: readonly Lane[] = ['Configuration', 'One-time Jobs', 'Monitoring', 'Backup', 'Other'];

/** What the lanes of the second row have to do with the brokers. */
const PURPOSES: Partial<Readonly<Record<Lane, string>>> = {
  Configuration: 'mounted',
  'One-time Jobs': 'HTTP API',
  Monitoring: 'scrapes',
  Backup: 'reads definitions',
};

const STYLE = [
  '.lane{fill:#f1f5f9;stroke:#cbd5e1}.box{fill:#fff;stroke:#64748b;stroke-width:1.3}.brokers{fill:#fff4ed;stroke:#c2410c;stroke-width:2}.dashed{stroke-dasharray:5 4}',
  '.h{fill:#475569;font-size:13px;font-weight:600}.k{fill:#475569;font-size:11px}.n{fill:#0f172a;font-size:12px;font-weight:600}.l{fill:#334155;font-size:11px}',
  '.traffic{stroke:#1d4ed8;stroke-width:1.6;fill:none}.traffic-end{fill:#1d4ed8}.support{stroke:#64748b;stroke-width:1.3;fill:none}.support-end{fill:#64748b}',
  '@media (prefers-color-scheme:dark){.lane{fill:#0f172a;stroke:#334155}.box{fill:#1e293b;stroke:#94a3b8}.brokers{fill:#431407;stroke:#fb923c}.h,.k{fill:#cbd5e1}.n{fill:#f8fafc}',
  '.l{fill:#e2e8f0}.traffic{stroke:#93c5fd}.traffic-end{fill:#93c5fd}.support{stroke:#94a3b8}.support-end{fill:#94a3b8}}',
].join('\n');

/** A box with its place in the picture. */
interface Placed {
  readonly box: OverviewBox;
  readonly text: readonly { readonly style: string; readonly text: string }[];
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

interface PlacedLane {
  readonly lane: Lane;
  readonly x: number;
  readonly boxes: readonly Placed[];
}

interface Row {
  readonly lanes: readonly PlacedLane[];
  readonly y: number;
  readonly bottom: number;
}

/**
 * The overview as SVG with its own layout: the same bytes from the same objects, light and dark, and nothing
 * loaded from elsewhere.
 */
export function overviewSvg({ boxes, arrows }: Overview, title = 'Kubernetes objects'): string {
  const first = rowOf(FIRST_ROW, boxes, MARGIN);
  const second = rowOf(SECOND_ROW, boxes, first.bottom + ROW_GAP);
  const columns = Math.max(first.lanes.length, second.lanes.length, 1);
  const width = MARGIN * 2 + columns * WIDTH + (columns - 1) * GAP;
  const legendY = (second.lanes.length > 0 ? second.bottom : first.bottom) + 26;
  const height = legendY + 16;
  const placed = [...first.lanes, ...second.lanes].flatMap(({ boxes: all }) => all);
  const brokers = first.lanes.find(({ lane }) => lane === 'Brokers');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc" font-family="system-ui, sans-serif">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="desc">${escaped(description(boxes))}</desc>`,
    `<style>\n${STYLE}\n</style>`,
    `<defs>${marker('traffic')}${marker('support')}</defs>`,
    ...[first, second].flatMap(row => row.lanes.map(lane => frame(lane, row))),
    ...arrows.flatMap(({ from, to }) =>
      arrow(
        placed,
        placed.find(({ box }) => box.id === from),
        placed.find(({ box }) => box.id === to),
      )),
    ...brokers === undefined ? [] : support(brokers, first, second),
    ...placed.map(drawn),
    legend(legendY),
    '</svg>',
    '',
  ].join('\n');
}

function rowOf(lanes: readonly Lane[], boxes: readonly OverviewBox[], y: number): Row {
  const present = lanes.filter(lane => boxes.some(box => box.lane === lane));
  const placed = present.map((lane, column): PlacedLane => {
    const x = MARGIN + column * (WIDTH + GAP);
    let top = y + LANE_TITLE + PADDING;
    const all = boxes.filter(box => box.lane === lane).map((box): Placed => {
      const text = textOf(box);
      const one = { box, text, x: x + 8, y: top, height: text.length * LINE + 12 };
      top += one.height + PADDING + (lane === 'Entry' ? 14 : 0);
      return one;
    });
    return { lane, x, boxes: all };
  });
  const bottom = Math.max(y, ...placed.flatMap(({ boxes: all }) => all.map(box => box.y + box.height + PADDING)));
  return { lanes: placed, y, bottom };
}

function textOf({ kind, name, lines }: OverviewBox): { style: string; text: string }[] {
  const narrow = WIDTH - 16 - 2 * PADDING;
  return [
    ...kind === 'outside' ? [] : wrapped(kind, narrow / 6).map(text => ({ style: 'k', text })),
    ...wrapped(name, narrow / 7).map(text => ({ style: 'n', text })),
    ...lines.flatMap(line => wrapped(line, narrow / 6)).map(text => ({ style: 'l', text })),
  ];
}

/** Lines of at most so many characters, broken after spaces, slashes and hyphens where there are any. */
function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of text.match(/[^ /:-]*[ /:-]?/g) ?? []) {
    if (line !== '' && (line + part).trimEnd().length > most) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += part;
    while (line.length > most) {
      lines.push(line.slice(0, Math.floor(most)));
      line = line.slice(Math.floor(most));
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

function frame({ lane, x }: PlacedLane, { y, bottom }: Row): string {
  return `<rect class="lane" x="${x}" y="${y}" width="${WIDTH}" height="${bottom - y}" rx="10"/>\n<text class="h" x="${x + 10}" y="${y + 20}">${lane}</text>`;
}

function drawn({ box, text, x, y, height }: Placed): string {
  const classes = [box.lane === 'Brokers' ? 'brokers' : 'box', ...box.given ? [] : ['dashed']].join(' ');
  return [
    `<g><title>${escaped([box.name, ...box.objects].join('\n'))}</title>`,
    `<rect class="${classes}" x="${x}" y="${y}" width="${WIDTH - 16}" height="${height}" rx="7"/>`,
    ...text.map(({ style, text: line }, index) => `<text class="${style}" x="${x + PADDING}" y="${y + 17 + index * LINE}">${escaped(line)}</text>`),
    '</g>',
  ].join('\n');
}

/** From right to left edge of neighboring lanes; in one lane straight down, or around the boxes between. */
function arrow(all: readonly Placed[], from?: Placed, to?: Placed): string[] {
  if (from === undefined || to === undefined) {
    return [];
  }
  const width = WIDTH - 16;
  if (from.box.lane === to.box.lane) {
    const [upper, lower] = from.y < to.y ? [from, to] : [to, from];
    const isBetween = all.some(({ box, y }) => box.lane === from.box.lane && y > upper.y && y < lower.y);
    const x = upper.x + width / 2;
    if (isBetween) {
      const right = upper.x + width;
      const [start, end] = [from.y + from.height / 2, to.y + 20];
      return [path('traffic', `M${right} ${start}H${right + 5}V${end}H${right}`)];
    }
    return [from === upper ? path('traffic', `M${x} ${upper.y + upper.height}V${lower.y - 2}`) : path('traffic', `M${x} ${lower.y}V${upper.y + upper.height + 2}`)];
  }
  const [start, end] = [
    { x: from.x + width, y: from.y + from.height / 2 },
    { x: to.x, y: to.y + Math.min(to.height / 2, 60) },
  ];
  const middle = end.x - (GAP + 16) / 2;
  return [path('traffic', `M${start.x} ${start.y}H${middle}V${end.y}H${end.x - 2}`)];
}

/** One line from each lane of the second row to the brokers; the lines never cross. */
function support(brokers: PlacedLane, first: Row, second: Row): string[] {
  const center = brokers.x + WIDTH / 2;
  const lanes = second.lanes.filter(({ lane }) => PURPOSES[lane] !== undefined);
  const left = lanes.filter(({ x }) => x < brokers.x);
  const right = lanes.filter(({ x }) => x > brokers.x).reverse();
  const below = lanes.filter(({ x }) => x === brokers.x);
  const slot = (index: number, of: number): number => center - 60 + index * (120 / Math.max(of - 1, 1));
  return [...left, ...below, ...[...right].reverse()].flatMap(({ lane, x }, index, all) => {
    const end = all.length === 1 ? center : slot(index, all.length);
    const start = x + WIDTH / 2;
    const depth = x < brokers.x
      ? left.findIndex(one => one.lane === lane)
      : x > brokers.x
        ? right.findIndex(one => one.lane === lane)
        : left.length;
    const y = first.bottom + 20 + depth * TRACK;
    const label = `<text class="k" x="${start + 6}" y="${second.y - 8}">${PURPOSES[lane]}</text>`;
    return [path('support', `M${start} ${second.y}V${y}H${end}V${first.bottom + 2}`), label];
  });
}

function path(kind: string, d: string): string {
  return `<path class="${kind}" d="${d}" marker-end="url(#${kind})"/>`;
}

function marker(kind: string): string {
  return `<marker id="${kind}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path class="${kind}-end" d="M0 0L10 5L0 10z"/></marker>`;
}

function legend(y: number): string {
  const entries: readonly [string, string][] = [
    ['<path class="traffic" d="M0 -4H30" marker-end="url(#traffic)"/>', 'messages and requests'],
    ['<path class="support" d="M0 -4H30" marker-end="url(#support)"/>', 'configures or serves the brokers'],
    ['<rect class="box dashed" x="0" y="-13" width="30" height="16" rx="4"/>', 'not in the YAML'],
  ];
  return entries.map(([symbol, text], index) => `<g transform="translate(${MARGIN + index * 260} ${y})">${symbol}<text class="k" x="40" y="0">${text}</text></g>`).join('\n');
}

/** The picture in words, for screen readers. */
function description(boxes: readonly OverviewBox[]): string {
  return LANES.map(lane => ({ lane, names: boxes.filter(box => box.lane === lane).map(({ kind, name }) => (kind === 'outside' ? name : `${kind} ${name}`.trim())) }))
    .filter(({ names }) => names.length > 0)
    .map(({ lane, names }) => `${lane}: ${names.join(', ')}.`)
    .join(' ');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
