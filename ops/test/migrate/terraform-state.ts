/** Passwords of the state: none of them may be in any output. */
export const PASSWORDS = ['pw-of-user', 'pw-of-upstream', 'pw-of-source', 'pw-of-destination', 'pw-of-database'];

interface Resource {
  readonly module?: string;
  readonly mode?: string;
  readonly type: string;
  readonly name: string;
  readonly index?: string | number;
  readonly values: Readonly<Record<string, unknown>>;
}

const at = { vhost: 'shop' };

/** Resources of every kind of cyrilgdn/rabbitmq, as the provider writes them, and others. */
export const RESOURCES: readonly Resource[] = [
  { type: 'rabbitmq_vhost', name: 'shop', values: { id: 'shop', name: 'shop', description: 'Orders', default_queue_type: 'quorum', tracing: true, max_connections: '100', max_queues: '' } },
  { type: 'rabbitmq_exchange', name: 'events', values: { name: 'events', ...at, settings: [{ type: 'topic', durable: true, auto_delete: false, arguments: { 'alternate-exchange': 'lost' } }] } },
  { type: 'rabbitmq_exchange', name: 'lost', values: { name: 'lost', ...at, settings: [{ type: 'fanout', durable: true, auto_delete: false, arguments: null }] } },
  {
    module: 'module.queues["eu"]', type: 'rabbitmq_queue', name: 'work', index: 0,
    values: { name: 'work', ...at, settings: [{ durable: true, auto_delete: false, arguments: null, arguments_json: '{"x-queue-type":"quorum","x-delivery-limit":5}' }] },
  },
  { type: 'rabbitmq_queue', name: 'plain', index: 'a', values: { name: 'plain', ...at, settings: [{ durable: true, auto_delete: false, arguments: { 'x-overflow': 'drop-head' }, arguments_json: '' }] } },
  { type: 'rabbitmq_binding', name: 'work', values: { ...at, source: 'events', destination: 'work', destination_type: 'queue', routing_key: 'order.#', properties_key: 'order.%23', arguments: {}, arguments_json: null } },
  { type: 'rabbitmq_binding', name: 'json', values: { ...at, source: 'events', destination: 'lost', destination_type: 'exchange', routing_key: null, arguments: null, arguments_json: '{"x-number":7}' } },
  { type: 'rabbitmq_binding', name: 'foreign', values: { ...at, source: 'events', destination: 'foreign', destination_type: 'queue', routing_key: '#', arguments: null, arguments_json: null } },
  { type: 'rabbitmq_policy', name: 'ttl', values: { name: 'ttl', ...at, policy: [{ pattern: '^plain$', priority: 3, apply_to: 'queues', definition: { 'message-ttl': '60000', 'dead-letter-exchange': 'lost', 'dead-letter-routing-key': '7' } }] } },
  { type: 'rabbitmq_operator_policy', name: 'limit', values: { name: 'limit', ...at, policy: [{ pattern: '^work$', priority: 0, apply_to: 'queues', definition: { 'max-length': '1000' } }] } },
  { type: 'rabbitmq_user', name: 'app', values: { name: 'app', password: PASSWORDS[0], tags: ['management'] } },
  { type: 'rabbitmq_permissions', name: 'app', values: { user: 'app', ...at, permissions: [{ configure: '', write: '^events$', read: '^work$' }] } },
  { type: 'rabbitmq_permissions', name: 'guest', values: { user: 'guest', ...at, permissions: [{ configure: '', write: '', read: '.*' }] } },
  {
    type: 'rabbitmq_topic_permissions', name: 'app',
    values: { user: 'app', ...at, permissions: [{ exchange: 'events', write: '^order\\.', read: '^order\\.' }, { exchange: 'amq.topic', write: '^a$', read: '^a$' }] },
  },
  {
    type: 'rabbitmq_federation_upstream', name: 'eu',
    values: {
      name: 'eu', ...at, component: 'federation-upstream',
      definition: [{
        uri: `amqp://mq:${PASSWORDS[1]}@eu.example.com`, prefetch_count: 500, reconnect_delay: 5, ack_mode: 'on-confirm', trust_user_id: false, exchange: '', max_hops: 2,
        expires: 0, message_ttl: 3000, queue: '',
      }],
    },
  },
  {
    type: 'rabbitmq_shovel', name: 'move',
    values: {
      name: 'move', ...at,
      info: [{
        ack_mode: 'on-confirm', add_forward_headers: false, delete_after: '', destination_add_forward_headers: true, destination_address: null, destination_exchange: 'lost',
        destination_exchange_key: 'moved', destination_protocol: 'amqp091', destination_queue: '', destination_queue_arguments: null, prefetch_count: 200, reconnect_delay: 3,
        source_delete_after: '100', source_exchange: '', source_prefetch_count: 0, source_protocol: 'amqp091', source_queue: 'work',
        source_uri: `amqp://mq:${PASSWORDS[2]}@old.example.com`, destination_uri: `amqp://mq:${PASSWORDS[3]}@new.example.com`,
      }],
    },
  },
  { type: 'rabbitmq_cluster_tag', name: 'new', values: { name: 'x', password: PASSWORDS[0] } },
  { mode: 'data', type: 'rabbitmq_user', name: 'read', values: { name: 'read' } },
  { type: 'postgresql_role', name: 'app', values: { name: 'app', password: PASSWORDS[4] } },
  { module: 'module.queues["eu"]', type: 'random_password', name: 'app', values: { result: PASSWORDS[0] } },
];

/** Resources as `terraform.tfstate` has them, with an object of each that is about to be deleted. */
export function stored(resources: readonly Resource[] = RESOURCES): string {
  return JSON.stringify({
    version: 4, terraform_version: '1.9.8', serial: 12, lineage: '6f0c', outputs: {}, check_results: null,
    resources: resources.map(({ module, mode = 'managed', type, name, index, values }) => ({
      ...(module !== undefined && { module }), mode, type, name, provider: 'provider["registry.terraform.io/cyrilgdn/rabbitmq"]',
      instances: [
        { ...(index !== undefined && { index_key: index }), schema_version: 0, attributes: values, sensitive_attributes: [], private: 'bnVsbA==' },
        { ...(index !== undefined && { index_key: index }), deposed: '0a1b2c3d', schema_version: 0, attributes: { ...values, name: 'deposed' } },
      ],
    })),
  }, undefined, 2);
}

/** Resources as `terraform show -json` prints them. */
export function shown(resources: readonly Resource[] = RESOURCES): string {
  const shownOf = ({ module, mode = 'managed', type, name, index, values }: Resource): unknown => {
    const [path, kind] = [module === undefined ? '' : `${module}.`, mode === 'data' ? 'data.' : ''];
    return {
      address: `${path}${kind}${type}.${name}${index === undefined ? '' : `[${JSON.stringify(index)}]`}`,
      mode, type, name, ...(index !== undefined && { index }),
      provider_name: 'registry.terraform.io/cyrilgdn/rabbitmq', schema_version: 0, values, sensitive_values: {},
    };
  };
  const of = (wanted?: string): unknown[] => resources.filter(({ module }) => module === wanted).map(shownOf);
  const modules = [...new Set(resources.map(({ module }) => module).filter(module => module !== undefined))];
  const children = modules.map(address => ({ address, resources: of(address) }));
  return JSON.stringify({
    format_version: '1.0', terraform_version: '1.9.8',
    values: { root_module: { resources: of(), child_modules: children } },
  });
}
