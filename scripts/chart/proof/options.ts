/** A choice of values, each over the chart's defaults: the first is the default. */
export type Choice = readonly object[];

const MANAGERS = [{ podSelector: { matchLabels: { app: 'tool' } } }, { ipBlock: { cidr: '192.0.2.0/24' } }];
const backup = (more: object): object => ({ backup: { enabled: true, ...more } });
const ingress = (more: object): object => ({ ingress: { enabled: true, host: 'mq.example.com', ...more } });

/** What distinguishes releases of the chart, by name: every pair of options of two of them is proven together. */
export const OPTIONS: Readonly<Record<string, Choice>> = {
  replicas: [{}, { cluster: { replicaCount: 1 } }, { cluster: { replicaCount: 2 } }, { cluster: { replicaCount: 9 } }],
  production: [{}, {}, {}, { cluster: { production: true } }],
  image: [
    {}, ...['3.10-management-alpine', '3.11.9-management', '3.13.7-management', '4.0.9-management', '4.1.8-management', '4.2.10-management-alpine'].map(tag => ({ image: { tag } })),
    { image: { registry: 'registry.example.com', pullPolicy: 'Always', pullSecrets: ['registry'], digest: `sha256:${'0123456789abcdef'.repeat(4)}` } },
  ],
  memory: [{}, { resources: { limits: { memory: '8Gi' } } }, { resources: { requests: { memory: '1Gi' } } }, { resources: { limits: { memory: '1500M' } } }],
  persistence: [{}, { persistence: { enabled: false } }, { persistence: { storageClass: 'fast', accessModes: ['ReadWriteOncePod'], size: '3Gi' } }],
  mqtt: [{}, { plugins: ['rabbitmq_mqtt'] }, { plugins: ['rabbitmq_web_mqtt', 'rabbitmq_stream'] }, { plugins: ['rabbitmq_stomp', 'rabbitmq_stream_management'] }],
  configuration: [{}, { configuration: { channel_max: 128, 'auth_mechanisms.1': 'PLAIN' }, advancedConfiguration: '[{rabbit, []}].\n' }],
  credentials: [{}, { credentials: { existingSecret: 'login' } }, { credentials: { existingErlangCookieSecret: 'erlang' } }, { credentials: { existingSecret: 'login', existingErlangCookieSecret: 'erlang' } }],
  tls: [
    {}, { tls: { enabled: true } }, { tls: { enabled: true, only: true, existingSecret: 'certificate' } },
    { tls: { enabled: true, interNode: true } }, { tls: { enabled: true, only: true, interNode: true } },
  ],
  nodeSpread: [{}, { scheduling: { nodeSpread: 'none' } }, { scheduling: { nodeSpread: 'required' } }],
  zoneSpread: [{}, { scheduling: { zoneSpread: 'none' } }, { scheduling: { zoneSpread: 'required' } }],
  scheduling: [{}, { scheduling: { nodeSelector: { pool: 'messaging' }, tolerations: [{ operator: 'Exists' }], priorityClassName: 'high' } }],
  service: [{}, { service: { type: 'LoadBalancer', annotations: { a: 'b' } } }, { service: { type: 'NodePort' } }],
  budget: [{}, { podDisruptionBudget: { enabled: true } }, { podDisruptionBudget: { enabled: false } }],
  networkPolicy: [{}, { networkPolicy: { enabled: true } }, { networkPolicy: { enabled: false } }],
  clients: [{}, { networkPolicy: { ownNamespace: true, clientCidrs: ['198.51.100.0/24', '0.0.0.0/0'], managementFrom: MANAGERS } }],
  metadata: [{}, { podLabels: { team: 'shop' }, podAnnotations: { c: 'd' } }, { commonLabels: { cost: 'shop' }, commonAnnotations: { a: 'e' } }],
  hpa: [{}, { hpa: { enabled: true } }, { hpa: { enabled: true, oddSizes: true, minReplicas: 5, maxReplicas: 5 } }],
  serviceMonitor: [{}, { serviceMonitor: { enabled: true, labels: { release: 'prometheus' } } }],
  prometheusRule: [{}, { prometheusRule: { enabled: true } }],
  dashboards: [{}, { dashboards: { enabled: true } }],
  exporter: [{}, { exporter: { enabled: true } }],
  ingress: [
    {}, ingress({ tls: { issuer: 'ca' } }), ingress({ controller: 'traefik', tls: { existingSecret: 'ui' } }),
    ingress({ controller: 'haproxy', allowPlain: true }), ingress({ controller: 'haproxy', tls: { clusterIssuer: 'ca' } }),
    ingress({ controller: '', className: 'other', allowPlain: true, allowFrom: MANAGERS }), ingress({ controller: '', tls: { existingSecret: 'ui' } }),
  ],
  backup: [
    {}, backup({}), backup({ credentials: 'login', suspend: true, timeZone: 'Europe/Vienna', destination: { claim: { name: 'disk' } } }),
    backup({ encryption: { secret: 'key' }, destination: { s3: { bucket: 'pail', credentials: 'aws', virtualHosted: true } } }),
    backup({ destination: { s3: { bucket: 'pail', credentials: 'minio', endpoint: 'http://minio:9000', authority: { secret: 'ca' } } } }),
  ],
};

/** Values with others over them, as helm merges them. */
export function merged(sets: readonly object[]): object {
  return sets.reduce((all, one) => over(all, one) as object, {});
}

function over(below: unknown, above: unknown): unknown {
  const isMap = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isMap(below) || !isMap(above)) {
    return above;
  }
  return { ...below, ...Object.fromEntries(Object.entries(above).map(([key, value]) => [key, key in below ? over(below[key], value) : value])) };
}
