import { synthesize, Values, warningsOf } from './values';

/** What the library says of values, and when a template says it. */
export interface Said {
  /** The condition, in a template where `$v` is the values. */
  readonly when: string;
  /** What is looked at one by one: the variables and the value of a `range`. */
  readonly each?: string;
  /** Values of which the library says it. */
  readonly values: object;
  /** What of the library's message is of these values, and what it is in a template. */
  readonly slots?: Readonly<Record<string, string>>;
  /** What is said instead, where the library speaks of what values don't have. */
  readonly says?: string;
}

/** Props of the library by the keys of a values file, and what only code can do by what whoever has values can do. */
const KEYS: readonly (readonly [string | RegExp, string])[] = [
  ['resources.memoryLimit', 'resources.limits.memory'], ['resources.memoryRequest', 'resources.requests.memory'], ['resources.cpuLimit', 'resources.limits.cpu'],
  ['resources.cpuRequest', 'resources.requests.cpu'], ['storage.ephemeral is true', 'persistence.enabled is false'], ['storage.size', 'persistence.size'],
  ['disruptionBudget.enabled', 'podDisruptionBudget.enabled'],
  [/^replicas is/, 'cluster.replicaCount is'], ['maxReplicas is', 'hpa.maxReplicas is'], ['below minReplicas', 'below hpa.minReplicas'], ['lower minReplicas', 'lower hpa.minReplicas'],
  [/^minReplicas and maxReplicas/, 'hpa.minReplicas and hpa.maxReplicas'], ['raise maxReplicas, or give the cluster replicas and no autoscaler', 'raise hpa.maxReplicas, or leave hpa.enabled out'],
  ['management.', 'ingress.'], [/set tls$/, 'set tls.enabled and tls.only to true'],
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

/** What the library says first to values that it refuses, by the keys of a values file. */
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

/**
 * The part of a template that does something with a message where it applies.
 *
 * @throws if the message hasn't what is to be filled in
 */
export function check({ when, each, slots = {}, says }: Said, libraryMessage: string, act: (text: string) => string): string {
  const message = says ?? libraryMessage;
  const missing = Object.keys(slots).find(text => !message.includes(text));
  if (missing !== undefined) {
    throw new Error(`there is no ${missing} in: ${message}`);
  }
  const places = new RegExp(Object.keys(slots).map(slot => slot.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|') || '$^', 'g');
  const filled = [...message.matchAll(places)].map(([slot]) => `(${slots[slot]})`);
  const text = filled.length === 0 ? quoted(message) : `(printf ${quoted(message.replaceAll('%', '%%').replace(places, '%s'))} ${filled.join(' ')})`;
  const branch = `{{- if ${when} -}}${act(text)}{{- end -}}`;
  return each === undefined ? branch : `{{- range ${each} -}}${branch}{{- end -}}`;
}

/** A text as a template has it. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}
