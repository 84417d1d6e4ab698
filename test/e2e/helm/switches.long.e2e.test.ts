import { apps } from '../support/kubernetes';
import { MAJORS, Release } from './helm';
import { deploymentFor, differences, observed, podsOf, restarts, secretsOf } from './installed';
import { useNamespace } from '../support/use-cluster';

/** The chart's defaults, with a request for CPU that fits. */
const DEFAULTS = { resources: { requests: { cpu: '100m', memory: '128Mi' } } };

/** Each switch that the library takes without a restart. */
const SWITCHES: Readonly<Record<string, object>> = {
  'no disruption budget': { podDisruptionBudget: { enabled: false } },
  'no NetworkPolicy': { networkPolicy: { enabled: false } },
  'clients from other namespaces': { networkPolicy: { clientNamespaces: { team: 'shop' } } },
  'networks, and people at the management API': { networkPolicy: { clientCidrs: ['192.0.2.0/24'], managementFrom: [{ namespaceSelector: { matchLabels: { team: 'ops' } } }] } },
  'backups on a volume that is there': { backup: { enabled: true, destination: { claim: { name: 'disk' } } } },
  'a node port with annotations': { service: { type: 'NodePort', annotations: { 'example.com/a': 'b' } } },
  'labels and annotations': { commonLabels: { cost: 'shop' }, commonAnnotations: { 'example.com/a': 'b' } },
  'a monitor': { serviceMonitor: { enabled: true, interval: '15s', labels: { release: 'prometheus' } } },
  alerts: { prometheusRule: { enabled: true } },
  dashboards: { dashboards: { enabled: true } },
  'an exporter': { exporter: { enabled: true } },
  'an Ingress': { ingress: { enabled: true, host: 'mq.localhost', allowPlain: true } },
  'an autoscaler': { hpa: { enabled: true, targetCPUUtilizationPercentage: 100, targetMemoryUtilizationPercentage: 95 } },
};

describe.each(MAJORS)('%s, three brokers', (major) => {
  const deployment = (): ReturnType<typeof deploymentFor> => deploymentFor(DEFAULTS, suite().namespace);

  const suite = useNamespace('helm-', async (namespace) => {
    const release = new Release(major, namespace);
    await release.install(DEFAULTS);
    const [pods, secrets] = [await podsOf(deployment()), await secretsOf(deployment())];
    expect(pods).toHaveLength(3);
    return { release, pods, secrets };
  });

  test.each(Object.entries(SWITCHES))('%s, and back, without a restart', async (_name, values) => {
    const { namespace, release, pods, secrets } = suite();
    const switched = { ...DEFAULTS, ...values };
    expect(restarts(DEFAULTS, switched)).toBe(false);
    const before = release.revision;
    await release.upgrade(switched);
    await observed(deployment());
    expect(await differences(switched, namespace, DEFAULTS)).toEqual([]);
    expect(await podsOf(deployment())).toEqual(expect.arrayContaining(pods));
    await release.rollback(before);
    await observed(deployment());
    expect(await differences(DEFAULTS, namespace, switched)).toEqual([]);
    expect(await podsOf(deployment())).toEqual(expect.arrayContaining(pods));
    expect(await secretsOf(deployment())).toEqual(secrets);
  });

  test('an autoscaler\'s number of brokers stays through upgrades, and begins with its least', async () => {
    const { namespace, release, pods } = suite();
    const scaled = { ...DEFAULTS, ...SWITCHES['an autoscaler'] };
    await release.upgrade(scaled);
    await release.upgrade({ ...scaled, service: { annotations: { 'example.com/a': 'b' } } });
    await observed(deployment());
    expect((await apps.readNamespacedStatefulSet({ namespace, name: deployment().name })).spec?.replicas)
      .toBeGreaterThanOrEqual(3);
    expect(await podsOf(deployment())).toEqual(expect.arrayContaining(pods));
    const other = { ...scaled, cluster: { name: 'other' }, hpa: { enabled: true, minReplicas: 5 } };
    expect(await new Release(major, namespace, 'other').planned(other)).toMatch(/^ {2}replicas: 5$/m);
  });
});
