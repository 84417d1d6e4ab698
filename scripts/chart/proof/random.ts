import * as fc from 'fast-check';
import { isRefused, problems } from './check';
import { Helm } from './helm';
import { merged, OPTIONS } from './options';

const quantity = fc.oneof(
  fc.integer({ min: 550, max: 40_000 }).map(number => `${number}Mi`),
  fc.integer({ min: 600_000_000, max: 9_000_000_000 }),
  fc.integer({ min: 6, max: 400 }).map(number => `${number / 10}G`),
  fc.integer({ min: 1, max: 64 }).map(number => `${number}Gi`),
);
const cpu = fc.oneof(fc.integer({ min: 100, max: 8000 }).map(number => `${number}m`), fc.integer({ min: 1, max: 16 }));
// not e0, which the parser of the proof takes for a number, other than Kubernetes
const word = fc.stringMatching(/^[a-df-z][a-z0-9]{0,8}$/);
const name = fc.stringMatching(/^[a-z]([a-z0-9-]{0,24}[a-z0-9])?$/);
const map = fc.dictionary(word, fc.oneof(word, fc.constantFrom('true', '1', 'null', '1e3', '')), { maxKeys: 3 });
const number = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max });
const configuration = fc.record({
  channel_max: fc.oneof({ weight: 9, arbitrary: number(65_535) }, { weight: 1, arbitrary: fc.constantFrom('many', 70_000) }),
  heartbeat: number(600),
  consumer_timeout: fc.integer({ min: 50_000, max: 3_600_000 }),
  max_message_size: number(134_217_728),
  'log.console.level': fc.constantFrom('info', 'debug', 'error'),
  collect_statistics_interval: number(60_000),
  'auth_mechanisms.1': fc.constant('PLAIN'),
  default_queue_type: fc.constantFrom('classic', 'quorum'),
  'mqtt.prefetch': number(200),
  'vm_memory_high_watermark.relative': fc.constantFrom(0.4, 0.45, 0.5, 0.55, 0.62, 0.7, 0.8, '0.65', 1),
  'disk_free_limit.absolute': fc.oneof(number(9_000_000_000), fc.constantFrom('2GB', '500MiB', '1G', '700 MB')),
  total_memory_available_override_value: fc.integer({ min: 500_000_000, max: 9_000_000_000 }),
}, { requiredKeys: [] });

/** Numbers and texts, each of which may be absent. */
const SCALARS = fc.record({
  cluster: fc.record({ name, replicaCount: fc.integer({ min: 1, max: 9 }) }, { requiredKeys: [] }),
  resources: fc.oneof(
    fc.record({ limits: fc.record({ memory: quantity }) }),
    fc.record({ limits: fc.record({ cpu: number(16) }), requests: fc.record({ cpu: fc.integer({ min: 50, max: 900 }).map(milli => `${milli}m`) }) }),
    // the request may be above the limit
    fc.record({ limits: fc.record({ memory: quantity, cpu }), requests: fc.record({ memory: quantity, cpu }) }),
  ),
  persistence: fc.record({ size: quantity }),
  podLabels: map,
  podAnnotations: map,
  commonLabels: map,
  commonAnnotations: map,
  configuration,
  credentials: fc.record({ username: word.filter(text => text !== 'guest'), usernameKey: word }, { requiredKeys: [] }),
  hpa: fc.record({
    targetCPUUtilizationPercentage: fc.integer({ min: 1, max: 100 }),
    targetMemoryUtilizationPercentage: fc.integer({ min: 1, max: 95 }),
  }, { requiredKeys: [] }),
  serviceMonitor: fc.record({ interval: fc.integer({ min: 1, max: 600 }).map(number => `${number}s`) }),
  backup: fc.record({ keep: fc.integer({ min: 1, max: 2_000_000 }), credentials: word }, { requiredKeys: [] }),
}, { requiredKeys: [] });

/** An option of each choice; the first, which is the default, is what shrinking goes to. */
const CHOICES = fc.tuple(...Object.values(OPTIONS)
  .map(options => fc.nat({ max: options.length - 1 }).map(index => options[index])));

/** Random values. */
export const SETS = fc.tuple(CHOICES, SCALARS).map(([choices, scalars]) => merged([...choices, scalars]));

/**
 * How helm and the library differ in the smallest random values in which they do. Most draws are refused: helm gets as
 * many of those as of the others.
 */
export async function randomProblems(helms: readonly Helm[], count: number, seed: number): Promise<string[]> {
  let refused = 0;
  const property = fc.asyncProperty(SETS, async (values) => {
    const isTaken = !await isRefused(values);
    fc.pre(isTaken || ++refused <= count);
    const found = await problems(helms, values);
    if (found.length > 0) {
      throw new Error(`${JSON.stringify(values)}\n  ${found.slice(0, 5).join('\n  ')}`);
    }
    // both refuse them: another set is drawn
    fc.pre(isTaken);
  });
  const result = await fc.check(property, { numRuns: count, seed, maxSkipsPerRun: 100 });
  return result.failed ? [`after ${result.numRuns} sets and ${result.numShrinks} times smaller: ${String(result.errorInstance)}`] : [];
}
