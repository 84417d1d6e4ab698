import { setTimeout as sleep } from 'node:timers/promises';
import { EVERY_FAMILY, recordDashboards } from './record';
import { allUp, everyKindOfMessage, watchedCluster } from './watched';
import { declareQueue } from '../../../ops/src/load-generator/amqp';
import { kubectl } from '../support/kubectl';
import { underLoad } from '../support/load';
import { Prometheus } from '../support/prometheus';
import { useNamespace } from '../support/use-cluster';

const LOAD_MS = 10 * 60_000;

const suite = useNamespace('healthy-', async (namespace) => {
  const prometheus = await Prometheus.find();
  const deployment = watchedCluster(namespace, {}, { scraping: { detailedFamilies: EVERY_FAMILY } });
  await deployment.up(600_000);
  await allUp(prometheus, namespace, 3);
  return { deployment, prometheus };
});

test('ten minutes of load with a rolling restart and a scale-out in it fire nothing that is critical', async () => {
  const { namespace, deployment, prometheus } = suite();
  const target = await deployment.amqp();
  await declareQueue(target, 'load');
  await everyKindOfMessage(target, false);
  const start = performance.now();
  const ledger = await underLoad({ target, queue: 'load', rate: 300, timeoutMs: 2 * LOAD_MS }, async () => {
    await sleep(60_000);
    await kubectl(['rollout', 'restart', 'statefulset/orders', '-n', namespace]);
    await kubectl(['rollout', 'status', 'statefulset/orders', '-n', namespace, '--timeout=400s']);
    await kubectl(['scale', 'statefulset/orders', '-n', namespace, '--replicas=5']);
    await kubectl(['rollout', 'status', 'statefulset/orders', '-n', namespace, '--timeout=400s']);
    await sleep(Math.max(0, LOAD_MS - (performance.now() - start)));
    if (process.env.E2E_RECORD) {
      await recordDashboards(prometheus, deployment, Math.ceil((performance.now() - start) / 60_000));
    }
  });
  expect(ledger).toMatchObject({ lost: 0 });
  const since = Math.ceil((performance.now() - start) / 1000);
  expect(await prometheus.fired(namespace, since, 'critical')).toEqual([]);
}, 30 * 60_000);
