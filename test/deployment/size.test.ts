import { Yaml } from 'cdk8s';
import { RabbitMQUser } from '../../lib';
import { Manifest } from '../support/manifest';
import { chartsOf } from '../support/examples';
import { newChart, newCluster, quietly } from '../support/synth';

/** The profile prod as it was measured, with some room for changes. More of it needs a reason. */
const MOST_OBJECTS = 35;
const MOST_BYTES = 430_000;

/** What a review of one more user reads. */
const MOST_LINES_PER_USER = 40;

const bytesOf = (manifests: readonly Manifest[]): number => Buffer.byteLength(Yaml.stringify(...manifests));

function linesWith(users: number): string[] {
  const chart = newChart({ namespace: 'shop' });
  const cluster = newCluster({ name: 'orders', replicas: 3 }, chart);
  for (let i = 0; i < users; i++) {
    new RabbitMQUser(chart, `User${i}`, { cluster, permissions: [{ vhost: 'shop', configure: '^$', write: '^events$', read: '^billing$' }] });
  }
  return quietly(() => Yaml.stringify(...chart.toJson()).split('\n'));
}

describe('size of the manifests', () => {
  const manifests = quietly(() => chartsOf('prod').flat());

  test(`of the profile prod: at most ${MOST_OBJECTS} objects`, () => {
    expect(manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`).slice(MOST_OBJECTS)).toEqual([]);
  });

  test(`of the profile prod: at most ${MOST_BYTES} bytes`, () => {
    expect(bytesOf(manifests)).toBeLessThanOrEqual(MOST_BYTES);
    expect(bytesOf(manifests)).toBeGreaterThan(MOST_BYTES * 0.9);
  });

  test(`of one more user: at most ${MOST_LINES_PER_USER} lines and no object`, () => {
    expect(linesWith(2).length - linesWith(1).length).toBeLessThanOrEqual(MOST_LINES_PER_USER);
    expect(linesWith(2).filter(line => line.startsWith('kind: '))).toEqual(linesWith(1).filter(line => line.startsWith('kind: ')));
  });
});
