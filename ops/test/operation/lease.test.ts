/** @jest-environment ./ops/test/support/environment.ts */
import { unlessAborted } from '../../src/core/abort';
import { BusyError, CancelledError } from '../../src/core/errors';
import { withFailureState } from '../../src/core/failure-state';
import { withLease } from '../../src/operation/lease';
import { operate, type Operation } from '../../src/operation/operation';
import { FakeApiServer, refusal, type Answer, type Received } from '../support/api-server';

const CLUSTER = { namespace: 'shop', name: 'orders' };

/** A server with one Lease, which refuses writes of an old version. */
class LeaseServer {
  public lease: any;
  /** Hides the lease from the first who looks, as if it was made just after. */
  public isLate = false;
  /** Never answers. */
  public isSilent = false;
  private version = 0;

  /** As its holder does, whose clock is behind. */
  public renew(behindMs: number): void {
    this.lease.metadata.resourceVersion = String(++this.version);
    this.lease.spec.renewTime = new Date(Date.now() - behindMs).toISOString();
  }

  public answer({ method, body }: Received): Answer {
    if (this.isSilent) {
      return undefined;
    }
    if (method === 'GET' && this.isLate) {
      this.isLate = false;
      return refusal(404, 'NotFound', 'leases "orders-operation" not found');
    }
    if (method === 'GET') {
      return this.lease ? { body: this.lease } : refusal(404, 'NotFound', 'leases "orders-operation" not found');
    }
    if ((method === 'POST' && this.lease) || (method === 'PUT' && body.metadata.resourceVersion !== this.lease.metadata.resourceVersion)) {
      return refusal(409, 'Conflict', 'somebody was faster');
    }
    this.lease = { ...body, metadata: { ...body.metadata, resourceVersion: String(++this.version) } };
    return { body: this.lease };
  }
}

