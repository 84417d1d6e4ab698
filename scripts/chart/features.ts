import { Values } from './values';

/** What an object's fields can depend on: a choice among few, and how a template asks for it. */
export interface Feature {
  readonly id: string;
  readonly options: readonly string[];
  /** What of these values is chosen. */
  readonly of: (values: Values) => string;
  /** The template's expression that is true where an option is chosen. */
  readonly is: (option: string) => string;
}

/** A feature that is there or not, under its name in the chart's context. */
function flag(id: string, of: (values: Values) => boolean): Feature {
  return { id, options: ['true', 'false'], of: values => String(of(values)), is: option => (option === 'true' ? `$c.${id}` : `(not $c.${id})`) };
}

function choice(id: string, options: readonly string[], of: (values: Values) => string): Feature {
  return { id, options, of, is: option => `(eq $c.${id} "${option}")` };
}

/** The plugins that open ports, or change more than the list of plugins in another way. */
export const PROTOCOL_PLUGINS = ['rabbitmq_mqtt', 'rabbitmq_stomp', 'rabbitmq_stream', 'rabbitmq_stream_management', 'rabbitmq_web_mqtt', 'rabbitmq_web_stomp', 'rabbitmq_amqp1_0', 'rabbitmq_web_dispatch', 'rabbitmq_web_mqtt_examples', 'rabbitmq_web_stomp_examples'];

/** The series that the chart knows. */
export const SERIES = ['4.0', '4.1', '4.2', '4.3'];

/** The most brokers that the chart can be told of. */
export const MAX_REPLICAS = 9;

export const seriesOf = ({ image }: Values): string => /^\d+\.\d+/.exec(image.tag)?.[0] ?? '';

const hasEntries = (value: object): boolean => Object.keys(value).length > 0;

/** The number of brokers: the smallest and the highest where an autoscaler decides. */
const smallest = ({ hpa, cluster }: Values): number => (hpa.enabled ? hpa.minReplicas : cluster.replicaCount);
const highest = ({ hpa, cluster }: Values): number => (hpa.enabled ? hpa.maxReplicas : cluster.replicaCount);

