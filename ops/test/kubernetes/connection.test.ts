/** @jest-environment ./ops/test/support/environment.ts */
import { ExitCode } from '../../src/core/errors';
import { operate } from '../../src/operation/operation';
import { SILENT } from '../../src/core/progress';
import { type Answer, connectionTo, FakeApiServer, refusal } from '../support/api-server';

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
    server = await FakeApiServer.start(() => ({ status: 413, body: 'Too large' }));
    await expect(server.connection().core.readNamespacedPod(POD)).rejects.toMatchObject({ status: 413, message: expect.stringContaining('Too large') });
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

describe('a request that fails for the API server\'s sake', () => {
  let server: FakeApiServer;
  const POD_BODY = { body: { metadata: { name: 'orders-0' } } };
  const MAP = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { namespace: 'shop', name: 'orders' } };
  const RESOURCES = { body: { resources: [{ name: 'configmaps', kind: 'ConfigMap', namespaced: true }] } };

  afterEach(() => server.stop());

  /** Fails so often with `answer`, then succeeds. */
  const failing = async (answer: Answer, times = 1): Promise<void> => {
    let left = times;
    server = await FakeApiServer.start(({ path }) => path === '/api/v1' ? RESOURCES : left-- > 0 ? answer : POD_BODY);
  };

  test.each<[string, Answer]>([
    ['429', refusal(429, 'TooManyRequests', 'too many requests, please try again later')],
    ['500', refusal(500, 'InternalError', 'etcdserver: leader changed')],
    ['502', { status: 502, body: 'Bad gateway' }],
    ['503', refusal(503, 'ServiceUnavailable', 'apiserver is shutting down')],
    ['504', refusal(504, 'Timeout', 'request timed out')],
    ['a broken connection', 'cut'],
  ])('is repeated where it reads: %s', async (_, answer) => {
    await failing(answer, 2);
    await expect(server.connection().core.readNamespacedPod(POD)).resolves.toMatchObject({ metadata: { name: 'orders-0' } });
    expect(server.received).toHaveLength(3);
  });

  test('is repeated when the API server says', async () => {
    await failing({ ...refusal(429, 'TooManyRequests', 'too many') as object, headers: { 'retry-after': '1' }, body: {} });
    const begun = performance.now();
    await server.connection().core.readNamespacedPod(POD);
    expect(performance.now() - begun).toBeGreaterThan(990);
  });

  test.each<[string, Answer]>([['503', refusal(503, 'ServiceUnavailable', 'no')], ['a broken connection', 'cut']])('is repeated where it applies: %s', async (_, answer) => {
    await failing(answer);
    await expect(server.connection().objects.apply(MAP)).resolves.toMatchObject({ metadata: { name: 'orders-0' } });
    expect(server.received.filter(({ method }) => method === 'PATCH')).toHaveLength(2);
  });

  test.each<[string, Answer, number]>([
    ['503', refusal(503, 'ServiceUnavailable', 'no'), 1],
    ['a broken connection', 'cut', 1],
    ['429, which is before any effect', refusal(429, 'TooManyRequests', 'too many'), 2],
  ])('is not repeated where it may have had an effect: %s', async (_, answer, requests) => {
    await failing(answer);
    await server.connection().core.createNamespacedConfigMap({ namespace: 'shop', body: { metadata: { name: 'orders' } } }).catch(() => undefined);
    expect(server.received).toHaveLength(requests);
  });

  test('is not repeated where an eviction would leave too few Ready', async () => {
    await failing(refusal(429, 'TooManyRequests', 'Cannot evict pod as it would violate the pod\'s disruption budget.'));
    await expect(server.connection().core.createNamespacedPodEviction({ ...POD, body: { metadata: { name: 'orders-0' } } })).rejects.toMatchObject({ status: 429 });
  });

  test.each(['/log', 'metrics'])('is not repeated where it is passed on to somebody who is away: %s', async (what) => {
    await failing(refusal(503, 'ServiceUnavailable', 'the server is currently unable to handle the request'), 9);
    const { core, custom } = server.connection();
    const request = what === '/log'
      ? core.readNamespacedPodLog(POD)
      : custom.listNamespacedCustomObject({ group: 'metrics.k8s.io', version: 'v1beta1', namespace: 'shop', plural: 'pods' });
    await expect(request).rejects.toMatchObject({ status: 503 });
    expect(server.received).toHaveLength(1);
  });

  test('is repeated until the operation ends, which hears of it once', async () => {
    await failing(refusal(503, 'ServiceUnavailable', 'apiserver is shutting down'), 99);
    const warn = jest.fn();
    const work = operate(server.connection(), { timeoutMs: 1_500, progress: { ...SILENT, warn } }, { name: 'look', timeoutMs: 60_000 }, ({ kubernetes }) =>
      Promise.all([kubernetes.core.readNamespacedPod(POD), kubernetes.core.readNamespacedPod(POD)]));
    await expect(work).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(warn.mock.calls).toEqual([['the API server answered with 503: apiserver is shutting down; trying again']]);
  });

  test('is given up soon where the API server never answered', async () => {
    await failing('cut', 99);
    const begun = performance.now();
    await expect(server.connection().core.readNamespacedPod(POD)).rejects.toMatchObject({ code: ExitCode.UNREACHABLE });
    expect(performance.now() - begun).toBeLessThan(3_000);
  });
});

