import { cli, smallValues } from './cli';
import { serviceAccount } from './users';
import { COMMANDS } from '../../../ops/src/cli/commands';
import { nameOf } from '../../../ops/src/cli/commands/command';
import type { StayingObject } from '../../../ops/src/cleanup/cleanup';
import { labelOf } from '../../../ops/src/inventory/inventory';
import { synthesize } from '../../../ops/src/inventory/synth';
import { ExitCode, ifFound } from '../../../ops/src/core/errors';
import { contentsOf } from '../../../ops/src/kubernetes/contents';
import { rolesOf } from '../../../ops/src/kubernetes/rights';
import { Authority } from '../support/authority';
import { eventually } from '../support/eventually';
import { figure } from '../support/figures';
import { connection, core, type Kubernetes } from '../support/kubernetes';
import { apply, type Manifest } from '../support/manifests';
import { deleteNamespace } from '../support/namespaces';
import { useNamespace } from '../support/use-cluster';

const RBAC = 'rbac.authorization.k8s.io';
const CERT_MANAGER = 'cert-manager.io/v1';

/** What is in a namespace, as `Kind name`, without what Kubernetes puts there, and what is going. */
async function leftIn(namespace: string): Promise<string[]> {
  const { objects } = await contentsOf(connection, namespace);
  return objects
    .filter(({ metadata }) => !(metadata as { deletionTimestamp?: string }).deletionTimestamp)
    .map(labelOf)
    .filter(label => !/^(Event|Endpoints|EndpointSlice) |^ConfigMap kube-root-ca\.crt$|^ServiceAccount default$/.test(label))
    .sort();
}

describe('prod, from one command to its cleanup', () => {
  // made by deploy itself
  const namespace = `ops-prod-${Date.now().toString(36)}`;
  const place = ['-n', namespace, '-c', 'rabbitmq-prod'];
  const issuer = { apiVersion: CERT_MANAGER, kind: 'ClusterIssuer', metadata: { name: namespace }, spec: { selfSigned: {} } };
  const flags = ['--profile', 'prod', '-n', namespace, '--values', smallValues({ tls: { issuer: namespace, issuerKind: 'ClusterIssuer' } })];
  const made: Manifest[] = [];
  const suite = useNamespace('ops-users-', async (users, defer) => {
    defer(async () => {
      for (const manifest of made) {
        await connection.objects.delete(manifest);
      }
      await deleteNamespace(namespace);
    });
    made.push(issuer);
    await apply([issuer], users);
  });

  /** A user with exactly the rights that `rabbitmq-k8s rbac` prints. No object that grants them is in the namespace. */
  const userOf = async (command: string): Promise<Kubernetes.KubeConfig> => {
    const users = suite().namespace;
    const { rights } = COMMANDS.find(entry => nameOf(entry) === command)!;
    for (const [i, role] of rolesOf(rights.filter(({ isFallback }) => !isFallback), `${namespace}-${command}`, { namespace, name: 'rabbitmq-prod' }).entries()) {
      const name = `${role.metadata.name}-${i}`;
      const roleRef = { apiGroup: RBAC, kind: 'ClusterRole', name };
      const binding = { apiVersion: `${RBAC}/v1`, kind: 'ClusterRoleBinding', metadata: { name }, subjects: [{ kind: 'ServiceAccount', name: command, namespace: users }], roleRef };
      const granted = [{ ...role, kind: 'ClusterRole', metadata: { name } }, binding];
      made.push(...granted);
      await apply(granted, users);
    }
    return serviceAccount(command, users);
  };

  /** The certificate as cert-manager would make it; it may not be on the tests' cluster. */
  const issue = async (): Promise<void> => {
    const { manifests } = synthesize({ profile: 'prod', namespace });
    const secrets = Authority.create('prod').issued(manifests);
    const { secretTemplate } = manifests.find(({ kind }) => kind === 'Certificate')!.spec as { secretTemplate: { labels: Record<string, string> } };
    await eventually('the namespace is there', 60_000, () => ifFound(core.readNamespace({ name: namespace })), found => found !== undefined);
    const { labels } = secretTemplate;
    await apply(secrets.map(secret => ({ ...secret, metadata: { ...secret.metadata, labels } })), namespace);
  };

  test('deploy makes its namespace, five brokers and all around them', async () => {
    const [{ code, stdout, stderr }] = await Promise.all([cli(['deploy', ...flags, '-o', 'json']), issue()]);
    expect({ code, stderr }).toEqual({ code: ExitCode.OK, stderr: expect.anything() });
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({ namespace, name: 'rabbitmq-prod', replicas: 5 });
    expect(result.members).toHaveLength(5);
    figure('rabbitmq-k8s deploy --profile prod: to verified', result.seconds, 's');
    expect(await leftIn(namespace)).toEqual(expect.arrayContaining(['CronJob rabbitmq-prod-backup', 'PersistentVolumeClaim rabbitmq-prod-backup', 'PrometheusRule rabbitmq-prod']));
  });

  test('status and health tell how it stands', async () => {
    const status = await cli(['status', ...place, '-o', 'json']);
    expect(JSON.parse(status.stdout)).toMatchObject({ replicas: { wanted: 5, ready: 5 }, broker: { alarms: [] } });
    // the tests' authority issues for a day
    const { code, stdout } = await cli(['health', ...place, '-o', 'json']);
    expect(JSON.parse(stdout).findings.map(({ id }: { id: string }) => id)).toEqual(['certificate-expiring']);
    expect(code).toBe(ExitCode.CRITICAL);
  });

  test('cleanup leaves what it announces, backups and namespace among it', async () => {
    const { code, stdout } = await cli(['cleanup', '--profile', 'prod', '-n', namespace, '--yes', '-o', 'json']);
    expect(code).toBe(ExitCode.OK);
    const stays = (JSON.parse(stdout).stays as StayingObject[]).map(({ object }) => labelOf(object));
    expect(stays).toEqual(expect.arrayContaining([
      `Namespace ${namespace}`, 'ConfigMap rabbitmq-prod-deployment', 'PersistentVolumeClaim rabbitmq-prod-backup', 'PersistentVolumeClaim rabbitmq-data-rabbitmq-prod-4',
      'Secret rabbitmq-prod-credentials', 'Secret rabbitmq-prod-tls', 'Secret rabbitmq-prod-backup',
    ]));
    const announced = stays.filter(label => !label.startsWith('Namespace ')).sort();
    await expect(eventually('the rest is gone', 120_000, () => leftIn(namespace), left => left.length <= announced.length)).resolves.toEqual(announced);
  });

  test('deploy takes that up, with the rights that rbac prints', async () => {
    const run = await cli(['deploy', ...flags], await userOf('deploy'));
    expect(run).toMatchObject({ code: ExitCode.OK, stderr: expect.not.stringContaining('forbidden') });
  });

  test('cleanup with --delete-data leaves nothing, with the rights that rbac prints', async () => {
    const { code, stdout, stderr } = await cli(['cleanup', ...place, '--delete-data', '--yes', '-o', 'json'], await userOf('cleanup'));
    expect({ code, stderr }).toEqual({ code: ExitCode.OK, stderr: expect.not.stringContaining('forbidden') });
    expect(JSON.parse(stdout).stays).toEqual([]);
    await eventually('the namespace is gone', 120_000, () => ifFound(core.readNamespace({ name: namespace })), found => found === undefined);
  });
});
