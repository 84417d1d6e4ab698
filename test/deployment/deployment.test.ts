import { Pods } from 'cdk8s-plus-28';
import { RabbitMQDeployment, RabbitMQDeploymentProps, RabbitMQIngressController, RabbitMQProfile } from '../../lib';
import { Manifest } from '../support/manifest';
import { brokerContainer, find, newChart, quietly, synth } from '../support/synth';

const { DEV, TEST, PROD } = RabbitMQProfile;
const OFF = { enabled: false };
const MANAGEMENT = { management: { host: 'rabbitmq.example.com' } };

function deploy(props: RabbitMQDeploymentProps): RabbitMQDeployment {
  return new RabbitMQDeployment(newChart({ namespace: props.profile.namespace }), 'RabbitMQ', props);
}

function manifestsOf(props: RabbitMQDeploymentProps): Manifest[] {
  return synth(deploy(props));
}

const kinds = (manifests: readonly Manifest[]): Set<string> => new Set(manifests.map(({ kind }) => kind));

describe('a profile', () => {
  test.each([
    [DEV, { monitoring: false, ingress: false, tls: false }],
    [TEST, { monitoring: true, ingress: false, tls: false }],
    [PROD, { monitoring: true, ingress: true, tls: true }],
  ])('has its parts', (profile, { monitoring, ingress, tls }) => {
    const deployment = deploy({ profile, ingress: profile.hasIngress ? MANAGEMENT : undefined });
    expect({ monitoring: deployment.monitoring !== undefined, ingress: deployment.ingress !== undefined, tls: 'amqps' in deployment.cluster.ports }).toEqual({ monitoring, ingress, tls });
  });

  test('allows clients from labelled namespaces and its own, or those that are named', () => {
    const peersOf = (props: RabbitMQDeploymentProps): unknown => find(manifestsOf(props), 'NetworkPolicy', 'rabbitmq-test').spec.ingress[1].from;
    const chart = newChart();
    const labelled = { podSelector: {}, namespaceSelector: { matchLabels: { 'rabbitmq-client': 'true' } } };
    expect(peersOf({ profile: TEST })).toEqual([labelled, { podSelector: {} }]);
    expect(peersOf({ profile: TEST, additionalClients: [Pods.select(chart, 'Web', { labels: { app: 'web' } })] })).toEqual([labelled, { podSelector: {} }, { podSelector: { matchLabels: { app: 'web' } } }]);
    expect(peersOf({ profile: TEST, clients: [Pods.select(chart, 'Shop', { labels: { app: 'shop' } })] })).toEqual([{ podSelector: { matchLabels: { app: 'shop' } } }]);
  });
});

describe('what is given', () => {
  test('wins prop by prop', () => {
    const manifests = manifestsOf({ profile: TEST, cluster: { replicas: 5, resources: { memoryLimit: '4Gi' } } });
    expect(find(manifests, 'StatefulSet').spec.replicas).toBe(5);
    expect(brokerContainer(manifests).resources).toEqual({ requests: { cpu: '500m', memory: '4Gi' }, limits: { cpu: '1', memory: '4Gi' } });
  });

  test('adds monitoring to a profile without', () => {
    expect(kinds(manifestsOf({ profile: DEV, monitoring: {} }))).toContain('PrometheusRule');
  });

  test('changes the monitoring of a profile and keeps what else it has of it', () => {
    const manifests = manifestsOf({ profile: TEST, monitoring: { alerting: { enabled: true } } });
    expect(kinds(manifests)).toContain('PrometheusRule');
    expect(kinds(manifests)).not.toContain('Deployment');
  });

  test('leaves the number of brokers to an autoscaler, from that of the profile up', () => {
    const manifests = synth(deploy({ profile: TEST, autoscaler: { maxReplicas: 7, oddSizes: false } }));
    expect(find(manifests, 'StatefulSet').spec).not.toHaveProperty('replicas');
    expect(find(manifests, 'HorizontalPodAutoscaler').spec).toMatchObject({ minReplicas: 3, maxReplicas: 7 });
    const { spec } = find(synth(deploy({ profile: DEV, autoscaler: { oddSizes: false } })), 'HorizontalPodAutoscaler');
    expect(spec.minReplicas).toBe(3);
  });

  test('adds backups to a profile without', () => {
    expect(kinds(manifestsOf({ profile: TEST, backup: {} }))).toContain('CronJob');
  });

  test('adds an ingress to a profile without, as it is given', () => {
    const deployment = deploy({ profile: DEV, ingress: { management: { host: 'mq.localhost', allowPlain: true } } });
    expect(find(synth(deployment), 'Ingress').spec).toEqual({ rules: [expect.objectContaining({ host: 'mq.localhost' })] });
  });
});

