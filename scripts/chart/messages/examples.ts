import { FOLLOWED_SETTINGS } from '../../../lib/cluster/rules/advanced-config';
import { TOPOLOGY_ERRORS, TOPOLOGY_WARNINGS } from './topology-examples';

/** Values about which the library says something. */
export interface Example {
  readonly values: object;
  /** The texts of the message that depend on the values, in the order of the template's arguments. */
  readonly args?: readonly string[];
  /** The name of the library's warning. */
  readonly id?: string;
  /** What is said instead, where the library's message names what values don't have. */
  readonly says?: string;
}

const HOST = { enabled: true, host: 'mq.example.com' };
const BUCKET = { enabled: true, destination: { s3: { bucket: 'pail', credentials: 'login' } } };
const production = { production: true };
const conf = (configuration: object): object => ({ configuration });
const login = (authentication: object): object => ({ authentication });
const DOWNLOAD = { name: 'rabbitmq_delayed_message_exchange', url: 'https://mirror.example.com/plugins/delayed-4.3.0.ez', sha256: 'aB'.repeat(32) };
const alerts = (prometheusRule: object): object => ({ prometheusRule: { enabled: true, ...prometheusRule } });
const ALERT = { name: 'Mine', expr: 'up == 0', severity: 'warning', summary: 'down' };
const OAUTH2 = { enabled: true, resourceServerId: 'rabbitmq' };
const ISSUER = 'https://id.example.com';
const LDAP = { enabled: true, servers: ['ldap.example.com'], authority: 'directory' };
const gateway = (more: object): { readonly gateway: object } => ({ gateway: { name: 'public', ...more } });
const GATEWAY_HOST = { enabled: true, host: 'mq.example.com' };

