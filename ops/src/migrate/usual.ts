import { isEmpty, isMap } from './draft';

/** What keys without a counterpart are where nobody changed them, other than empty or false. */
const USUAL: Readonly<Record<string, unknown>> = {
  clusterDomain: 'cluster.local',
  enableServiceLinks: true,
  usePasswordFiles: true,
  automountServiceAccountToken: true,
  'auth.securePassword': true,
  'auth.tls.failIfNoPeerCert': true,
  'auth.tls.sslOptionsVerify': 'verify_peer',
  logs: '-',
  ulimitNofiles: '65535',
  queue_leader_locator: 'balanced',
  'clustering.enabled': true,
  'clustering.addressType': 'hostname',
  'clustering.partitionHandling': 'autoheal',
  terminationGracePeriodSeconds: 120,
  containerPorts: { amqp: 5672, amqpTls: 5671, dist: 25672, manager: 15672, epmd: 4369, metrics: 9419 },
  tcpListenOptions: {
    enabled: true,
    backlog: 128,
    nodelay: true,
    linger: { lingerOn: true, timeout: 0 },
    keepalive: false,
  },
  podManagementPolicy: 'OrderedReady',
  'updateStrategy.type': 'RollingUpdate',
  'global.compatibility.openshift.adaptSecurityContext': 'auto',
  podSecurityContext: { enabled: true, fsGroupChangePolicy: 'Always', fsGroup: 1001 },
  containerSecurityContext: {
    enabled: true, runAsUser: 1001, runAsGroup: 1001, runAsNonRoot: true, readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] }, seccompProfile: { type: 'RuntimeDefault' },
  },
  livenessProbe: {
    enabled: true,
    initialDelaySeconds: 120,
    timeoutSeconds: 20,
    periodSeconds: 30,
    failureThreshold: 6,
    successThreshold: 1,
  },
  readinessProbe: {
    enabled: true,
    initialDelaySeconds: 10,
    timeoutSeconds: 20,
    periodSeconds: 30,
    failureThreshold: 3,
    successThreshold: 1,
  },
  'serviceAccount.create': true,
  'rbac.create': true,
  'persistence.mountPath': '/opt/bitnami/rabbitmq/.rabbitmq/mnesia',
  'service.portEnabled': true,
  'service.distPortEnabled': true,
  'service.managerPortEnabled': true,
  'service.epmdPortEnabled': true,
  'service.ports': { amqp: 5672, amqpTls: 5671, dist: 25672, manager: 15672, metrics: 9419, epmd: 4369 },
  'service.portNames': { amqp: 'amqp', amqpTls: 'amqp-tls', dist: 'dist', manager: 'http-stats', metrics: 'metrics', epmd: 'epmd' },
  'service.allocateLoadBalancerNodePorts': true,
  'service.externalTrafficPolicy': 'Cluster',
  'service.sessionAffinity': 'None',
  'service.trafficDistribution': 'PreferClose',
  'ingress.path': '/',
  'ingress.pathType': 'ImplementationSpecific',
  'networkPolicy.kubeAPIServerPorts': [443, 6443, 8443],
  'networkPolicy.allowExternalEgress': true,
  'networkPolicy.addExternalClientAccess': true,
  'metrics.podAnnotations': { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '{{ .Values.service.ports.metrics }}' },
  'metrics.serviceMonitor.perObject.interval': '30s',
  'metrics.serviceMonitor.detailed.interval': '30s',
};

/** Whether a value of a key, with all below it, is what it is where nobody changed it. */
export function isUsual(key: string, value: unknown): boolean {
  return is(value, USUAL[key]) || isOff(key, value) || (isMap(value) && Object.entries(value).every(([name, below]) => isUsual(`${key}.${name}`, below)));
}

function isOff(key: string, value: unknown): boolean {
  return isMap(value) && value.enabled === false && USUAL[`${key}.enabled`] !== true && (USUAL[key] as { enabled?: boolean } | undefined)?.enabled !== true;
}

function is(value: unknown, usual: unknown): boolean {
  if (isEmpty(value)) {
    return true;
  }
  if (isMap(value) && isMap(usual)) {
    return Object.entries(value).every(([name, below]) => is(below, usual[name]));
  }
  return usual === undefined ? value === false : JSON.stringify(value) === JSON.stringify(usual);
}
