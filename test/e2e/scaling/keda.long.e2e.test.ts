import { consumed } from './consumers';
import { declareQueue } from '../../../ops/src/load-generator/amqp';
import { Consumer } from '../support/consumer';
import { manifestsOf } from '../support/deployment';
import { eventually } from '../support/eventually';
import { figure } from '../support/figures';
import { apps } from '../support/kubernetes';
import type { Manifest } from '../support/manifests';
import { Publisher } from '../support/publisher';
import { useCluster } from '../support/use-cluster';

const MINUTE = 60_000;

/** Pods that stand for consumers: the tests do their work. */
function idle(name: string): Manifest {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: {
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: {
          terminationGracePeriodSeconds: 1,
          securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
          containers: [{
            name: 'consumer',
            image: 'busybox:1',
            command: ['sleep', '3600'],
            resources: { requests: { cpu: '1m', memory: '8Mi' } },
            securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
          }],
        },
      },
    },
  };
}

const suite = useCluster(
  'auto-',
  namespace => [...manifestsOf(consumed(namespace)), idle('billing'), idle('mailing'), idle('shipping')],
  async deployment => ({ target: await deployment.amqp() }),
);

/** Waits until there are so many consumers; returns the seconds that took. */
async function consumers(name: string, replicas: number, more = false): Promise<number> {
  const start = performance.now();
  await eventually(`${name} has ${replicas} consumers${more ? ' or more' : ''}`, 5 * MINUTE, async () => {
    const { spec, status } = await apps.readNamespacedDeployment({ namespace: suite().namespace, name });
    return { wanted: spec?.replicas, there: status?.replicas ?? 0 };
  }, ({ wanted = 0, there }) => (more ? wanted >= replicas : wanted === replicas) && there === wanted);
  return (performance.now() - start) / 1000;
}

for (const [name, queues] of [['billing', ['bills']], ['mailing', ['mails.eu', 'mails.us']]] as const) {
  test(`a backlog in ${queues.join(' and ')} takes ${name} from none to its maximum, and its end back to none`, async () => {
    const { target } = suite();
    await Promise.all(queues.map(queue => declareQueue(target, queue)));
    await consumers(name, 0);
    for (const queue of queues) {
      const publisher = Publisher.start({ target, queue, count: 100 });
      await publisher.reached();
      await publisher.stop();
    }
    figure(`${name}: from a backlog to the maximum`, await consumers(name, 3), 's');
    const working = queues.map(queue => Consumer.start({ target, queue }));
    figure(`${name}: from work to none`, await consumers(name, 0), 's');
    await Promise.all(working.map(consumer => consumer.stop()));
    expect(working.map(({ received }) => received.size)).toEqual(queues.map(() => 100));
  }, 12 * MINUTE);
}

test('by the time that it takes to consume, work takes shipping from none to some, and its end back to none', async () => {
  const { target } = suite();
  await declareQueue(target, 'parcels');
  await consumers('shipping', 0);
  const publisher = Publisher.start({ target, queue: 'parcels', count: 100 });
  await publisher.reached();
  await publisher.stop();
  figure('shipping: from a backlog to a consumer', await consumers('shipping', 1, true), 's');
  const consumer = Consumer.start({ target, queue: 'parcels' });
  figure('shipping: from work to none', await consumers('shipping', 0), 's');
  await consumer.stop();
  expect(consumer.received.size).toBe(100);
}, 12 * MINUTE);
