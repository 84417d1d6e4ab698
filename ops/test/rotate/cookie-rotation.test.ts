/** @jest-environment ./ops/test/support/environment.ts */
import { createHash } from 'node:crypto';
import { ExitCode } from '../../src/core/errors';
import { exec, type ExecResult } from '../../src/kubernetes/exec';
import { CredentialsManager } from '../../src/rotate/credentials-manager';
import { FakeApiServer, refusal, type Answer, type Received } from '../support/api-server';

jest.mock('../../src/kubernetes/exec', () => ({ ...jest.requireActual<object>('../../src/kubernetes/exec'), exec: jest.fn() }));

const OLD = 'a'.repeat(48);
const PODS = ['orders-0', 'orders-1', 'orders-2'];
const nodeOf = (pod: string): string => `rabbit@${pod}.orders-nodes.shop`;

/** Three brokers with a cookie each, and the Secret that they took it from. */
class Shop {
  public readonly cookies = new Map(PODS.map(pod => [pod, OLD]));
  public readonly staged = new Map<string, string>();
  /** Command lines that ran. */
  public readonly commands: string[] = [];
  public readonly unready = new Set<string>();
  /** Brokers that can't change their cookie. */
  public readonly stuck = new Set<string>();
  public links = 0;
  public secret: any = { metadata: { name: 'orders-erlang-cookie', namespace: 'shop' }, data: { cookie: Buffer.from(OLD).toString('base64') } };
  private lease: any;

  public get inSecret(): string {
    return Buffer.from(this.secret.data.cookie, 'base64').toString();
  }

  public answer({ method, path, body }: Received): Answer {
    const name = path.split('/').at(-1)!;
    if (path.includes('/leases')) {
      this.lease = method === 'GET' ? this.lease : { ...body, metadata: { ...body.metadata, resourceVersion: '1' } };
      return this.lease ? { body: this.lease } : refusal(404, 'NotFound', 'no lease');
    }
    if (path.includes('/statefulsets/')) {
      const volumes = [{ name: 'erlang-cookie', secret: { secretName: 'orders-erlang-cookie', items: [{ key: 'cookie', path: 'cookie' }] } }];
      return { body: { metadata: { name: 'orders', namespace: 'shop' }, spec: { replicas: 3, template: { spec: { containers: [], volumes } } }, status: {} } };
    }
    if (name === 'pods') {
      return { body: { items: PODS.map(pod => ({
        metadata: { name: pod, namespace: 'shop' },
        status: { conditions: [{ type: 'Ready', status: this.unready.has(pod) ? 'False' : 'True' }], containerStatuses: [{ name: 'rabbitmq', state: { running: {} } }] },
      })) } };
    }
    if (name === 'orders-erlang-cookie') {
      this.secret = method === 'PUT' ? body : this.secret;
      return { body: this.secret };
    }
    return refusal(404, 'NotFound', path);
  }

  public run(pod: string, command: readonly string[], stdin?: string): ExecResult {
    const line = command.join(' ');
    this.commands.push(`${pod}: ${line}`);
    const says = (stdout: string, exitCode = 0): ExecResult => ({ stdout, stderr: exitCode === 0 ? '' : 'no', exitCode });
    if (command[0] === 'sha256sum') {
      return says(`${createHash('sha256').update(this.cookies.get(pod)!).digest('hex')}  file`);
    }
    if (command[0] === 'sh') {
      this.staged.set(pod, stdin!);
      return says('');
    }
    if (line.includes('set_cookie')) {
      if (this.stuck.has(pod)) {
        return says('', 69);
      }
      this.cookies.set(pod, this.staged.get(pod)!);
      return says('ok');
    }
    if (line.includes('cluster_status')) {
      const nodes = PODS.map(nodeOf);
      return says(JSON.stringify({ disk_nodes: nodes, running_nodes: nodes, versions: {} }));
    }
    return says(JSON.stringify({ value: line.includes('rabbit_runtime_parameters') ? this.links : [] }));
  }
}

describe('the rotation of the Erlang cookie', () => {
  let shop: Shop;
  let server: FakeApiServer;
  let manager: CredentialsManager;

  beforeEach(async () => {
    shop = new Shop();
    server = await FakeApiServer.start(request => shop.answer(request));
    manager = new CredentialsManager(server.connection());
    jest.mocked(exec)
      .mockImplementation((_, { pod }, command, { stdin } = {}) => Promise.resolve(shop.run(pod, command, stdin)));
  });

  afterEach(() => server.stop());

  test('puts a new cookie into the Secret and into each broker, and connects with it', async () => {
    await expect(manager.rotateCookie('shop', 'orders')).resolves.toMatchObject({ secret: 'orders-erlang-cookie', brokers: PODS });
    expect(shop.inSecret).toMatch(/^[0-9a-f]{48}$/);
    expect(shop.inSecret).not.toBe(OLD);
    expect([...shop.cookies.values()]).toEqual(PODS.map(() => shop.inSecret));
    expect(shop.commands.filter(line => line.includes('ping')).map(line => line.split(' ')[4])).toEqual(PODS.map(nodeOf));
  });

  test('has the cookie on no command line', async () => {
    await manager.rotateCookie('shop', 'orders');
    expect(shop.commands.filter(line => line.includes(shop.inSecret) || line.includes(OLD))).toEqual([]);
  });

  test('changes nothing for its plan, which counts shovels and upstreams', async () => {
    shop.links = 2;
    await expect(manager.planCookie('shop', 'orders')).resolves.toEqual({ namespace: 'shop', name: 'orders', secret: 'orders-erlang-cookie', isNew: true, brokers: PODS, links: 2 });
    expect(shop.inSecret).toBe(OLD);
    expect(shop.commands.filter(line => line.includes('set_cookie'))).toEqual([]);
  });

  test('says which brokers are left, and goes on with the cookie of the Secret', async () => {
    shop.stuck.add('orders-1');
    await expect(manager.rotateCookie('shop', 'orders')).rejects.toMatchObject({ code: ExitCode.INCOMPLETE, state: expect.stringMatching(/^orders-0, orders-2 have the new cookie; orders-1 may have the old one/) });
    const begun = shop.inSecret;
    shop.stuck.clear();
    await expect(manager.planCookie('shop', 'orders')).resolves.toMatchObject({ isNew: false, brokers: ['orders-1'] });
    await manager.rotateCookie('shop', 'orders');
    expect([shop.inSecret, ...shop.cookies.values()]).toEqual([begun, begun, begun, begun]);
  });

  test('is refused while a broker is down, as it would keep the old one', async () => {
    shop.unready.add('orders-2');
    await expect(manager.rotateCookie('shop', 'orders')).rejects.toMatchObject({ code: ExitCode.REFUSED, message: expect.stringContaining('orders-2 isn\'t Ready') });
    expect(shop.inSecret).toBe(OLD);
  });

  test('leaves a Secret that something else keeps, and takes its cookie once it is changed there', async () => {
    shop.secret.metadata.ownerReferences = [{ kind: 'ExternalSecret', name: 'vault' }];
    await expect(manager.rotateCookie('shop', 'orders')).rejects.toThrow('Secret orders-erlang-cookie is kept by ExternalSecret vault: change the cookie there');
    shop.secret.data.cookie = Buffer.from('fromvault').toString('base64');
    await manager.rotateCookie('shop', 'orders');
    expect([...shop.cookies.values()]).toEqual(PODS.map(() => 'fromvault'));
  });
});