describe('the autoscaler of production', () => {
  const objects = (props: Omit<RabbitMQDeploymentProps, 'profile'> = {}): Manifest[] =>
    quietly(() => manifestsOf({ profile: PROD, ingress: OFF, monitoring: OFF, backup: OFF, ...props }));

  test('keeps 5 to 9 brokers, and no manifest contains their number', () => {
    const manifests = objects();
    expect(find(manifests, 'HorizontalPodAutoscaler').spec).toMatchObject({ minReplicas: 5, maxReplicas: 9 });
    expect(find(manifests, 'StatefulSet').spec).not.toHaveProperty('replicas');
  });

  test('takes its smallest number from cluster.replicas', () => {
    const manifests = objects({ cluster: { replicas: 7 } });
    expect(find(manifests, 'HorizontalPodAutoscaler').spec.minReplicas).toBe(7);
    expect(find(manifests, 'StatefulSet').spec).not.toHaveProperty('replicas');
    expect(() => objects({ cluster: { replicas: 3 } })).not.toThrow();
    expect(() => objects({ cluster: { replicas: 2 } })).toThrow('cluster.replicas is 2: an autoscaler needs at least 3 brokers');
    expect(() => objects({ cluster: { replicas: 5 }, autoscaler: { minReplicas: 7 } })).toThrow('cluster.replicas is 5, below autoscaler.minReplicas 7');
  });

  test('is left out on request, and the number is in the manifest', () => {
    const manifests = objects({ autoscaler: OFF });
    expect(manifests.map(({ kind }) => kind)).not.toContain('HorizontalPodAutoscaler');
    expect(find(manifests, 'StatefulSet').spec.replicas).toBe(5);
  });
});

describe('traffic between the brokers of production', () => {
  test('is encrypted', () => {
    const manifests = quietly(() => manifestsOf({ profile: PROD, ingress: OFF }));
    expect(JSON.stringify(find(manifests, 'StatefulSet'))).toContain('-proto_dist inet_tls');
  });
});

describe('the ingress of production', () => {
  const ingressOf = (management: object): Manifest =>
    find(synth(deploy({ profile: PROD, ingress: { management: { host: 'rabbitmq.example.com', ...management } } }), { external: { Secret: ['mine', 'rabbitmq-prod-management-tls', 'rabbitmq-prod-ca'] } }), 'Ingress');

  test('is a route of the Gateway "rabbitmq", which verifies the brokers and may connect', () => {
    const manifests = synth(deploy({ profile: PROD, ingress: MANAGEMENT }), { external: { ConfigMap: ['rabbitmq-prod-ca'] } });
    expect([...kinds(manifests)]).not.toContain('Ingress');
    expect(find(manifests, 'HTTPRoute').spec).toMatchObject({ hostnames: ['rabbitmq.example.com'], parentRefs: [{ kind: 'Gateway', name: 'rabbitmq' }] });
    expect(find(manifests, 'BackendTLSPolicy').spec.validation.caCertificateRefs).toEqual([{ group: '', kind: 'ConfigMap', name: 'rabbitmq-prod-ca' }]);
    expect(JSON.stringify(find(manifests, 'NetworkPolicy', 'rabbitmq-prod').spec.ingress))
      .toContain(JSON.stringify({ podSelector: { matchLabels: { 'gateway.networking.k8s.io/gateway-name': 'rabbitmq' } } }));
  });

  test('takes another Gateway, from its namespace', () => {
    const management = { host: 'rabbitmq.example.com', gateway: { name: 'public', namespace: 'gateways' } };
    const manifests = synth(deploy({ profile: PROD, ingress: { management } }), { external: { ConfigMap: ['rabbitmq-prod-ca'] } });
    expect(JSON.stringify(find(manifests, 'NetworkPolicy', 'rabbitmq-prod').spec.ingress)).toMatch(/"values":\["gateways"\].*"gateway.networking.k8s.io\/gateway-name":"public"/);
  });

  test('has no annotation that leads to a private key', () => {
    const annotations = Object.values(RabbitMQIngressController)
      .map(controller => JSON.stringify(ingressOf({ controller }).metadata.annotations));
    expect(annotations.filter(text => text.includes('rabbitmq-prod-tls'))).toEqual([]);
  });

  test('has a certificate of the Issuer with a controller, which gets the authority of brokers alone', () => {
    const { metadata, spec } = ingressOf({ controller: RabbitMQIngressController.NGINX });
    expect(metadata.annotations).toMatchObject({
      'cert-manager.io/issuer': 'rabbitmq',
      'nginx.ingress.kubernetes.io/backend-protocol': 'HTTPS',
      'nginx.ingress.kubernetes.io/proxy-ssl-secret': 'production/rabbitmq-prod-ca',
    });
    expect(spec).toMatchObject({ ingressClassName: 'nginx', tls: [{ hosts: ['rabbitmq.example.com'], secretName: 'rabbitmq-prod-management-tls' }] });
  });

  test('takes another certificate in place of the Issuer\'s', () => {
    const { metadata } = ingressOf({ tls: { clusterIssuer: 'letsencrypt' } });
    expect(metadata.annotations).toHaveProperty(['cert-manager.io/cluster-issuer'], 'letsencrypt');
    expect(metadata.annotations).not.toHaveProperty(['cert-manager.io/issuer']);
  });

  test.each([
    [RabbitMQIngressController.NGINX, 'ingress-nginx', 'ingress-nginx'],
    [RabbitMQIngressController.TRAEFIK, 'traefik', 'traefik'],
    [RabbitMQIngressController.HAPROXY, 'kubernetes-ingress', 'haproxy-controller'],
  ])('takes the controller %s, by the class of its name, and allows its pods', (controller, pods, namespace) => {
    const manifests = synth(deploy({
      profile: PROD,
      ingress: { management: { host: 'rabbitmq.example.com', controller }, acknowledgedWarnings: ['management-traefik-trust'] },
    }), { external: { Secret: ['rabbitmq-prod-management-tls', 'rabbitmq-prod-ca'] } });
    expect(find(manifests, 'Ingress').spec.ingressClassName).toBe(controller);
    expect(JSON.stringify(find(manifests, 'NetworkPolicy', 'rabbitmq-prod').spec.ingress))
      .toContain(JSON.stringify({
        namespaceSelector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: [namespace] }] },
        podSelector: { matchLabels: { 'app.kubernetes.io/name': pods } },
      }));
  });

  test('needs a host unless it is disabled', () => {
    expect(() => deploy({ profile: PROD })).toThrow('ingress is not set: profile "prod" exposes the management UI. Set ingress.management.host, or ingress.enabled to false.');
    expect(deploy({ profile: PROD, ingress: OFF }).ingress).toBeUndefined();
  });

  test('can be a load balancer alone', () => {
    const deployment = deploy({ profile: PROD, ingress: { loadBalancer: { sourceRanges: ['10.0.0.0/8'] } } });
    expect(deployment.ingress?.management).toBeUndefined();
    expect(deployment.ingress?.loadBalancer).toBeDefined();
  });
});

