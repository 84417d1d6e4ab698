/** @jest-environment ./ops/test/support/environment.ts */
import { changedSecret, readCredentials } from '../../src/rotate/credentials-secret';
import { otherName, passwordHash } from '../../src/rotate/rotation';
import { FakeApiServer } from '../support/api-server';

const encoded = (value: string): string => Buffer.from(value).toString('base64');

test('a password is hashed as RabbitMQ does', () => {
  // https://www.rabbitmq.com/docs/passwords#this-is-the-algorithm
  expect(passwordHash('test12', Buffer.from('908DC60A', 'hex'))).toBe('kI3GCqW5JLMJa4iX1lo7X4D6XbYqlLgxIs30+P6tENUV2POR');
  expect(passwordHash('test12')).not.toBe(passwordHash('test12'));
});

test.each([['admin', 'admin-2'], ['admin-2', 'admin'], ['a-20', 'a-20-2']])('%s goes over to %s', (from, to) => {
  expect(otherName(from)).toBe(to);
});

describe('a Secret', () => {
  let server: FakeApiServer;
  let secret: any;

  beforeEach(async () => {
    secret = {
      metadata: { name: 's', resourceVersion: '7' },
      data: { username: encoded('web'), password: encoded('old'), uri: encoded('amqps://web:old@mq.shop.svc:5671/a%2Fb'), host: encoded('mq.shop.svc') },
    };
    server = await FakeApiServer.start(({ method, body }) => ({ body: method === 'GET' ? secret : body }));
  });

  afterEach(async () => {
    await server.stop();
  });

  test('has the new name and password in its URI too, keeps the rest, and is changed only as it was read', async () => {
    const read = await readCredentials(server.connection(), 'shop', 's');
    await changedSecret(server.connection(), read, { username: 'web-2', password: 'n w' });
    const { method, body } = server.received.at(-1)!;
    expect([method, body.metadata.resourceVersion]).toEqual(['PUT', '7']);
    const data = Object.fromEntries(Object.entries<string>(body.data).map(([key, value]) => [key, Buffer.from(value, 'base64').toString()]));
    expect(data).toEqual({ username: 'web-2', password: 'n w', uri: 'amqps://web-2:n%20w@mq.shop.svc:5671/a%2Fb', host: 'mq.shop.svc' });
  });

  test('that something else keeps is refused', async () => {
    secret.metadata.ownerReferences = [{ kind: 'ExternalSecret', name: 'vault' }];
    await expect(readCredentials(server.connection(), 'shop', 's')).rejects.toThrow('Secret shop/s is kept by ExternalSecret vault, which would undo a change');
  });

  test('without a password is refused', async () => {
    delete secret.data.password;
    await expect(readCredentials(server.connection(), 'shop', 's')).rejects.toThrow('Secret shop/s has no username and password');
  });
});
