/** @jest-environment ./ops/test/support/environment.ts */
import { sendDefinitions } from '../../src/backup/broker-definitions';
import { ExitCode } from '../../src/core/errors';
import { connectionsOf, deleteUser, logsIn, userDefinitions } from '../../src/rotate/broker-users';
import { CredentialsManager } from '../../src/rotate/credentials-manager';
import { FakeApiServer, refusal, type Answer, type Received } from '../support/api-server';

jest.mock('../../src/rotate/broker-users');
jest.mock('../../src/backup/broker-definitions');

const encoded = (value: string): string => Buffer.from(value).toString('base64');
const POD = {
  metadata: { name: 'orders-0', namespace: 'shop' },
  status: { conditions: [{ type: 'Ready', status: 'True' }], containerStatuses: [{ name: 'rabbitmq', state: { running: {} } }] },
};

/** The Secrets of two users, and the users of the brokers. */
class Shop {
  public readonly secrets = new Map<string, any>();
  public users = ['admin', 'monitoring'];
  /** Users who are connected. */
  public readonly connected = new Set<string>();
  private lease: any;

  public constructor() {
    for (const [name, user] of [['orders-credentials', 'admin'], ['orders-monitoring', 'monitoring']]) {
      this.secrets.set(name, { metadata: { name, namespace: 'shop' }, data: { username: encoded(user), password: encoded('old') } });
    }
  }

  public answer({ method, path, body }: Received): Answer {
    const name = path.split('/').at(-1)!;
    if (path.includes('/leases')) {
      this.lease = method === 'GET' ? this.lease : { ...body, metadata: { ...body.metadata, resourceVersion: '1' } };
      return this.lease ? { body: this.lease } : refusal(404, 'NotFound', 'no lease');
    }
    if (path === '/api/v1') {
      return { body: { resources: [{ name: 'secrets', kind: 'Secret', namespaced: true }] } };
    }
    if (name === 'pods') {
      return { body: { items: [POD] } };
    }
    if (name === 'secrets') {
      return { body: { items: [...this.secrets.values()].filter(({ metadata }) => !metadata.name.endsWith('-previous')) } };
    }
    const found = this.secrets.get(name);
    if (method === 'PATCH') {
      const { username, password } = body.stringData;
      const metadata = { ...body.metadata, creationTimestamp: new Date().toISOString() };
      this.secrets.set(name, { ...body, metadata, data: { username: encoded(username), password: encoded(password) } });
    } else if (method === 'PUT') {
      this.secrets.set(name, body);
    } else if (method === 'DELETE') {
      this.secrets.delete(name);
    }
    return found || method !== 'GET' ? { body: this.secrets.get(name) ?? found } : refusal(404, 'NotFound', 'no Secret');
  }

  public nameIn(secret: string): string {
    return Buffer.from(this.secrets.get(secret).data.username, 'base64').toString();
  }
}

