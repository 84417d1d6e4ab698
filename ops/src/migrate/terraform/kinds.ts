import type { Attributes } from './attributes';
import type { DefinitionLists } from '../definitions';

type Map = Readonly<Record<string, unknown>>;

/** What becomes of each kind of https://registry.terraform.io/providers/cyrilgdn/rabbitmq/latest/docs: definitions by their lists. */
const KINDS: Readonly<Record<string, (resource: Attributes) => DefinitionLists>> = {
  rabbitmq_vhost: resource => ({
    vhosts: [{
      name: resource.text('name'), description: resource.text('description', ''), tracing: resource.isTrue('tracing'),
      ...(resource.text('default_queue_type', '') !== '' && { default_queue_type: resource.text('default_queue_type') }),
    }],
    parameters: vhostLimits(resource),
  }),
  rabbitmq_exchange: (resource) => {
    const [settings] = resource.blocks('settings');
    return { exchanges: [{ ...placed(resource), ...flags(settings), type: settings.text('type'), internal: false, arguments: settings.map('arguments') }] };
  },
  rabbitmq_queue: (resource) => {
    const [settings] = resource.blocks('settings');
    return { queues: [{ ...placed(resource), ...flags(settings), arguments: settings.arguments() }] };
  },
  rabbitmq_binding: resource => ({
    bindings: [{
      vhost: resource.text('vhost'), source: resource.text('source'), destination: resource.text('destination'),
      destination_type: resource.text('destination_type'), routing_key: resource.text('routing_key', ''), arguments: resource.arguments(),
    }],
  }),
  rabbitmq_policy: resource => ({ policies: [{ ...placed(resource), ...policy(resource) }] }),
  rabbitmq_operator_policy: resource => ({ parameters: [{ ...placed(resource), component: 'operator_policy', value: policy(resource) }] }),
  rabbitmq_user: resource => ({ users: [{ name: resource.text('name'), tags: resource.texts('tags') }] }),
  rabbitmq_permissions: resource => ({ permissions: permissions(resource, ['configure', 'write', 'read']) }),
  rabbitmq_topic_permissions: resource => ({ topic_permissions: permissions(resource, ['exchange', 'write', 'read']) }),
  rabbitmq_federation_upstream: (resource) => {
    const [definition] = resource.blocks('definition');
    return { parameters: [{ ...placed(resource), component: 'federation-upstream', value: renamed(definition.present(), {}) }] };
  },
  rabbitmq_shovel: (resource) => {
    const [info] = resource.blocks('info');
    return { parameters: [{ ...placed(resource), component: 'shovel', value: shovel(info.present()) }] };
  },
};

/** Members of a shovel whose names differ by more than their prefix, in part deprecated ones. */
const SHOVEL_KEYS: Readonly<Record<string, string>> = {
  add_forward_headers: 'dest-add-forward-headers', delete_after: 'src-delete-after', prefetch_count: 'src-prefetch-count',
  destination_queue_arguments: 'dest-queue-args',
};

/** Keys of policies whose values are names: they stay texts where they look like a number. */
const NAMES = ['alternate-exchange', 'dead-letter-exchange', 'dead-letter-routing-key', 'federation-upstream', 'federation-upstream-set'];

/** What the definitions of a resource are; undefined for a kind that is not known. */
export function definitionsOf(type: string, resource: () => Attributes): DefinitionLists | undefined {
  return Object.hasOwn(KINDS, type) ? KINDS[type](resource()) : undefined;
}

function placed(resource: Attributes): Map {
  return { name: resource.text('name'), vhost: resource.text('vhost', '/') };
}

function flags(settings: Attributes): Map {
  return { durable: settings.isTrue('durable'), auto_delete: settings.isTrue('auto_delete') };
}

function vhostLimits(resource: Attributes): Record<string, unknown>[] {
  const value = Object.fromEntries(['max_connections', 'max_queues']
    .filter(key => resource.text(key, '') !== '')
    .map(key => [kebab(key), numberOf(resource.text(key))]));
  return Object.keys(value).length === 0 ? [] : [{ vhost: resource.text('name'), component: 'vhost-limits', name: 'limits', value }];
}

function policy(resource: Attributes): Map {
  const [body] = resource.blocks('policy');
  const definition = Object.entries(body.map('definition')).map(([key, value]) => [key, NAMES.includes(key) ? value : numberOf(value)]);
  return { pattern: body.text('pattern'), 'apply-to': body.text('apply_to'), priority: body.number('priority'), definition: Object.fromEntries(definition) as Map };
}

function permissions(resource: Attributes, keys: readonly string[]): Record<string, unknown>[] {
  const [user, vhost] = [resource.text('user'), resource.text('vhost', '/')];
  return resource.blocks('permissions').map(block => ({ user, vhost, ...Object.fromEntries(keys.map(key => [key, block.text(key)])) }));
}

function shovel(info: Map): Map {
  const value = renamed(info, SHOVEL_KEYS);
  return {
    'src-protocol': 'amqp091', 'dest-protocol': 'amqp091', ...value,
    ...(value['src-delete-after'] !== undefined && { 'src-delete-after': numberOf(value['src-delete-after']) }),
  };
}

function renamed(values: Map, names: Readonly<Record<string, string>>): Map {
  return Object.fromEntries(Object.entries(values).map(([key, value]) =>
    [names[key] ?? kebab(key.replace(/^source_/, 'src_').replace(/^destination_/, 'dest_')), value]));
}

function kebab(key: string): string {
  return key.replaceAll('_', '-');
}

/** A whole number that the state has as a text. The provider sends it as a number. */
function numberOf(value: unknown): unknown {
  return typeof value === 'string' && /^[+-]?\d+$/.test(value) && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}
