import { type Draft, isMap } from './draft';

const SECRET = 'left out, as it may be a secret: put it into a Secret, add a variable with valueFrom to pod.env, '
  + 'and write $(VARIABLE) as its value in configuration';

/** Keys that other values of the chart decide, and what to do instead. */
const DECIDED: readonly (readonly [RegExp, string])[] = [
  [/^(listeners|ssl_options|[a-z_0-9]+\.(listeners|tcp|ssl))/, 'left out: ports are RabbitMQ\'s own, and tls has what is encrypted'],
  [/^cluster_(name$|formation\.)/, 'left out: peer discovery is the chart\'s own, and cluster.name names the cluster'],
  [/^default_(user|pass)/, 'left out: set credentials.username, or name a Secret in credentials.existingSecret'],
  [/^(stream\.advertised|management\.path_prefix|prometheus\.(path|authentication)|(raft|stream)\.data_dir$)/,
    'left out: other objects of the chart depend on it, and it has no value. Only the constructs have it: docs/cluster.md'],
  [/^queue_master_locator$/, 'left out: it has no effect from 4.0 on. Leaders are spread evenly by queue_leader_locator'],
  [/^loopback_users/, 'left out: there is no guest, and the administrator may connect from anywhere'],
  [/pass(word|phrase)?$|secret/, SECRET],
];
const DEFINITIONS = 'left out: name a Secret with the definitions in definitions.existingSecret';

function reasonFor(key: string, value: string, draft: Draft): string | undefined {
  if (key === 'load_definitions' && !isMounted(value, draft)) {
    return DEFINITIONS;
  }
  const isVariable = /^'?\$\([^)]+\)'?$/.test(value);
  return DECIDED.find(([pattern, reason]) => pattern.test(key) && !(isVariable && reason === SECRET))?.[1];
}

/** Whether a file is in a volume that is carried over. */
function isMounted(file: string, draft: Draft): boolean {
  const mounts = draft.theirValue('extraVolumeMounts');
  return Array.isArray(mounts) && mounts.some(mount => isMap(mount) && `${file}/`.startsWith(`${String(mount.mountPath)}/`));
}

/** Lines of rabbitmq.conf as a map; what can't be carried over is noted by its key, never with its value. */
export function configurationLines(text: string, draft: Draft, where: string): void {
  if (where === 'configuration' && text.includes('{{')) {
    draft.note(where, 'is a template, as the other chart\'s own text is: write lines of yours in configuration');
    return;
  }
  const hasDefinitions = draft.theirValue('loadDefinition.enabled') === true;
  const isTls = draft.theirValue('auth.tls.enabled') === true;
  for (const line of text.split('\n').map(raw => raw.trim()).filter(trimmed => trimmed !== '' && !trimmed.startsWith('#'))) {
    const separator = line.indexOf('=');
    const key = line.slice(0, separator).trim();
    const value = line.slice(separator + 1).trim();
    if (line.startsWith('{{') || separator < 0) {
      draft.note(where, 'has lines that are templates, or no keys of rabbitmq.conf: they are left out, and lines between if and end are not');
    } else if (!(isTls && tlsLine(key, value, draft)) && !(key === 'load_definitions' && hasDefinitions)) {
      configurationLine(key, value, draft, where);
    }
  }
}

/** Whether Bitnami's chart writes the key again, from another value, after these lines. */
function isOverridden(key: string, draft: Draft): boolean {
  const [, option = ''] = /^tcp_listen_options\.(backlog|nodelay|keepalive)$/.exec(key) ?? [];
  return draft.isBitnami && ((key.startsWith('vm_memory_high_watermark.') && draft.theirValue('memoryHighWatermark.enabled') === true)
    || (option !== '' && draft.theirValue(`tcpListenOptions.${option}`) !== undefined));
}

function configurationLine(key: string, value: string, draft: Draft, where: string): void {
  if (isOverridden(key, draft)) {
    return;
  }
  const reason = reasonFor(key, value, draft);
  if (reason !== undefined) {
    draft.note(`${where}: ${key}`, reason);
  } else if (`${key}${value}`.includes('{{')) {
    draft.note(`${where}: ${key}`, 'its value is a template: write what comes out of it');
  } else {
    draft.merge('configuration', { [key]: value });
  }
}

/**
 * Takes a key that has a value in tls. Bitnami's chart writes those about certificates of clients again, after these
 * lines.
 */
function tlsLine(key: string, value: string, draft: Draft): boolean {
  const clients = draft.ourValue('tls.clientCertificates');
  const [, listed] = /^ssl_options\.(versions|ciphers)\.\d+$/.exec(key) ?? [];
  if (key === 'listeners.tcp' && value === 'none') {
    draft.set('tls.only', true);
  } else if (draft.isBitnami && ['ssl_options.verify', 'ssl_options.fail_if_no_peer_cert'].includes(key)) {
    return true;
  } else if (key === 'ssl_options.verify') {
    draft.set('tls.clientCertificates', value === 'verify_peer' ? clients ?? 'optional' : 'none');
  } else if (key === 'ssl_options.fail_if_no_peer_cert') {
    draft.set('tls.clientCertificates', value === 'true' ? 'required' : clients === 'required' ? 'optional' : clients ?? 'none');
  } else if (key === 'ssl_options.depth') {
    draft.set('tls.clientCertificateDepth', Number(value));
  } else if (listed !== undefined) {
    draft.append(`tls.${listed}`, value);
  } else {
    return false;
  }
  return true;
}

/** On in every cluster here. */
const ALWAYS_ON = [
  'rabbitmq_management', 'rabbitmq_management_agent', 'rabbitmq_peer_discovery_common', 'rabbitmq_peer_discovery_k8s', 'rabbitmq_prometheus',
  'rabbitmq_web_dispatch',
];

/** A list of plugins in one text, with spaces or commas between. */
export function pluginList(text: string, draft: Draft): void {
  const known = (draft.ourValue('plugins') ?? []) as readonly string[];
  const plugins = [...new Set([...known, ...text.split(/[\s,]+/)])].filter(name => name !== '' && !ALWAYS_ON.includes(name));
  if (plugins.length > 0) {
    draft.set('plugins', plugins);
  }
}
