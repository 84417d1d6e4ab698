import { connect, type ChannelModel } from 'amqplib';
import { App, Chart } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import { RabbitMQCertificate } from '../../lib';
import { type AmqpTarget, declareQueue } from '../../ops/src/load-generator/amqp';
import { Authority } from '../../test/e2e/support/authority';
import { clusterManifests, Deployment } from '../../test/e2e/support/deployment';
import { eventually } from '../../test/e2e/support/eventually';
import { figure } from '../../test/e2e/support/figures';
import { apply } from '../../test/e2e/support/manifests';
import { useNamespace } from '../../test/e2e/support/use-cluster';
import { median } from '../figures';

const COUNTS = [500, 1000, 2000];
const QUEUE = 'idle';
const AT_ONCE = 20;
const KIBIBYTE = 1024;
/** Over how many readings, five seconds apart, the memory has to stay within a hundredth to count as settled. */
const READINGS = 4;

/** What clients have open. */
interface Kind {
  readonly what: string;
  readonly channel?: boolean;
  readonly tls?: boolean;
}

const KINDS: readonly Kind[] = [
  { what: 'idle' },
  { what: 'with a channel and a consumer', channel: true },
  { what: 'with a channel and a consumer, over TLS', channel: true, tls: true },
];

const authority = Authority.create('Authority');

async function broker(namespace: string, tls: boolean): Promise<Deployment> {
  if (tls) {
    await apply([authority.secret('brokers', authority.issue({ commonName: 'bench', dnsNames: [`bench.${namespace}.svc`] }))], namespace);
  }
  const deployment = Deployment.of(clusterManifests({
    name: 'bench', replicas: 1, resources: { memoryLimit: '1Gi', cpuLimit: '2' },
    tls: tls ? { certificate: RabbitMQCertificate.fromSecret(Secret.fromSecretName(new Chart(new App(), 'external'), 'Certificate', 'brokers')) } : undefined,
  }), namespace);
  await deployment.up();
  return deployment;
}

/** Opens a connection that heartbeats as the broker suggests. */
async function open(
  { host: hostname, port, username, password, tls }: AmqpTarget,
  { channel }: Kind,
): Promise<ChannelModel> {
  const connection = await connect({ protocol: tls ? 'amqps' : 'amqp', hostname, port, username, password }, { timeout: 60_000, ...tls });
  connection.on('error', () => undefined);
  if (channel) {
    const consuming = await connection.createChannel();
    await consuming.prefetch(10);
    await consuming.consume(QUEUE, () => undefined);
  }
  return connection;
}

/** The memory by which the broker raises its alarm, once it has settled, in bytes. */
async function settledMemory(deployment: Deployment): Promise<number> {
  const readings: number[] = [];
  await eventually('the broker\'s memory has settled', 180_000, async () => {
    readings.push(Number(await deployment.broker(0).run(['rabbitmqctl', 'eval', 'timer:sleep(4000), vm_memory_monitor:get_process_memory().'])));
    return readings.slice(-READINGS);
  }, last => last.length === READINGS && Math.max(...last) <= Math.min(...last) * 1.01);
  return median(readings.slice(-READINGS));
}

const suite = useNamespace('bench-', undefined, { each: true });

/** How much of a broker's memory a connection takes: the figure behind the alert RabbitMQConnectionsHigh. */
test.each(KINDS.map(kind => ({ ...kind })))('memory of connections $what', async (kind) => {
  const connections: ChannelModel[] = [];
  try {
    const deployment = await broker(suite().namespace, kind.tls === true);
    const target = kind.tls ? await deployment.amqps({ ca: authority.certificate }) : await deployment.amqp();
    await declareQueue(target, QUEUE);
    const before = await settledMemory(deployment);
    figure(`no connection (${kind.what})`, before / KIBIBYTE / KIBIBYTE, 'MiB');
    for (const count of COUNTS) {
      while (connections.length < count) {
        connections.push(...await Promise.all(Array.from(
          { length: Math.min(AT_ONCE, count - connections.length) },
          () => open(target, kind),
        )));
      }
      const grown = await settledMemory(deployment) - before;
      figure(`${count} connections ${kind.what}`, grown / KIBIBYTE / count, 'KiB each');
    }
  } finally {
    await Promise.allSettled(connections.map(connection => connection.close()));
  }
});
