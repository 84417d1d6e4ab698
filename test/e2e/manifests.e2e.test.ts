import { App, Chart, Testing } from 'cdk8s';
import fc from 'fast-check';
import { RabbitMQCluster, RabbitMQVersion, type RabbitMQClusterProps } from '../../lib';
import { figure } from './support/figures';
import { dryRun, type Manifest } from './support/manifests';
import { randomProps } from './support/random-props';
import { chartsOf, EXAMPLES } from '../support/examples';
import { useNamespace } from './support/use-cluster';

/** How many random clusters the API server is asked about; `E2E_RUNS` asks for more, `E2E_SEED` repeats a run. */
const RUNS = Number(process.env.E2E_RUNS ?? 150);
const SEED = process.env.E2E_SEED === undefined ? undefined : Number(process.env.E2E_SEED);

const suite = useNamespace('manifests-');

/** What the API server has against manifests, each in the throwaway namespace. */
async function objections(manifests: readonly Manifest[]): Promise<string[]> {
  const { namespace } = suite();
  const answers = await Promise.all(manifests.map(async (manifest) => {
    // what names no namespace gets this one where its kind has one
    const isNamespaced = manifest.metadata.namespace !== undefined;
    const answer = await dryRun(
      isNamespaced ? { ...manifest, metadata: { ...manifest.metadata, namespace } } : manifest,
      namespace,
    );
    return answer === undefined ? [] : [`${manifest.kind} ${manifest.metadata.name}: ${answer}`];
  }));
  return answers.flat();
}

describe('the API server takes, strictly and without a warning, in a namespace that enforces Pod Security "restricted"', () => {
  for (const name of Object.keys(EXAMPLES)) {
    test(`the example ${name}`, async () => {
      expect(await objections(chartsOf(name).flat())).toEqual([]);
    });
  }

  for (const version of ['3.10.25', '3.11.28', '3.12.14', '3.13.7', '4.0.9', '4.1.8', '4.2.10', '4.3.6']) {
    test(`a cluster of ${version}`, async () => {
      const chart = new Chart(new App(), 'versions');
      new RabbitMQCluster(chart, 'RabbitMQ', { version: RabbitMQVersion.of(version) });
      expect(await objections(Testing.synth(chart) as Manifest[])).toEqual([]);
    });
  }
});

/** The messages that a cluster is refused with at synth, or its manifests. */
function synthesized(props: RabbitMQClusterProps): { refused: string[] } | { manifests: Manifest[] } {
  const chart = new Chart(new App(), 'random');
  try {
    const cluster = new RabbitMQCluster(chart, 'RabbitMQ', props);
    const errors = cluster.node.validate();
    return errors.length > 0 ? { refused: errors } : { manifests: Testing.synth(chart) as Manifest[] };
  } catch (error) {
    return { refused: [(error as Error).message] };
  }
}

test('random props are refused with a message that names one of them, or taken by the API server', async () => {
  let refused = 0;
  let taken = 0;
  await fc.assert(fc.asyncProperty(randomProps, async (props) => {
    const result = synthesized(props);
    if ('manifests' in result) {
      taken += 1;
      expect(await objections(result.manifests)).toEqual([]);
    } else {
      refused += 1;
      for (const message of result.refused) {
        expect(Object.keys(props).some(prop => message.includes(prop))).toBe(true);
      }
    }
  }), { numRuns: RUNS, seed: SEED, endOnFailure: true });
  figure('random clusters refused at synth', refused, '');
  figure('random clusters taken by the API server', taken, '');
  expect(Math.min(refused, taken)).toBeGreaterThan(RUNS / 20);
});
