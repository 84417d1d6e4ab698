import type { Draft } from './draft';

/** Keys that the chart computes, or by which more than rabbitmq.conf goes, and what says it instead. */
const DECIDED: readonly (readonly [RegExp, string])[] = [
  [/^(vm_memory_|total_memory_)/, 'computed from resources.limits.memory: set it in configuration if you need another value'],
  [/^disk_free_limit/, 'computed from the sizes of memory and volume: set it in configuration if you need another value'],
  [/^(listeners|ssl_options|[a-z_0-9]+\.(listeners|tcp|ssl))/, 'ports are RabbitMQ\'s own, and tls says what is encrypted'],
  [/^cluster_/, 'peer discovery, the cluster\'s name and what a partition does are the chart\'s own'],
  [/^default_(user|pass)/, 'credentials says it'],
  [/^auth_backends/, 'set it in configuration, with the plugin of each backend in plugins'],
  [/^load_definitions/, 'import definitions once the cluster is up: docs/migration.md'],
  [/^(stream\.advertised|management\.path_prefix|prometheus\.(path|authentication))/, 'other parts of the chart depend on this key; only the constructs support changing it'],
  [/^(queue_master_locator|queue_leader_locator)$/, 'leaders are spread evenly as it is'],
  [/^loopback_users/, 'there is no guest, and the administrator may connect from anywhere'],
  [/pass(word|phrase)?$|secret/, 'values are no place for secrets'],
];

/** Lines of rabbitmq.conf as a map; what can't be carried over is noted by its key, never with its value. */
export function configurationLines(text: string, draft: Draft, where: string): void {
  if (where === 'configuration' && text.includes('{{')) {
    draft.note(where, 'is a template, as the other chart\'s own text is: put lines of yours into extraConfiguration there, and take them over from it');
    return;
  }
  for (const line of text.split('\n').map(raw => raw.trim()).filter(trimmed => trimmed !== '' && !trimmed.startsWith('#'))) {
    const separator = line.indexOf('=');
    const key = line.slice(0, separator).trim();
    if (line.startsWith('{{') || separator < 0) {
      draft.note(where, 'has a line that is a template, or no key of rabbitmq.conf: it is left out');
      continue;
    }
    const reason = DECIDED.find(([pattern]) => pattern.test(key))?.[1];
    if (reason !== undefined) {
      draft.note(`${where}: ${key}`, reason);
    } else if (line.includes('{{')) {
      draft.note(`${where}: ${key}`, 'its value is a template: write what comes out of it');
    } else {
      draft.set('configuration', { ...draft.ourValue('configuration') as object | undefined, [key]: line.slice(separator + 1).trim() });
    }
  }
}

/** On in every cluster here. */
const ALWAYS_ON = ['rabbitmq_management', 'rabbitmq_management_agent', 'rabbitmq_peer_discovery_common', 'rabbitmq_peer_discovery_k8s', 'rabbitmq_prometheus', 'rabbitmq_web_dispatch'];

/** A list of plugins in one text, with spaces or commas between. */
export function pluginList(text: string, draft: Draft): void {
  const known = (draft.ourValue('plugins') ?? []) as readonly string[];
  const plugins = [...new Set([...known, ...text.split(/[\s,]+/)])].filter(name => name !== '' && !ALWAYS_ON.includes(name));
  if (plugins.length > 0) {
    draft.set('plugins', plugins);
  }
}