export const FEATURES: readonly Feature[] = [
  choice('series', SERIES, seriesOf),
  choice('tls', ['none', 'both', 'only'], ({ tls }) => (tls.enabled ? (tls.only ? 'only' : 'both') : 'none')),
  flag('interNode', ({ tls }) => tls.interNode),
  flag('tlsIssued', ({ tls }) => tls.enabled && tls.existingSecret === ''),
  choice('monitored', ['true', 'false'], ({ serviceMonitor, prometheusRule, dashboards, exporter }) =>
    String(serviceMonitor.enabled || prometheusRule.enabled || dashboards.enabled || exporter.enabled)),
  flag('serviceMonitor', ({ serviceMonitor }) => serviceMonitor.enabled),
  flag('prometheusRule', ({ prometheusRule }) => prometheusRule.enabled),
  flag('dashboards', ({ dashboards }) => dashboards.enabled),
  flag('exporter', ({ exporter }) => exporter.enabled),
  flag('letsControllerIn', ({ ingress }) => ingress.enabled && (ingress.allowFrom.length > 0 || ingress.controller !== '')),
  flag('ingress', ({ ingress }) => ingress.enabled),
  choice('controller', ['', 'nginx', 'traefik', 'haproxy'], ({ ingress }) => ingress.controller),
  flag('ingressTls', ({ ingress: { tls } }) => tls.existingSecret + tls.issuer + tls.clusterIssuer !== ''),
  flag('hasIngressSecret', ({ ingress: { tls } }) => tls.existingSecret !== ''),
  choice('ingressIssuedBy', ['none', 'issuer', 'clusterIssuer'], ({ ingress: { tls } }) => (tls.issuer !== '' ? 'issuer' : tls.clusterIssuer !== '' ? 'clusterIssuer' : 'none')),
  flag('hasAllowFrom', ({ ingress }) => ingress.allowFrom.length > 0),
  flag('backup', ({ backup }) => backup.enabled),
  choice('backupTo', ['volume', 'claim', 's3'], ({ backup: { destination } }) => (destination.s3.bucket !== '' ? 's3' : destination.claim.name !== '' ? 'claim' : 'volume')),
  flag('makesBackupUser', ({ backup }) => backup.credentials === ''),
  flag('backupEncrypted', ({ backup }) => backup.encryption.secret !== ''),
  flag('backupSuspended', ({ backup }) => backup.suspend),
  flag('hasBackupTimeZone', ({ backup }) => backup.timeZone !== ''),
  flag('hasBackupStorageClass', ({ backup }) => backup.destination.volume.storageClass !== ''),
  flag('hasBackupAuthority', ({ backup }) => backup.destination.s3.authority.secret !== ''),
  flag('networkPolicy', values => values.networkPolicy.enabled ?? (smallest(values) > 1 || values.cluster.production)),
  flag('ownNamespace', ({ networkPolicy }) => networkPolicy.ownNamespace),
  flag('disruptionBudget', values => values.podDisruptionBudget.enabled ?? smallest(values) > 1),
  flag('hpa', ({ hpa }) => hpa.enabled),
  flag('oddSizes', ({ hpa }) => hpa.enabled && hpa.oddSizes),
  flag('production', ({ cluster }) => cluster.production),
  flag('persistent', ({ persistence }) => persistence.enabled),
  choice('accessMode', ['ReadWriteOnce', 'ReadWriteOncePod'], ({ persistence }) => persistence.accessModes[0]),
  flag('makesCredentials', ({ credentials }) => credentials.existingSecret === ''),
  flag('makesCookie', ({ credentials }) => credentials.existingErlangCookieSecret === ''),
  choice('nodeSpread', ['none', 'preferred', 'required'], ({ scheduling }) => scheduling.nodeSpread),
  choice('zoneSpread', ['none', 'preferred', 'required'], ({ scheduling }) => scheduling.zoneSpread),
  choice('serviceType', ['ClusterIP', 'NodePort', 'LoadBalancer'], ({ service }) => service.type),
  flag('alpine', ({ image }) => image.tag.endsWith('-alpine')),
  flag('smallWal', values => values.resources.limits.memory !== MEMORIES[0]),
  ...PROTOCOL_PLUGINS.slice(0, 6).map(plugin => flag(plugin, ({ plugins }) => plugins.includes(plugin))),
  ...Array.from({ length: MAX_REPLICAS - 1 }, (_, i) => flag(`moreThan${i + 1}`, values => smallest(values) > i + 1)),
  ...Array.from({ length: MAX_REPLICAS - 1 }, (_, i) => flag(`upTo${i + 2}`, values => highest(values) > i + 1)),
  {
    id: 'replicas',
    options: Array.from({ length: MAX_REPLICAS }, (_, i) => String(i + 1)),
    of: values => String(smallest(values)),
    is: option => `(eq $c.replicas "${option}")`,
  },
  {
    id: 'highest',
    options: Array.from({ length: MAX_REPLICAS }, (_, i) => String(i + 1)),
    of: values => String(highest(values)),
    is: option => `(eq $c.highest "${option}")`,
  },
  ...(['nodeSelector', 'tolerations', 'priorityClassName'] as const).map(prop => flag(`has${prop[0].toUpperCase()}${prop.slice(1)}`, ({ scheduling }) => hasEntries(Object(scheduling[prop]) as object))),
  ...(['podLabels', 'podAnnotations', 'commonLabels', 'commonAnnotations'] as const).map(prop => flag(`has${prop[0].toUpperCase()}${prop.slice(1)}`, values => hasEntries(values[prop]))),
  flag('hasServiceAnnotations', ({ service }) => hasEntries(service.annotations)),
  flag('hasMonitorLabels', ({ serviceMonitor }) => hasEntries(serviceMonitor.labels)),
  flag('hasIngressAnnotations', ({ ingress }) => hasEntries(ingress.annotations)),
  flag('hasClassName', ({ ingress }) => ingress.className !== ''),
  flag('hasClientCidrs', ({ networkPolicy }) => networkPolicy.clientCidrs.length > 0),
  flag('hasManagementFrom', ({ networkPolicy }) => networkPolicy.managementFrom.length > 0),
  flag('hasPullSecrets', ({ image }) => image.pullSecrets.length > 0),
  flag('hasStorageClass', ({ persistence }) => persistence.storageClass !== ''),
  flag('hasAdvancedConfiguration', ({ advancedConfiguration }) => advancedConfiguration !== ''),
];

/** Memory limits that tell their derived numbers apart: the first with room for the whole write-ahead log, the others without. */
export const MEMORIES = ['7280209Ki', '3275217Ki', '1955211Ki'];
export const STORAGES = ['77777Mi', '5555Mi'];
export const INTERVALS = ['37s', '53s'];
