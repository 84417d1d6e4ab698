import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { mergeValues } from '../../src/chart-values/merge';
import { problemsOf } from '../../src/chart-values/problems';
import { configOfValues } from '../../src/deploy/values';
import { synthesize } from '../../src/inventory/synth';

/** What values declare, by the names of files. */
function declared(topology: object): any[] {
  const { manifests } = synthesize(configOfValues({ cluster: { name: 'mq' }, topology }, 'values.yaml'));
  const maps: any[] = manifests.filter(({ kind, metadata: { name } }) => kind === 'ConfigMap' && /^mq-topology(-\d+)?$/.test(name));
  return maps.flatMap(({ data }) => JSON.parse(data['topology-000.json'] as string) as unknown[]);
}

const problems = (topology: unknown): string[] => problemsOf({ topology }).map(({ text }) => text);
const orders = (virtualHost: object): object => ({ virtualHosts: { orders: virtualHost } });

/** The examples of docs/topology-how-to.md. */
function documented(): { readonly topology: object }[] {
  const blocks = readFileSync(join(__dirname, '../../../docs/topology-how-to.md'), 'utf8').matchAll(/```yaml\n([^]*?)```/g);
  return [...blocks].map(([, block]) => parse(block) as { readonly topology: object });
}

describe('topology in values', () => {
  test('is as the examples of the docs', () => {
    const [local, linked] = documented();
    const names = (topology: object): string[] => declared(topology).map(({ kind, name, user, destination }) => [kind, name ?? user ?? destination].join(' '));
    expect(problemsOf(local)).toEqual([]);
    expect(names(local.topology)).toEqual([
      'vhost orders', 'vhost-limits ', 'exchange dead', 'exchange events', 'queue billing', 'queue dead-letters', 'binding billing', 'binding dead-letters', 'policy ttl',
      'user checkout', 'permission checkout',
    ]);
    expect(problemsOf(linked)).toEqual([]);
    expect(names(linked.topology)).toEqual([
      'vhost orders', 'exchange events', 'queue outgoing', 'policy federate', 'parameter eu', 'parameter move',
    ]);
  });

  test('declares a virtual host, its exchanges, queues, bindings and policies, in the order of their names', () => {
    expect(declared(orders({
      exchanges: { events: { type: 'topic' }, dead: { type: 'fanout' } },
      queues: { billing: { deadLetter: { exchange: 'dead' }, messageTtl: '500ms', maxBytes: '1Ki', bindings: [{ source: 'events', routingKey: 'order.*' }] } },
      policies: { limit: { pattern: '^b', definition: { expires: '1h', additional: { 'queue-version': 2 } } } },
    }))).toEqual([
      { kind: 'vhost', name: 'orders', body: {} },
      expect.objectContaining({ kind: 'exchange', name: 'dead' }),
      expect.objectContaining({ kind: 'exchange', name: 'events', vhost: 'orders' }),
      {
        kind: 'queue', vhost: 'orders', name: 'billing',
        body: {
          durable: true, auto_delete: false,
          arguments: { 'x-queue-type': 'quorum', 'x-dead-letter-exchange': 'dead', 'x-message-ttl': 500, 'x-max-length-bytes': 1024 },
        },
      },
      expect.objectContaining({ kind: 'binding', source: 'events', destination: 'billing', destination_type: 'queue', body: { routing_key: 'order.*', arguments: {} } }),
      expect.objectContaining({ kind: 'policy', name: 'limit', body: { pattern: '^b', 'apply-to': 'queues', priority: 0, definition: { expires: 3_600_000, 'queue-version': 2 } } }),
    ]);
  });

  test('declares parameters of a virtual host by component and name, and global ones', () => {
    expect(declared({
      ...orders({ parameters: { 'mqtt-vhost-mapping': { b: { value: 'orders' }, a: null } } }),
      globalParameters: { cluster_tags: { value: { region: 'eu', ranks: [1, true] }, removalPolicy: 'delete' } },
    })).toEqual([
      expect.objectContaining({ kind: 'vhost' }),
      { kind: 'parameter', vhost: 'orders', component: 'mqtt-vhost-mapping', name: 'b', body: { value: 'orders' } },
      { kind: 'global-parameter', name: 'cluster_tags', removal: 'delete', body: { value: { region: 'eu', ranks: [1, true] } } },
    ]);
  });

  test('refuses a parameter without a value, and a null in one', () => {
    expect(problems({ globalParameters: { a: {} } })).toEqual(['"topology.globalParameters.a" has no "value": add it']);
    expect(problems({ globalParameters: { a: { value: [null] } } }).join()).toContain('topology.globalParameters.a.value[0]');
  });

  test('has the URIs of shovels and federation in Secrets, and opens the NetworkPolicy for them', () => {
    const topology = orders({
      queues: { here: {} },
      federationUpstreams: { eu: { uri: { existingSecret: 'far', key: 'eu' }, reconnectDelay: '30s', expires: '500ms' } },
      federationUpstreamSets: { all: null, sites: { upstreams: ['eu'] } },
      shovels: { move: { source: { queue: 'here' }, destination: { exchange: 'there', uri: { existingSecret: 'far' }, egress: { to: [{ ipBlock: { cidr: '192.0.2.0/24' } }] } } } },
    });
    const parameters = declared(topology).filter(({ kind }) => kind === 'parameter').map(({ component, name, body }) => [component, name, body.value]);
    expect(parameters).toEqual([
      ['federation-upstream', 'eu', { uri: { fromSecret: 'far', key: 'eu' }, 'reconnect-delay': 30, expires: 500 }],
      ['federation-upstream-set', 'sites', [{ upstream: 'eu' }]],
      ['shovel', 'move', {
        'src-protocol': 'amqp091', 'src-uri': 'amqp:///orders', 'src-queue': 'here',
        'dest-protocol': 'amqp091', 'dest-uri': { fromSecret: 'far', key: 'uri' }, 'dest-exchange': 'there',
      }],
    ]);
    const { manifests } = synthesize(configOfValues({ cluster: { name: 'mq' }, topology }, 'values.yaml'));
    const brokers: any = manifests.find(({ kind, metadata: { name } }) => kind === 'NetworkPolicy' && name === 'mq');
    expect(brokers.spec.egress.at(-1)).toEqual({
      to: [{ ipBlock: { cidr: '192.0.2.0/24' } }], ports: [{ port: 5672, protocol: 'TCP' }, { port: 5671, protocol: 'TCP' }],
    });
    const plugins: any = manifests.find(({ kind, metadata: { name } }) => kind === 'ConfigMap' && name === 'mq-config');
    expect(plugins.data.enabled_plugins).toContain('rabbitmq_federation,');
    expect(plugins.data.enabled_plugins).toContain('rabbitmq_shovel,');
  });

  test('refuses a URI outside of a Secret', () => {
    const uri = 'amqp://user:password@far';
    expect(problems(orders({ parameters: { shovel: { move: { value: { 'src-uri': uri } } } } })).join()).toContain('Did you mean shovels?');
    expect(problems(orders({ federationUpstreams: { eu: { uri } } })).join()).toContain('federationUpstreams.eu.uri');
    expect(problems(orders({ shovels: { move: { source: { queue: 'a' }, destination: { queue: 'b' }, additional: { 'dest-uri': uri } } } })).join()).toContain('Did you mean destination.uri?');
  });

  test('warns of what is likely not meant, also where the chart does not', () => {
    const { warnings } = synthesize(configOfValues({
      cluster: { name: 'mq' }, topology: orders({ queues: { lonely: {}, even: { groupSize: 2 } }, policies: { open: { pattern: 'e', definition: { maxLength: 1 } } } }),
    }, 'values.yaml'));
    expect(warnings.map(text => /\[([\w-]+)\]$/.exec(text)?.[1])).toEqual(expect.arrayContaining(['queue-unreached', 'queue-group-even', 'policy-pattern-unanchored']));
  });

  test('has alerts for queues of which something is expected', () => {
    const { manifests } = synthesize(configOfValues({
      cluster: { name: 'mq' }, prometheusRule: { enabled: true }, topology: orders({ queues: { a: { expect: { maxBacklog: 0 } }, b: { expect: { maxBacklog: 9 } }, c: {} } }),
    }, 'values.yaml'));
    const { spec }: any = manifests.find(({ kind }) => kind === 'PrometheusRule');
    const alerts: any[] = spec.groups.at(-1).rules.filter(({ alert }: any) => (alert as string).includes('Expected'));
    expect(alerts.map(({ alert }) => alert)).toEqual(['RabbitMQQueueAboveExpectedBacklog']);
    expect(alerts[0].expr.match(/queue="\w"\}\) . \d/g)).toEqual(['queue="a"}) > 0', 'queue="b"}) > 9']);
  });

  test('refuses an expectation of nothing, and one of no consumers', () => {
    expect(problems(orders({ queues: { a: { expect: {} } } })).join()).toContain('queues.a.expect');
    expect(problems(orders({ queues: { a: { expect: { consumers: 0 } } } })).join()).toContain('queues.a.expect.consumers" is 0: it must be >= 1');
    expect(problems(orders({ queues: { a: { expect: { consumers: 1, maxBacklog: 0 } } } }))).toEqual([]);
  });

  test('grants the exact names of what is declared', () => {
    const objects = declared({
      ...orders({ exchanges: { events: {} }, queues: { 'bil.ling': {} } }),
      users: { checkout: { permissions: { orders: { publish: ['events'], consume: ['bil.ling'], configure: '^checkout\\.' } } } },
    });
    expect(objects).toContainEqual(expect.objectContaining({ kind: 'user', name: 'checkout', secret: 'mq-user-checkout' }));
    expect(objects).toContainEqual({
      kind: 'permission', user: 'checkout', vhost: 'orders', body: { configure: '^checkout\\.', read: '^bil\\.ling$', write: '^events$' },
    });
  });

  test('declares a super stream, and grants its partitions', () => {
    const objects = declared({
      ...orders({ superStreams: { clicks: { partitions: 2, maxAge: '24h' } } }),
      users: { app: { permissions: { orders: { publish: ['clicks'] } } } },
    });
    expect(objects.filter(({ kind }) => kind === 'queue').map(({ name }) => name as string)).toEqual(['clicks-0', 'clicks-1']);
    expect(objects).toContainEqual(expect.objectContaining({ kind: 'permission', body: { configure: '^$', read: '^$', write: '^(clicks|clicks-0|clicks-1)$' } }));
  });

  test.each([
    ['an exchange of a binding', orders({ queues: { billing: { bindings: [{ source: 'evnts' }] } } }), 'source of a binding of queue "billing" in virtual host "orders" is "evnts"'],
    ['a dead-letter exchange', orders({ queues: { billing: { deadLetter: { exchange: 'dead' } } } }), 'deadLetter.exchange of queue "billing"'],
    ['an alternate exchange', orders({ exchanges: { events: { alternateExchange: 'other' } } }), 'alternateExchange of exchange "events"'],
    ['a queue of a user', { ...orders({}), users: { app: { permissions: { orders: { consume: ['billing'] } } } } }, 'consume in virtual host "orders" has "billing", which is no declared queue or super stream'],
    ['an exchange of a virtual host that nothing declares', { users: { app: { permissions: { shop: { publish: ['amq.topic'] } } } } }, 'publish in virtual host "shop" has "amq.topic"'],
  ])('refuses %s that nothing declares', (_, topology, message) => {
    expect(() => declared(topology)).toThrow(message);
  });

  test.each([
    ['built in', orders({ queues: { billing: { bindings: [{ source: 'amq.topic' }], deadLetter: { exchange: '' } } } })],
    ['imported', orders({ importedExchanges: ['events'], queues: { billing: { bindings: [{ source: 'events' }] } } })],
  ])('takes an exchange that is %s', (_, topology) => {
    expect(declared(topology)).toContainEqual(expect.objectContaining({ kind: 'binding', destination: 'billing' }));
  });

  test.each([
    ['a queue that is no map', orders({ queues: { billing: 'quorum' } }), '"topology.virtualHosts.orders.queues.billing" is "quorum": it must be object'],
    ['an argument that has an option', orders({ queues: { billing: { arguments: { 'x-max-length': 5 } } } }), 'Did you mean maxLength?'],
    ['an unknown option', orders({ queues: { billing: { maxlength: 5 } } }), 'Did you mean "topology.virtualHosts.orders.queues.billing.maxLength"?'],
    ['a name that no user can have', { users: { 'the app': {} } }, 'has the key "the app": it must match pattern'],
  ])('refuses %s by the schema', (_, topology, message) => {
    expect(problems(topology).join('\n')).toContain(message);
  });

  test('adds objects to those of the last deploy, and takes them away by null', () => {
    const namesIn = (topology: unknown): string[] => declared(topology as object).map(({ name }) => name as string);
    const first = orders({ queues: { billing: {} } });
    const second = orders({ queues: { audit: {} } });
    expect(namesIn(mergeValues(first, second))).toEqual(['orders', 'audit', 'billing']);
    expect(namesIn(mergeValues(mergeValues(first, second), orders({ queues: { billing: null } })))).toEqual(['orders', 'audit']);
  });
});