/** By the name of the warning. */
export const WARNINGS: Readonly<Record<string, Example>> = {
  ...TOPOLOGY_WARNINGS,
  'image-floating': { values: { image: { tag: '4.3-management' } }, args: ['"rabbitmq:4.3-management"'] },
  'image-alpine': {
    values: { cluster: production, image: { tag: '4.3.6-management-alpine' } }, args: ['"rabbitmq:4.3.6-management-alpine"'],
  },
  'plain-in-production': { values: { cluster: production } },
  'plain-ports-in-production': { id: 'plain-in-production', values: { cluster: production, tls: { enabled: true } } },
  'inter-node-plain-in-production': { values: { cluster: production } },
  'inter-node-plain-beside-tls': { id: 'inter-node-plain-in-production', values: { cluster: production, tls: { enabled: true } } },
  'memory-request-below-limit': { values: { resources: { requests: { memory: '1200M' } } }, args: ['"1200M"', '"2Gi"'] },
  'memory-small': { values: { cluster: production }, args: ['"2Gi"'] },
  'cpu-single': { values: { cluster: production, resources: { limits: { cpu: '1500m' } } }, args: ['"1500m"'] },
  'cpu-few': { values: { cluster: production }, args: ['"500m"'] },
  'disk-limit-low': {
    values: { persistence: { size: '3Gi' } }, args: ['rabbitmq.conf "disk_free_limit.absolute"', '805306368', '768 MiB', '983 MiB', '"3Gi"'],
  },
  'disk-limit-low-chosen': {
    id: 'disk-limit-low', values: conf({ 'disk_free_limit.absolute': '100MB' }),
    args: ['configuration "disk_free_limit.absolute"', '100MB', '95.4 MiB', '983 MiB'],
  },
  'disk-limit-twice': {
    values: conf({ 'disk_free_limit.absolute': '2GB', 'disk_free_limit.relative': 1.5 }),
    args: ['configuration "disk_free_limit.absolute"', '2GB', 'configuration "disk_free_limit.relative"', '1.5'],
  },
  'watermark-high': {
    values: conf({ 'vm_memory_high_watermark.absolute': '1600MiB' }), args: ['configuration "vm_memory_high_watermark.absolute"', '1600MiB', '1.6 GiB', '2 GiB'],
  },
  'watermark-unusual': {
    values: conf({ 'vm_memory_high_watermark.relative': 0.35 }), args: ['configuration "vm_memory_high_watermark.relative"', '0.35'],
  },
  'watermark-twice': {
    values: conf({ 'vm_memory_high_watermark.absolute': '1GB', 'vm_memory_high_watermark.relative': 0.5 }),
    args: ['configuration "vm_memory_high_watermark.absolute"', '1GB', 'configuration "vm_memory_high_watermark.relative"', '0.5'],
  },
  'wal-large': {
    values: conf({ 'quorum_queue.wal_max_size_bytes': 536_870_912 }),
    args: ['configuration "quorum_queue.wal_max_size_bytes"', '536870912', '983 MiB', '327.7 MiB'],
  },
  'network-plugin-downloads': {
    values: { pluginDownloads: [DOWNLOAD] }, args: ['"rabbitmq_delayed_message_exchange"', 'mirror.example.com'],
  },
  'per-object-expensive': { values: { serviceMonitor: { enabled: true, perObject: true } } },
  'alert-not-here': {
    values: { prometheusRule: { enabled: true, changes: { RabbitMQCertificateExpiring: { severity: 'info' } } } }, args: ['RabbitMQCertificateExpiring', '"rabbitmq-cluster"'],
  },
  'ldap-everything': { values: login({ ldap: { ...LDAP, authorization: 'ldap' } }) },
  'ldap-plain': { values: login({ ldap: { ...LDAP, tls: 'none', authority: '' } }) },
  'definitions-login': {
    id: 'definitions-replace-administrator', values: { definitions: { existingSecret: 'definitions' }, configuration: { default_vhost: 'shop' } },
    args: ['"rabbitmq-cluster-credentials"', '"admin"', '"shop"'],
  },
  'definitions-user': {
    id: 'definitions-replace-administrator',
    values: { definitions: { existingSecret: 'definitions' }, credentials: { existingSecret: 'login' }, configuration: { default_vhost: 'shop' } },
    args: ['"login"', '"shop"'],
  },
  'storage-ephemeral': { values: { persistence: { enabled: false } } },
  'disruption-budget-missing': { values: { podDisruptionBudget: { enabled: false } }, args: ['3'] },
  'replicas-even': { values: { cluster: { replicaCount: 4 } }, args: ['4', '3', '5'] },
  'partitions-ignored': {
    values: { image: { tag: '4.1.8-management' }, configuration: { cluster_partition_handling: 'ignore' } }, args: ['3'],
  },
  'partitions-pause-both': { values: { image: { tag: '4.1.8-management' }, cluster: { replicaCount: 2 } } },
  'replicas-single': { values: { cluster: { ...production, replicaCount: 1 } } },
  'nodes-shared': { values: { scheduling: { nodeSpread: 'none' } }, args: ['3'] },
  'plain-ports-outside': { values: { service: { type: 'LoadBalancer' } }, args: ['LoadBalancer'] },
  'plain-ports-beside-tls-outside': {
    id: 'plain-ports-outside', values: { service: { type: 'LoadBalancer' }, tls: { enabled: true } }, args: ['LoadBalancer'],
  },
  'image-without-digest': { values: { cluster: production }, args: ['"rabbitmq:4.3.6-management"'] },
  'metrics-outside': { values: { service: { type: 'LoadBalancer' } }, args: ['LoadBalancer'] },
  'service-node-port-range': { values: { service: { type: 'NodePort', nodePorts: { amqp: 5672 } } }, args: ['"amqp": 5672'] },
  'network-everybody': { values: { cluster: production, networkPolicy: { clientCidrs: ['0.0.0.0/0'] } } },
  'network-everybody-management': {
    id: 'network-everybody', values: { cluster: production, networkPolicy: { managementFrom: [{ ipBlock: { cidr: '0.0.0.0/0' } }] } },
  },
  'autoscaler-fixed': { values: { hpa: { enabled: true, minReplicas: 5, maxReplicas: 5 } }, args: ['5'] },
  'backup-unencrypted': { values: { backup: BUCKET }, args: ['"pail"'] },
  'backup-unencrypted-volume': { id: 'backup-unencrypted', values: { cluster: production, backup: { enabled: true, credentials: 'login' } } },
  'backup-plain-storage': {
    values: { backup: { ...BUCKET, destination: { s3: { ...BUCKET.destination.s3, endpoint: 'http://minio' } } } }, args: ['"http://minio"'],
  },
  'backup-suspended': { values: { cluster: production, backup: { enabled: true, suspend: true } }, args: ['"rabbitmq-cluster"'] },
  'client-certificates-not-asked': {
    values: { image: { tag: '4.0.9-management' }, plugins: ['rabbitmq_web_mqtt'], tls: { enabled: true, clientCertificates: 'required' } },
    args: ['4.0.9', '15676', 'web-mqtt-tls'],
  },
  'certificate-server-name-unknown': {
    values: { tls: { enabled: true, existingSecret: 'public', publiclyTrusted: true } }, args: ['"rabbitmq-cluster"'],
  },
  'management-plain': { values: { ingress: HOST }, args: ['mq.example.com'] },
  'management-backend-unverified': { values: { tls: { enabled: true, only: true }, ingress: { ...HOST, allowPlain: true } } },
  'management-traefik-trust': {
    values: { tls: { enabled: true, only: true }, ingress: { ...HOST, controller: 'traefik', allowPlain: true } }, args: ['"rabbitmq-cluster-tls"'],
  },
  'gateway-not-let-in': { id: 'outside-not-let-in', values: gateway({ management: GATEWAY_HOST }) },
  'route-not-let-in': { id: 'outside-not-let-in', values: gateway({ routes: [{ port: 'amqp', allowPlain: true }] }), args: ['0'] },
  'route-plain': { id: 'plain-outside', values: gateway({ routes: [{ port: 'amqp' }] }), args: ['0', '"amqp"'] },
  'route-management': {
    id: 'management-outside', values: gateway({ routes: [{ port: 'prometheus', allowPlain: true }] }), args: ['0', '"prometheus"'],
  },
  'outside-not-let-in': { values: { ingress: { ...HOST, controller: '', allowPlain: true } } },
};

