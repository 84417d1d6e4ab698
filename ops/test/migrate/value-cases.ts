/** What a value needs beside it, in the other chart's keys. */
const TLS = { auth: { tls: { enabled: true, existingSecret: 'mq-tls', sslOptionsVerify: 'verify_none' } } };
export const MTLS = { auth: { tls: { enabled: true, existingSecret: 'mq-tls' } } };
const OUTSIDE = { service: { type: 'LoadBalancer' } };
export const OUR_TLS = { tls: { enabled: true, existingSecret: 'mq-tls' } };
const CA = /ca\.crt/;
const ALERT = {
  alert: 'Down', expr: ' up == 0\n', for: '1m30s', labels: { severity: 'error', team: 'mq' },
  annotations: { summary: 'down on {{ "{{ $labels.instance }}" }}', description: 'x', runbook_url: 'https://example.com/down' },
};

type Case = readonly [theirs: unknown, ours: Record<string, unknown>, says?: RegExp, beside?: Record<string, unknown>];

/** A value of each key that is carried over, and what becomes of it; a text among the notes where there is one. */
export const CASES: Readonly<Record<string, Case>> = {
  'global.imageRegistry': ['mirror.example.com', { image: { registry: 'mirror.example.com' } }, /official image/],
  'global.imagePullSecrets': [['a', { name: 'b' }], { image: { pullSecrets: ['b', 'c', 'a'] } }, undefined, { image: { pullSecrets: ['b', 'c'] } }],
  'global.storageClass': ['fast', { persistence: { storageClass: 'fast' } }, undefined, { persistence: { storageClass: '-' } }],
  'global.defaultStorageClass': ['slow', { persistence: { storageClass: 'fast' } }, undefined, { persistence: { storageClass: 'fast' } }],
  'image.registry': ['registry-1.docker.io', {}],
  'image.repository': ['team/rabbitmq', { image: { repository: 'team/rabbitmq' } }, /official one/],
  'image.tag': ['4.1.3-debian-12-r1', { image: { tag: '4.1.3-management' } }],
  'image.digest': [`sha256:${'a'.repeat(64)}`, {}, /another image/],
  'image.pullPolicy': ['Always', { image: { pullPolicy: 'Always' } }],
  'image.pullSecrets': [['a'], { image: { pullSecrets: ['a'] } }],
  fullnameOverride: ['orders', { cluster: { name: 'orders' } }, /another name/],
  replicaCount: [5, { cluster: { replicaCount: 5 } }],
  'auth.username': ['shop', { credentials: { username: 'shop' } }],
  'auth.existingPasswordSecret': [
    'login', { credentials: { username: undefined, existingSecret: 'login', passwordKey: 'rabbitmq-password' } }, /name too/,
  ],
  'auth.existingSecretPasswordKey': ['pass', {}],
  'auth.existingSecretUsernameKey': [
    'name', { credentials: { username: undefined, existingSecret: 'login', passwordKey: 'rabbitmq-password', usernameKey: 'name' } },
    undefined, { auth: { existingPasswordSecret: 'login' } },
  ],
  'auth.existingErlangSecret': [
    'erlang', { credentials: { existingErlangCookieSecret: 'erlang', erlangCookieKey: 'rabbitmq-erlang-cookie' } },
  ],
  'auth.existingSecretErlangKey': ['cookie', {}],
  'auth.tls.enabled': [true, { tls: { enabled: true, clientCertificates: 'required' } }, /cert-manager[^]*need a certificate, as there/],
  'auth.tls.existingSecret': ['mq-tls', OUR_TLS, CA, TLS],
  'auth.tls.existingSecretKeys': [
    { cert: 'cert.pem', key: 'key.pem', ca: '' }, { tls: { ...OUR_TLS.tls, certificateKey: 'cert.pem', privateKeyKey: 'key.pem' } }, undefined, TLS,
  ],
  'auth.tls.overrideCaCertificate': [
    'clients', { tls: { ...OUR_TLS.tls, clientCertificates: 'required', clientAuthority: 'clients' } }, CA, MTLS,
  ],
  'auth.tls.only': [true, { tls: { ...OUR_TLS.tls, only: true } }, CA, TLS],
  'auth.tls.depth': ['2', { tls: { ...OUR_TLS.tls, clientCertificates: 'required', clientCertificateDepth: 2 } }, CA, MTLS],
  'auth.tls.failIfNoPeerCert': [false, { tls: { ...OUR_TLS.tls, clientCertificates: 'optional' } }, /if they have one/, MTLS],
  'auth.tls.sslOptionsVerify': ['verify_none', OUR_TLS, CA, MTLS],
  ldap: [
    {
      enabled: true, uri: 'ldaps://192.0.2.10:1636', userDnPattern: '', binddn: 'cn=reader,dc=example,dc=com', bindpw: 's3cret',
      basedn: 'ou=people,dc=example,dc=com', uidField: 'uid',
      tls: { enabled: true, startTls: false, certificatesSecret: 'directory', CAFilename: 'root.pem', verify: 'verify_peer' },
    },
    {
      authentication: {
        ldap: {
          enabled: true, servers: ['192.0.2.10'], port: 1636, tls: 'ldaps', authority: 'directory', authorityKey: 'root.pem',
          lookup: {
            attribute: 'uid', baseDn: 'ou=people,dc=example,dc=com', bindDn: 'cn=reader,dc=example,dc=com', bindPassword: 'ldap-bind-password',
          },
          peers: [{ ipBlock: { cidr: '192.0.2.10/32' } }],
        },
      },
    },
    /create the Secret ldap-bind-password/,
  ],
  plugins: ['rabbitmq_management rabbitmq_peer_discovery_k8s rabbitmq_top', { plugins: ['rabbitmq_top'] }],
  extraPlugins: ['rabbitmq_shovel, rabbitmq_mqtt', { plugins: ['rabbitmq_shovel', 'rabbitmq_mqtt'] }],
  'metrics.plugins': ['rabbitmq_prometheus', {}],
  configuration: ['channel_max = 128\ncluster_name = a', { configuration: { channel_max: '128' } }, /cluster\.name names/],
  extraConfiguration: [
    '# a comment\nheartbeat = 30\ndisk_free_limit.absolute = 2GB\nvm_memory_high_watermark.relative = 0.5\nauth_backends.1 = internal',
    {
      configuration: {
        heartbeat: '30', 'disk_free_limit.absolute': '2GB', 'vm_memory_high_watermark.relative': '0.5', 'auth_backends.1': 'internal',
      },
    },
  ],
  advancedConfiguration: ['[].', { advancedConfiguration: '[].' }],
  memoryHighWatermark: [
    { enabled: true, type: 'absolute', value: '1Gi' }, { configuration: { 'vm_memory_high_watermark.absolute': '1073741824' } },
  ],
  queue_leader_locator: ['client-local', { configuration: { queue_leader_locator: 'client-local' } }],
  queue_master_locator: ['random', {}, /balanced and client-local/],
  'tcpListenOptions.backlog': [4096, { configuration: { 'tcp_listen_options.backlog': '4096' } }],
  'tcpListenOptions.nodelay': [true, {}],
  'tcpListenOptions.keepalive': [true, { configuration: { 'tcp_listen_options.keepalive': 'true' } }],
  'tcpListenOptions.linger.lingerOn': [false, { configuration: { 'tcp_listen_options.linger.on': 'false' } }],
  'tcpListenOptions.linger.timeout': ['s3cret', {}, /has to be a number/],
  'clustering.partitionHandling': ['pause_minority', {}],
  'clustering.rebalance': [true, {}, /rabbitmq-k8s rebalance/],
  loadDefinition: [
    { enabled: true, existingSecret: 'load', file: '/app/all.json' }, { definitions: { existingSecret: 'load', key: 'all.json' } },
    /creates no administrator/,
  ],
  resources: [{ limits: { memory: '4Gi' } }, { resources: { limits: { cpu: 'none', memory: '4Gi' } } }],
  resourcesPreset: ['medium', { resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '750m', memory: '1536Mi' } } }],
  'persistence.enabled': [false, { persistence: { enabled: false } }],
  'persistence.storageClass': ['fast', { persistence: { storageClass: 'fast' } }],
  'persistence.size': ['50Gi', { persistence: { size: '50Gi' } }],
  'persistence.accessModes': [['ReadWriteOncePod'], { persistence: { accessModes: ['ReadWriteOncePod'] } }],
  'persistence.labels': [{ a: 'b' }, { persistence: { labels: { a: 'b' } } }],
  'persistence.annotations': [{ a: 1 }, { persistence: { annotations: { a: '1' } } }],
  'persistence.selector': [{ matchLabels: { disk: 'fast' } }, { persistence: { selector: { matchLabels: { disk: 'fast' } } } }],
  'persistence.dataSource': [
    { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'a' },
    { persistence: { dataSource: { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'a' } } },
  ],
  'persistence.dataSourceRef': [
    { apiGroup: 'example.com', kind: 'Backup', name: 'a' }, { persistence: { dataSourceRef: { apiGroup: 'example.com', kind: 'Backup', name: 'a' } } },
  ],
  podAntiAffinityPreset: ['hard', { scheduling: { nodeSpread: 'required' } }],
  nodeAffinityPreset: [
    { type: 'hard', key: 'pool', values: ['mq'] },
    {
      scheduling: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [{ matchExpressions: [{ key: 'pool', operator: 'In', values: ['mq'] }] }],
          },
        },
      },
    },
  ],
  affinity: [
    {
      nodeAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 5, preference: { matchExpressions: [{ key: 'ssd', operator: 'Exists' }] } }],
      },
      podAntiAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: [
          { labelSelector: { matchLabels: { 'app.kubernetes.io/name': 'rabbitmq' } }, topologyKey: 'topology.kubernetes.io/zone' },
        ],
      },
    },
    {
      scheduling: {
        nodeAffinity: {
          preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 5, preference: { matchExpressions: [{ key: 'ssd', operator: 'Exists' }] } }],
        },
        zoneSpread: 'required',
      },
    },
    undefined, { podAntiAffinityPreset: 'hard' },
  ],
  topologySpreadConstraints: [
    [
      { topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'DoNotSchedule' },
      { topologyKey: 'rack', maxSkew: 2, labelSelector: { matchLabels: { 'app.kubernetes.io/instance': '{{ .Release.Name }}' } } },
    ],
    {
      scheduling: {
        zoneSpread: 'required', topologySpreadConstraints: [{ topologyKey: 'rack', maxSkew: 2, whenUnsatisfiable: 'DoNotSchedule' }],
      },
    },
  ],
  nodeSelector: [{ pool: 1 }, { scheduling: { nodeSelector: { pool: '1' } } }],
  tolerations: [[{ key: 'a' }], { scheduling: { tolerations: [{ key: 'a' }] } }],
  priorityClassName: ['high', { scheduling: { priorityClassName: 'high' } }],
  podLabels: [{ a: 'b' }, { podLabels: { a: 'b' } }],
  podAnnotations: [{ a: true }, { podAnnotations: { a: 'true' } }],
  commonLabels: [{ a: 'b' }, { commonLabels: { a: 'b' } }],
  commonAnnotations: [{ a: 'b' }, { commonAnnotations: { a: 'b' } }],
  extraEnvVars: [
    [{ name: 'A', value: 1 }, { name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } }],
    { pod: { env: [{ name: 'A', value: '1' }, { name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } }] } },
  ],
  sidecars: [[{ name: 'a', image: 'busybox:1' }], { pod: { sidecars: [{ name: 'a', image: 'busybox:1' }] } }],
  initContainers: [[{ name: 'a', image: 'busybox:1' }], { pod: { initContainers: [{ name: 'a', image: 'busybox:1' }] } }],
  extraVolumes: [[{ name: 'a', emptyDir: {} }], { pod: { volumes: [{ name: 'a', emptyDir: {} }] } }],
  extraVolumeMounts: [
    [{ name: 'a', mountPath: '/opt/bitnami/a' }], { pod: { volumes: [{ name: 'a', emptyDir: {} }], volumeMounts: [{ name: 'a', mountPath: '/opt/bitnami/a' }] } },
    /reads nothing in \/opt\/bitnami/, { extraVolumes: [{ name: 'a', emptyDir: {} }] },
  ],
  hostAliases: [[{ ip: '192.0.2.1', hostnames: ['a'] }], { pod: { hostAliases: [{ ip: '192.0.2.1', hostnames: ['a'] }] } }],
  dnsPolicy: ['Default', { pod: { dnsPolicy: 'Default' } }],
  dnsConfig: [{ options: [{ name: 'ndots', value: '2' }] }, { pod: { dnsConfig: { options: [{ name: 'ndots', value: '2' }] } } }],
  extraDeploy: [
    [
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } }, 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: b }',
      'kind: {{ .Values.kind }}', { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'c' }, stringData: { a: 's3cret' } },
    ],
    { extraObjects: [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } }, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'b' } }] },
    /^extraDeploy: is a template[^]*^extraDeploy: c: Secret left out/m,
  ],
  maxAvailableSchedulers: [4, { pod: { env: [{ name: 'RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS', value: '+S 4:2' }] } }, undefined, { onlineSchedulers: 2 }],
  onlineSchedulers: ['2', { pod: { env: [{ name: 'RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS', value: '+S :2' }] } }],
  'pdb.create': [false, { podDisruptionBudget: { enabled: false } }],
  'podSecurityContext.enabled': [false, { platformAssignedIds: true }, /OpenShift/],
  'containerSecurityContext.enabled': [false, { platformAssignedIds: true }, /OpenShift/],
  'global.compatibility.openshift.adaptSecurityContext': ['force', { platformAssignedIds: true }],
  'serviceAccount.create': [false, { serviceAccount: { create: false, name: 'default' } }],
  'serviceAccount.name': ['mq', { serviceAccount: { name: 'mq' } }],
  'serviceAccount.annotations': [{ role: 'a' }, { serviceAccount: { annotations: { role: 'a' } } }],
  'serviceAccount.automountServiceAccountToken': [true, { serviceAccount: { automountToken: true } }],
  'readinessProbe.periodSeconds': [10, { probes: { readinessPeriod: '10s' } }],
  'readinessProbe.failureThreshold': [5, { probes: { readinessFailureThreshold: 5 } }],
  enableServiceLinks: [false, {}],
  automountServiceAccountToken: [false, {}],
  clusterDomain: ['k8s.corp.example', { clusterDomain: 'k8s.corp.example' }],
  'service.type': ['LoadBalancer', { service: { type: 'LoadBalancer' } }],
  'service.annotations': [{ a: 'b' }, { service: { annotations: { a: 'b' } } }],
  'service.externalTrafficPolicy': ['Local', { service: { type: 'LoadBalancer', externalTrafficPolicy: 'Local' } }, undefined, OUTSIDE],
  'service.internalTrafficPolicy': ['Local', { service: { internalTrafficPolicy: 'Local' } }],
  'service.sessionAffinity': ['ClientIP', { service: { sessionAffinity: '10800s' } }],
  'service.sessionAffinityConfig': [
    { clientIP: { timeoutSeconds: 300 } }, { service: { sessionAffinity: '300s' } }, undefined, { service: { sessionAffinity: 'ClientIP' } },
  ],
  'service.loadBalancerClass': ['service.k8s.aws/nlb', { service: { type: 'LoadBalancer', loadBalancerClass: 'service.k8s.aws/nlb' } }, undefined, OUTSIDE],
  'service.loadBalancerSourceRanges': [
    ['192.0.2.0/24'], { service: { type: 'LoadBalancer', loadBalancerSourceRanges: ['192.0.2.0/24'] } }, undefined, OUTSIDE,
  ],
  'service.ipFamilyPolicy': ['PreferDualStack', { service: { ipFamilyPolicy: 'PreferDualStack' } }],
  'service.ipFamilies': [['IPv4'], { service: { ipFamilies: ['IPv4'] } }],
  'service.nodePorts': [
    { amqp: 30672, manager: '31672', dist: 32672, epmd: '' }, { service: { type: 'LoadBalancer', nodePorts: { amqp: 30672, management: 31672 } } },
    /^service\.nodePorts\.dist: ports between brokers/, OUTSIDE,
  ],
  'service.trafficDistribution': ['PreferClose', { service: { trafficDistribution: 'PreferClose' } }],
  'service.portEnabled': [false, { tls: { ...OUR_TLS.tls, only: true } }, /remove tls\.only/, TLS],
  ipv6: [true, { ipv6: true }],
  'networkPolicy.enabled': [false, { networkPolicy: { enabled: false } }],
  'networkPolicy.allowExternal': [false, {}],
  'networkPolicy.ingressNSMatchLabels': [{ team: 'shop' }, { networkPolicy: { clientNamespaces: { 'rabbitmq-client': null, team: 'shop' } } }],
  'networkPolicy.kubeAPIServerPorts': [[443, '8443'], { networkPolicy: { apiServerPorts: [443, 8443] } }],
  'networkPolicy.extraIngress': [
    [
      { ports: [{ port: 5672 }, { port: 15672 }], from: [{ ipBlock: { cidr: '192.0.2.0/24' } }] },
      { ports: [{ port: 15672 }], from: [{ podSelector: { matchLabels: { a: 'b' } } }] },
    ],
    {
      networkPolicy: {
        managementFrom: [{ ipBlock: { cidr: '192.0.2.0/24' } }, { podSelector: { matchLabels: { a: 'b' } } }], clientCidrs: ['192.0.2.0/24'],
      },
    },
  ],
  'networkPolicy.extraEgress': [
    [{ ports: [{ port: 636, protocol: 'TCP' }], to: [{ ipBlock: { cidr: '192.0.2.10/32' } }] }, { ports: [{ port: 53, protocol: 'UDP' }], to: [] }],
    { networkPolicy: { allowTo: [{ to: [{ ipBlock: { cidr: '192.0.2.10/32' } }], ports: [636] }] } }, /left out a rule/,
  ],
  'metrics.enabled': [
    true, { podAnnotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '15692' } }, /^metrics\.podAnnotations: metrics are at port 15692/,
  ],
  'metrics.podAnnotations': [
    { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '{{ .Values.service.ports.metrics }}', team: 'mq' },
    { podAnnotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '15692', team: 'mq' } }, /15692/, { metrics: { enabled: true } },
  ],
  'metrics.serviceMonitor.enabled': [true, { serviceMonitor: { enabled: true } }, undefined, { metrics: { enabled: true } }],
  'metrics.serviceMonitor.default.enabled': [true, { serviceMonitor: { enabled: true } }],
  'metrics.serviceMonitor.perObject.enabled': [true, { serviceMonitor: { enabled: true, perObject: true } }],
  'metrics.serviceMonitor.detailed.enabled': [true, { serviceMonitor: { enabled: true } }, /perObject adds all others/],
  'metrics.serviceMonitor.detailed.family': [
    ['queue_coarse_metrics'], { serviceMonitor: { enabled: true } }, undefined, { metrics: { serviceMonitor: { detailed: { enabled: true } } } },
  ],
  'metrics.serviceMonitor.detailed.vhost': [
    ['shop'], { serviceMonitor: { enabled: true } }, /all virtual hosts/,
    { metrics: { serviceMonitor: { detailed: { enabled: true, family: ['queue_coarse_metrics'] } } } },
  ],
  'metrics.serviceMonitor.interval': ['15s', { serviceMonitor: { interval: '15s' } }],
  'metrics.serviceMonitor.default.interval': [
    '1m', { serviceMonitor: { enabled: true, interval: '60s' } }, undefined, { metrics: { serviceMonitor: { default: { enabled: true }, interval: '5s' } } },
  ],
  'metrics.serviceMonitor.perObject.interval': [
    '1m30s', { serviceMonitor: { enabled: true, perObject: true, interval: '90s' } }, undefined,
    { metrics: { serviceMonitor: { perObject: { enabled: true } } } },
  ],
  'metrics.serviceMonitor.detailed.interval': ['1m', {}],
  'metrics.serviceMonitor.scrapeTimeout': ['10s', { serviceMonitor: { timeout: '10s' } }],
  'metrics.serviceMonitor.default.scrapeTimeout': ['20s', { serviceMonitor: { timeout: '20s' } }],
  'metrics.serviceMonitor.perObject.scrapeTimeout': ['20s', {}],
  'metrics.serviceMonitor.detailed.scrapeTimeout': ['20s', {}],
  'metrics.serviceMonitor.path': ['/metrics/per-object', { serviceMonitor: { perObject: true } }],
  'metrics.serviceMonitor.labels': [{ release: 'prometheus' }, { serviceMonitor: { labels: { release: 'prometheus' } } }],
  'metrics.prometheusRule.enabled': [true, { prometheusRule: { enabled: true } }],
  'metrics.prometheusRule.additionalLabels': [{ release: 'prometheus' }, { serviceMonitor: { labels: { release: 'prometheus' } } }],
  'metrics.prometheusRule.rules': [
    [ALERT, { record: 'a', expr: 'b' }, { alert: 'Template', expr: 'up{job="{{ .Release.Name }}"} == 0' }],
    {
      prometheusRule: {
        additional: [{
          name: 'Down', expr: 'up == 0', severity: 'critical', summary: 'down on {{ $labels.instance }}', description: 'x', for: '90s',
          runbookUrl: 'https://example.com/down', labels: { team: 'mq' },
        }],
      },
    },
    /Down: its severity is critical instead of error[^]*recording rule[^]*Template: is a template/,
  ],
  'ingress.enabled': [true, { ingress: { enabled: true, host: 'rabbitmq.local', allowPlain: true } }, /plain text/],
  'ingress.hostname': ['mq.example.com', {}],
  'ingress.ingressClassName': ['nginx', {}],
  'ingress.annotations': [{ a: 'b' }, {}],
  'ingress.tls': [true, {}],
  'ingress.existingSecret': ['ui', {}],
  'ingress.extraHosts': [[{ name: 'b.example.com' }], {}, /write an Ingress/],
  'ingress.extraTls': [[{ hosts: ['b.example.com'] }], {}, /write an Ingress/],
  httpRoute: [
    { enabled: true, parentRefs: [{ name: 'public', namespace: 'edge', sectionName: 'https' }], hostnames: ['mq.example.com'], annotations: { a: 'b' } },
    {
      gateway: {
        name: 'public', namespace: 'edge', management: { enabled: true, host: 'mq.example.com', sectionName: 'https', annotations: { a: 'b' } },
      },
    },
    /gateway\.allowFrom/,
  ],
};
