import { synthesize, Values, warningsOf } from '../values';

/** Props of the library by the keys of a values file, and what only code can do by what whoever has values can do. */
const KEYS: readonly (readonly [string | RegExp, string])[] = [
  ['resources.memoryLimit', 'resources.limits.memory'], ['resources.memoryRequest', 'resources.requests.memory'], ['resources.cpuLimit', 'resources.limits.cpu'],
  ['resources.cpuRequest', 'resources.requests.cpu'], ['storage.ephemeral is true', 'persistence.enabled is false'], ['storage.size', 'persistence.size'],
  ['disruptionBudget.enabled', 'podDisruptionBudget.enabled'],
  [/^replicas is/, 'cluster.replicaCount is'], ['maxReplicas is', 'hpa.maxReplicas is'], ['below minReplicas', 'below hpa.minReplicas'], ['lower minReplicas', 'lower hpa.minReplicas'],
  [/^minReplicas and maxReplicas/, 'hpa.minReplicas and hpa.maxReplicas'], ['raise maxReplicas, or give the cluster replicas and no autoscaler', 'raise hpa.maxReplicas, or leave hpa.enabled out'],
  ['tls.disablePlainListeners', 'tls.only'], ['management.', 'ingress.'], [/set tls$/, 'set tls.enabled and tls.only to true'],
  [/set tls\.interNode to \{\}|set tls with interNode/, 'set tls.enabled and tls.interNode to true'],
  // nothing acknowledges here
  ['; acknowledge the warning there', ''],
  [/^suspend is true/, 'backup.suspend is true'], [/: set encryption$/, ': set backup.encryption.secret'],
  [/^endpoint is/, 'backup.destination.s3.endpoint is'],
  [/^destination: (\w+) is/, 'backup.destination $1 is'],
  ['pod.labels', 'podLabels'], ['pod.annotations', 'podAnnotations'], [/^labels has/, 'commonLabels has'],
  ['configuration.advancedConfig ', 'advancedConfiguration '], ['configuration.raw', 'configuration'],
  ['encrypt it, or set it by rabbitmq.conf and $(NAME)', 'encrypt it, or take the constructs, which set it by rabbitmq.conf and a Secret'],
  ['write $(NAME) and give the broker the variable NAME from a Secret, by pod.env', 'leave it out, or take the constructs, whose pod.env takes it from a Secret'],
  ['set configuration "prometheus.authentication.enabled" to true, or keep', 'keep'],
  ['ServiceType.CLUSTER_IP', 'ClusterIP'], ['RabbitMQSpread.PREFERRED or REQUIRED, or a topology spread constraint on "kubernetes.io/hostname"', 'preferred or required'],
  ['name where by cluster.connections.allowTo(…)', 'add a NetworkPolicy of your own that lets them out'],
  [/ports [\d, ]+ can/, 'its ports can'],
  [/, or acknowledge it [^;]*$/, ''],
];

function inChart(message: string): string {
  return KEYS.reduce((text, [prop, key]) => text.replaceAll(typeof prop === 'string' ? prop : new RegExp(prop, 'g'), key), message);
}

/** What the library says first about values that it refuses, by the keys of a values file. */
export function refusalOf(values: Values): string | undefined {
  try {
    synthesize(values, 'messaging');
    return undefined;
  } catch (error) {
    return inChart((error as Error).message.split('\n')[0].replace(/ \[[\w-]+\]$/, ''));
  }
}

/** What the library warns of, by its name and by the keys of a values file. */
export function warningsIn(values: Values): { readonly id: string; readonly message: string }[] {
  return warningsOf(values, 'messaging').map((warning) => {
    const [, message, id] = /^([^]*) \[([\w-]+)\]$/.exec(warning) ?? ['', warning, ''];
    return { id, message: inChart(message) };
  });
}