/** What the chart replaces by a safe value. */
export const CORRECTIONS: Readonly<Record<string, Example>> = {
  minReplicas: { values: { hpa: { enabled: true, minReplicas: 4 } }, args: ['4', '5'] },
  maxReplicas: { values: { hpa: { enabled: true, maxReplicas: 8 } }, args: ['8', '7'] },
  replicaCount: { values: { cluster: { replicaCount: 7 }, hpa: { enabled: true } }, args: ['7'] },
  port: { values: { serviceMonitor: { enabled: true, port: 'metrics' } }, args: ['"metrics"'] },
};

/** What depends on the meaning of keys of `configuration`, which templates don't know. */
export const NOT_TOLD = [
  'configuration-file-missing', 'configuration-key-twice', 'configuration-variable-missing', 'guest-remote', 'ldap-log-passwords', 'anonymous-login',
  'mqtt-anonymous', 'stomp-default-user', 'auth-backend-unknown', 'definitions-imported-at-each-boot', 'memory-key-without-effect', 'queue-master-locator',
  'wal-key-without-effect', 'socket-buffer-fixed', 'frame-size-changed', 'deprecated-feature-permitted', 'password-in-environment', 'consumer-timeout-short', 'configuration-key-of-disabled-plugin', 'heartbeat-low', 'message-size-large', 'queues-not-replicated', 'tls-version-obsolete', 'secret-in-env-config', 'secret-in-annotation',
  // what depends on several objects of a topology, and on what regular expressions match
  'queue-unreached', 'dead-letters-unrouted', 'queue-argument-misspelled', 'dead-letters-unsafe', 'policy-without-effect', 'policy-shadowed', 'policy-key-without-effect',
  'policy-dead-letters-unsafe', 'policy-below-argument', 'policy-dead-letters-without-exchange', 'dead-letter-queue-undeclared', 'topic-permission-ignored', 'topic-permission-binding-key',
];

const EXPORTER_NAME = 'a'.repeat(49);
const CRON_JOB_NAME = 'a'.repeat(46);
const TOLERATION = { key: 'a', operator: 'Exists', value: 'b' };

const env = (name: string): object => ({ pod: { env: [{ name, value: 'x' }] } });
const container = (name: string, more: object = {}): object => ({ name, image: 'busybox:1.37', ...more });
const mount = (name: string, mountPath: string): object =>
  ({ pod: { volumes: [{ name: 'extra', emptyDir: {} }], volumeMounts: [{ name, mountPath }] } });

