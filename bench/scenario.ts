import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { ApiObject, App, Chart, YamlOutputType } from 'cdk8s';
import { RabbitMQCluster } from '../lib';
import { cpuTime } from './figures';

/** Where clusters are put. */
export type Place = 'one chart' | 'a chart each';

/** What is synthesized: the library's clusters, or the same objects without it, which is what cdk8s itself costs. */
export type Maker = 'clusters' | 'plain objects';

export type Output = keyof typeof YamlOutputType;

/** In milliseconds of the processor's time. */
export interface Times {
  readonly construct: number;
  readonly synth: number;
}

const MAKERS: Readonly<Record<Maker, (chart: Chart, id: string, name: string) => void>> = {
  clusters: (chart, id, name) => {
    new RabbitMQCluster(chart, id, { name });
  },
  'plain objects': (chart, id, name) => {
    for (const [index, manifest] of plainManifests(name).entries()) {
      new ApiObject(chart, `${id}-${index}`, manifest);
    }
  },
};

const TEMPLATE_NAME = 'name-of-the-template';
let template: string | undefined;

/** What a cluster of a name makes, as JSON that was rendered once. */
function plainManifests(name: string): any[] {
  if (template === undefined) {
    const chart = new Chart(new App(), 'template');
    new RabbitMQCluster(chart, 'Cluster', { name: TEMPLATE_NAME });
    template = JSON.stringify(chart.toJson());
  }
  return JSON.parse(template.replaceAll(TEMPLATE_NAME, name)) as any[];
}

function measure(maker: Maker, place: Place, output: Output, count: number): Times {
  const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
  const app = new App({ outdir, yamlOutputType: YamlOutputType[output] });
  try {
    const construct = cpuTime(() => {
      const shared = place === 'one chart' ? new Chart(app, 'all') : undefined;
      for (let number = 0; number < count; number++) {
        MAKERS[maker](shared ?? new Chart(app, `chart-${number}`), `Cluster${number}`, `rabbitmq-${number}`);
      }
    });
    return { construct, synth: cpuTime(() => { app.synth(); }) };
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

const [maker, place, output, count] = process.argv.slice(2) as [Maker, Place, Output, string];
// what is loaded and compiled once is no cost of a cluster
measure(maker, 'one chart', 'FILE_PER_CHART', 100);
process.stdout.write(JSON.stringify(measure(maker, place, output, Number(count))));
