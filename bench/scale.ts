import { runScript } from './child';
import { formatTable, milliseconds } from './figures';
import type { Maker, Output, Place, Times } from './scenario';

interface Series {
  readonly place: Place;
  readonly output: Output;
  readonly counts: readonly number[];
}

/**
 * In each of the outputs that aren't below, cdk8s validates the whole app once more for every chart: the time grows
 * with the square of the charts, with or without this library (https://github.com/cdk8s-team/cdk8s-core/blob/2.x/src/app.ts, `_synthChart`).
 */
const LINEAR: readonly Series[] = [
  { place: 'one chart', output: 'FILE_PER_CHART', counts: [1, 100, 1000] },
  { place: 'a chart each', output: 'FOLDER_PER_CHART_FILE_PER_RESOURCE', counts: [1, 100, 1000] },
];
const QUADRATIC: readonly Series[] = [
  { place: 'a chart each', output: 'FILE_PER_APP', counts: [1, 30, 100] },
];

const HEAD = ['', 'clusters', 'construct', 'synth', 'per cluster', 'cdk8s alone', 'growth', 'of cdk8s alone'];

/** Construction and synth of many clusters, beside the same objects without the library. */
export function scale(): string {
  return [
    formatTable('Construction and synth by number of clusters, CPU time; growth: a cluster\'s cost over that in the row before; aim at 1,000: 1.3', HEAD, LINEAR.flatMap(rows)),
    formatTable('The same where cdk8s itself is quadratic', HEAD, QUADRATIC.flatMap(rows)),
  ].join('\n');
}

function rows({ place, output, counts }: Series): string[][] {
  const costs = (maker: Maker): Times[] => counts.map(count => runScript('scenario.ts', maker, place, output, String(count)) as Times);
  const [clusters, plain] = [costs('clusters'), costs('plain objects')];
  const each = (times: readonly Times[], index: number): number =>
    (times[index].construct + times[index].synth) / counts[index];
  const growth = (times: readonly Times[], index: number): string => (index < 2 ? '' : (each(times, index) / each(times, index - 1)).toFixed(2));
  return counts.map((count, index) => [
    `${place}, ${output}`,
    count.toLocaleString('en'),
    milliseconds(clusters[index].construct),
    milliseconds(clusters[index].synth),
    milliseconds(each(clusters, index)),
    milliseconds(each(plain, index)),
    growth(clusters, index),
    growth(plain, index),
  ]);
}