const PODS: Readonly<Record<string, Example>> = {
  'env-own': { values: env('RABBITMQ_NODENAME'), args: ['"RABBITMQ_NODENAME"'] },
  'env-twice': { values: { pod: { env: [{ name: 'A', value: '1' }, { name: 'A', value: '2' }] } }, args: ['"A"'] },
  'env-of-configuration': {
    values: env('RABBITMQ_NODE_PORT'), args: ['"RABBITMQ_NODE_PORT"', 'Remove it, and set "listeners.tcp.default" in configuration'],
  },
  'env-of-data': {
    values: { pod: { env: [{ name: 'RABBITMQ_MNESIA_DIR', value: '/data' }] } }, args: ['"RABBITMQ_MNESIA_DIR"', '"/data"'],
  },
  'env-of-tls': {
    values: { ...env('RABBITMQ_CTL_ERL_ARGS'), tls: { enabled: true } }, args: ['"RABBITMQ_CTL_ERL_ARGS"'],
  },
  'env-of-ipv6': { values: { ...env('RABBITMQ_CTL_ERL_ARGS'), ipv6: true }, args: ['"RABBITMQ_CTL_ERL_ARGS"'] },
  'env-of-scaling': { values: env('RABBITMQ_SERVER_START_ARGS'), args: ['"RABBITMQ_SERVER_START_ARGS"'] },
  'env-refused': { values: env('RABBITMQ_VM_MEMORY_HIGH_WATERMARK'), args: ['"RABBITMQ_VM_MEMORY_HIGH_WATERMARK"'] },
  'container-twice': { values: { pod: { sidecars: [container('setup')] } }, args: ['sidecars', '"setup"'] },
  'container-mount-missing': {
    values: { pod: { sidecars: [container('log', { volumeMounts: [{ name: 'none', mountPath: '/none' }] })] } },
    args: ['sidecars', '"log"', '"none" at /none'],
  },
  'volume-twice': { values: { pod: { volumes: [{ name: 'logs', emptyDir: {} }] } }, args: ['"logs"'] },
  'mount-volume-missing': { values: mount('none', '/none'), args: ['"none" at /none'] },
  'mount-hides-configuration': { values: mount('extra', '/etc'), args: ['"extra" at /etc'] },
  'mount-path-twice': { values: mount('extra', '/tmp'), args: ['"extra" at /tmp'] },
  'mount-inside-read-only': { values: mount('extra', '/etc/rabbitmq/conf.d/more'), args: ['"extra" at /etc/rabbitmq/conf.d/more'] },
  'service-account-name': { values: { serviceAccount: { create: false } } },
  'service-account-annotations': {
    values: { serviceAccount: { create: false, name: 'mine', annotations: { a: 'b' } } }, args: ['"mine"'],
  },
};

const tls = (more: object): object => ({ tls: { enabled: true, ...more } });

const TLS: Readonly<Record<string, Example>> = {
  'client-authority-unused': { values: tls({ clientAuthority: 'clients' }) },
  'client-depth-unused': { values: tls({ clientCertificateDepth: 2 }) },
  'client-authority-missing': {
    values: tls({ existingSecret: 'public', publiclyTrusted: true, serverName: 'mq.example.com', clientCertificates: 'required' }), args: ['required'],
  },
  'inter-node-authority-missing': {
    values: tls({ existingSecret: 'public', publiclyTrusted: true, serverName: 'mq.example.com', interNode: true }),
    says: 'tls.interNode is true, but a public authority signs the certificate, and brokers need an authority to verify each other. Set tls.interNodeSecret',
  },
  'inter-node-names-missing': { values: tls({ internalNames: false, dnsNames: ['mq.example.com'], interNode: true }) },
  'server-name-missing': {
    values: tls({ internalNames: false }),
    says: 'the certificate is for no Service and no pod, and tls.dnsNames has no host without "*". '
      + 'Add the host that clients connect to, such as "mq.example.com"',
  },
  'server-name': { values: tls({ serverName: 'mq.example.com', dnsNames: ['other.example.com'], internalNames: false }), args: ['"mq.example.com"', 'other.example.com'] },
  'cipher-of-version': {
    values: tls({ versions: ['tlsv1.2'], ciphers: ['TLS_AES_256_GCM_SHA384', 'AES128-SHA'] }), args: ['"TLS_AES_256_GCM_SHA384"', 'TLS 1.3', 'tlsv1.2', 'tlsv1.3'],
  },
  'cipher-missing': { values: tls({ ciphers: ['TLS_AES_256_GCM_SHA384'] }), args: ['TLS 1.2', 'tlsv1.2', 'ECDHE-ECDSA-AES256-GCM-SHA384'] },
};

