import { App, Chart, Duration, Testing } from 'cdk8s';
import { RabbitMQAutoscaler, RabbitMQCluster, RabbitMQScalingMetric } from '../../../lib';
import { declareQueue } from '../../../ops/src/load-generator/amqp';
import { Deployment } from '../support/deployment';
import { eventually } from '../support/eventually';
import { figure } from '../support/figures';
import { kubectl } from '../support/kubectl';
import { apps, autoscaling, core } from '../support/kubernetes';
import { underLoad } from '../support/load';
import { dryRun, type Manifest } from '../support/manifests';
import { useNamespace } from '../support/use-cluster';

const AUTOSCALER = 'system:serviceaccount:kube-system:horizontal-pod-autoscaler';
const QUEUES = ['orders-0', 'orders-1', 'orders-2', 'orders-3'];
const MINUTE = 60_000;

/** Three to five brokers by their CPU, with windows as short as a test wants them. */
function manifests(): Manifest[] {
  const chart = new Chart(new App(), 'autoscaler', { namespace: suite().namespace });
  const cluster = new RabbitMQCluster(chart, 'RabbitMQ', { resources: { cpuRequest: '200m', cpuLimit: '2', memoryLimit: '2Gi' } });
  new RabbitMQAutoscaler(chart, 'Autoscaler', {
    cluster,
    maxReplicas: 5,
    metrics: [RabbitMQScalingMetric.cpu(70), RabbitMQScalingMetric.memory(80)],
    scaleOut: { period: Duration.seconds(30) },
    scaleIn: { stabilization: Duration.seconds(30), period: Duration.seconds(30) },
    acknowledgedWarnings: ['scale-in-hasty'],
  });
  return Testing.synth(chart) as Manifest[];
}

const suite = useNamespace('auto-', async (namespace, defer) => {
  defer(() => kubectl(['delete', 'validatingadmissionpolicy,validatingadmissionpolicybinding', `${namespace}-rabbitmq-cluster-hpa`, '--ignore-not-found']));
  const deployment = Deployment.of(manifests(), namespace);
  const start = performance.now();
  await kubectl(['apply', '-n', namespace, '-f', '-'], { stdin: deployment.yaml });
  await brokers(3);
  figure('autoscaler: from apply to three brokers', (performance.now() - start) / 1000, 's');
  await calm();
  const target = await deployment.amqp();
  await Promise.all(QUEUES.map(queue => declareQueue(target, queue)));
  return { deployment, target };
});

/** Waits for a number of brokers that are all Ready; returns the seconds that took. */
async function brokers(replicas: number, timeoutMs = 5 * MINUTE): Promise<number> {
  const start = performance.now();
  await eventually(`${replicas} brokers are wanted and Ready`, timeoutMs, async () => {
    const { spec, status } = await apps.readNamespacedStatefulSet({ namespace: suite().namespace, name: 'rabbitmq-cluster' });
    return { wanted: spec?.replicas, ready: status?.readyReplicas ?? 0, pods: status?.replicas };
  }, ({ wanted, ready, pods }) => wanted === replicas && ready === replicas && pods === replicas);
  return (performance.now() - start) / 1000;
}

/** Waits until the brokers' start is over, which needs CPU too. */
async function calm(): Promise<void> {
  await eventually('three brokers have little to do', 5 * MINUTE, async () => {
    const { spec, status } = await autoscaling.readNamespacedHorizontalPodAutoscaler({ namespace: suite().namespace, name: 'rabbitmq-cluster-hpa' });
    const cpu = status?.currentMetrics?.find(({ containerResource }) => containerResource?.name === 'cpu')?.containerResource?.current.averageUtilization;
    return { fewest: spec?.minReplicas, there: status?.currentReplicas, wanted: status?.desiredReplicas, cpu };
  }, ({ fewest, there, wanted, cpu }) => there === fewest && wanted === fewest && cpu !== undefined && cpu < 40);
  await brokers(3);
}

/** What the autoscaler did, by its events. */
async function decisions(): Promise<string[]> {
  const { items } = await core.listNamespacedEvent({ namespace: suite().namespace, fieldSelector: 'involvedObject.kind=HorizontalPodAutoscaler,reason=SuccessfulRescale' });
  return items.map(({ message }) => message ?? '');
}

