import { Chart } from 'cdk8s';
import { RabbitMQCluster, RabbitMQImage, RabbitMQUser } from '../../../lib';
import { cli } from '../ops/cli';
import { manifestsOf } from '../support/deployment';
import { eventually } from '../support/eventually';
import { kubectl } from '../support/kubectl';
import { batch, core } from '../support/kubernetes';
import { useCluster } from '../support/use-cluster';

const KINDS = 'configmap,pod,statefulset,job,service,serviceaccount,role,rolebinding,networkpolicy,event,persistentvolumeclaim,controllerrevision';
const NAME = 'quiet';

/** A line without the secrets that it has. */
const masked = (line: string, secrets: readonly string[]): string => secrets.reduce((text, secret) => text.replaceAll(secret, '<secret>'), line).slice(0, 500);

describe.each(['3.10', '4.0', '4.3'])('a broker of %s that logs all details', (series) => {
  const suite = useCluster('secrets-', namespace => manifestsOf((app) => {
    const chart = new Chart(app, 'secrets', { namespace });
    const cluster = new RabbitMQCluster(chart, 'RabbitMQ', {
      name: NAME,
      replicas: 1,
      image: RabbitMQImage.fromReference(`rabbitmq:${series}-management`),
      pod: { env: [{ name: 'RABBITMQ_LOG', value: 'debug' }] },
      resources: { memoryLimit: '1Gi' },
    });
    new RabbitMQUser(chart, 'Web', { cluster, name: 'web', permissions: [] });
    return chart;
  }), async ({ namespace }) => {
    await eventually('all Jobs are done', 300_000, async () => (await batch.listNamespacedJob({ namespace })).items.map(({ status }) => status?.succeeded), done => done.every(count => count === 1));
  });

  const metrics = async (): Promise<string> => {
    const { status } = await core.readNamespacedPod({ namespace: suite().namespace, name: `${NAME}-0` });
    return (await fetch(`http://${status!.podIP!}:15692/metrics`)).text();
  };

  test('has the administrator of the Secret, and no other user of its own', async () => {
    const { deployment } = suite();
    const { username, password } = await deployment.amqp();
    const broker = deployment.broker(0);
    expect(await broker.run(['rabbitmqctl', 'authenticate_user', username, password])).toContain('Success');
    expect((await broker.run(['rabbitmqctl', '--silent', 'list_users', '--no-table-headers'])).split('\n').map(line => line.split('\t')[0]).filter(Boolean).sort())
      .toEqual([username, 'web'].sort());
  });

  test('shows none of the generated secrets', async () => {
    const { namespace, deployment } = suite();
    const { items } = await core.listNamespacedSecret({ namespace });
    const values = items.flatMap(({ data = {} }) => Object.values(data)).map(value => Buffer.from(value, 'base64').toString()).filter(value => /^[0-9a-f]{48}$/.test(value));
    expect(values).toHaveLength(3);

    const forms = values.flatMap(value => [value, Buffer.from(value).toString('base64')]);

    const broker = deployment.broker(0);
    const shell = async (script: string): Promise<string> => (await broker.exec(['sh', '-c', script], { timeoutMs: 120_000 })).stdout;
    // a pod that only starts has no log: the CronJob of the topology makes one each minute
    const pods = (await core.listNamespacedPod({ namespace })).items.filter(({ status }) => status?.phase !== 'Pending');
    const logs = await Promise.all(pods.flatMap(({ metadata, spec }) =>
      [...spec!.initContainers ?? [], ...spec!.containers].map(({ name: container }) =>
        core.readNamespacedPodLog({ namespace, name: metadata!.name!, container }))));
    const terminal = await Promise.all(['status', 'health', 'events', 'doctor'].map(command => cli([command, '-n', namespace, '-c', NAME])));
    const places = {
      yaml: deployment.yaml,
      objects: await kubectl(['get', KINDS, '-n', namespace, '-o', 'yaml']),
      logs: logs.join('\n'),
      commands: await shell('cat /proc/[0-9]*/cmdline'),
      environments: await shell('cat /proc/[0-9]*/environ'),
      osEnv: await shell('rabbitmq-diagnostics os_env'),
      settings: await shell('rabbitmqctl environment'),
      report: await shell('rabbitmq-diagnostics report'),
      metrics: await metrics(),
      terminal: terminal.map(({ stdout, stderr }) => stdout + stderr).join('\n'),
    };
    expect(places.logs).toContain('[debug]');
    expect(places.commands).toContain('beam');
    expect(places.environments).toContain('RABBITMQ_NODENAME');
    expect(places.osEnv).toContain('NODENAME');
    expect(places.settings).toContain('default_user');
    expect(places.metrics).toContain('rabbitmq_identity_info');
    expect(places.terminal).toContain(NAME);
    const found = Object.entries(places).flatMap(([place, text]) => text.split('\n').filter(line => forms.some(form => line.includes(form))).map(line => `${place}: ${masked(line, forms)}`));
    expect(found).toEqual([]);
  });
});