const SERVICES: Readonly<Record<string, Example>> = {
  'service-outside-only': { values: { service: { externalTrafficPolicy: 'Local' } }, args: ['Local', 'ClusterIP'] },
  'service-load-balancer-only': {
    values: { service: { loadBalancerClass: 'example.com/internal' } }, args: ['loadBalancerClass', '"example.com/internal"', 'ClusterIP'],
  },
  'node-port-of-cluster-ip': { values: { service: { nodePorts: { amqp: 30672 } } }, args: ['"amqp": 30672'] },
  'node-port-name': {
    values: { service: { type: 'NodePort', nodePorts: { mqtt: 31883 } } }, args: ['"mqtt": 31883', 'amqp, management, prometheus'],
  },
  'node-port-twice': {
    values: { service: { type: 'NodePort', nodePorts: { amqp: 30672, management: 30672 } } },
    says: 'service.nodePorts has "management": 30672, which another port has too. Use another number',
    args: ['"management": 30672'],
  },
  'service-without-ip-family': { values: { ipv6: true, service: { ipFamilies: ['IPv4'] } }, args: ['IPv4'] },
  'service-ip-families': {
    values: { service: { ipFamilies: ['IPv4', 'IPv6'] } }, args: ['IPv4, IPv6', 'SingleStack'],
  },
};

const AUTHENTICATION: Readonly<Record<string, Example>> = {
  'oauth2-resource-server': { values: login({ oauth2: { ...OAUTH2, resourceServerId: '', issuer: ISSUER } }) },
  'oauth2-keys-missing': { values: login({ oauth2: OAUTH2 }) },
  'oauth2-keys-secret-missing': { values: login({ oauth2: { ...OAUTH2, signingKeys: [{ id: 'a', key: 'a.pem' }] } }) },
  'oauth2-keys-secret-unused': { values: login({ oauth2: { ...OAUTH2, issuer: ISSUER, signingKeysSecret: 'keys' } }), args: ['"keys"'] },
  'oauth2-client': { values: login({ oauth2: { ...OAUTH2, issuer: ISSUER, management: { enabled: true } } }) },
  'oauth2-provider-missing': { values: login({ oauth2: { ...OAUTH2, jwksUrl: ISSUER, management: { enabled: true, clientId: 'ui' } } }) },
  'ldap-servers': { values: login({ ldap: { ...LDAP, servers: [] } }) },
  'ldap-authority-unused': { values: login({ ldap: { ...LDAP, tls: 'none' } }) },
  'ldap-authority-missing': { values: login({ ldap: { ...LDAP, authority: '' } }) },
  'ldap-queries-unused': { values: login({ ldap: { ...LDAP, authorization: 'internal', queries: { tags: '[]' } } }) },
  'ldap-lookup-attribute': { values: login({ ldap: { ...LDAP, lookup: { baseDn: 'dc=example' } } }) },
  'ldap-lookup-base': { values: login({ ldap: { ...LDAP, lookup: { attribute: 'uid' } } }) },
  'ldap-bind-password': { values: login({ ldap: { ...LDAP, lookup: { attribute: 'uid', baseDn: 'dc=example', bindDn: 'cn=a' } } }) },
  'ldap-bind-dn': { values: login({ ldap: { ...LDAP, lookup: { attribute: 'uid', baseDn: 'dc=example', bindPassword: 'a' } } }) },
  'authentication-release': {
    values: { ...login({ oauth2: { ...OAUTH2, issuer: ISSUER } }), image: { tag: '3.12.14-management' } },
    args: ['authentication.oauth2.issuer', 'RabbitMQ 3.13.0 or newer', '3.12.14'],
  },
  'internal-users-missing': {
    values: { ...conf({ 'auth_backends.1': 'ldap' }), plugins: ['rabbitmq_auth_backend_ldap'] },
    says: 'configuration "auth_backends.1" exclude internal users, including the administrator: nobody can log in if the other backends fail. Add "internal"',
    args: ['configuration "auth_backends.1"'],
  },
  'basic-login-off': {
    values: conf({ 'management.disable_basic_auth': true }),
    says: 'configuration "management.disable_basic_auth" is true: the administrator and the platform users can\'t log in to the management API. Remove it',
    args: ['configuration "management.disable_basic_auth"'],
  },
  'auth-mechanism-plugin': {
    values: conf({ 'auth_mechanisms.1': 'EXTERNAL' }), says: 'auth_mechanisms has EXTERNAL, which needs rabbitmq_auth_mechanism_ssl. Add it to plugins',
  },
  'external-without-certificates': { values: { ...conf({ 'auth_mechanisms.1': 'EXTERNAL' }), plugins: ['rabbitmq_auth_mechanism_ssl'] } },
};

