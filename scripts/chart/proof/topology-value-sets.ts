/** The example of the documentation. */
export const ORDERS = {
  virtualHosts: {
    orders: {
      defaultQueueType: 'quorum',
      limits: { maxConnections: 500 },
      exchanges: { events: { type: 'topic' }, dead: { type: 'fanout' } },
      queues: {
        billing: { deliveryLimit: 10, deadLetter: { exchange: 'dead' }, bindings: [{ source: 'events', routingKey: 'order.*.paid' }] },
        'dead-letters': { bindings: [{ source: 'dead' }] },
      },
      policies: { ttl: { pattern: '^dead', applyTo: 'queues', definition: { messageTtl: '168h' } } },
    },
  },
  users: { checkout: { permissions: { orders: { publish: ['events'], consume: ['billing'] } } } },
};

const EGRESS = { to: [{ ipBlock: { cidr: '192.0.2.0/24' } }, { namespaceSelector: { matchLabels: { site: 'eu' } } }] };

/** Each option of each object. */
const EVERYTHING = {
  reapplySchedule: '*/5 * * * *', deadline: '30m', ttlAfterFinished: '1h',
  globalParameters: { mqtt_port_to_vhost_mapping: { value: { 1883: 'tenant', 8883: '/' } }, cluster_tags: { value: { region: 'eu', rank: 5, tags: [true, 1.5] }, removalPolicy: 'delete' } },
  virtualHosts: {
    '/': { queues: { audit: { bindings: [{ source: 'amq.topic', routingKey: '#' }] } } },
    'shop/eu (1)': {
      description: 'a "shop" & more', tags: ['team-a', 'b'], defaultQueueType: 'classic', tracing: false, limits: { maxConnections: 0, maxQueues: 20 }, removalPolicy: 'delete',
      importedExchanges: ['legacy'], importedQueues: ['old'],
      exchanges: {
        all: { type: 'headers', durable: false, autoDelete: true, internal: true, alternateExchange: 'other', arguments: { 'x-text': 'a<b>&c', 'x-more': { a: [1, 2.5, true, 'x'] } } },
        other: { type: 'direct', bindings: [{ source: 'legacy', routingKey: 'a.b' }, { source: 'all', headers: { size: 5, kind: 'pdf' }, matchAny: true }], removalPolicy: 'delete', recreate: 'when-empty' },
        hashed: { type: 'x-consistent-hash' }, modulus: { type: 'x-modulus-hash' }, recent: { type: 'x-recent-history', arguments: { 'x-recent-history-length': 20 } },
      },
      queues: {
        classic: {
          durable: true, autoDelete: true, maxPriority: 5, maxLength: 1000, maxBytes: '1Gi', overflow: 'reject-publish-dlx', singleActiveConsumer: true, expires: '24h', messageTtl: '500ms',
          deadLetter: { exchange: '', routingKey: 'quorum' }, arguments: { 'x-custom': 'y' },
          bindings: [{ source: 'hashed', routingKey: '3' }, { source: 'all', headers: { a: 'b' }, arguments: { 'x-jms-topic-selector': 'c' }, removalPolicy: 'delete' }],
        },
        quorum: {
          type: 'quorum', deliveryLimit: -1, delayedRetry: { min: '1s', max: '5m' }, consumerTimeout: '1h', leaderLocator: 'balanced', groupSize: 3, singleActiveConsumer: false,
          deadLetter: { exchange: 'other', routingKey: 'dead', strategy: 'at-least-once' }, overflow: 'reject-publish', maxBytes: 1_000_000, recreate: 'when-empty', removalPolicy: 'delete',
          expect: { maxBacklog: 0, consumers: 12_345_678 },
        },
        stream: { type: 'stream', maxAge: '168h', maxBytes: '20G', maxSegmentSize: '100Mi', filterSize: 32, groupSize: 3, leaderLocator: 'client-local' },
        'öäü "quoted" \\ back': { expect: { maxBacklog: 1_500_000 } },
      },
      policies: {
        all: {
          pattern: '^(classic|quorum)$', applyTo: 'queues', priority: 10, removalPolicy: 'delete',
          definition: { maxLength: 5, expires: '1h', deadLetterExchange: 'legacy', deadLetterRoutingKey: 'x', additional: { 'queue-version': 2 } },
        },
        exchanges: { pattern: '^hashed$', applyTo: 'exchanges', definition: { alternateExchange: 'amq.fanout' } },
        streams: { pattern: '^stream$', applyTo: 'streams', priority: -1, definition: { maxAge: '10m', maxSegmentSize: '1Mi' } },
      },
      operatorPolicies: { limit: { pattern: '.*', applyTo: 'queues', definition: { maxBytes: '1Gi', targetGroupSize: 5, overflow: 'reject-publish' } } },
      shovels: {
        away: {
          source: { exchange: 'other', routingKey: 'a.#' }, destination: { uri: { existingSecret: 'remote', key: 'us' }, exchange: 'events', routingKey: 'b', egress: EGRESS },
          ackMode: 'on-publish', prefetchCount: 2_000_000, reconnectDelay: '1m', removalPolicy: 'delete', additional: { 'dest-add-forward-headers': true },
        },
        'between (hosts)': { source: { queue: 'quorum' }, destination: { virtualHost: 'tenant', queue: 'inbox' } },
        fetch: { source: { uri: { existingSecret: 'login', key: 'uri' }, queue: 'elsewhere', egress: { to: [{ ipBlock: { cidr: '198.51.100.0/24' } }], ports: [5673] } }, destination: { queue: 'old' } },
        'within a host': { source: { exchange: 'amq.topic' }, destination: { exchange: 'legacy' } },
      },
    },
    tenant: {
      queues: { inbox: {}, federated: {} },
      federationUpstreams: {
        eu: {
          uri: { existingSecret: 'remote', key: 'eu' }, egress: EGRESS, exchange: 'events', prefetchCount: 5, reconnectDelay: '30s', ackMode: 'no-ack', maxHops: 2, expires: '1h',
          removalPolicy: 'delete', additional: { 'trust-user-id': true },
        },
        us: { uri: { existingSecret: 'other' }, queue: 'a' },
      },
      federationUpstreamSets: { both: { upstreams: ['us', 'eu'], removalPolicy: 'delete' } },
      policies: {
        federate: { pattern: '^federated$', definition: { federationUpstream: 'eu' } },
        more: { pattern: '^x', applyTo: 'exchanges', definition: { federationUpstreamSet: 'both' } },
      },
      shovels: { 'a<b>&c': { source: { queue: 'inbox' }, destination: { virtualHost: 'shop/eu (1)', exchange: 'other' } } },
      parameters: {
        'mqtt-vhost-mapping': { 'a<b>&c': { value: 'tenant' } }, other: { flag: { value: false, removalPolicy: 'delete' }, list: { value: [1, 'x', { a: 1e3 }] } },
      },
    },
  },
  users: {
    'app@shop:1': {
      tags: ['management', 'policymaker'], limits: { maxConnections: 10, maxChannels: 0 },
      permissions: {
        tenant: { configure: '^app\\.', write: '^app\\.', read: '.*' },
        'shop/eu (1)': { declare: ['quorum', 'all'], publish: ['other', 'amq.default', 'legacy'], consume: ['old', 'öäü "quoted" \\ back'], read: '^x$' },
      },
      topicPermissions: { 'shop/eu (1)': { 'amq.topic': { write: '^a' }, other: { read: '' } } },
    },
    hashed: { passwordHash: { existingSecret: 'hash' }, removalPolicy: 'retain' },
    keyed: { passwordHash: { existingSecret: 'hash', key: 'other' }, permissions: {} },
    theirs: { existingSecret: 'login', permissions: { '/': { read: '^audit$' } } },
    named: { secretName: 'named-login', permissions: { '/': { write: '' } } },
  },
};

