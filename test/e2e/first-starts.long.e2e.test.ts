import { brokersCertificate, securedCluster } from './security/secured';
import { Authority } from './support/authority';
import { Deployment } from './support/deployment';
import { figure } from './support/figures';
import { apply } from './support/manifests';
import { useNamespace } from './support/use-cluster';

const REPLICAS = 5;
const TRIES = Number(process.env.E2E_TRIES ?? 8);

describe('first starts of five brokers with TLS between them', () => {
  const suite = useNamespace('first-starts-', undefined, { each: true });

  test.each(Array.from({ length: TRIES }, (_, i) => i + 1))('start %i: each container starts once', async () => {
    const { namespace } = suite();
    const authority = Authority.create('first-starts');
    await apply([authority.secret('brokers', brokersCertificate(authority, namespace, REPLICAS))], namespace);
    const deployment = Deployment.of(securedCluster({ interNode: {} }, { replicas: REPLICAS }), namespace);
    figure('five brokers with TLS between them: from apply to all Ready', await deployment.up(), 's');
    const restarts = (await deployment.pods()).map(({ status }) => status?.containerStatuses?.[0].restartCount);
    expect(restarts).toEqual(Array(REPLICAS).fill(0));
  });
});
