import { Chart } from 'cdk8s';
import { NetworkPolicyIpBlock } from 'cdk8s-plus-28';
import { RabbitMQCluster, RabbitMQMonitoring } from '../../lib';
import { cli } from './ops/cli';
import { Deployment, manifestsOf } from './support/deployment';
import { eventually } from './support/eventually';
import { core } from './support/kubernetes';
import { kubectl } from './support/kubectl';
import { useNamespace } from './support/use-cluster';

const IMAGE = 'rabbitmq:4.3-management';
const PLUGIN = 'e2e_plugin';
const FILE = `${PLUGIN}-1.0.0.ez`;
/** A plugin of the cluster that no image and no mirror has. */
const ABSENT = 'e2e_absent';
const SHIPPED = '/opt/rabbitmq/plugins';

/** Makes the archive of a plugin without modules, prints its checksum, and serves it. */
const MIRROR = `#!/usr/bin/env escript
main([]) ->
    App = {application, ${PLUGIN}, [{description, "Test"}, {vsn, "1.0.0"}, {modules, []}, {registered, []}, {applications, [kernel, stdlib, rabbit]}]},
    Text = iolist_to_binary(io_lib:format("~p.~n", [App])),
    {ok, {_, Zip}} = zip:create("${FILE}", [{"${PLUGIN}-1.0.0/ebin/${PLUGIN}.app", Text}], [memory]),
    ok = file:write_file("/tmp/${FILE}", Zip),
    [{ok, _} = application:ensure_all_started(Application) || Application <- [inets, crypto]],
    {ok, _} = inets:start(httpd, [{port, 8080}, {server_name, "mirror"}, {server_root, "/tmp"}, {document_root, "/tmp"}]),
    io:format("sha256 ~s~n", [string:lowercase(binary:encode_hex(crypto:hash(sha256, Zip)))]),
    receive after infinity -> ok end.
`;

const mirror = [
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'mirror' }, data: { 'mirror.escript': MIRROR } },
  {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'mirror' },
    spec: {
      terminationGracePeriodSeconds: 1,
      securityContext: { runAsNonRoot: true, runAsUser: 999, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [{
        name: 'mirror',
        image: IMAGE,
        command: ['escript', '/mirror/mirror.escript'],
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
        volumeMounts: [{ name: 'mirror', mountPath: '/mirror' }],
      }],
      volumes: [{ name: 'mirror', configMap: { name: 'mirror' } }],
    },
  },
];

describe('a cluster with plugins that RabbitMQ does not ship', () => {
  const deploymentOf = (name: string, address: string, sha256: string): Deployment => {
    const { namespace } = suite();
    const manifests = manifestsOf((app) => {
      const chart = new Chart(app, 'plugins', { namespace });
      const cluster = new RabbitMQCluster(chart, 'RabbitMQ', {
        name,
        replicas: 1,
        networkPolicy: { enabled: true },
        resources: { memoryLimit: '1Gi' },
        pluginDownloads: [{ name: PLUGIN, url: `http://${address}:8080/${FILE}`, sha256 }],
        communityPlugins: [ABSENT],
      });
      cluster.connections.allowTo(NetworkPolicyIpBlock.ipv4(chart, 'Mirror', `${address}/32`), 8080);
      new RabbitMQMonitoring(chart, 'Monitoring', { cluster, alerting: { enabled: false }, dashboards: { enabled: false } });
      return chart;
    });
    const text = JSON.stringify(manifests).replaceAll(SHIPPED, process.env.E2E_SHIPPED_PLUGINS ?? SHIPPED);
    return Deployment.of(JSON.parse(text) as typeof manifests, namespace);
  };

  /** The address of the mirror, and the checksum of its file. */
  const served = async (): Promise<[address: string, sha256: string]> => {
    const { namespace } = suite();
    await kubectl(['apply', '-n', namespace, '-f', '-'], { stdin: JSON.stringify({ apiVersion: 'v1', kind: 'List', items: mirror }) });
    const log = await eventually('the mirror serves', 180_000, async () =>
      core.readNamespacedPodLog({ namespace, name: 'mirror' }).catch(() => ''), text => text.includes('sha256 '));
    const { status } = await core.readNamespacedPod({ namespace, name: 'mirror' });
    return [status?.podIP ?? '', /sha256 ([0-9a-f]{64})/.exec(log)?.[1] ?? ''];
  };

  const suite = useNamespace('plugins-', async () => {
    const [address, sha256] = await served();
    const deployment = deploymentOf('orders', address, sha256);
    await deployment.up();
    return { deployment };
  });

  test('runs the one that was downloaded', async () => {
    const running = await suite().deployment.broker(0).run(['rabbitmqctl', 'eval', '--silent', 'rabbit_plugins:active().']);
    expect(running).toContain(PLUGIN);
    expect(running).not.toContain(ABSENT);
  });

  test('reports the one without a file by an event of its pod, and in health', async () => {
    const { namespace } = suite();
    const messages = await eventually('there is an event', 120_000, async () => {
      const { items } = await core.listNamespacedEvent({ namespace, fieldSelector: 'involvedObject.name=orders-0,reason=PluginsMissing' });
      return items.map(({ message }) => message ?? '');
    }, found => found.length > 0);
    expect(messages[0]).toContain(`runs without the plugins ${ABSENT}:`);
    const found = await eventually('health finds it', 120_000, async () => {
      const { stdout } = await cli(['health', '-n', namespace, '-c', 'orders', '--output', 'json']);
      return JSON.parse(stdout) as { readonly findings: readonly { readonly id: string; readonly what: string }[] };
    }, ({ findings }) => findings.some(({ id }) => id === 'plugins-missing'));
    expect(found.findings.find(({ id }) => id === 'plugins-missing')?.what).toBe(`orders-0 runs without the enabled plugin ${ABSENT}`);
  });

  test('does not start with another content than that of the checksum', async () => {
    const { namespace } = suite();
    const { status } = await core.readNamespacedPod({ namespace, name: 'mirror' });
    const other = deploymentOf('others', status?.podIP ?? '', '0'.repeat(64));
    await kubectl(['apply', '-n', namespace, '-f', '-'], { stdin: other.yaml });
    const log = await eventually('the init container has failed', 180_000, async () =>
      core.readNamespacedPodLog({ namespace, name: 'others-0', container: 'fetch-plugins' }).catch(() => ''), text => text.includes('SHA-256'));
    expect(log).toMatch(new RegExp(`${FILE}: the SHA-256 is [0-9a-f]{64}, not 0{64}\\. Correct pluginDownloads, or the file on the server`));
  });
});
