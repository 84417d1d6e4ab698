import { Chart, Cron, type Duration } from 'cdk8s';
import { RabbitMQCluster, type RabbitMQClusterProps, RabbitMQTopology, RabbitMQVersion, RabbitMQVirtualHost } from '../../../lib';
import { access } from '../support/access';
import { Deployment, manifestsOf } from '../support/deployment';
import { eventually } from '../support/eventually';
import { kubectl } from '../support/kubectl';
import { batch, core } from '../support/kubernetes';
import { apply, type Manifest } from '../support/manifests';

/** The tests start the CronJob themselves. */
const ONCE_A_YEAR = Cron.schedule({ minute: '0', hour: '0', day: '1', month: '1' });

/** The series to test; the newest unless told otherwise. */
export const VERSION = RabbitMQVersion.of(process.env.E2E_RABBITMQ ?? RabbitMQVersion.NEWEST.version);

/** The last line of a report of a topology that was there already. */
export const UNCHANGED = /: 0 created, 0 changed, 0 removed, 0 kept, \d+ unchanged, 0 refused, 0 failed/;

/** Declares objects in a virtual host `orders`. */
export type Declare = (orders: RabbitMQVirtualHost, chart: Chart) => void;

/** Declares all virtual hosts itself, `orders` too. */
export type DeclareAll = (chart: Chart, cluster: RabbitMQCluster) => void;

/** A cluster to declare in. */
export interface DeclaredClusterProps extends RabbitMQClusterProps {
  /** Of each Job that applies a topology. @default 1 hour */
  readonly deadline?: Duration;
}

/** How a Job that applies a topology ended. */
export interface Report {
  /** `Complete` or `Failed`. */
  readonly ended: string;
  readonly log: string;
}

/** A user's way into a virtual host. */
export interface Login {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly password: string;
  readonly vhost: string;
}

/** A cluster with a declared topology, and what the Jobs that apply it report. */
export class DeclaredCluster {
  public static readonly NAME = 'topology';

  /** Applies a cluster with its first declaration, and waits until its brokers are Ready. */
  public static async up(
    namespace: string,
    declare: Declare,
    props: DeclaredClusterProps = {},
  ): Promise<DeclaredCluster> {
    const all = DeclaredCluster.manifests(namespace, inOrders(declare), props);
    const deployment = Deployment.of(all, namespace);
    await deployment.up();
    const { host, port } = await access(namespace, DeclaredCluster.NAME, 'management');
    return new DeclaredCluster(deployment, props, `http://${host}:${port}/api`, jobName(all));
  }

  private static manifests(
    namespace: string,
    declare: DeclareAll,
    { deadline, ...props }: DeclaredClusterProps,
  ): Manifest[] {
    return manifestsOf((app) => {
      const chart = new Chart(app, 'topology', { namespace });
      const cluster = new RabbitMQCluster(chart, 'RabbitMQ', {
        name: DeclaredCluster.NAME, replicas: 1, version: VERSION, networkPolicy: { enabled: true }, ...props,
      });
      new RabbitMQTopology(chart, 'Topology', {
        cluster, deadline, reapplySchedule: ONCE_A_YEAR, acknowledgedWarnings: ['queue-unreached', 'dead-letters-lost', 'policy-without-effect'],
      });
      declare(chart, cluster);
      return chart;
    });
  }

  private again = 0;

  private constructor(
    public readonly deployment: Deployment,
    private readonly props: DeclaredClusterProps,
    private readonly api: string,
    private readonly firstJob: string,
  ) {}

  public get namespace(): string {
    return this.deployment.namespace;
  }

  /** What the Job of the first declaration reported. */
  public async firstReport(): Promise<Report> {
    return this.report(this.firstJob);
  }

  /** Applies the manifests of another declaration; returns the name of its Job. */
  public async declare(declare: Declare): Promise<string> {
    return this.declareAll(inOrders(declare));
  }

  public async declareAll(declare: DeclareAll): Promise<string> {
    const all = DeclaredCluster.manifests(this.namespace, declare, this.props);
    await apply(all, this.namespace);
    return jobName(all);
  }

  public async declareAndApply(declare: Declare): Promise<Report> {
    return this.report(await this.declare(declare));
  }

  /** Does what the CronJob does on its schedule; returns the name of the Job. */
  public async start(): Promise<string> {
    const name = `again-${++this.again}`;
    await kubectl(['create', 'job', name, '-n', this.namespace, `--from=cronjob/${DeclaredCluster.NAME}-topology`]);
    return name;
  }

  public async applyAgain(): Promise<Report> {
    return this.report(await this.start());
  }

  /** What a Job has written so far; empty before its pod runs. */
  public async log(name: string): Promise<string> {
    const { namespace } = this;
    const { items } = await core.listNamespacedPod({ namespace, labelSelector: `job-name=${name}` });
    const last = items
      .sort((a, b) => Number(a.metadata!.creationTimestamp) - Number(b.metadata!.creationTimestamp))
      .at(-1);
    return last?.status?.phase === undefined || last.status.phase === 'Pending' ? '' : core.readNamespacedPodLog({ namespace, name: last.metadata!.name! });
  }

  /** The report of a Job, once it has ended. */
  public async report(name: string): Promise<Report> {
    const { namespace } = this;
    const ended = await eventually(`Job ${name} has ended`, 420_000, async () =>
      (await batch.readNamespacedJob({ namespace, name })).status?.conditions
        ?.find(({ type, status }) => status === 'True' && (type === 'Complete' || type === 'Failed'))?.type);
    return { ended: ended!, log: await this.log(name) };
  }

  public async secret(name: string): Promise<Record<string, string>> {
    const { data = {} } = await core.readNamespacedSecret({ namespace: this.namespace, name });
    return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, Buffer.from(value, 'base64').toString()]));
  }

  /** The administrator's login. */
  public async administrator(): Promise<Record<string, string>> {
    return this.secret(`${DeclaredCluster.NAME}-credentials`);
  }

  /** The Secret of a declared user. */
  public async userSecret(user: string): Promise<Record<string, string>> {
    return this.secret(`${DeclaredCluster.NAME}-user-${user}`);
  }

  public async as(user: string, vhost: string): Promise<Login> {
    const { host, port } = await this.deployment.amqp();
    const { username, password } = await this.userSecret(user);
    return { host, port, username, password, vhost };
  }

  /** Calls the management API as administrator. */
  public async administer(method: string, path: string, body?: object): Promise<any> {
    const { username, password } = await this.administrator();
    const headers = { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
    const response = await fetch(`${this.api}${path}`, { method, headers, body: body && JSON.stringify(body) });
    const text = await response.text();
    return response.ok && text !== '' ? JSON.parse(text) : { status: response.status };
  }
}

function inOrders(declare: Declare): DeclareAll {
  return (chart, cluster) => {
    declare(new RabbitMQVirtualHost(chart, 'Orders', { cluster, name: 'orders', limits: { maxConnections: 500 } }), chart);
  };
}

function jobName(all: readonly Manifest[]): string {
  const pattern = new RegExp(`^${DeclaredCluster.NAME}-topology-[0-9a-f]{5}$`);
  return all.find(({ kind, metadata }) => kind === 'Job' && pattern.test(metadata.name))!.metadata.name;
}