test('a program that the kubeconfig names for logging in is waited for no longer than the operation takes', async () => {
  const exec = { apiVersion: 'client.authentication.k8s.io/v1', command: 'sleep', args: ['2'], interactiveMode: 'Never' };
  const connection = connectionTo('http://127.0.0.1:1', undefined, { exec });
  const begun = performance.now();
  const work = operate(connection, { timeoutMs: 200 }, { name: 'look', timeoutMs: 60_000 }, ({ kubernetes }) => kubernetes.core.readNamespacedPod(POD));
  await expect(work).rejects.toMatchObject({ name: 'TimeoutError', message: 'look was not done within 0.2 s' });
  expect(performance.now() - begun).toBeLessThan(1_500);
});

test('a program for logging in that fails is told, with its words', async () => {
  const exec = { apiVersion: 'client.authentication.k8s.io/v1', command: 'sh', args: ['-c', 'echo "no token left" >&2; exit 1'], interactiveMode: 'Never' };
  await expect(connectionTo('http://127.0.0.1:1', undefined, { exec }).core.readNamespacedPod(POD)).rejects.toMatchObject({
    name: 'OperationError', message: expect.stringMatching(/^the kubeconfig's user "nobody" can't be used: .*no token left$/),
  });
});

describe('an operation', () => {
  let server: FakeApiServer;
  const LIMIT = { name: 'look', timeoutMs: 60_000 };

  beforeEach(async () => { server = await FakeApiServer.start(() => undefined); });
  afterEach(() => server.stop());

  test('ends at its time limit, which it names, and says that nothing was changed', async () => {
    const work = operate(
      server.connection(),
      { timeoutMs: 50 },
      LIMIT,
      ({ kubernetes }) => kubernetes.core.readNamespacedPod(POD),
    );
    await expect(work).rejects.toMatchObject({ name: 'TimeoutError', code: ExitCode.TIMEOUT, message: 'look was not done within 0.05 s', state: 'nothing was changed' });
  });

  test('ends with the caller\'s signal', async () => {
    const controller = new AbortController();
    const work = operate(
      server.connection(),
      { signal: controller.signal },
      LIMIT,
      ({ kubernetes }) => kubernetes.core.readNamespacedPod(POD),
    );
    controller.abort();
    await expect(work).rejects.toMatchObject({ name: 'CancelledError', code: ExitCode.CANCELLED });
  });
});
