/** @jest-environment ./ops/test/support/environment.ts */
import { ExitCode } from '../../src/errors';
import { operate } from '../../src/operation';
import { connectionTo, FakeApiServer, refusal } from '../support/api-server';

const POD = { namespace: 'shop', name: 'orders-0' };

describe('requests', () => {
  let server: FakeApiServer;

  afterEach(() => server.stop());

  test('say in Kubernetes\' words what was denied, with a code of their own', async () => {
    server = await FakeApiServer.start(() => refusal(403, 'Forbidden', 'pods "orders-0" is forbidden: User "jane" cannot get resource "pods"'));
    await expect(server.connection().core.readNamespacedPod(POD)).rejects.toMatchObject({
      name: 'RequestError', status: 403, reason: 'Forbidden', code: ExitCode.DENIED, message: expect.stringContaining('User "jane" cannot get'),
    });
  });

  test('make do with an answer that is not Kubernetes\'', async () => {
    server = await FakeApiServer.start(() => ({ status: 502, body: 'Bad gateway' }));
    await expect(server.connection().core.readNamespacedPod(POD)).rejects.toMatchObject({ status: 502, message: expect.stringContaining('Bad gateway') });
  });

  test('end with their signal, with its reason', async () => {
    server = await FakeApiServer.start(() => undefined);
    const controller = new AbortController();
    const request = server.connection(controller.signal).core.readNamespacedPod(POD);
    controller.abort(new Error('enough'));
    await expect(request).rejects.toThrow('enough');
  });

  test('keep the warnings of the API server', async () => {
    server = await FakeApiServer.start(() => ({ headers: { warning: '299 - "v1 \\"Thing\\" is old"' }, body: { metadata: {} } }));
    const connection = server.connection();
    await connection.core.readNamespacedPod(POD);
    expect(connection.warnings).toEqual(['v1 "Thing" is old']);
  });
});

test('a server that is not there is unreachable, by name', async () => {
  const request = connectionTo('http://127.0.0.1:1').core.readNamespacedPod(POD);
  await expect(request).rejects.toMatchObject({ code: ExitCode.UNREACHABLE, message: expect.stringContaining('http://127.0.0.1:1') });
});

describe('an operation', () => {
  let server: FakeApiServer;
  const LIMIT = { name: 'look', timeoutMs: 60_000 };

  beforeEach(async () => { server = await FakeApiServer.start(() => undefined); });
  afterEach(() => server.stop());

  test('ends at its time limit, which it names, and says that nothing was changed', async () => {
    const work = operate(server.connection(), { timeoutMs: 50 }, LIMIT, ({ kubernetes }) => kubernetes.core.readNamespacedPod(POD));
    await expect(work).rejects.toMatchObject({ name: 'TimeoutError', code: ExitCode.TIMEOUT, message: 'look was not done within 0.05 s', state: 'nothing was changed' });
  });

  test('ends with the caller\'s signal', async () => {
    const controller = new AbortController();
    const work = operate(server.connection(), { signal: controller.signal }, LIMIT, ({ kubernetes }) => kubernetes.core.readNamespacedPod(POD));
    controller.abort();
    await expect(work).rejects.toMatchObject({ name: 'CancelledError', code: ExitCode.CANCELLED });
  });
});