const WATCHED = { exporter: { enabled: true }, serviceMonitor: { enabled: true }, prometheusRule: { enabled: true } };

const MANY = Object.fromEntries(Array.from({ length: 850 }, (_, index) => [`queue-${index}`, {}]));

/** Topologies, by what they are there for. */
export const TOPOLOGY_VALUE_SETS: Readonly<Record<string, object>> = {
  'a topology': { topology: ORDERS },
  'a topology, watched, with backups': {
    topology: ORDERS, ...WATCHED, backup: { enabled: true }, tls: { enabled: true },
  },
  'a topology, watched by logins that exist': { topology: ORDERS, ...WATCHED, exporter: { enabled: true, credentials: 'login' } },
  'a topology with all options': { topology: EVERYTHING },
  'a topology with all options, watched': {
    topology: EVERYTHING, ...WATCHED, networkPolicy: { enabled: true },
    prometheusRule: { enabled: true, changes: { RabbitMQQueueAboveExpectedBacklog: { severity: 'critical', for: '1h' } } },
  },
  'a topology that nothing applies again': {
    topology: { ...ORDERS, reapply: false }, networkPolicy: { enabled: false }, cluster: { replicaCount: 1 },
  },
  'a topology of one user': { topology: { users: { app: {} } }, exporter: { enabled: true } },
  'a topology of one global parameter': { topology: { globalParameters: { mqtt_default_vhosts: { value: {} } } }, exporter: { enabled: true } },
  'a topology of a shovel and a federation without egress': {
    topology: {
      virtualHosts: {
        a: { queues: { a: {} }, shovels: { s: { source: { queue: 'a' }, destination: { virtualHost: 'b', queue: 'b' } } } },
        b: { queues: { b: {} }, federationUpstreams: { u: { uri: { existingSecret: 'u' } } }, policies: { all: { pattern: '^b$', definition: { federationUpstreamSet: 'all' } } } },
      },
    },
  },
  'a topology that is not as it was meant': {
    topology: {
      virtualHosts: {
        Shop: {}, ' odd': {
          limits: { maxConnections: 0 }, importedQueues: ['STREAM'], exchanges: { dead: {}, Dead: { type: 'topic', alternateExchange: 'dead' }, far: {}, near: {} },
          queues: {
            'a ': { type: 'classic', durable: false, arguments: { 'x-queue-mode': 'lazy', 'x-ha-policy': 'all', 'x-custom': 1 } },
            b: { groupSize: 4, deadLetter: { exchange: 'far' }, bindings: [{ source: 'dead', routingKey: 'a.*' }, { source: 'Dead', routingKey: 'a.b*' }, { source: 'amq.direct', routingKey: '#' }] },
            c: { deadLetter: { exchange: 'near' }, bindings: [{ source: 'near', headers: { a: 1 } }, { source: 'Dead', routingKey: '*.#' }, { source: 'amq.headers', headers: { a: 1 } }] },
            stream: { type: 'stream' },
          },
          superStreams: { s: { partitions: 2, groupSize: 2 } },
          policies: {
            both: { pattern: '^b$|c', definition: { federationUpstream: 'eu', additional: { 'queue-mode': 'lazy', 'max-in-memory-length': 5 } } },
            group: { pattern: '(?i)(?:^x|(y|z)$)', priority: 1, definition: { maxLength: 1 } }, open: { pattern: '(^u|v)', priority: 2, definition: { maxLength: 1 } },
            optional: { pattern: '(^q)?r', priority: 3, definition: { federationUpstreamSet: 'sites' } }, 'class [|(]': { pattern: '[|(]w\\|\\$', priority: 4, definition: { maxLength: 1 } },
            repeats: { pattern: '^x|^yes*', priority: 5, definition: { maxLength: 1 } }, ends: { pattern: 'a\\\\$', priority: 6, definition: { maxLength: 1 } },
          },
        },
        shop: { limits: { maxConnections: 1 } },
      },
      users: {
        App: { permissions: { shop: { read: 'a', write: '^ab*$', configure: '' }, gone: {}, '/': { read: '.*' } }, topicPermissions: { far: { a: { read: 'x', write: '^y' }, 'amq.topic': {} } } },
        app: { permissions: { shop: { read: '^app\\.' } }, topicPermissions: { ' odd': { s: { read: '.*' }, none: {} } } },
        erlang: { permissions: { shop: { configure: '^a{1,2000}$', read: '^a\\Z', write: '^[a-\\d]+$' } } },
      },
    },
    cluster: { replicaCount: 1 }, exporter: { enabled: true },
  },
  'virtual hosts of plugins': {
    plugins: ['rabbitmq_mqtt', 'rabbitmq_stomp', 'rabbitmq_event_exchange'], topology: { virtualHosts: { orders: {} } },
    rabbitmqConf: 'mqtt.vhost = \'shop\'\nstomp.default_vhost = other\n', configuration: { 'event_exchange.vhost': 'orders' },
  },
  'a virtual host of MQTT without a topology': { plugins: ['rabbitmq_mqtt'], configuration: { 'mqtt.vhost': 'shop' } },
  'virtual hosts of plugins, the default one': { plugins: ['rabbitmq_mqtt'], configuration: { default_vhost: 'shop', 'mqtt.vhost': 'shop' }, topology: { virtualHosts: { orders: {} } } },
  'a topology without users': { topology: { virtualHosts: { tenant: {} } } },
  'a topology of many queues': { topology: { virtualHosts: { many: { queues: MANY } } }, exporter: { enabled: true } },
  'a topology of which values take everything away': {
    topology: { virtualHosts: { orders: null }, users: { app: null }, globalParameters: { a: null } },
    exporter: { enabled: true },
  },
  'a topology of which values take objects away': {
    topology: {
      globalParameters: { a: null },
      virtualHosts: { orders: {
        parameters: { a: null, b: { c: null } },
        exchanges: { a: null, b: {} }, queues: { a: null, b: {} }, policies: { a: null }, operatorPolicies: { a: null },
      }, shop: null },
      users: {
        app: { permissions: { shop: null, orders: {} }, topicPermissions: { shop: null, orders: { b: null } } },
        other: null,
      },
    },
    exporter: { enabled: true },
  },
  'a topology of which consumers are expected': {
    topology: { virtualHosts: { orders: { queues: { a: { expect: { consumers: 2 } }, b: {} } } } },
    prometheusRule: { enabled: true, changes: { RabbitMQQueueAboveExpectedBacklog: { for: '1h' } } },
  },
  'a topology of super streams': {
    topology: {
      virtualHosts: {
        orders: {
          superStreams: {
            clicks: { partitions: 3, maxAge: '24h', maxBytes: '1Gi', maxSegmentSize: '10Mi', groupSize: 3, leaderLocator: 'balanced', removalPolicy: 'delete', recreate: 'when-empty' },
            regions: { routingKeys: ['eu', 'us', 'asia'] },
          },
          policies: { age: { pattern: '^clicks', applyTo: 'streams', definition: { maxAge: '48h' } } },
        },
      },
      users: { app: { permissions: { orders: { publish: ['clicks'], consume: ['clicks', 'regions'] } } } },
    },
    exporter: { enabled: true }, tls: { enabled: true },
  },
  'a topology of super streams beside the plugin': { topology: { virtualHosts: { orders: { superStreams: { s: { partitions: 1 } } } } }, plugins: ['rabbitmq_stream'] },
  'a topology of a cluster that is off': { topology: ORDERS, cluster: { enabled: false } },
  'a topology on 3.10': {
    topology: { virtualHosts: { tenant: { queues: { a: { type: 'classic' } }, exchanges: { m: { type: 'x-modulus-hash' } } } } }, image: { tag: '3.10-management' },
  },
  'a topology with another default virtual host': {
    topology: { users: { app: { tags: ['monitoring'] }, other: { permissions: { shop: {} } } } }, configuration: { default_vhost: 'shop' },
  },
  'a topology with names of platform users that the release has not': {
    topology: { users: { monitoring: {}, backup: {}, 'topology-reader': {} } }, serviceMonitor: { enabled: true }, backup: { enabled: true, credentials: 'login' },
  },
  'a topology with the longest name': { cluster: { name: 'a'.repeat(43) }, topology: ORDERS },
};
