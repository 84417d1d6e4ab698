import { ORDERS } from './topology-value-sets';

/** A choice of values, each over the chart's defaults: the first is the default. */
export type Choice = readonly object[];

const MANAGERS = [{ podSelector: { matchLabels: { app: 'tool' } } }, { ipBlock: { cidr: '192.0.2.0/24' } }];
const SNAPSHOT = { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'monday' };
const CONFIG_MAP = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'extra', namespace: 'messaging' }, data: { key: 'value' } };
const POD = {
  env: [{ name: 'A', value: '1' }, { name: 'B', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } }, { name: 'C', valueFrom: { configMapKeyRef: { name: 'c', key: 'k' } } }],
  sidecars: [{
    name: 'log', image: 'busybox:1.37', ports: [{ name: 'log', containerPort: 8080 }], resources: { limits: { cpu: '1', memory: '64Mi' } },
    readinessProbe: { httpGet: { path: '/', port: 8080 } }, volumeMounts: [{ name: 'extra', mountPath: '/extra' }],
  }],
  initContainers: [{ name: 'copy', image: 'busybox:1.37', command: ['true'], securityContext: { runAsUser: 1000680000 } }],
  volumes: [{ name: 'extra', emptyDir: { sizeLimit: '1Gi' } }, { name: 'files', configMap: { name: 'files' } }],
  volumeMounts: [{ name: 'extra', mountPath: '/extra' }, { name: 'files', mountPath: '/files', readOnly: true }],
  hostAliases: [{ ip: '192.0.2.1', hostnames: ['ldap.example.com'] }],
  dnsConfig: { options: [{ name: 'ndots', value: '2' }] },
};
const SCHEDULING = {
  nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'arch', operator: 'In', values: ['arm64'] }] }] } },
  topologySpreadConstraints: [
    { topologyKey: 'rack', maxSkew: 1, whenUnsatisfiable: 'DoNotSchedule' },
    { topologyKey: 'room', maxSkew: 2, whenUnsatisfiable: 'ScheduleAnyway', labelSelector: { matchLabels: { app: 'x' } } },
  ],
};
const BALANCER = {
  type: 'LoadBalancer', externalTrafficPolicy: 'Local', internalTrafficPolicy: 'Cluster', sessionAffinity: '3600s', loadBalancerClass: 'service.k8s.aws/nlb',
  loadBalancerSourceRanges: ['192.0.2.0/24'], nodePorts: { 'management-tls': 30671 }, trafficDistribution: 'PreferClose',
};
const DUAL_STACK = { ipFamilyPolicy: 'PreferDualStack', ipFamilies: ['IPv6', 'IPv4'] };
const backup = (more: object): object => ({ backup: { enabled: true, ...more } });
const ALERTS = {
  enabled: true, labels: { team: 'platform', tier: 1 }, runbooks: 'https://runbooks.example.com/rabbitmq//',
  changes: {
    RabbitMQBacklog: { threshold: 50000, for: '1h', severity: 'critical' }, RabbitMQMemoryAlarm: { enabled: false }, RabbitMQManyConnections: { threshold: 0.5 },
    RabbitMQDiskAlarm: { labels: { team: 'storage' }, annotations: { summary: 'disk', note: 'x' } }, RabbitMQCertificateExpiring: { severity: 'info' },
  },
  additional: [
    { name: 'Down', expr: 'up{job="mq"} == 0', severity: 'critical', summary: 'down' },
    { name: 'Slow', expr: 'vector(1) > 2', severity: 'info', summary: 'slow {{ $labels.pod }}', description: 'why', for: '10m', runbookUrl: 'https://r.example.com', labels: { team: 'shop' } },
  ],
};
const gateway = (more: object): object => ({ gateway: { name: 'public', ...more } });
const GATEWAY_HOST = { enabled: true, host: 'mq.example.com', backendAuthority: 'authority' };
const ingress = (more: object): object => ({ ingress: { enabled: true, host: 'mq.example.com', ...more } });

