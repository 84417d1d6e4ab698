import { Chart } from 'cdk8s';
import { Pods, Secret } from 'cdk8s-plus-28';
import { logOf, runNow } from './jobs';
import { RabbitMQBackup, RabbitMQBackupDestination, RabbitMQCluster } from '../../../lib';
import { manifestsOf } from '../support/deployment';
import { eventually } from '../support/eventually';
import { exec } from '../../../ops/src/kubernetes/exec';
import { connection, core } from '../support/kubernetes';
import { useCluster } from '../support/use-cluster';

const NAME = 'kept';
const IMAGE = process.env.E2E_RCLONE_IMAGE ?? 'rclone/rclone:1.76.0';
const PORT = 8080;

/** rclone's own WebDAV server, as the storage. */
const storage = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'storage', labels: { app: 'storage' } },
  spec: {
    terminationGracePeriodSeconds: 1,
    securityContext: { runAsNonRoot: true, runAsUser: 1000, fsGroup: 1000, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [{
      name: 'storage',
      image: IMAGE,
      command: ['rclone', 'serve', 'webdav', '/data', '--addr', `:${PORT}`, '--config', '/data/none.conf'],
      securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
      resources: { requests: { cpu: '1m', memory: '32Mi' } },
      volumeMounts: [{ name: 'data', mountPath: '/data' }],
    }],
    volumes: [{ name: 'data', emptyDir: {} }],
  },
} as const;

const service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'storage' },
  spec: { selector: { app: 'storage' }, ports: [{ port: PORT }] },
} as const;

describe('backups that rclone uploads', () => {
  const listed = async (): Promise<string> =>
    (await exec(connection, { namespace: suite().namespace, pod: 'storage', container: 'storage' }, ['rclone', 'lsf', '/data/backups/kept', '--config', '/data/none.conf'])).stdout;

  const suite = useCluster('rclone-', namespace => [storage, service, ...manifestsOf((app) => {
    const chart = new Chart(app, 'kept', { namespace });
    const config = new Secret(chart, 'Config', {
      metadata: { name: 'rclone' }, stringData: { 'rclone.conf': `[store]\ntype = webdav\nurl = http://storage.${namespace}.svc:${PORT}\nvendor = other\n` },
    });
    new RabbitMQBackup(chart, 'Backup', {
      cluster: new RabbitMQCluster(chart, 'RabbitMQ', { name: NAME, replicas: 1, networkPolicy: { enabled: true }, resources: { memoryLimit: '1Gi' } }),
      destination: RabbitMQBackupDestination.rclone({
        remote: 'store', path: 'backups/kept', config, image: IMAGE, port: PORT, peer: Pods.select(chart, 'Storage', { labels: { app: 'storage' } }),
      }),
      encryption: {},
    });
    return chart;
  })], async ({ namespace }) => {
    await eventually('the user of backups exists', 180_000, () => core.readNamespacedSecret({ namespace, name: `${NAME}-backup` }).then(() => true, () => false), is => is);
  });

  test('arrive complete, one more with each Job', async () => {
    const { namespace } = suite();
    await runNow(namespace, `${NAME}-backup`, 'first');
    expect(await listed()).toMatch(/^kept-\d{8}T\d{6}Z\.backup\n$/);
    await runNow(namespace, `${NAME}-backup`, 'second');
    expect((await listed()).trim().split('\n')).toHaveLength(2);
  });

  test('have no secret in their logs', async () => {
    const { namespace } = suite();
    const { data = {} } = await core.readNamespacedSecret({ namespace, name: `${NAME}-backup` });
    const log = await logOf(namespace, 'first');
    expect(log).not.toBe('');
    expect(log).not.toContain(Buffer.from(data.password ?? '', 'base64').toString());
  });
});