/** Has each of the first three brokers compute until it is told to stop, as one that is busy with messages would. */
async function busy(on: boolean): Promise<void> {
  const compute = 'fun() -> (fun Loop() -> lists:sort(lists:seq(1, 100000)), receive stop -> ok after 0 -> Loop() end end)() end';
  const code = on ? `[register(Name, spawn(${compute})) || Name <- [busy, busier]].` : '[Name ! stop || Name <- [busy, busier]].';
  await Promise.all([0, 1, 2].map(ordinal => suite().deployment.broker(ordinal).run(['rabbitmqctl', 'eval', code])));
}

test('the API server takes all of it, strictly and without a warning', async () => {
  for (const manifest of manifests()) {
    expect([manifest.kind, await dryRun(manifest, suite().namespace)]).toEqual([manifest.kind, undefined]);
  }
});

test('even numbers are refused to the autoscaler, and to nobody else', async () => {
  const { namespace } = suite();
  // "kubectl scale" reads the StatefulSet first, which the autoscaler may not
  const path = `/apis/apps/v1/namespaces/${namespace}/statefulsets/rabbitmq-cluster/scale?dryRun=All`;
  const scale = (replicas: number, ...as: string[]): Promise<string> => kubectl(['replace', '--raw', path, '-f', '-', ...as], {
    stdin: JSON.stringify({ apiVersion: 'autoscaling/v1', kind: 'Scale', metadata: { name: 'rabbitmq-cluster', namespace }, spec: { replicas } }),
  });
  await expect(scale(4, `--as=${AUTOSCALER}`)).rejects.toThrow('an even number of brokers, 4, tolerates no more failures than one less: there are 3 until the load asks for two more, or two fewer');
  expect(await scale(5, `--as=${AUTOSCALER}`)).toContain('"replicas":5');
  expect(await scale(4)).toContain('"replicas":4');
});

test('an apply leaves the number alone', async () => {
  const { namespace, deployment } = suite();
  await kubectl(['-n', namespace, 'annotate', 'statefulset/rabbitmq-cluster', 'e2e=1']);
  await kubectl(['apply', '-n', namespace, '-f', '-'], { stdin: deployment.yaml });
  await kubectl(['apply', '--server-side', '--force-conflicts', '-n', namespace, '-f', '-'], { stdin: deployment.yaml });
  expect((await apps.readNamespacedStatefulSet({ namespace, name: 'rabbitmq-cluster' })).spec?.replicas).toBe(3);
});

test('load takes three brokers to five, and its end takes them back, with no message lost', async () => {
  const { namespace, target } = suite();
  const seen = new Set<number | undefined>();
  const ledger = await underLoad({ target, queue: QUEUES[0], rate: 20 }, async ({ publisher }) => {
    await publisher.reached(100);
    await busy(true);
    const watching = setInterval(() => {
      apps.readNamespacedStatefulSet({ namespace, name: 'rabbitmq-cluster' }).then(({ spec }) => seen.add(spec?.replicas), () => undefined);
    }, 1000);
    try {
      figure('autoscaler: from load to five brokers', await brokers(5), 's');
      await busy(false);
      figure('autoscaler: from the end of load to three brokers', await brokers(3), 's');
    } finally {
      clearInterval(watching);
    }
  });
  figure('autoscaler: confirmed', ledger.confirmed, 'messages');
  figure('autoscaler: longest publishing gap', ledger.longestGapMs, 'ms');
  expect(ledger.lost).toBe(0);
  expect([...seen].sort()).toEqual([3, 5]);
  expect(await decisions()).toEqual(expect.arrayContaining([
    expect.stringMatching(/New size: 5; reason: .*above target/),
    expect.stringMatching(/New size: 3; reason: All metrics below target/),
  ]));
}, 12 * MINUTE);

test('afterwards the cluster is three brokers, and each queue has members on them alone', async () => {
  const { namespace, deployment } = suite();
  const nodes = [0, 1, 2].map(ordinal => `rabbit@rabbitmq-cluster-${ordinal}.rabbitmq-cluster-nodes.${namespace}`);
  expect((await deployment.broker(0).clusterStatus()).members).toEqual(nodes);
  for (const queue of await deployment.broker(0).queues()) {
    expect([queue.name, [...queue.members].sort(), queue.online.length]).toEqual([queue.name, nodes, 3]);
  }
});
