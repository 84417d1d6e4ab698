/** @jest-environment ./ops/test/support/environment.ts */
import { COMMANDS } from '../../src/cli/commands';
import { completedNames } from '../../src/cli/completion';
import { FakeApiServer, refusal } from '../support/api-server';

describe('completion of names', () => {
  let server: FakeApiServer;
  const items = (...names: string[]) => ({ body: { items: names.map(name => ({ metadata: { name, namespace: 'shop' } })) } });

  beforeEach(async () => {
    server = await FakeApiServer.start(({ path }) => {
      switch (path) {
        case '/api/v1/namespaces': return items('shop', 'sales', 'other');
        case '/api/v1/nodes': return items('worker-1', 'worker-2');
        case '/apis/apps/v1/namespaces/shop/statefulsets': return items('orders', 'billing');
        case '/apis/apps/v1/namespaces/default/statefulsets': return items('only');
        case '/api/v1/namespaces/shop/pods': return items('orders-0', 'orders-1');
        default: return refusal(403, 'Forbidden', 'no');
      }
    });
  });

  afterEach(() => server.stop());

  const complete = (line: string) => completedNames(`rabbitmq-k8s ${line}`.split(' '), COMMANDS, () => Promise.resolve(server.connection()));

  test.each<[string, string[] | undefined]>([
    ['status -n s', ['sales', 'shop']],
    ['status --namespace ', ['other', 'sales', 'shop']],
    ['status -n shop -c ', ['billing', 'orders']],
    ['status -c ', ['only']],
    ['shell -n shop -c orders --pod ', ['orders-0', 'orders-1']],
    ['drain w', ['worker-1', 'worker-2']],
    ['status -n denied -c ', []],
    ['deploy --values ', []],
    ['status --wa', undefined],
    ['stat', undefined],
    ['drain worker-1 --dr', undefined],
  ])('of "%s" is %j', async (line, names) => {
    await expect(complete(line)).resolves.toEqual(names);
  });
});
