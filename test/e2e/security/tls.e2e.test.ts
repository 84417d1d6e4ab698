import { brokersCertificate, CLIENTS_SHOW_CERTIFICATES, NAME, PLAIN_PORTS, securedCluster, TLS_PORTS } from './secured';
import { access } from '../support/access';
import { declareQueue, withConnection } from '../../../ops/src/load-generator/amqp';
import { Authority, type KeyPair } from '../support/authority';
import { Deployment } from '../support/deployment';
import { eventually } from '../support/eventually';
import { figure } from '../support/figures';
import { kubectl } from '../support/kubectl';
import { apps, core } from '../support/kubernetes';
import { underLoad } from '../support/load';
import { apply } from '../support/manifests';
import { handshake } from '../support/tls';
import { useNamespace } from '../support/use-cluster';

const RENEWED_MS = 120_000;
describe('brokers that speak TLS only', () => {
  const authority = Authority.create('Authority');
  const client = authority.issue({ commonName: 'client' });

  const reach = async (portName: string): Promise<{ host: string; port: number; servername: string; ca: string }> => {
    const { namespace } = suite();
    const { host, port } = await access(namespace, NAME, portName);
    return { host, port, servername: `${NAME}.${namespace}.svc`, ca: authority.certificate };
  };

  const suite = useNamespace('tls-', async (namespace) => {
    await apply([authority.secret('brokers', brokersCertificate(authority, namespace))], namespace);
    const deployment = Deployment.of(securedCluster({ interNode: {} }), namespace);
    figure('three brokers with TLS between them: from apply to all Ready', await deployment.up(), 's');
    const target = await deployment.amqps({ ca: authority.certificate, cert: client.certificate, key: client.key });
    return { deployment, target };
  });

  test('they form a cluster over TLS, and the command line tools work in it', async () => {
    const broker = suite().deployment.broker(0);
    const { members, running } = await broker.clusterStatus();
    expect(members).toHaveLength(3);
    expect(running).toEqual(members);
    expect(await broker.run(['rabbitmqctl', 'eval', '[rpc:call(Node, init, get_argument, [proto_dist]) || Node <- [node() | nodes()]].'])).toMatch(/^(\W*ok,\[\["inet_tls"\]\]\W*){3}$/);
    await expect(broker.run(['env', 'RABBITMQ_CTL_ERL_ARGS=', 'rabbitmqctl', 'status'])).rejects.toThrow();
  });

  test('messages get through with a client\'s certificate, to queues and streams with members on all brokers', async () => {
    const { deployment, target } = suite();
    await declareQueue(target, 'e2e');
    await declareQueue(target, 'log', { arguments: { 'x-queue-type': 'stream' } });
    const ledger = await underLoad({ target, queue: 'e2e', count: 1000, window: 100 }, ({ publisher }) => publisher.reached());
    expect(ledger).toMatchObject({ confirmed: 1000, lost: 0 });
    await eventually('both have three members online', 180_000, async () => (await deployment.broker(0).queues()).map(({ online }) => online.length), online => online.join() === '3,3');
  });

  test.each([
    ['without a certificate', {}],
    ['with a certificate of another authority', Authority.create('Other').issue({ commonName: 'client' })],
  ])('a client %s is refused', async (_, { certificate: cert, key }: Partial<KeyPair>) => {
    const { target } = suite();
    const stranger = { ...target, tls: { ...target.tls!, cert, key } };
    await expect(withConnection(stranger, () => Promise.resolve())).rejects.toThrow(
      /certificate required|unknown ca|alert/i,
    );
  });

  test('a client that expects another host name refuses', async () => {
    const { target } = suite();
    const elsewhere = { ...target, tls: { ...target.tls!, servername: 'elsewhere.example.com' } };
    await expect(withConnection(elsewhere, () =>
      Promise.resolve())).rejects.toThrow(/does not match certificate's altnames/);
  });

  test.each(Object.entries(TLS_PORTS))('%s, port %i, speaks TLS 1.3 and 1.2 with forward secrecy and nothing older', async (name, number) => {
    const at = {
      ...await reach(name),
      ...(CLIENTS_SHOW_CERTIFICATES.includes(name) && { cert: client.certificate, key: client.key }),
    };
    const service = await core.readNamespacedService({ namespace: suite().namespace, name: NAME });
    expect(service.spec!.ports!.find(port => port.name === name)?.port).toBe(number);
    expect(await handshake(at)).toMatchObject({ protocol: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384' });
    expect(await handshake({ ...at, maxVersion: 'TLSv1.2' })).toMatchObject({ protocol: 'TLSv1.2', cipher: expect.stringMatching(/^TLS_ECDHE_ECDSA_WITH_AES_256_GCM/) });
    await expect(handshake({ ...at, maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA256:AES128-SHA' })).rejects.toThrow(/handshake failure|insufficient security/i);
    await expect(handshake({ ...at, minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' })).rejects.toThrow(/protocol version/i);
  });

  test.each(CLIENTS_SHOW_CERTIFICATES)('%s asks for a certificate', async (name) => {
    await expect(handshake({ ...await reach(name), settleMs: 2000 })).rejects.toThrow(/certificate required/i);
  });

  test('no plain port is open', async () => {
    const { listeners } = await suite().deployment.broker(0).json<{ listeners: { port: number }[] }>(['rabbitmq-diagnostics', 'listeners']);
    const open = listeners.map(({ port }) => port);
    expect(open).toEqual(expect.arrayContaining(Object.values(TLS_PORTS)));
    expect(open.filter(port => PLAIN_PORTS.includes(port))).toEqual([]);
  });

  test('a renewed certificate is served within two minutes, without a restart, and connections stay', async () => {
    const { namespace, deployment, target } = suite();
    const at = { ...await reach('amqps'), cert: client.certificate, key: client.key };
    const management = await reach('management-tls');
    const { serialNumber } = await handshake(at);
    const containers = async (): Promise<unknown> =>
      (await deployment.pods()).map(({ status }) => status?.containerStatuses?.[0].containerID);
    const before = await containers();
    await withConnection(target, async (connection) => {
      let isClosed = false;
      connection.on('close', () => { isClosed = true; });
      await apply([authority.secret('brokers', brokersCertificate(authority, namespace))], namespace);
      const start = performance.now();
      await eventually('each broker serves the new certificate on both ports', RENEWED_MS, async () => {
        const served = await Promise.all(Array.from(
          { length: 6 },
          async () => [await handshake(at), await handshake(management)],
        ));
        return served.flat().filter(seen => seen.serialNumber === serialNumber).length;
      }, old => old === 0);
      figure('a renewed certificate: until every broker serves it', (performance.now() - start) / 1000, 's');
      const channel = await connection.createConfirmChannel();
      channel.sendToQueue('e2e', Buffer.from('after the renewal'), { persistent: true });
      await channel.waitForConfirms();
      expect(isClosed).toBe(false);
    });
    expect(await containers()).toEqual(before);
  });

  test('a rolling restart keeps the cluster together', async () => {
    const { namespace, deployment } = suite();
    await kubectl(['rollout', 'restart', `statefulset/${NAME}`, '-n', namespace]);
    await kubectl(['rollout', 'status', `statefulset/${NAME}`, '-n', namespace, '--timeout=480s']);
    await deployment.ready();
    expect((await deployment.broker(0).clusterStatus()).running).toHaveLength(3);
  });

  test('TLS between brokers can\'t be taken away from a cluster that exists, and nothing changes', async () => {
    const { namespace, deployment } = suite();
    const before = (await apps.readNamespacedStatefulSet({ namespace, name: NAME })).metadata!.generation;
    await expect(apply(securedCluster({}), namespace)).rejects.toThrow(
      /updates to statefulset spec for fields other than/,
    );
    expect((await apps.readNamespacedStatefulSet({ namespace, name: NAME })).metadata!.generation).toBe(before);
    await eventually('three brokers run', 60_000, async () => (await deployment.broker(0).clusterStatus()).running, running => running.length === 3);
  });
});
