import { setTimeout as sleep } from 'node:timers/promises';
import { Chart } from 'cdk8s';
import { RabbitMQDeployment, RabbitMQProfile } from '../../lib';
import { declareQueue } from '../../ops/src/load-generator/amqp';
import { Authority } from './support/authority';
import { Consumer } from './support/consumer';
import { Deployment, manifestsOf } from './support/deployment';
import { eventually } from './support/eventually';
import { figure } from './support/figures';
import { fit } from './support/fit';
import { kubectl } from './support/kubectl';
import { core } from './support/kubernetes';
import { reckon } from '../../ops/src/load-generator/ledger';
import { apply } from './support/manifests';
import { Publisher } from './support/publisher';
import { useNamespace } from './support/use-cluster';

/** What docs/sizing.md says of the load. */
const QUEUES = Array.from({ length: 100 }, (_, index) => `sizing-${index}`);
const RATE = 300;
const SIZE = 1024;
const SETTLE_MS = 20_000;
const LOOK_MS = 40_000;

/**
 * What a broker's container has used of the processor at a time, in ns and ms, and what it holds in memory that can't
 * be given back, in bytes.
 */
interface Usage {
  readonly time: number;
  readonly cpu: number;
  readonly memory: number;
}

interface Summary {
  readonly pods: readonly {
    readonly podRef: { readonly name: string; readonly namespace: string };
    readonly containers: readonly {
      name: string; cpu: { time: string; usageCoreNanoSeconds: number }; memory: { workingSetBytes: number };
    }[];
  }[];
}

/** By the kubelet of its node, which reads the container's cgroup. */
async function usage({ namespace, name }: Deployment, ordinal: number): Promise<Usage> {
  const pod = `${name}-${ordinal}`;
  const node = (await core.readNamespacedPod({ namespace, name: pod })).spec?.nodeName;
  const { pods } = JSON.parse(await kubectl(['get', '--raw', `/api/v1/nodes/${node}/proxy/stats/summary`])) as Summary;
  const container = pods.find(({ podRef }) => podRef.namespace === namespace && podRef.name === pod)?.containers.find(each => each.name === 'rabbitmq');
  if (container === undefined) {
    throw new Error(`the kubelet of ${node} knows nothing of ${pod} yet`);
  }
  const { cpu, memory } = container;
  return { time: new Date(cpu.time).getTime(), cpu: cpu.usageCoreNanoSeconds, memory: memory.workingSetBytes };
}

/** Records what each broker uses on average while nothing else happens. */
async function look(deployment: Deployment, name: string): Promise<void> {
  const now = async (): Promise<Usage[]> =>
    Promise.all(Array.from({ length: deployment.replicas }, async (_, ordinal) => usage(deployment, ordinal)));
  const before = await now();
  await sleep(LOOK_MS);
  const after = await now();
  const cores = after.map(({ cpu, time }, index) => (cpu - before[index].cpu) / 1e6 / (time - before[index].time));
  const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  figure(`${name}: CPU of a broker`, average(cores) * 1000, 'm');
  figure(`${name}: CPU of the busiest broker`, Math.max(...cores) * 1000, 'm');
  figure(`${name}: memory of a broker`, average(after.map(({ memory }) => memory)) / 2 ** 20, 'MiB');
  figure(`${name}: memory of the largest broker`, Math.max(...after.map(({ memory }) => memory)) / 2 ** 20, 'MiB');
}

describe.each([
  ['dev', RabbitMQProfile.DEV, {}],
  ['test', RabbitMQProfile.TEST, {}],
  ['prod', RabbitMQProfile.PROD, { ingress: { enabled: false }, backup: { enabled: false } }],
])('what brokers of the profile %s use', (name, profile, parts) => {
  const suite = useNamespace('sizing-', async (namespace) => {
    const manifests = fit(manifestsOf((app) => {
      const chart = new Chart(app, name, { namespace });
      new RabbitMQDeployment(chart, 'RabbitMQ', { profile, ...parts });
      return chart;
    }), { cpu: '20m', memory: '64Mi' });
    const deployment = Deployment.of(manifests, namespace);
    const authority = Authority.create(name);
    await apply(authority.issued(manifests), namespace);
    await deployment.up();
    const target = manifests.some(({ kind }) => kind === 'Certificate') ? await deployment.amqps({ ca: authority.certificate }) : await deployment.amqp();
    return { deployment, target };
  });

  test('with nothing to do', async () => {
    await sleep(SETTLE_MS);
    await look(suite().deployment, `${name}, idle`);
  });

  test(`with ${QUEUES.length} quorum queues and ${RATE} messages a second of ${SIZE} bytes`, async () => {
    const { deployment, target } = suite();
    for (const queue of QUEUES) {
      await declareQueue(target, queue);
    }
    const consumer = Consumer.start({ target, queue: QUEUES });
    const publisher = Publisher.start({ target, queue: QUEUES, rate: RATE, size: SIZE });
    await publisher.reached(RATE * SETTLE_MS / 1000);
    const [confirmed, start] = [publisher.confirmed.size, performance.now()];
    await look(deployment, `${name}, loaded`);
    figure(`${name}, loaded: confirmed`, (publisher.confirmed.size - confirmed) / ((performance.now() - start) / 1000), 'messages/s');
    await publisher.stop();
    await eventually('all confirmed messages are received', 60_000, () => reckon(publisher, consumer).lost, lost => lost === 0);
    await consumer.stop();
  });
});
