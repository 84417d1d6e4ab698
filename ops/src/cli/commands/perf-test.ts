import { command } from './command';
import { confirm, YES_OPTION } from './confirm';
import { durationMs } from './global-options';
import { titleOf } from '../../core/cluster-ref';
import { UsageError } from '../../core/errors';
import { operate } from '../../operation/operation';
import { PERF_TEST_IMAGE } from '../../perf-test/manifests';
import { perfTest as run, type PerfTestResult } from '../../perf-test/perf-test';
import type { Latency } from '../../perf-test/results';
import type { Style } from '../output/style';
import { facts } from '../output/table';

/** How much longer than the test the command may take, in milliseconds. */
const SPARE_MS = 10 * 60_000;

/** Puts load on a cluster. */
export const perfTest = command({
  usage: 'perf-test',
  onCluster: true,
  summary: 'Measure throughput with PerfTest (puts load on the cluster)',
  limit: '10m above --duration',
  examples: [
    ['perf-test -n shop -c orders --yes', '30 s, 1 producer and 1 consumer on a quorum queue'],
    ['perf-test --duration 5m --producers 4 --consumers 4 --rate 500', 'a steady load'],
    ['perf-test --image registry.example.com/perf-test:2.25.0', 'from a private registry'],
  ],
  options: {
    duration: { type: 'string', default: '30s', describe: 'Duration of the load' },
    producers: { type: 'number', default: 1, describe: 'Number of producers' },
    consumers: { type: 'number', default: 1, describe: 'Number of consumers' },
    size: { type: 'number', default: 1000, describe: 'Size of each message in bytes' },
    rate: { type: 'number', describe: 'Messages per second of each producer [default: no limit]' },
    confirms: { type: 'number', default: 100, describe: 'Unconfirmed messages per producer' },
    image: { type: 'string', default: PERF_TEST_IMAGE, describe: 'PerfTest image' },
    ...YES_OPTION,
  },
  rights: [
    { resources: ['pods', 'events', 'persistentvolumeclaims'], verbs: ['list'] },
    { resources: ['pods/exec'], verbs: ['create', 'get'] },
    { resources: ['pods/log'], verbs: ['get'] },
    { apiGroup: 'batch', resources: ['jobs'], verbs: ['get', 'create', 'patch', 'delete'] },
    { apiGroup: 'networking.k8s.io', resources: ['networkpolicies'], verbs: ['create', 'patch', 'delete'] },
  ],
  check({ duration, producers, size }) {
    if (durationMs('duration', duration) < 1_000) {
      throw new UsageError(`--duration is "${duration}": use at least 1s`);
    }
    if (producers === 0 || size === 0) {
      throw new UsageError('--producers and --size must be above 0');
    }
  },
  async run(context, { duration, producers, consumers, size, rate, confirms, image, yes }) {
    const { cluster, output } = context;
    const durationS = Math.round(durationMs('duration', duration) / 1_000);
    await confirm(context, yes, `Put load on ${titleOf(cluster)} for ${durationS} s?`);
    const connection = await context.connect();
    const load = { durationS, producers, consumers, messageBytes: size, rate, unconfirmed: confirms };
    output.show(await context.operate(options => operate(connection, options, { name: 'perf-test', timeoutMs: durationS * 1_000 + SPARE_MS }, operation => run(operation, cluster, image, load))), resultText);
    return undefined;
  },
});

function resultText(
  {
    namespace,
    name,
    durationS,
    producers,
    consumers,
    messageBytes,
    sent,
    received,
    consumerLatency,
    confirmLatency,
  }: PerfTestResult,
  style: Style,
): string {
  return [
    `${style.green('✔')} ${style.bold(`${namespace}/${name}`)}: ${producers} to ${consumers} clients, ${messageBytes} bytes, ${durationS} s`,
    facts(style, [
      ['Published', sent === undefined ? undefined : `${sent} messages/s`],
      ['Consumed', received === undefined ? undefined : `${received} messages/s`],
      ['Confirm', latencyText(confirmLatency)],
      ['End to end', latencyText(consumerLatency)],
    ]),
  ].join('\n');
}

function latencyText(latency: Latency | undefined): string | undefined {
  return latency && `median ${latency.median} ms, 99% within ${latency.p99} ms`;
}
