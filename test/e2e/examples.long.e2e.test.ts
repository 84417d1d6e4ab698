import { access } from './support/access';
import { declareQueue } from './support/amqp';
import { Authority } from './support/authority';
import { Deployment } from './support/deployment';
import { eventually } from './support/eventually';
import { oneBrokerEach } from './support/examples';
import { fit } from './support/fit';
import { batch } from './support/kubernetes';
import { apply, type Manifest } from './support/manifests';
import { createNamespace, deleteNamespace } from './support/namespaces';
import { madeByHand } from '../support/made-by-hand';

let namespace: string;

beforeEach(async () => {
  namespace = await createNamespace('examples-');
});

afterEach(async () => {
  await deleteNamespace(namespace);
});

const secret = (name: string, stringData: Record<string, string>): Manifest => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name }, stringData });

test('existing-secrets: brokers take certificate, password and cookie from Secrets that are there', async () => {
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
  expect((await deployment.broker(0).listQueues()).map(({ name }) => name)).toEqual(['e2e']);
});

test('adopted: a cluster that was made by hand is given a user, and stays as it is', async () => {
  await apply([secret('mq-default-user', { username: 'admin', password: 'chosen-by-hand' }), ...fit(madeByHand(namespace), { cpu: '20m', memory: '64Mi' })], namespace);
  const [manifests] = oneBrokerEach('adopted', namespace);
  await apply(manifests, namespace);
  await eventually('the Jobs are done', 300_000, async () => (await batch.listNamespacedJob({ namespace })).items.map(({ metadata, status }) => [metadata?.name, status?.succeeded ?? 0]),
    jobs => jobs.length > 0 && jobs.every(([, succeeded]) => succeeded === 1));
  const broker = Deployment.closed(madeByHand(namespace).map(manifest => (manifest.kind === 'StatefulSet' ? { ...manifest, spec: { ...manifest.spec, replicas: 1 } } : manifest)), namespace).broker(0);
  expect(await broker.run('rabbitmqctl', '--silent', 'list_users')).toMatch(/^shop\t/m);
});
