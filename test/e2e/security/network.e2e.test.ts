import { Chart } from 'cdk8s';
import { Pods } from 'cdk8s-plus-28';
import { Scanner } from './scanner';
import { RabbitMQCluster } from '../../../lib';
import { declareQueue } from '../../../ops/src/load-generator/amqp';
import { Deployment, manifestsOf } from '../support/deployment';
import { eventually } from '../support/eventually';
import { figure } from '../support/figures';
import { kubectl } from '../support/kubectl';
import { core } from '../support/kubernetes';
import { underLoad } from '../support/load';
import { apply } from '../support/manifests';
import { useCluster, useNamespace } from '../support/use-cluster';

const IMAGE = 'rabbitmq:4.3.6-management';

describe('brokers behind their NetworkPolicy, in a namespace that denies all traffic', () => {
  const foreign = useNamespace('network-foreign-');
  const suite = useNamespace('network-', async (namespace) => {
    await apply([
      { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'deny-all' }, spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] } },
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: 'scanners' },
        spec: { podSelector: { matchLabels: { scans: 'true' } }, policyTypes: ['Egress'], egress: [{}] },
      },
    ], namespace);
    const deployment = Deployment.closed(manifestsOf((app) => {
      const chart = new Chart(app, 'network');
      const { connections } = new RabbitMQCluster(chart, 'RabbitMQ', { name: 'closed', plugins: ['rabbitmq_stream'], networkPolicy: { enabled: true } });
      connections.allowClientsFrom(Pods.select(chart, 'Clients', { labels: { role: 'client' } }));
      connections.allowManagementFrom(Pods.select(chart, 'Operators', { labels: { role: 'operator' } }));
      connections.allowScrapingFrom(Pods.select(chart, 'Prometheus', { labels: { role: 'prometheus' } }));
      return chart;
    }), namespace);
    await deployment.up();
    const address = (await core.readNamespacedPod({ namespace, name: 'closed-1' })).status!.podIP!;
    return { deployment, address };
  });

  test('they form a cluster, and the Secrets are made', async () => {
    const { members, running } = await suite().deployment.broker(0).clusterStatus();
    expect(members).toHaveLength(3);
    expect(running).toEqual(members);
  });

  test('each pod reaches only the broker ports that it is allowed', async () => {
    const { namespace, address } = suite();
    const pods = { nobody: [], client: [5552, 5672], operator: [15_672], prometheus: [15_692] };
    await Promise.all(Object.entries(pods).map(async ([name, ports]) => {
      const scanner = await Scanner.start(namespace, `scanner-${name}`, { role: name, scans: 'true' }, IMAGE);
      // a busy machine may be late to answer on a port that is open, and a policy a second late to shut one
      await eventually(`${name} finds ${ports.join(', ')} and no other port`, 400_000, () => scanner.openPorts(address), found => found.join() === ports.join());
    }));
  });

  test('pods of another namespace with the same labels find no port', async () => {
    const { address } = suite();
    // at once, as each waits most of the time for ports that do not answer
    const found = await Promise.all(['client', 'operator', 'prometheus'].map(async (name) => {
      const labels = { role: name, scans: 'true', 'app.kubernetes.io/name': name, app: 'rabbitmq', cluster: 'closed' };
      return (await Scanner.start(foreign().namespace, `scanner-${name}`, labels, IMAGE)).openPorts(address);
    }));
    expect(found).toEqual([[], [], []]);
  });

  test('the broker itself finds those, and what is for its peers', async () => {
    const { namespace, address } = suite();
    const broker = new Scanner(namespace, 'closed-1', 'rabbitmq');
    const ports = [4369, 5552, 5672, 15_672, 15_692, 25_672];
    await eventually(`it finds ${ports.join(', ')}`, 400_000, () => broker.openPorts(address), found => ports.every(port => found.includes(port)));
  });

  test('quorum queues and streams have members on every broker, and a rolling restart works', async () => {
    const { namespace, deployment } = suite();
    const broker = deployment.broker(0);
    const declare = (name: string, type: string): Promise<string> =>
      broker.run(['rabbitmqctl', 'eval', `rabbit_amqqueue:declare(rabbit_misc:r(<<"/">>, queue, <<"${name}">>), true, false, [{<<"x-queue-type">>, longstr, <<"${type}">>}], none, <<"test">>).`]);
    await declare('quorum', 'quorum');
    await declare('stream', 'stream');
    const online = async (): Promise<Record<string, number>> =>
      Object.fromEntries((await broker.queues()).map(queue => [queue.name, queue.online.length]));
    await eventually('both have three members online', 180_000, online, ({ quorum, stream }) => quorum === 3 && stream === 3);
    const start = performance.now();
    await kubectl(['rollout', 'restart', 'statefulset/closed', '-n', namespace]);
    await kubectl(['rollout', 'status', 'statefulset/closed', '-n', namespace, '--timeout=480s']);
    figure('behind a NetworkPolicy: rolling restart of three', (performance.now() - start) / 1000, 's');
    await eventually('both have three members online again', 180_000, online, ({ quorum, stream }) => quorum === 3 && stream === 3);
  });
});

describe('the tests\' own way in', () => {
  const suite = useCluster('network-tests-', { name: 'closed', networkPolicy: { enabled: true } });

  test('lets messages through to a cluster behind a policy that names other clients', async () => {
    const target = await suite().deployment.amqp();
    await declareQueue(target, 'e2e');
    const ledger = await underLoad({ target, queue: 'e2e', count: 1000, window: 100 }, ({ publisher }) => publisher.reached());
    expect(ledger).toMatchObject({ confirmed: 1000, lost: 0 });
  });
});