describe('withLease', () => {
  let leases: LeaseServer;
  let server: FakeApiServer;

  beforeEach(async () => {
    leases = new LeaseServer();
    server = await FakeApiServer.start(request => leases.answer(request));
  });
  afterEach(() => server.stop());

  const during = <T>(action: (operation: Operation) => Promise<T>, waitMs = 0, signal?: AbortSignal): Promise<T> =>
    operate(server.connection(), { signal }, { name: 'deploy', timeoutMs: 10_000 }, operation => withLease(operation, CLUSTER, { operation: 'deploy', waitMs }, action));

  test('holds it while the action runs, and gives it back', async () => {
    await during(() => {
      expect(leases.lease).toMatchObject({ metadata: { name: 'orders-operation' }, spec: { holderIdentity: expect.stringMatching(/^deploy by /) } });
      return Promise.resolve();
    });
    expect(leases.lease.spec.holderIdentity).toBeUndefined();
  });

  test('gives it back after an error too', async () => {
    await expect(during(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(leases.lease.spec.holderIdentity).toBeUndefined();
  });

  test('lets one of two in, and tells the other who is at work', async () => {
    await during(async () => {
      await expect(during(() => Promise.resolve('in'))).rejects.toThrow(/^somebody else is at work on this cluster: deploy by /);
      await expect(during(() => Promise.resolve('in'))).rejects.toBeInstanceOf(BusyError);
    });
  });

  test('waits as long as it was told to', async () => {
    let release: () => void = () => undefined;
    const first = during(() => new Promise<void>((resolve) => { release = resolve; }));
    const second = during(() => Promise.resolve('in'), 8_000);
    setTimeout(() => { release(); }, 300);
    await expect(second).resolves.toBe('in');
    await first;
  });

  const heldBy = (holderIdentity: string, renewedAgoMs: number): object => ({
    metadata: { name: 'orders-operation', resourceVersion: '0' },
    spec: { holderIdentity, leaseDurationSeconds: 1, renewTime: new Date(Date.now() - renewedAgoMs).toISOString() },
  });

  test('takes over what is seen to be renewed no more', async () => {
    leases.lease = heldBy('gone', 60_000);
    await expect(during(() => Promise.resolve('in'))).resolves.toBe('in');
  });

  test('leaves alone what is renewed, however late that is by the own clock', async () => {
    leases.lease = heldBy('alive', 60_000);
    const renewing = setInterval(() => { leases.renew(60_000); }, 200);
    await expect(during(() => Promise.resolve('in')).finally(() => { clearInterval(renewing); })).rejects.toThrow('somebody else is at work on this cluster: alive');
  });

  test('takes over what is renewed no more, though the own clock is behind, when it waits', async () => {
    leases.lease = heldBy('gone', -60_000);
    await expect(during(() => Promise.resolve('in'))).rejects.toBeInstanceOf(BusyError);
    await expect(during(() => Promise.resolve('in'), 5_000)).resolves.toBe('in');
  });

  test('gives it back though it is being renewed when the action ends', async () => {
    const { setInterval: every } = globalThis;
    const renewals: (() => void)[] = [];
    const held = jest.spyOn(globalThis, 'setInterval').mockImplementation((action) => {
      renewals.push(action);
      return every(() => undefined, 60_000);
    });
    try {
      await during(() => {
        renewals.forEach((renew) => { renew(); });
        return Promise.resolve();
      });
      expect(leases.lease.spec.holderIdentity).toBeUndefined();
    } finally {
      held.mockRestore();
    }
  });

  test('says what was left where it is lost meanwhile', async () => {
    const { setInterval: every } = globalThis;
    const soon = jest.spyOn(globalThis, 'setInterval').mockImplementation(action => every(action, 50));
    try {
      await expect(during(({ signal }) => withFailureState('half of it is done', () => {
        leases.lease = heldBy('another', 0);
        return unlessAborted(new Promise(() => undefined), signal);
      }))).rejects.toMatchObject({ message: 'the lease on the cluster was lost: it is held by another', state: 'half of it is done' });
    } finally {
      soon.mockRestore();
    }
  });

  test('ends while it waits for an API server that does not answer', async () => {
    leases.isSilent = true;
    const controller = new AbortController();
    const work = during(() => Promise.resolve('in'), 60_000, controller.signal);
    controller.abort(new CancelledError('interrupted'));
    await expect(work).rejects.toThrow('interrupted');
  });

  test.each([[undefined, 'deploy by rabbitmq-k8s ('], ['pipeline 7', 'deploy by pipeline 7 (']])('names no user and no host, only the holder that is configured: %s', async (holder, text) => {
    const before = process.env.RABBITMQ_K8S_HOLDER;
    delete process.env.RABBITMQ_K8S_HOLDER;
    Object.assign(process.env, holder === undefined ? {} : { RABBITMQ_K8S_HOLDER: holder });
    try {
      await during(() => {
        expect(leases.lease.spec.holderIdentity).toMatch(new RegExp(`^${text.replace('(', '\\(')}[0-9a-f]{8}\\)$`));
        return Promise.resolve();
      });
    } finally {
      delete process.env.RABBITMQ_K8S_HOLDER;
      Object.assign(process.env, before === undefined ? {} : { RABBITMQ_K8S_HOLDER: before });
    }
  });

  test('names who was faster at the same moment', async () => {
    leases.lease = { metadata: { name: 'orders-operation', resourceVersion: '0' }, spec: { holderIdentity: 'upgrade by jane', leaseDurationSeconds: 30, renewTime: new Date().toISOString() } };
    leases.isLate = true;
    await expect(during(() => Promise.resolve('in'))).rejects.toThrow('somebody else is at work on this cluster: upgrade by jane');
  });

  test('leaves alone what was renewed lately', async () => {
    leases.lease = { metadata: { name: 'orders-operation', resourceVersion: '0' }, spec: { holderIdentity: 'alive', leaseDurationSeconds: 30, renewTime: new Date(Date.now() - 29_000).toISOString() } };
    await expect(during(() => Promise.resolve('in'))).rejects.toThrow('alive');
  });

  test('gives it back when the operation is interrupted', async () => {
    const controller = new AbortController();
    const work = during(({ signal }) => new Promise((_, reject) => {
      signal.addEventListener('abort', () => { reject(signal.reason as Error); });
      controller.abort(new CancelledError('interrupted'));
    }), 0, controller.signal);
    await expect(work).rejects.toThrow('interrupted');
    expect(leases.lease.spec.holderIdentity).toBeUndefined();
  });
});
