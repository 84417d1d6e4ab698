/** @jest-environment ./ops/test/support/environment.ts */
import { KubernetesRabbitMQManager } from '../../src/manager/manager';
import { HealthChecker } from '../../src/manager/health-checker';
import { exec } from '../../src/kubernetes/exec';
import { type Answer, FakeApiServer, type Received, refusal } from '../support/api-server';

jest.mock('../../src/kubernetes/exec', () => ({ ...jest.requireActual<object>('../../src/kubernetes/exec'), exec: jest.fn() }));

const node = (ordinal: number): string => `rabbit@orders-${ordinal}.orders-nodes.shop`;
const STATUS = {
  disk_nodes: [0, 1, 2].map(node), running_nodes: [node(0)], versions: { [node(0)]: { rabbitmq_version: '4.3.6' } },
  alarms: [{ node: node(0), resource: 'disk' }], feature_flags: [],
};
const pod = (ordinal: number): object => ({
  metadata: { name: `orders-${ordinal}`, namespace: 'shop' },
  spec: { containers: [], volumes: [{ name: 'data', persistentVolumeClaim: { claimName: `rabbitmq-data-orders-${ordinal}` } }] },
  status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }], containerStatuses: [{ name: 'rabbitmq', ready: true, restartCount: 0, state: { running: {} } }] },
});

function answer({ path }: Received): Answer {
  if (path.endsWith('/statefulsets/orders')) {
    return { body: {
      metadata: {}, spec: { replicas: 3, template: { spec: { containers: [] } } }, status: { readyReplicas: 1 },
    } };
  }
  if (path.endsWith('/pods')) {
    return { body: { items: [pod(0)] } };
  }
  if (path.endsWith('/persistentvolumeclaims')) {
    return { body: { items: [{ metadata: { name: 'rabbitmq-data-orders-0' }, spec: {}, status: { phase: 'Bound', capacity: { storage: '20Gi' } } }] } };
  }
  return /events|horizontalpodautoscalers/.test(path) ? { body: { items: [] } } : refusal(404, 'NotFound', path);
}

describe('a cluster whose queues can\'t be read', () => {
  let server: FakeApiServer;

  beforeEach(async () => {
    server = await FakeApiServer.start(answer);
    jest.mocked(exec).mockImplementation((_, __, command) => Promise.resolve(command.includes('cluster_status')
      ? { stdout: JSON.stringify(STATUS), stderr: '', exitCode: 0 }
      : { stdout: '', stderr: 'Khepri has timed out', exitCode: 75 }));
  });

  afterEach(async () => {
    await server.stop();
  });

  test('has its members, alarms and volumes in its status, and why queues are missing', async () => {
    const overview = await new KubernetesRabbitMQManager(server.connection()).getClusterStatus('shop', 'orders');
    expect(overview.broker).toEqual({
      members: STATUS.disk_nodes, running: STATUS.running_nodes, alarms: STATUS.alarms, partitions: {}, queuesError: '"rabbitmqctl eval --silent" in orders-0 ended with 75: Khepri has timed out',
    });
    expect(overview.nodes).toMatchObject([{ pod: 'orders-0', running: true, version: '4.3.6', volume: { phase: 'Bound', size: '20Gi' } }, { pod: 'orders-1', state: 'Missing' }, { pod: 'orders-2', state: 'Missing' }]);
  });

  test('has its other findings in its health, and one for the queues', async () => {
    const { level, findings } = await new HealthChecker(server.connection()).check('shop', 'orders');
    expect(level).toBe('critical');
    expect(findings.map(({ id }) => id)).toEqual(expect.arrayContaining(['queues-unread', 'quorum-lost', 'alarm-disk', 'pods-missing', 'listeners-unread']));
    expect(findings.find(({ id }) => id === 'queues-unread')).toMatchObject({ level: 'critical', evidence: expect.stringContaining('Khepri has timed out') });
  });
});