describe('a part with enabled: false', () => {
  test('has no objects', () => {
    const manifests = quietly(() =>
      manifestsOf({ profile: PROD, monitoring: OFF, ingress: OFF, backup: OFF, tls: OFF }));
    for (const kind of ['ServiceMonitor', 'PrometheusRule', 'Ingress', 'CronJob', 'Certificate']) {
      expect(kinds(manifests)).not.toContain(kind);
    }
  });

  test('has no objects even if other options are set', () => {
    const manifests = quietly(() => manifestsOf({
      profile: PROD,
      ingress: { ...MANAGEMENT, ...OFF },
      backup: { keep: 7, ...OFF },
      monitoring: { labels: { team: 'a' }, ...OFF },
      autoscaler: { maxReplicas: 7, ...OFF },
    }));
    for (const kind of ['ServiceMonitor', 'PrometheusRule', 'Ingress', 'CronJob', 'HorizontalPodAutoscaler']) {
      expect(kinds(manifests)).not.toContain(kind);
    }
    expect(find(manifests, 'StatefulSet').spec.replicas).toBe(5);
  });

  test('keeps the profile\'s part if enabled is true', () => {
    expect(kinds(quietly(() => manifestsOf({ profile: PROD, ingress: OFF, backup: { enabled: true, keep: 7 } })))).toContain('CronJob');
  });

  test('cannot contradict cluster.tls', () => {
    const cluster = { tls: { certificate: PROD.cluster.tls!.certificate } };
    expect(() => deploy({ profile: PROD, ingress: OFF, tls: OFF, cluster })).toThrow('tls.enabled is false, but cluster.tls is set. Remove one of them.');
    expect(() => deploy({ profile: DEV, tls: OFF })).not.toThrow();
  });

  test('is not the default of TLS with a certificate', () => {
    expect(() => deploy({ profile: DEV, tls: { enabled: true } })).toThrow('tls.enabled is true, but profile "dev" has no certificate. Set cluster.tls.certificate.');
    expect(() => deploy({ profile: PROD, ingress: OFF, tls: { enabled: true } })).not.toThrow();
  });
});
