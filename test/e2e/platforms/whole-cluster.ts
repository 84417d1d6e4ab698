import { App, Chart, JsonPatch, Testing } from 'cdk8s';
import {
  RabbitMQBackup, RabbitMQCluster, type RabbitMQClusterProps, RabbitMQMonitoring, RabbitMQUser,
} from '../../../lib';
import { declareQueue } from '../../../ops/src/load-generator/amqp';
import { runNow } from '../backup/jobs';
import { Deployment } from '../support/deployment';
import { eventually } from '../support/eventually';
import { apps, batch, core } from '../support/kubernetes';
import { underLoad } from '../support/load';
import type { Manifest } from '../support/manifests';

const NAME = 'orders';
const QUEUE = 'web';
const DONE_MS = 300_000;

/** What runs on a platform. */
export interface Whole {
  readonly deployment: Deployment;
  /** The application's Secret. */
  readonly secret: Readonly<Record<string, string>>;
}

/** A broker, an application's user, an exporter and a backup: each kind of pod that the library makes. */
export function wholeCluster(namespace: string, props: (chart: Chart) => RabbitMQClusterProps): Manifest[] {
  const chart = new Chart(new App(), 'platform', { namespace });
  const cluster = new RabbitMQCluster(chart, 'RabbitMQ', {
    name: NAME, replicas: 1, resources: { memoryLimit: '512Mi', cpuLimit: '1' }, networkPolicy: { enabled: true },
    ...props(chart),
  });
  new RabbitMQUser(chart, 'Web', {
    cluster, name: 'web', permissions: [{ configure: '^web$', write: '.*', read: '^web$' }],
  });
  new RabbitMQMonitoring(chart, 'Monitoring', { cluster, exporter: {} });
  const { cronJob } = new RabbitMQBackup(chart, 'Backup', { cluster, suspend: true });
  cronJob.addJsonPatch(JsonPatch.add('/spec/jobTemplate/spec/backoffLimit', 0));
  return Testing.synth(chart) as Manifest[];
}

/** Applies it, and waits until the broker, the exporter and all Jobs have done what they are for. */
export async function runs(manifests: readonly Manifest[], namespace: string): Promise<Whole> {
  const deployment = Deployment.of(manifests, namespace);
  await deployment.up();
  const jobs = manifests.filter(({ kind }) => kind === 'Job').map(({ metadata }) => metadata.name);
  await eventually(`the Jobs ${jobs.join(', ')} are done`, DONE_MS, async () => {
    const { items } = await batch.listNamespacedJob({ namespace });
    return jobs.filter(name => items.find(({ metadata }) => metadata?.name === name)?.status?.succeeded !== 1);
  }, missing => missing.length === 0);
  await eventually('the exporter is Ready', DONE_MS, async () =>
    (await apps.readNamespacedDeployment({ namespace, name: `${NAME}-exporter` })).status?.readyReplicas, ready => ready === 1);
  expect(await runNow(namespace, `${NAME}-backup`, 'now')).toMatch(/\d+ bytes written and read back/);
  const { data = {} } = await core.readNamespacedSecret({ namespace, name: `${NAME}-user-web` });
  return {
    deployment,
    secret: Object.fromEntries(Object.entries(data)
      .map(([key, value]) => [key, Buffer.from(value, 'base64').toString()])),
  };
}

/** Sends messages through a queue as the application, by the `uri` of its Secret and nothing else. */
export async function serves({ deployment, secret }: Whole, authority?: string): Promise<void> {
  const { username, password, hostname: servername, pathname } = new URL(secret.uri);
  const { host, port } = authority === undefined ? await deployment.amqp() : await deployment.amqps({ ca: authority });
  const target = {
    host,
    port,
    username: decodeURIComponent(username),
    password: decodeURIComponent(password),
    vhost: decodeURIComponent(pathname.slice(1)) || '/',
    ...(authority === undefined ? {} : { tls: { ca: authority, servername } }),
  };
  await declareQueue(target, QUEUE);
  const { confirmed, lost } = await underLoad(
    { target, queue: QUEUE, count: 50 },
    async ({ publisher }) => publisher.reached(),
  );
  expect({ confirmed, lost }).toEqual({ confirmed: 50, lost: 0 });
}