/** What distinguishes releases of the chart, by name: every pair of options of two of them is proven together. */
export const OPTIONS: Readonly<Record<string, Choice>> = {
  replicas: [{}, { cluster: { replicaCount: 1 } }, { cluster: { replicaCount: 2 } }, { cluster: { replicaCount: 9 } }],
  production: [{}, {}, {}, { cluster: { production: true } }],
  image: [
    {}, ...['3.10-management-alpine', '3.11.9-management', '3.13.7-management', '4.0.9-management', '4.1.8-management', '4.2.10-management-alpine'].map(tag => ({ image: { tag } })),
    { image: { registry: 'registry.example.com', pullPolicy: 'Always', pullSecrets: ['registry'], digest: `sha256:${'0123456789abcdef'.repeat(4)}` } },
  ],
  house: [
    {}, { image: { repository: 'platform/broker', tag: 'house-7', release: '4.2.3', user: 1001, group: 0 } },
    { global: { imageRegistry: 'mirror.example.com', imagePullSecrets: ['global', { name: 'other' }], storageClass: 'gold' } },
    { platformAssignedIds: true, communityPlugins: ['rabbitmq_delayed_message_exchange'] },
  ],
  memory: [{}, { resources: { limits: { memory: '8Gi' } } }, { resources: { requests: { memory: '1Gi' } } }, { resources: { limits: { memory: '1500M' } } }, { resources: { limits: { cpu: null } } }],
  ipv6: [{}, {}, {}, { ipv6: true, clusterDomain: 'k8s.example.com' }],
  serviceAccount: [
    {}, { serviceAccount: { name: 'mq', annotations: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::1:role/mq' } } },
    { serviceAccount: { name: 'there', create: false, automountToken: true } },
  ],
  additions: [
    {}, { pod: POD }, { pod: { ...POD, dnsPolicy: 'Default' }, scheduling: SCHEDULING },
    { persistence: { labels: { tier: 'gold' }, annotations: { a: 'b' }, selector: { matchLabels: { pool: 'mq' } }, dataSource: SNAPSHOT, dataSourceRef: SNAPSHOT } },
  ],
  topology: [{}, {}, { topology: ORDERS }, { topology: { virtualHosts: { tenant: { queues: { a: { type: 'classic' } } } }, users: { app: { existingSecret: 'login' } } } }],
  extraObjects: [{}, { extraObjects: [CONFIG_MAP] }],
  persistence: [{}, { persistence: { enabled: false } }, { persistence: { storageClass: 'fast', accessModes: ['ReadWriteOncePod'], size: '3Gi' } }],
  mqtt: [{}, { plugins: ['rabbitmq_mqtt'] }, { plugins: ['rabbitmq_web_mqtt', 'rabbitmq_stream'] }, { plugins: ['rabbitmq_stomp', 'rabbitmq_stream_management'] }],
  configuration: [{}, { configuration: { channel_max: 128, 'auth_mechanisms.1': 'PLAIN' }, advancedConfiguration: '[{rabbit, []}].\n' }],
  memoryKeys: [
    {}, {}, { configuration: { 'vm_memory_high_watermark.relative': 0.5, 'disk_free_limit.relative': 1 } },
    { configuration: { 'vm_memory_high_watermark.absolute': '700MB', 'disk_free_limit.absolute': '2GB', total_memory_available_override_value: 1_200_000_000 } },
    { rabbitmqConf: '# ours\ndisk_free_limit.absolute = 500MiB # small\nheartbeat=20\nlog.console.level = debug\n\nauth_mechanisms.1 = PLAIN\n' },
  ],
  authentication: [
    {}, {},
    {
      authentication: {
        oauth2: {
          enabled: true, resourceServerId: 'rabbitmq', jwksUrl: 'https://id.example.com:8443/keys', authority: 'ca', algorithms: ['RS256', 'ES256'], peers: MANAGERS,
          management: { enabled: true, clientId: 'ui', clientSecret: 'ui-secret', providerUrl: 'https://login.example.com' },
        },
      },
    },
    {
      authentication: {
        oauth2: { enabled: true, resourceServerId: 'rabbitmq', issuer: 'https://id.example.com', verifyAudience: false, usernameClaims: ['email', 'sub'], signingKeys: [{ id: 'k1', key: 'k1.pem' }], signingKeysSecret: 'keys' },
        ldap: { enabled: true, servers: ['a.example.com'], tls: 'none', authorization: 'ldap' },
      },
    },
    {
      authentication: {
        ldap: {
          enabled: true, servers: ['a.example.com', 'b.example.com'], authority: 'directory', authorityKey: 'x.pem', tls: 'starttls', timeout: '1m', peers: MANAGERS,
          lookup: { attribute: 'sAMAccountName', baseDn: 'dc=example,dc=com', bindDn: 'cn="x",dc=example', bindPassword: 'bind' },
        },
      },
    },
  ],
  definitions: [{}, {}, { definitions: { existingSecret: 'exported', key: 'all.json' } }],
  credentials: [{}, { credentials: { existingSecret: 'login' } }, { credentials: { existingErlangCookieSecret: 'erlang' } }, { credentials: { existingSecret: 'login', existingErlangCookieSecret: 'erlang' } }],
  tls: [
    {}, { tls: { enabled: true } }, { tls: { enabled: true, only: true, existingSecret: 'certificate' } },
    { tls: { enabled: true, interNode: true } }, { tls: { enabled: true, only: true, interNode: true } },
    { tls: { enabled: true, existingSecret: 'public', publiclyTrusted: true, serverName: 'mq.example.com', certificateKey: 'cert.pem', privateKeyKey: 'key.pem' } },
    { tls: { enabled: true, only: true, publiclyTrusted: true, dnsNames: ['*.example.com', 'mq.example.com'], issuerGroup: 'acme.example.com', duration: '2160h', renewBefore: '90m' } },
    { tls: { enabled: true, clientCertificates: 'required', clientAuthority: 'clients', clientAuthorityKey: 'root.pem', clientCertificateDepth: 2, privateKeyAlgorithm: 'RSA' } },
    { tls: { enabled: true, clientCertificates: 'optional', versions: ['tlsv1.3'], interNode: true, interNodeSecret: 'nodes', authorityKey: 'x' } },
    { tls: { enabled: true, existingSecret: 'certificate', authorityKey: 'root.pem', versions: ['tlsv1.2', 'tlsv1.3'], ciphers: ['TLS_AES_256_GCM_SHA384', 'ECDHE-RSA-AES256-GCM-SHA384'] } },
  ],
  nodeSpread: [{}, { scheduling: { nodeSpread: 'none' } }, { scheduling: { nodeSpread: 'required' } }],
  zoneSpread: [{}, { scheduling: { zoneSpread: 'none' } }, { scheduling: { zoneSpread: 'required' } }],
  scheduling: [{}, { scheduling: { nodeSelector: { pool: 'messaging' }, tolerations: [{ operator: 'Exists' }], priorityClassName: 'high' } }],
  service: [{}, { service: { type: 'LoadBalancer', annotations: { a: 'b' } } }, { service: { type: 'NodePort' } }, { service: BALANCER }, { service: DUAL_STACK }],
  budget: [{}, { podDisruptionBudget: { enabled: true } }, { podDisruptionBudget: { enabled: false } }],
  networkPolicy: [{}, { networkPolicy: { enabled: true } }, { networkPolicy: { enabled: false } }],
  clients: [{}, { networkPolicy: { ownNamespace: true, clientCidrs: ['198.51.100.0/24', '0.0.0.0/0'], managementFrom: MANAGERS } },
    {
      networkPolicy: {
        allowTo: [{ to: MANAGERS, ports: [443, 636] }, { to: MANAGERS }],
        dnsPorts: [53, 5353], apiServerPorts: [16443], dnsPeers: MANAGERS, apiServerPeers: MANAGERS,
      },
    },
  ],
  metadata: [{}, { podLabels: { team: 'shop' }, podAnnotations: { c: 'd' } }, { commonLabels: { cost: 'shop' }, commonAnnotations: { a: 'e' } }],
  hpa: [{}, { hpa: { enabled: true } }, { hpa: { enabled: true, oddSizes: true, minReplicas: 5, maxReplicas: 5 } }],
  serviceMonitor: [
    {}, { serviceMonitor: { enabled: true, labels: { release: 'prometheus', shard: 1 } } },
    { serviceMonitor: { enabled: true, kind: 'PodMonitor', timeout: '1s', perObject: true, credentials: 'scraper', prometheusNamespace: 'watch' } },
  ],
  prometheusRule: [{}, { prometheusRule: { enabled: true } }, { prometheusRule: ALERTS }],
  dashboards: [{}, { dashboards: { enabled: true } }, { dashboards: { enabled: true, folder: 'Platform', labels: { grafana_dashboard: null, dashboards: true } } }],
  exporter: [{}, { exporter: { enabled: true } }, { exporter: { enabled: true, credentials: 'scraper' } }],
  downloads: [{}, {}, { pluginDownloads: [{ name: 'rabbitmq_delayed_message_exchange', url: 'https://mirror.example.com:8443/a$(b)/delayed-4.3.0.ez', sha256: 'aB'.repeat(32) }] }],
  probes: [{}, {}, { probes: { startupTimeout: '1h', startupPeriod: '7s', readinessPeriod: '1m', readinessTimeout: '5s', readinessFailureThreshold: 5 } }],
  ingress: [
    {}, ingress({ tls: { issuer: 'ca' } }), ingress({ controller: 'traefik', tls: { existingSecret: 'ui' } }),
    ingress({ controller: 'haproxy', allowPlain: true }), ingress({ controller: 'haproxy', tls: { clusterIssuer: 'ca' } }),
    ingress({ controller: '', className: 'other', allowPlain: true, allowFrom: MANAGERS }), ingress({ controller: '', tls: { existingSecret: 'ui' } }),
  ],
  gateway: [
    {}, gateway({ management: GATEWAY_HOST }),
    gateway({ namespace: 'edge', allowFrom: MANAGERS, management: { ...GATEWAY_HOST, sectionName: 'https', annotations: { a: 'b' } } }),
    gateway({ routes: [{ port: 'amqps', hosts: ['mq.example.com', '*.example.com'], sectionName: 'amqps' }], allowFrom: MANAGERS }),
    gateway({ routes: [{ port: 'amqp', allowPlain: true }, { port: 'prometheus' }] }),
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
  return { ...below, ...Object.fromEntries(Object.entries(above)
    .map(([key, value]) => [key, key in below ? over(below[key], value) : value])) };
}
