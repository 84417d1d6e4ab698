import { type Draft, isEmpty } from '../draft';
import { configurationLines, pluginList } from '../free-text-config';
import { map, type Mapping, type Mappings, scalar, text, unless, whenOn } from './mapping';
import { scalar as bytes } from '../../kubernetes/quantity';

const plugins = scalar((value, draft) => { pluginList(String(value), draft); });
const lines = scalar((value, draft, key) => { configurationLines(String(value), draft, key); });

/** A key of rabbitmq.conf, unless the user's own lines come after it there. */
function entry(draft: Draft, key: string, value: unknown): void {
  const own = draft.isBitnami && key !== 'queue_leader_locator' ? undefined : draft.theirValue('extraConfiguration');
  if (!isSaid(key, own)) {
    draft.merge('configuration', { [key]: String(value) });
  }
}

function isSaid(key: string, lines: unknown): boolean {
  return (typeof lines === 'string' ? lines : '').split('\n').some(each => each.split('=')[0]?.trim() === key);
}

/** The memory alarm, as a share of the container's limit or in bytes. */
const watermark = map((value, draft, key) => {
  const { enabled, type = 'relative', value: given = 0.4 } = value as Record<string, unknown>;
  if (enabled !== true) {
    return;
  }
  if (type === 'absolute') {
    entry(draft, 'vm_memory_high_watermark.absolute', /^[\d.]+[KMGT]i$/.test(String(given)) ? bytes(String(given)) : given);
  } else if (type === 'relative') {
    entry(draft, 'vm_memory_high_watermark.relative', given);
  } else {
    draft.note(`${key}.type`, 'left out: it has to be relative or absolute');
  }
});

const leaders = scalar((value, draft, key) => {
  if (value === 'client-local') {
    entry(draft, 'queue_leader_locator', value);
  } else if (value !== 'balanced' && value !== 'min-masters') {
    draft.note(key, 'leaders are spread evenly: RabbitMQ has balanced and client-local, in configuration.queue_leader_locator');
  }
});

/** Options of TCP by their keys there, and those of rabbitmq.conf; what is as RabbitMQ has it is left out. */
const TCP: Readonly<Record<string, readonly [key: string, usual: unknown]>> = {
  backlog: ['backlog', 128], nodelay: ['nodelay', true], keepalive: ['keepalive', false],
  'linger.lingerOn': ['linger.on', true], 'linger.timeout': ['linger.timeout', 0],
};

const tcp = Object.fromEntries(Object.entries(TCP).map(([theirs, [ours, usual]]): [string, Mapping] => [
  `tcpListenOptions.${theirs}`,
  unless(usual, (value, draft, key) => {
    if (typeof value !== typeof usual) {
      draft.note(key, `left out: it has to be a ${typeof usual}`);
    } else if (draft.theirValue('tcpListenOptions.enabled') !== false) {
      entry(draft, `tcp_listen_options.${ours}`, value);
    }
  }),
]));

/** Definitions in a Secret, which brokers import if they changed. */
const definitions = map((value, draft, key) => {
  const { enabled, existingSecret, file, key: named } = value as Record<string, unknown>;
  if (enabled !== true) {
    return;
  }
  if (isEmpty(existingSecret) || String(existingSecret).includes('{{')) {
    draft.note(key, 'create a Secret with the definitions, and name it in definitions.existingSecret');
    return;
  }
  draft.set('definitions', {
    existingSecret,
    key: isEmpty(named) ? String(isEmpty(file) ? 'load_definition.json' : file).split('/').at(-1) : named,
  });
  draft.note(key, 'a broker that imports definitions creates no administrator: name a Secret with name and password '
  + 'of an administrator in them in credentials.existingSecret');
});

const clustering: Mappings = {
  'clustering.partitionHandling': scalar((value, draft, key) => {
    if (value !== 'pause_minority' && value !== 'autoheal') {
      draft.note(key, 'the chart pauses a minority of brokers until 4.1; from 4.2 on, RabbitMQ has no such choice');
    }
  }),
  'clustering.rebalance': whenOn((_value, draft, key) => {
    draft.note(key, 'leaders of new queues are spread evenly; rabbitmq-k8s rebalance spreads those of existing queues');
  }),
};

/** Plugins, rabbitmq.conf, advanced.config and definitions. */
export const CONFIGURATION_MAPPINGS: Mappings = {
  plugins,
  extraPlugins: plugins,
  'metrics.plugins': plugins,
  configuration: lines,
  extraConfiguration: lines,
  advancedConfiguration: text('advancedConfiguration'),
  memoryHighWatermark: watermark,
  queue_leader_locator: leaders,
  queue_master_locator: leaders,
  ...tcp,
  ...clustering,
  loadDefinition: definitions,
};
