import { access } from './support/access';
import { declareQueue } from '../../ops/src/load-generator/amqp';
import { Authority } from './support/authority';
import { Deployment } from './support/deployment';
import { eventually } from './support/eventually';
import { oneBrokerEach, ROOM, within } from './support/examples';
import { fit } from './support/fit';
import { kubectl } from './support/kubectl';
import { apps, batch } from './support/kubernetes';
import { apply, type Manifest } from './support/manifests';
import { chartsOf } from '../support/examples';
import { madeByHand } from '../support/made-by-hand';
import { useNamespace } from './support/use-cluster';

const suite = useNamespace('examples-', undefined, { each: true });

const secret = (name: string, stringData: Record<string, string>): Manifest => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name }, stringData });

test('existing-secrets: brokers take certificate, password and cookie from Secrets that are there', async () => {
  const { namespace } = suite();
  const authority = Authority.create('vault');
  await apply([
    authority.secret('rabbitmq-tls', authority.issue({ commonName: 'vaulted', dnsNames: [`vaulted.${namespace}.svc`] })),
    secret('rabbitmq-admin', { username: 'root', password: 'from the vault' }),
    secret('rabbitmq-cookie', { cookie: 'FromTheVault0123456789' }),
  ], namespace);
  const [manifests] = oneBrokerEach('existing-secrets', namespace);
  const deployment = Deployment.of(manifests, namespace);
  await deployment.up(300_000);
  const { host, port } = await access(namespace, 'vaulted', 'amqps');
  await declareQueue({ host, port, username: 'root', password: 'from the vault', tls: { servername: `vaulted.${namespace}.svc`, ca: authority.certificate } }, 'e2e');
  expect((await deployment.broker(0).queues()).map(({ name }) => name)).toEqual(['e2e']);
});

test('adopted: an existing cluster gets a user and stays unchanged', async () => {
  const { namespace } = suite();
  await apply([secret('mq-default-user', { username: 'admin', password: 'chosen-by-hand' }), ...fit(madeByHand(namespace), { cpu: '20m', memory: '64Mi' })], namespace);
  const [manifests] = oneBrokerEach('adopted', namespace);
  await apply(manifests, namespace);
  await eventually('the Jobs are done', 300_000, async () => (await batch.listNamespacedJob({ namespace })).items.map(({ metadata, status }) => [metadata?.name, status?.succeeded ?? 0]),
    jobs => jobs.length > 0 && jobs.every(([, succeeded]) => succeeded === 1));
  const broker = Deployment.closed(madeByHand(namespace).map(manifest => (manifest.kind === 'StatefulSet' ? { ...manifest, spec: { ...manifest.spec, replicas: 1 } } : manifest)), namespace).broker(0);
  expect(await broker.run(['rabbitmqctl', '--silent', 'list_users'])).toMatch(/^shop\t/m);
});

/** Applies an example of production with one broker, and the certificate that cert-manager would make. */
async function production(example: string, beside: readonly Manifest[] = []): Promise<Deployment> {
  const { namespace } = suite();
  const [manifests] = oneBrokerEach(example, namespace);
  await apply([...Authority.create(example).issued(manifests), ...beside], namespace);
  const deployment = Deployment.of(manifests, namespace);
  await deployment.up();
  return deployment;
}

test('oauth2: the provider authorizes unknown users, and the administrator logs in', async () => {
  const deployment = await production('oauth2');
  const broker = deployment.broker(0);
  const { username, password } = await deployment.amqps({ ca: '' });
  expect(await broker.run(['rabbitmqctl', '--silent', 'eval', 'application:get_env(rabbit, auth_backends).'])).toMatch(/internal[^]*oauth2/);
  expect(await broker.run(['rabbitmqctl', '--silent', 'authenticate_user', username, password])).toContain('Success');
});

test('gateway: its routes are taken, and brokers speak TLS behind them', async () => {
  const deployment = await production('gateway', [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'brokers-authority' }, data: { 'ca.crt': 'of the brokers' } }]);
  const routes = await kubectl(['-n', suite().namespace, 'get', 'httproutes,tlsroutes,backendtlspolicies', '-o', 'name']);
  expect(routes.trim().split('\n')).toHaveLength(3);
  expect(await deployment.broker(0).run(['rabbitmq-diagnostics', '--silent', 'listeners'])).toMatch(/port: 5671/);
});

/** The resource versions of an example's objects, to see that applying again changes none. */
async function versions(manifests: readonly Manifest[]): Promise<string> {
  const names = manifests.map(({ kind, metadata }) => `${kind}/${metadata.name}`);
  return kubectl(['-n', suite().namespace, 'get', ...names, '-o', 'jsonpath={range .items[*]}{.kind} {.metadata.name} {.metadata.generation}{"\\n"}{end}']);
}

test('argo-cd: each wave is healthy before the next, and nothing changes by being synced again', async () => {
  const { namespace } = suite();
  const [manifests] = oneBrokerEach('argo-cd', namespace);
  const wave = (name: string): Manifest[] => manifests.filter(({ metadata }) => metadata.annotations?.['argocd.argoproj.io/sync-wave'] === name);
  await apply(wave('-1'), namespace);
  await eventually('the Job is done', 120_000, async () => (await batch.listNamespacedJob({ namespace })).items.map(({ status }) => status?.succeeded), jobs => jobs.length === 1 && jobs[0] === 1);
  await apply(wave('0'), namespace);
  await Deployment.closed(manifests, namespace).ready();
  await apply(wave('1'), namespace);
  const before = await versions(manifests);
  await apply(manifests, namespace);
  expect(await versions(manifests)).toBe(before);
  expect(before.trim().split('\n')).toHaveLength(manifests.length);
});

test('flux: brokers begin with one, and a number that somebody else gave stays', async () => {
  const { namespace } = suite();
  const [chart] = chartsOf('flux');
  const manifests = fit(within(namespace, chart), ROOM);
  await apply(manifests, namespace);
  const replicas = async (): Promise<number | undefined> => (await apps.readNamespacedStatefulSet({ namespace, name: 'reconciled' })).spec?.replicas;
  expect(await replicas()).toBe(1);
  await kubectl(['-n', namespace, 'scale', 'statefulset/reconciled', '--replicas=2']);
  await apply(manifests, namespace);
  expect(await replicas()).toBe(2);
  const scaled = manifests.map(manifest => (manifest.kind === 'StatefulSet' ? { ...manifest, spec: { ...manifest.spec, replicas: 2 } } : manifest));
  await Deployment.closed(scaled, namespace).ready();
});
