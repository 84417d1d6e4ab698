import { type PullSecrets, pullSecretPath } from './image';
import type { Values } from './values';

/** Props of the library by the keys of a values file, and remedies that only code has by those that values have. */
const KEYS: readonly (readonly [string | RegExp, string])[] = [
  // the path of the construct
  [/^\[[^\]]+\] /, ''], [/ \((?:deployment|chart)\/.*\)$/, ''],
  ['resources.memoryLimit', 'resources.limits.memory'], ['resources.memoryRequest', 'resources.requests.memory'], ['resources.cpuLimit', 'resources.limits.cpu'],
  ['resources.cpuRequest', 'resources.requests.cpu'], ['storage.ephemeral is true', 'persistence.enabled is false'], ['storage.size', 'persistence.size'],
  ['disruptionBudget.enabled', 'podDisruptionBudget.enabled'],
  [/^replicas is/, 'cluster.replicaCount is'], ['maxReplicas is', 'hpa.maxReplicas is'], ['below minReplicas', 'below hpa.minReplicas'], ['lower minReplicas', 'lower hpa.minReplicas'],
  [/^minReplicas and maxReplicas/, 'hpa.minReplicas and hpa.maxReplicas'],
  ['Raise maxReplicas, or set replicas of the cluster and remove the autoscaler', 'Raise hpa.maxReplicas, or set hpa.enabled to false'],
  [/is tagged ([\d.]+), but version is/, 'is tagged $1, but image.release is'], ['ServiceType.NODE_PORT', 'NodePort'],
  [/, or set membership\.leaveOnScaleIn to false/, ''],
  ['RabbitMQImage.official()', 'the image rabbitmq'], ['OPTIONAL or REQUIRED', 'optional or required'], ['tls.interNode.certificate', 'tls.interNodeSecret'],
  ['tls.disablePlainListeners', 'tls.only'],
  // the constructs have a peer for each route
  [/\b(?:gateway\.management|routes\[\d+\])\.allowFrom/, 'gateway.allowFrom'], [/(?<!\.)\broutes\[/, 'gateway.routes['], [/Set tls$/, 'Set tls.enabled and tls.only to true'],
  [/Set tls\.interNode to \{\}|Set tls with interNode/, 'Set tls.enabled and tls.interNode to true'],
  // nothing acknowledges here
  ['; acknowledge the warning there', ''], [/, or acknowledge (it|the warning)[^.;]*$/, ''],
  [/^dnsNames has/, 'tls.dnsNames has'],
  [/^schedule is/, 'backup.schedule is'], [/^suspend is true/, 'backup.suspend is true'], [/Set encryption\.secret$/, 'Set backup.encryption.secret'],
  [/^endpoint is/, 'backup.destination.s3.endpoint is'],
  [/^destination: size is/, 'backup.destination.volume.size is'], [/^destination: (\w+) is/, 'backup.destination $1 is'],
  ['pod.labels', 'podLabels'], ['pod.annotations', 'podAnnotations'], [/^labels has/, 'commonLabels has'],
  ['configuration.advancedConfig ', 'advancedConfiguration '], ['configuration.raw', 'configuration'], ['List the families that you need in scraping.detailedFamilies', 'Set it to false if the aggregated metrics are enough'],
  [/\balerting\./, 'prometheusRule.'], [/\bscraping\./, 'serviceMonitor.'], ['configuration.rabbitmqConf', 'rabbitmqConf'],
  [' or of storage.additionalClaims', ''], ['RabbitMQLdapTls.', ''], [/\bNONE\b/, 'none'], ['LDAPS or START_TLS', 'ldaps or starttls'], [/authorization is INTERNAL/, 'authorization is internal'],
  ['set credentials.secret to', 'set credentials.existingSecret to'], [/credentials\.secret (?=")/, 'credentials.existingSecret '],
  [/: line \d+, column \d+: "[^"]*" is missing\./, '.'],
  ['set it in rabbitmq.conf with $(NAME)', 'set it in configuration with $(NAME)'],
  ['Set configuration "prometheus.authentication.enabled" to true, or use', 'Use'],
  ['ServiceType.CLUSTER_IP', 'ClusterIP'], ['RabbitMQSpread.PREFERRED or REQUIRED, or a topology spread constraint on "kubernetes.io/hostname"', 'preferred or required'],
  [/cluster\.connections\.allowTo\([^)]*\)/, 'networkPolicy.allowTo'],
  ['Set tls with disablePlainListeners', 'Set tls.enabled and tls.only to true'], [/add the digest, (which is \S+ at Docker Hub, )?as in RabbitMQImage\.official\([^)]*\)/, 'set image.digest'],
  ['declare it once and pass the construct, or import it by name', 'choose another name'], ['RabbitMQQueueType.CLASSIC', 'classic'], ['RabbitMQExchangeType.RANDOM', 'x-random'], ['RabbitMQPolicyTarget.QUEUES', 'queues'], ['RabbitMQOverflow.REJECT_PUBLISH', 'reject-publish'],
  ['REJECT_PUBLISH_DLX', 'reject-publish-dlx'], ['DELAYED_MESSAGE', 'x-delayed-message'], [/\{ 'x-delayed-type': RabbitMQArgument\.text\('topic'\) \}/, '{ x-delayed-type: topic }'],
  [/^(passwordHash of user .*) and secret are set/, '$1 and existingSecret are set'], [/, but secret is the existing Secret/, ', but existingSecret is'],
  [/ports [\d, ]+ are reachable/, 'its ports are reachable'],
  [/Add a RabbitMQVirtualHost, or import it by fromVirtualHostName\(\)/, 'Add it to virtualHosts'],
  [/add the exchange, or import it by RabbitMQExchange\.fromExchangeName\(\)/, 'add it to exchanges, or to importedExchanges if others declare it'],
  [/add the queue, or import it by RabbitMQQueue\.fromQueueName\(\)/, 'add it to queues, or to importedQueues if others declare it'],
  ['pass it as uri to addShovel() or addFederationUpstream()', 'name it in uri of shovels or federationUpstreams'], ['RabbitMQExchangeType.TOPIC', 'topic'],
  ['add it by addFederationUpstream()', 'add it to federationUpstreams'], ['add it by addFederationUpstreamSet()', 'add it to federationUpstreamSets'],
  ['RabbitMQExchangeType.HEADERS', 'headers'], ['AT_LEAST_ONCE', 'at-least-once'], ['REJECT_PUBLISH', 'reject-publish'],
  ['or grantConsume() it', 'or add it to consume of a user'],
  [/, or set authentication\.allowNoInternalUsers/, ''], ['by a shorter name of RabbitMQTopology', 'by a shorter cluster.name'],
  [/tls\.certificate is (for|issued)/, 'the certificate is $1'], ['tls.certificate is signed', 'tls.existingSecret is signed'],
];

/** Where the management UI is in values. */
const MANAGEMENT = { ingress: 'ingress.', gateway: 'gateway.management.' };

/** A message of the library by the keys of a values file, each of its lines. */
export function inValues(message: string, values: Partial<Pick<Values, 'gateway'>> & PullSecrets = {}): string {
  const management = MANAGEMENT[values.gateway?.management?.enabled === true ? 'gateway' : 'ingress'];
  return message.split('\n').map((line) => {
    const [, indent = '', text = '', id = ''] = /^( *)(.*?)( \[[\w-]+\])?$/.exec(line) ?? [];
    const placed = text.replace(/(?<![\w.])imagePullSecrets\[(\d+)\]/g, (_, index) => pullSecretPath(values, Number(index)));
    return `${indent}${lineInValues(placed, management)}${id}`;
  }).join('\n');
}

function lineInValues(line: string, management: string): string {
  const placed = line.replace(/(?<![."])\bmanagement\.(?=[a-z])/g, management);
  return KEYS.reduce((text, [prop, key]) => text.replaceAll(typeof prop === 'string' ? prop : new RegExp(prop.source, 'g'), key), placed);
}
