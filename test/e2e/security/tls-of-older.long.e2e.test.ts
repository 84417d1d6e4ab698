import { brokersCertificate, NAME, PLAIN_PORTS, securedCluster, TLS_PORTS } from './secured';
import { RabbitMQImage, RabbitMQVersion } from '../../../lib';
import { access } from '../support/access';
import { declareQueue } from '../../../ops/src/load-generator/amqp';
import { Authority } from '../support/authority';
import { Deployment } from '../support/deployment';
import { underLoad } from '../support/load';
import { apply } from '../support/manifests';
import { handshake } from '../support/tls';
import { useNamespace } from '../support/use-cluster';

describe.each(['3.10', '4.0'])('brokers of %s that speak TLS only', (series) => {
  const authority = Authority.create('Authority');
  const { certificate: cert, key } = authority.issue({ commonName: 'client' });

  const suite = useNamespace('tls-', async (namespace) => {
    await apply([authority.secret('brokers', brokersCertificate(authority, namespace))], namespace);
    const version = RabbitMQVersion.of(series);
    const deployment = Deployment.of(securedCluster({ interNode: {} }, { image: RabbitMQImage.fromReference(`rabbitmq:${series}-management`, { version }) }), namespace);
    await deployment.up();
    return { deployment };
  });

  test('they form a cluster, and messages get through', async () => {
    const { deployment } = suite();
    const target = await deployment.amqps({ ca: authority.certificate, cert, key });
    expect((await deployment.broker(0).clusterStatus()).running).toHaveLength(3);
    await declareQueue(target, 'e2e');
    const ledger = await underLoad({ target, queue: 'e2e', count: 1000, window: 100 }, ({ publisher }) => publisher.reached());
    expect(ledger).toMatchObject({ confirmed: 1000, lost: 0 });
  });

  test.each(Object.keys(TLS_PORTS))('%s speaks TLS 1.3', async (name) => {
    const { namespace } = suite();
    const { host, port } = await access(namespace, NAME, name);
    expect(await handshake({ host, port, servername: `${NAME}.${namespace}.svc`, ca: authority.certificate, cert, key })).toMatchObject({ protocol: 'TLSv1.3' });
  });

  test('no plain port is open', async () => {
    const { listeners } = await suite().deployment.broker(0).json<{ listeners: { port: number }[] }>(['rabbitmq-diagnostics', 'listeners']);
    const open = listeners.map(({ port }) => port);
    expect(open.filter(port => PLAIN_PORTS.includes(port))).toEqual([]);
  });
});