describe('the rotation of several users', () => {
  let shop: Shop;
  let server: FakeApiServer;
  let manager: CredentialsManager;

  beforeEach(async () => {
    shop = new Shop();
    server = await FakeApiServer.start(request => shop.answer(request));
    manager = new CredentialsManager(server.connection());
    jest.mocked(userDefinitions).mockImplementation((_, ...names) =>
      Promise.resolve(names.map(name =>
        shop.users.includes(name) ? { user: { name }, permissions: [], topicPermissions: [] } : undefined)));
    jest.mocked(sendDefinitions).mockImplementation((_, { users = [] }) => Promise.resolve({
      import: () => Promise.resolve(void shop.users.push(...users.map(({ name }) => String(name)))), remove: () =>
        Promise.resolve(),
    }));
    jest.mocked(logsIn).mockImplementation((_, name) => Promise.resolve(shop.users.includes(name)));
    jest.mocked(connectionsOf).mockImplementation((_, name) => Promise.resolve(shop.connected.has(name) ? [name] : []));
    jest.mocked(deleteUser)
      .mockImplementation((_, name) => Promise.resolve(void (shop.users = shop.users.filter(user => user !== name))));
  });

  afterEach(() => server.stop());

  const options = { settleMs: 0, timeoutMs: 4_000 };
  const begin = (users?: string[]) => manager.begin('shop', 'orders', { ...options, users });
  const finish = () => manager.finish('shop', 'orders', options);
  const undo = () => manager.undo('shop', 'orders', options);

  test('doesn\'t begin with any where one can\'t be rotated', async () => {
    shop.users.push('monitoring-2');
    await expect(begin()).rejects.toMatchObject({ code: ExitCode.REFUSED, message: expect.stringContaining('has a user monitoring-2 already'), state: 'nothing was changed' });
    expect([shop.users, shop.nameIn('orders-credentials')]).toEqual([['admin', 'monitoring', 'monitoring-2'], 'admin']);
  });

  test.each([['all', undefined], ['those that were named', ['admin', 'monitoring']]])('begun for one, goes on with %s', async (_, users) => {
    await begin(['admin']);
    await expect(begin(users)).resolves.toEqual([
      { secret: 'orders-credentials', username: 'admin-2', previous: 'admin', state: 'overlap' },
      { secret: 'orders-monitoring', username: 'monitoring-2', previous: 'monitoring', state: 'overlap' },
    ]);
    expect(shop.users.sort()).toEqual(['admin', 'admin-2', 'monitoring', 'monitoring-2']);
    await expect(begin()).rejects.toThrow('has begun and isn\'t over: end it by --finish, or take it back by --undo');
  });

  test('says who is done and who isn\'t, where it stops on the way', async () => {
    jest.mocked(sendDefinitions).mockImplementationOnce(jest.mocked(sendDefinitions).getMockImplementation()!).mockRejectedValueOnce(new Error('cut off'));
    await expect(begin()).rejects.toMatchObject({
      state: 'Secret orders-monitoring: taken back: the Secret and the broker are as they were; done: orders-credentials (admin-2, overlap); the same command again goes on',
    });
    await expect(begin()).resolves.toHaveLength(2);
  });

  test('goes on where it stopped before the Secret was changed', async () => {
    jest.mocked(logsIn).mockImplementationOnce(() => Promise.reject(new Error('cut off')));
    jest.mocked(deleteUser).mockRejectedValueOnce(new Error('cut off'));
    await expect(begin(['admin'])).rejects.toThrow('cut off');
    expect([shop.users, shop.nameIn('orders-credentials'), shop.secrets.has('orders-credentials-previous')]).toEqual([['admin', 'monitoring', 'admin-2'], 'admin', true]);
    await expect(begin(['admin'])).resolves.toMatchObject([{ username: 'admin-2', state: 'overlap' }]);
    expect(shop.users.sort()).toEqual(['admin', 'admin-2', 'monitoring']);
  });

  test('waits once for all Secrets when it is undone', async () => {
    await begin();
    const started = performance.now();
    await manager.undo('shop', 'orders', { settleMs: 1_500, timeoutMs: 10_000 });
    expect(performance.now() - started).toBeLessThan(2_900);
    expect(shop.users).toEqual(['admin', 'monitoring']);
  });

  test('takes nobody away while one is still connected by the old name', async () => {
    await begin();
    shop.connected.add('monitoring');
    await expect(finish()).rejects.toMatchObject({ message: expect.stringMatching(/^1 open connection of monitoring would be closed/), state: 'both names log in' });
    expect(shop.users).toContain('admin');
    shop.connected.clear();
    await expect(finish()).resolves.toMatchObject([{ username: 'admin-2', state: 'finished' }, { username: 'monitoring-2', state: 'finished' }]);
    expect(shop.users).toEqual(['admin-2', 'monitoring-2']);
    await expect(finish()).rejects.toMatchObject({ code: ExitCode.NOT_FOUND });
  });

  test.each([['finish', finish, ['admin-2', 'monitoring-2']], ['undo', undo, ['admin', 'monitoring']]])('can %s those that are left', async (_, end, users) => {
    await begin();
    jest.mocked(deleteUser).mockImplementationOnce(jest.mocked(deleteUser).getMockImplementation()!).mockRejectedValueOnce(new Error('cut off'));
    await expect(end()).rejects.toMatchObject({
      state: expect.stringMatching(
        /^Secret orders-monitoring: .* may still; done: orders-credentials .*; the same command again goes on$/,
      ),
    });
    await expect(end()).resolves.toMatchObject([{ secret: 'orders-monitoring' }]);
    expect(shop.users).toEqual(users);
  });
});
