import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { byAdapter, consumed } from './consumers';
import { access } from '../support/access';
import { declareQueue } from '../../../ops/src/load-generator/amqp';
import { manifestsOf } from '../support/deployment';
import { eventually } from '../support/eventually';
import { core } from '../support/kubernetes';
import { dryRun } from '../support/manifests';
import { Publisher } from '../support/publisher';
import { useCluster } from '../support/use-cluster';

const suite = useCluster('auto-', namespace =>
  // what only KEDA knows isn't needed to see what it would be answered
  manifestsOf(consumed(namespace)).filter(({ apiVersion }) => !apiVersion.startsWith('keda.sh/')));

test('the API server takes all of it, strictly and without a warning', async () => {
  const { namespace } = suite();
  for (const manifest of [...manifestsOf(consumed(namespace)), ...manifestsOf(byAdapter(namespace))]) {
    const { kind, metadata: { name } } = manifest;
    expect([kind, name, await dryRun(manifest, namespace)]).toEqual([kind, name, undefined]);
  }
});

/** What the brokers' HTTP API answers the user for scaling, by the Secret that KEDA reads. */
async function asked(path: string): Promise<{ status?: number; body: any }> {
  const { namespace } = suite();
  const { data } = await core.readNamespacedSecret({ namespace, name: 'orders-scaling' });
  const [username, password] = ['username', 'password'].map(key => Buffer.from(data?.[key] ?? '', 'base64').toString());
  const { host, port } = await access(namespace, 'orders', 'management');
  return new Promise((resolve, reject) => {
    request({ host, port, path, auth: `${username}:${password}` }, (response) => {
      text(response).then((body) => { resolve({ status: response.statusCode, body: JSON.parse(body) }); }, reject);
    }).on('error', reject).end();
  });
}

test('the scaling user reads the queues of a name or pattern as KEDA does, and can\'t consume', async () => {
  const { namespace, deployment } = suite();
  const target = await deployment.amqp();
  for (const queue of ['bills', 'mails.eu', 'mails.us', 'other']) {
    await declareQueue(target, queue);
    const publisher = Publisher.start({ target, queue, count: 30 });
    await publisher.reached();
    await publisher.stop();
  }
  const queue = await eventually('the queue has its messages', 120_000, () => asked('/api/queues/%2F/bills'), ({ body }) => body.messages === 30);
  expect(queue.status).toBe(200);
  const matching = '/api/queues/%2F?page=1&use_regex=true&pagination=false&name=%5Emails%5C.&page_size=100';
  const { body } = await eventually('both queues have theirs', 120_000, () => asked(matching), ({ body: { items } }) => items.every((item: any) => item.messages === 30));
  expect(body).toMatchObject({ page_count: 1, items: [{ name: 'mails.eu' }, { name: 'mails.us' }] });
  const { data } = await core.readNamespacedSecret({ namespace, name: 'orders-scaling' });
  const [username, password] = ['username', 'password'].map(key => Buffer.from(data?.[key] ?? '', 'base64').toString());
  await expect(declareQueue({ ...target, username, password }, 'bills')).rejects.toThrow(/ACCESS.REFUSED|access to vhost/i);
});
