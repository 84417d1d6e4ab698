import { Chart } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import { RabbitMQCluster, RabbitMQLogFormat } from '../../lib';
import { Deployment, manifestsOf } from './support/deployment';
import { kubectl } from './support/kubectl';
import { core } from './support/kubernetes';
import { apply, type Manifest } from './support/manifests';
import { useNamespace } from './support/use-cluster';

describe('a cluster with Secrets, configuration and plugins of one\'s own', () => {
  const suite = useNamespace('options-', async (namespace) => {
    const secret = (name: string, stringData: Record<string, string>): Manifest => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name }, stringData });
    await apply([
      secret('login', { user: 'operator', pass: 'p #$(x)\'" %41' }),
      secret('erlang', { 'magic-cookie': 'LettersAndDigits0123456789' }),
    ], namespace);
    const deployment = Deployment.of(manifestsOf((app) => {
      const chart = new Chart(app, 'options');
      new RabbitMQCluster(chart, 'RabbitMQ', {
        replicas: 1,
        resources: { memoryLimit: '1Gi' },
        credentials: {
          secret: Secret.fromSecretName(chart, 'Login', 'login'),
          usernameKey: 'user',
          passwordKey: 'pass',
          erlangCookieSecret: Secret.fromSecretName(chart, 'Erlang', 'erlang'),
          erlangCookieKey: 'magic-cookie',
        },
        plugins: ['rabbitmq_mqtt', 'rabbitmq_stream'],
        configuration: {
          logging: { format: RabbitMQLogFormat.JSON },
          raw: { channel_max: '77' },
          advancedConfig: '[{rabbit, [{credit_flow_default_credit, {401, 201}}]}].\n',
          envConfig: 'MAX_NUMBER_OF_PROCESSES=500000\n',
        },
        acknowledgedWarnings: ['mqtt-anonymous'],
      });
      return chart;
    }), namespace);
    await deployment.up();
    return { deployment };
  });

  const evaluate = async (expression: string): Promise<string> =>
    (await suite().deployment.broker(0).run(['rabbitmqctl', '--silent', 'eval', expression])).trim();

  test('makes no Secret itself', async () => {
    const { items } = await core.listNamespacedSecret({ namespace: suite().namespace });
    expect(items.map(({ metadata }) => metadata?.name).sort()).toEqual(['erlang', 'login']);
  });

  test('lets the administrator in whose password has every odd character', async () => {
    const { deployment } = suite();
    expect(await deployment.broker(0).run(['rabbitmqctl', '--silent', 'authenticate_user', 'operator', 'p #$(x)\'" %41'])).toContain('Success');
    expect(await deployment.broker(0).run(['rabbitmqctl', '--silent', 'list_users'])).not.toContain('guest');
  });

  test('has the cookie of the Secret, and a broker that alone can read it', async () => {
    expect(await evaluate('erlang:get_cookie().')).toBe('\'LettersAndDigits0123456789\'');
    expect(await suite().deployment.broker(0).run(['stat', '-c', '%a', '/var/lib/rabbitmq/.erlang.cookie'])).toBe('600\n');
  });

  test('reads raw keys, advanced.config and rabbitmq-env.conf', async () => {
    expect(await evaluate('application:get_env(rabbit, channel_max).')).toBe('{ok,77}');
    expect(await evaluate('application:get_env(rabbit, credit_flow_default_credit).')).toBe('{ok,{401,201}}');
    expect(Number(await evaluate('erlang:system_info(process_limit).'))).toBeLessThan(1_000_000);
  });

  test('counts memory by its container and not by the host', async () => {
    expect(await evaluate('vm_memory_monitor:get_memory_limit().')).toBe(String(Math.trunc(858993459 * 0.6)));
  });

  test('opens the plugins\' ports in the Service', async () => {
    const { namespace, deployment } = suite();
    const { spec } = await core.readNamespacedService({ namespace, name: 'rabbitmq-cluster' });
    expect(spec?.ports?.map(({ name, port }) => `${name} ${port}`)).toEqual(['amqp 5672', 'management 15672', 'prometheus 15692', 'mqtt 1883', 'stream 5552']);
    const listeners = await deployment.broker(0).run(['rabbitmq-diagnostics', '--silent', 'listeners']);
    expect(listeners).toMatch(/port: 1883/);
    expect(listeners).toMatch(/port: 5552/);
  });

  test('logs JSON to the console', async () => {
    const log = await kubectl(['-n', suite().namespace, 'logs', 'rabbitmq-cluster-0', '-c', 'rabbitmq', '--tail=1']);
    expect(JSON.parse(log)).toMatchObject({ level: expect.any(String), msg: expect.any(String) });
  });
});