const MONITORING: Readonly<Record<string, Example>> = {
  'scrape-timeout': { values: { serviceMonitor: { enabled: true, interval: '30s', timeout: '45s' } }, args: ['45', '30'] },
  'alert-unknown': {
    values: alerts({ changes: { Backlogs: {} } }), says: 'prometheusRule.changes has "Backlogs", which is not a built-in alert. docs/monitoring.md lists them', args: ['"Backlogs"'],
  },
  'alert-threshold': {
    values: alerts({ changes: { RabbitMQMemoryAlarm: { threshold: 71 } } }), args: ['RabbitMQMemoryAlarm', '71'],
  },
  'alert-exists': { values: alerts({ additional: [{ ...ALERT, name: 'RabbitMQBacklog' }] }), args: ['"RabbitMQBacklog"'] },
  'alert-label': { values: alerts({ labels: { severity: 'high' } }), args: ['prometheusRule.labels', '"severity"'] },
  'plugin-unknown': {
    values: { plugins: ['rabbitmq_delayed_message_exchange'] },
    says: 'plugins has "rabbitmq_delayed_message_exchange", which RabbitMQ does not ship. Name it in communityPlugins if the image contains it, or in pluginDownloads with its URL',
    args: ['"rabbitmq_delayed_message_exchange"'],
  },
  'plugin-download-shipped': { values: { pluginDownloads: [{ ...DOWNLOAD, name: 'rabbitmq_mqtt' }] }, args: ['"rabbitmq_mqtt"'] },
  'plugin-download-twice': { values: { pluginDownloads: [DOWNLOAD, DOWNLOAD] }, args: ['"rabbitmq_delayed_message_exchange"'] },
};

const GATEWAY: Readonly<Record<string, Example>> = {
  'gateway-name': { values: { gateway: { management: GATEWAY_HOST } } },
  'gateway-and-ingress': { values: { ...gateway({ management: GATEWAY_HOST }), ingress: HOST } },
  'gateway-host': { values: gateway({ management: { enabled: true } }), args: ['""'] },
  'gateway-authority-missing': {
    values: { ...gateway({ management: GATEWAY_HOST }), tls: { enabled: true, only: true } }, args: ['"rabbitmq-cluster-tls"'],
  },
  'route-port': {
    values: gateway({ routes: [{ port: 'amqps', hosts: ['mq.example.com'] }] }),
    says: 'gateway.routes[0] has "amqps", but there are the ports amqp, management, prometheus. Use one of those, or enable its plugin or tls.enabled',
    args: ['0', '"amqps"', 'amqp, management, prometheus'],
  },
  'route-twice': { values: gateway({ routes: [{ port: 'amqp' }, { port: 'amqp' }] }), args: ['"amqp"'] },
  'route-hosts-missing': { values: { ...gateway({ routes: [{ port: 'amqps' }] }), tls: { enabled: true } }, args: ['0', 'amqps'] },
  'route-hosts-unused': {
    values: gateway({ routes: [{ port: 'amqp', hosts: ['mq.example.com'] }] }), args: ['0', 'mq.example.com', 'amqp'],
  },
  'route-plain': { values: { ...gateway({ routes: [{ port: 'amqp' }] }), cluster: production }, args: ['0', '"amqp"'] },
  'route-host': {
    values: { ...gateway({ routes: [{ port: 'amqps', hosts: ['1.2'] }] }), tls: { enabled: true } }, args: ['0', '"1.2"'],
  },
};

