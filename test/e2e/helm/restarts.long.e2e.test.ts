import { Authority } from '../support/authority';
import { apply } from '../support/manifests';
import { Release } from './helm';
import { deploymentFor, differences, podsOf, restarts, secretsOf } from './installed';
import { useNamespace } from '../support/use-cluster';

const ONE = { cluster: { replicaCount: 1 }, resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '1Gi' } } };
const TLS = 'brokers-tls';

/** Each switch for which the library restarts brokers, and what a broker's tool then says. */
const SWITCHES: Readonly<Record<string, readonly [values: object, command: readonly string[], says: RegExp]>> = {
  'another image': [{ image: { tag: '4.3.6' } }, ['rabbitmqctl', 'version'], /4\.3\.6/],
  'more memory': [{ resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '1536Mi' } } }, ['rabbitmqctl', 'eval', 'vm_memory_monitor:get_memory_limit().'], /^773094112/],
  plugins: [{ plugins: ['rabbitmq_mqtt', 'rabbitmq_stream'] }, ['rabbitmq-diagnostics', 'listeners'], /port: 1883[^]*port: 5552|port: 5552[^]*port: 1883/],
  configuration: [{ configuration: { channel_max: 77 } }, ['rabbitmqctl', 'eval', 'application:get_env(rabbit, channel_max).'], /77/],
  'advanced configuration': [{ advancedConfiguration: '[{rabbit, [{credit_flow_default_credit, {401, 201}}]}].\n' }, ['rabbitmqctl', 'eval', 'application:get_env(rabbit, credit_flow_default_credit).'], /401/],
  'TLS beside the plain ports': [{ tls: { enabled: true, existingSecret: TLS } }, ['rabbitmq-diagnostics', 'listeners'], /port: 5671[^]*port: 5672|port: 5672[^]*port: 5671/],
  'TLS only': [{ tls: { enabled: true, only: true, existingSecret: TLS } }, ['rabbitmq-diagnostics', 'listeners'], /^(?![^]*port: 5672)[^]*port: 5671/],
  'nodes of their own': [{ scheduling: { nodeSpread: 'required', zoneSpread: 'none', nodeSelector: { 'kubernetes.io/os': 'linux' }, tolerations: [{ key: 'a', operator: 'Exists' }] } }, ['rabbitmqctl', 'version'], /4\.3/],
  'labels and annotations of pods': [{ podLabels: { team: 'shop' }, podAnnotations: { 'example.com/a': 'b' } }, ['rabbitmqctl', 'version'], /4\.3/],
};

describe('helm4, one broker', () => {
  const deployment = (): ReturnType<typeof deploymentFor> => deploymentFor(ONE, suite().namespace);

  const suite = useNamespace('helm-', async (namespace) => {
    const authority = Authority.create('helm');
    await apply([authority.secret(TLS, authority.issue({ commonName: 'rabbitmq-cluster', dnsNames: [`rabbitmq-cluster.${namespace}.svc`] }))], namespace);
    const release = new Release('helm4', namespace);
    await release.install(ONE);
    return { release };
  });

  test.each(Object.entries(SWITCHES))('%s, and back, with a restart', async (_name, [values, command, says]) => {
    const { namespace, release } = suite();
    const switched = { ...ONE, ...values };
    const [pods, secrets] = [await podsOf(deployment()), await secretsOf(deployment())];
    expect(restarts(ONE, switched)).toBe(true);
    const before = release.revision;
    await release.upgrade(switched);
    await deployment().ready();
    expect(await differences(switched, namespace, ONE)).toEqual([]);
    expect(await podsOf(deployment())).not.toEqual(pods);
    expect(await deployment().broker(0).run([command[0], '--silent', ...command.slice(1)])).toMatch(says);
    await release.rollback(before);
    await deployment().ready();
    expect(await differences(ONE, namespace, switched)).toEqual([]);
    expect(await secretsOf(deployment())).toEqual(secrets);
  });

  test('a volume\'s size is refused by Kubernetes, and nothing restarts', async () => {
    const { namespace, release } = suite();
    const pods = await podsOf(deployment());
    await expect(release.upgrade({ ...ONE, persistence: { size: '11Gi' } })).rejects.toThrow(/spec: Forbidden/);
    expect(await podsOf(deployment())).toEqual(pods);
    await release.upgrade(ONE);
    expect(await differences(ONE, namespace)).toEqual([]);
    expect(await podsOf(deployment())).toEqual(pods);
  });
});
