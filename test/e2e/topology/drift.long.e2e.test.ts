import { Chart, Duration } from 'cdk8s';
import { RabbitMQCluster, RabbitMQMonitoring, RabbitMQTopology, RabbitMQVirtualHost } from '../../../lib';
import { declareQueue } from '../../../ops/src/load-generator/amqp';
import { Deployment, manifestsOf } from '../support/deployment';
import { eventually } from '../support/eventually';
import { figure } from '../support/figures';
import { Prometheus } from '../support/prometheus';
import { useNamespace } from '../support/use-cluster';

/** The exporter compares near the end of each minute: what is deleted afterwards may come back unseen. */
const LATEST_SECOND = 45;
const BACK_MS = 120_000;
const SEEN_MS = 120_000;

describe('a topology with monitoring', () => {
  const suite = useNamespace('drift-', async (namespace) => {
    const deployment = Deployment.of(manifestsOf((app) => {
      const chart = new Chart(app, 'drift', { namespace });
      const cluster = new RabbitMQCluster(chart, 'RabbitMQ', { name: 'orders', replicas: 1, resources: { memoryLimit: '1Gi', cpuLimit: '1' } });
      new RabbitMQTopology(chart, 'Topology', { cluster, acknowledgedWarnings: ['queue-unreached'] });
      new RabbitMQVirtualHost(chart, 'Shop', { cluster, name: 'shop' }).addQueue('billing');
      new RabbitMQMonitoring(chart, 'Monitoring', { cluster, scraping: { interval: Duration.seconds(5) } });
      return chart;
    }), namespace);
    await deployment.up();
    const prometheus = await Prometheus.find();
    return { deployment, prometheus };
  });

  const billing = async (): Promise<boolean> => {
    const names = await suite().deployment.broker(0).run(['rabbitmqctl', '--silent', 'list_queues', '-p', 'shop', 'name']);
    return names.includes('billing');
  };
  const counted = async (state: string, kind: string): Promise<number | undefined> => {
    const { namespace, prometheus } = suite();
    return (await prometheus.query(`rabbitmq_topology_${state}_objects{namespace="${namespace}",vhost="shop",kind="${kind}"}`))[0]?.value;
  };

  test('brings a queue back that was deleted behind its back, and an alert tells of it', async () => {
    const { namespace, deployment, prometheus } = suite();
    await eventually('the queue is declared', BACK_MS, billing, Boolean);
    await eventually('the exporter has compared', SEEN_MS, () => counted('missing', 'queue'), value => value === 0);
    await eventually('the minute is young', 60_000, () => Promise.resolve(new Date().getUTCSeconds()), second => second < LATEST_SECOND);
    await deployment.broker(0).run(['rabbitmqctl', 'delete_queue', '-p', 'shop', 'billing']);
    const start = performance.now();
    const fires = prometheus.until(namespace, 'RabbitMQTopologyObjectsMissing', true, SEEN_MS);
    await eventually('the queue is back', BACK_MS, billing, Boolean);
    figure('a deleted queue is back', (performance.now() - start) / 1000, 's');
    figure('a deleted queue: until RabbitMQTopologyObjectsMissing fires', await fires, 's');
  });

  test('counts a queue that an application declares, and leaves it alone', async () => {
    const { deployment } = suite();
    await declareQueue({ ...await deployment.amqp(), vhost: 'shop' }, 'temporary');
    await eventually('the exporter has compared', SEEN_MS, () => counted('undeclared', 'queue'), value => value === 1);
    expect(await deployment.broker(0).run(['rabbitmqctl', '--silent', 'list_queues', '-p', 'shop', 'name'])).toContain('temporary');
  });
});
