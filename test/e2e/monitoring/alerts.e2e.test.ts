import { Duration } from 'cdk8s';
import { expectAlert, type Incident } from './incident';
import { allUp, publish, watchedCluster } from './watched';
import { declareQueue } from '../../../ops/src/load-generator/amqp';
import type { Deployment } from '../support/deployment';
import { eventually } from '../support/eventually';
import { Prometheus } from '../support/prometheus';
import { useNamespace } from '../support/use-cluster';

const soon = { for: Duration.seconds(10) };

/** Longer than a broker that starts waits for its metadata store. */
const BOOT_MS = 330_000;

const run = async (deployment: Deployment, ordinal: number, ...command: string[]): Promise<void> => {
  await deployment.broker(ordinal).run(command, { timeoutMs: BOOT_MS });
};

const LED = 'led-elsewhere';

const ledBy = async (deployment: Deployment, queue: string, ordinal: number): Promise<void> => {
  const node = (await deployment.broker(ordinal).run(['rabbitmqctl', 'eval', 'node().'])).trim();
  const transfer = `rabbit_quorum_queue:transfer_leadership(element(2, rabbit_amqqueue:lookup(rabbit_misc:r(<<"/">>, queue, <<"${queue}">>))), ${node}).`;
  await eventually(`${queue} is led by ${node}`, 60_000, async () => {
    await run(deployment, 0, 'rabbitmqctl', 'eval', transfer);
    return (await deployment.broker(0).queues()).find(({ name }) => name === queue)?.leader;
  }, leader => `'${leader}'` === node);
};

const INCIDENTS: readonly Incident[] = [
  {
    what: 'memory alarm',
    alert: 'RabbitMQMemoryAlarm',
    follows: ['RabbitMQPublishingFails'],
    happens: deployment => run(deployment, 1, 'rabbitmqctl', 'set_vm_memory_high_watermark', '0.0001'),
    ends: deployment => run(deployment, 1, 'rabbitmqctl', 'set_vm_memory_high_watermark', '0.6'),
  },
  {
    what: 'disk alarm',
    alert: 'RabbitMQDiskAlarm',
    follows: ['RabbitMQPublishingFails', 'RabbitMQDiskLow'],
    happens: deployment => run(deployment, 1, 'rabbitmqctl', 'set_disk_free_limit', '900000000000000'),
    ends: deployment => run(deployment, 1, 'rabbitmqctl', 'set_disk_free_limit', '50000000'),
  },
  {
    what: 'messages without a consumer',
    alert: 'RabbitMQQueueWithoutConsumers',
    // the service level remembers the alarms before it
    follows: ['RabbitMQBacklog', 'RabbitMQBacklogGrowing', 'RabbitMQPublishingFails'],
    happens: async (deployment) => {
      await declareQueue(await deployment.amqp(), 'unread');
      await publish(deployment, 'unread', 5000);
    },
    ends: deployment => run(deployment, 0, 'rabbitmqctl', 'delete_queue', 'unread'),
  },
  {
    what: 'a quorum queue without a majority',
    alert: 'RabbitMQQueueWithoutLeader',
    follows: ['RabbitMQQuorumLost', 'RabbitMQNodeDown', 'RabbitMQPublishingFails', 'RabbitMQQueueWithoutConsumers', 'RabbitMQPartition'],
    happens: async (deployment) => {
      await declareQueue(await deployment.amqp(), LED);
      await ledBy(deployment, LED, 1);
      // the leader last: with it gone first, the two that are left would elect another
      await run(deployment, 2, 'rabbitmqctl', 'stop_app');
      await run(deployment, 1, 'rabbitmqctl', 'stop_app');
    },
    ends: async (deployment) => {
      await Promise.all([1, 2].map(ordinal => run(deployment, ordinal, 'rabbitmqctl', 'start_app')));
    },
  },
];

describe('alerts on a real cluster', () => {
  const suite = useNamespace('alerts-', async (namespace) => {
    const prometheus = await Prometheus.find();
    // as they are but for the time that they wait
    const changes = Object.fromEntries(['RabbitMQQueueWithoutConsumers', 'RabbitMQQueueWithoutLeader'].map(name => [name, soon]));
    const deployment = watchedCluster(namespace, {}, { alerting: { changes } });
    await deployment.up();
    await allUp(prometheus, namespace, 3);
    return { deployment, prometheus };
  });

  test.each(INCIDENTS.map(incident => ({ ...incident })))('$what: $alert fires, alone with what follows, and resolves', async (incident) => {
    const { namespace, deployment, prometheus } = suite();
    await expectAlert(prometheus, deployment, incident, await prometheus.firing(namespace));
  });
});