/** What is refused, beyond the schema. */
export const ERRORS: Readonly<Record<string, Example>> = {
  'image-release': {
    values: { image: { tag: '4.3.1-management', release: '4.2.3' } }, args: ['"rabbitmq:4.3.1-management"', '4.3.1', '4.2.3'],
  },
  'image-layout': { values: { image: { repository: 'bitnamilegacy/rabbitmq' } }, args: ['"bitnamilegacy/rabbitmq:4.3.6-management"'] },
  enabled: {
    values: { enabled: false },
    says: 'enabled is false, which only the condition of a parent chart reads. Remove it, or set cluster.enabled to false',
  },
  ...PODS,
  ...SERVICES,
  ...TLS,
  ...GATEWAY,
  ...MONITORING,
  ...AUTHENTICATION,
  ...TOPOLOGY_ERRORS,
  'memory-unit': { values: { resources: { requests: { memory: '512' } } }, args: ['requests', '"512"', '512 B'] },
  'memory-small': {
    values: { resources: { limits: { memory: '400Mi' } } }, args: ['"400Mi"', '400 MiB', '320 MiB', '192 MiB', '208 MiB', '493Mi'],
  },
  'memory-small-by-watermark': {
    values: { resources: { limits: { memory: '480Mi' } }, ...conf({ 'vm_memory_high_watermark.absolute': '300MiB' }) },
    args: ['"480Mi"', '480 MiB', '384 MiB', '300 MiB', '180 MiB'],
  },
  'memory-override-above-limit': {
    values: conf({ total_memory_available_override_value: 3_221_225_472 }), args: ['configuration "total_memory_available_override_value"', '3221225472', '2 GiB'],
  },
  'watermark-above-limit': {
    values: conf({ 'vm_memory_high_watermark.absolute': '3GiB' }), args: ['configuration "vm_memory_high_watermark.absolute"', '3GiB', '3 GiB', '2 GiB'],
  },
  'disk-limit-above-volume': {
    values: conf({ 'disk_free_limit.absolute': '20GiB' }), args: ['configuration "disk_free_limit.absolute"', '20GiB', '20 GiB', '"10Gi"'],
  },
  'cpu-request': { values: { resources: { requests: { cpu: '3' } } }, args: ['"3"', '"2"'] },
  'memory-request': { values: { resources: { requests: { memory: '3Gi' } } }, args: ['"3Gi"', '"2Gi"'] },
  'storage-size': { values: { persistence: { size: '10' } }, args: ['"10"', '10 B'] },
  schedule: {
    values: { backup: { enabled: true, schedule: '60 3 * * *' } }, args: ['"60 3 * * *"', 'minute', '"60"', '0 to 59', '0-59'],
  },
  'backup-size': { values: { backup: { enabled: true, destination: { volume: { size: '5' } } } }, args: ['"5"', '5 B'] },
  'storage-ephemeral': { values: { cluster: production, persistence: { enabled: false } } },
  'disruption-budget-missing': { values: { cluster: production, podDisruptionBudget: { enabled: false } }, args: ['3'] },
  'inter-node-without-tls': { values: { tls: { interNode: true } } },
  'tls-only-without-tls': { values: { tls: { only: true } } },
  username: { values: { credentials: { username: 'guest' } } },
  'username-twice': { values: { credentials: { username: 'bob', existingSecret: 'mine' } }, args: ['"bob"', '"mine"'] },
  'pod-label': { values: { podLabels: { app: 'other' } }, args: ['"app"'] },
  'common-label': { values: { commonLabels: { app: 'other' } }, args: ['"app"'] },
  'pod-annotation': {
    values: { podAnnotations: { 'cdk8s-rabbitmq/configuration-checksum': 'x' } }, args: ['"cdk8s-rabbitmq/configuration-checksum"'],
  },
  toleration: { values: { scheduling: { tolerations: [TOLERATION] } }, args: [JSON.stringify(TOLERATION)] },
  'exporter-name': {
    values: { cluster: { name: EXPORTER_NAME }, exporter: { enabled: true } },
    says: `cluster.name is "${EXPORTER_NAME}", too long for the Job that creates the user of monitoring: with exporter.enabled, 48 characters are the most`,
    args: [EXPORTER_NAME],
  },
  'cron-job-name': { values: { cluster: { name: CRON_JOB_NAME }, backup: { enabled: true, credentials: 'login' } }, args: [CRON_JOB_NAME] },
  'backup-destinations': {
    values: { backup: { enabled: true, destination: { claim: { name: 'disk' }, s3: { bucket: 'pail', credentials: 'login' } } } },
    args: ['"disk"', '"pail"'],
  },
  'backup-bucket-credentials': { values: { backup: { enabled: true, destination: { s3: { bucket: 'pail' } } } }, args: ['"pail"'] },
  'plugin-release': {
    values: { image: { tag: '4.0.9-management' }, plugins: ['rabbitmq_queue_federation'] },
    args: ['"rabbitmq_queue_federation"', '4.2.0', '4.0.9'],
  },
  'advanced-secret': { values: { advancedConfiguration: '[{rabbit, [{default_pass, <<"x">>}]}].' } },
  'advanced-listeners': { values: { advancedConfiguration: '[{rabbit, [{tcp_listeners, [5680]}]}].' }, args: ['"tcp_listeners"'] },
  ...Object.fromEntries(Object.keys(FOLLOWED_SETTINGS).map(key => [`advanced-rabbit-${key}`, { values: { advancedConfiguration: `[{rabbit, [{${key}, []}]}].` } }])),
  'advanced-syntax': { values: { advancedConfiguration: '[{rabbit, []}]' } },
  'ingress-host': { values: { ingress: { enabled: true } }, args: ['""'] },
  'management-authority-with-key': {
    values: { tls: { enabled: true, existingSecret: 'certificate' }, ingress: { ...HOST, controllerAuthority: 'certificate', allowPlain: true } }, args: ['"certificate"'],
  },
  'ingress-issuers': { values: { ingress: { ...HOST, tls: { issuer: 'a', clusterIssuer: 'b' } } } },
  'ingress-plain': { values: { cluster: production, ingress: HOST }, args: ['mq.example.com'] },
  'hpa-range': { values: { hpa: { enabled: true, minReplicas: 7, maxReplicas: 5 } }, args: ['5', '7'] },
  'configuration-line': {
    values: { rabbitmqConf: 'heartbeat: 30\n' }, args: ['rabbitmqConf line 1 is "heartbeat: 30"'],
  },
  'configuration-secret': {
    values: conf({ 'auth_ldap.dn_lookup_bind.password': 'x' }), args: ['configuration "auth_ldap.dn_lookup_bind.password"'],
  },
  'default-vhost-variable': { values: conf({ default_vhost: '$(A)' }), args: ['configuration "default_vhost"', '$(A)'] },
  'certificate-ip': { values: tls({ dnsNames: ['10.0.0.5'] }), args: ['"10.0.0.5"'] },
  'configuration-quotes': {
    values: { ...conf({ default_vhost: '\'a\'' }), image: { tag: '3.12.14-management' } }, args: ['configuration "default_vhost"', '3.12.14'],
  },
  'auth-backend-plugin': {
    values: conf({ 'auth_backends.1': 'ldap' }),
    says: 'configuration "auth_backends.1" is ldap, which needs rabbitmq_auth_backend_ldap. Add the plugin to plugins',
    args: ['configuration "auth_backends.1"', 'is ldap', 'rabbitmq_auth_backend_ldap'],
  },
  'consumer-timeout': { values: conf({ consumer_timeout: 59_999 }), args: ['configuration "consumer_timeout"', '59999'] },
  'configuration-value': {
    values: conf({ channel_max: 'many' }), args: ['configuration "channel_max"', 'many', 'an integer from 0 to 65535'],
  },
  'configuration-derived': {
    values: conf({ 'management.path_prefix': '/mq' }),
    says: 'configuration "management.path_prefix" is set, but more than rabbitmq.conf depends on it. Leave it out, or use the constructs, which follow it',
    args: ['configuration "management.path_prefix"'],
  },
  'configuration-key': {
    values: conf({ chanel_max: 128 }),
    says: 'configuration "chanel_max" is no key of RabbitMQ 4.3: see https://www.rabbitmq.com/docs/configure',
    args: ['configuration "chanel_max"', '4.3'],
  },
};
