import { App, Chart, Cron, Duration } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import {
  IRabbitMQCluster, RabbitMQArgument, RabbitMQBackup, RabbitMQCluster, RabbitMQExchange, RabbitMQExchangeType,
  RabbitMQOverflow, RabbitMQPolicyTarget, RabbitMQQueue, RabbitMQQueueType, RabbitMQRecreate, RabbitMQRemovalPolicy,
  RabbitMQTopology, RabbitMQTopologyProps, RabbitMQUser, RabbitMQVersion, RabbitMQVirtualHost,
} from '../../lib';
import { readEscript } from '../../lib/rabbitmq/programs';
import { Manifest, selects } from '../support/manifest';
import { find, newChart, newCluster, quietly, synth } from '../support/synth';
import { declare, Declared, declared, declaredIn, jobOf } from './declared';

const commandFiles = (manifests: readonly Manifest[]): string[] => Object.keys(find(manifests, 'ConfigMap', 'orders-topology').data);

describe('topology', () => {
  test('is applied by one Job with the program and a line for each object', () => {
    const manifests = declare(({ orders }) => { orders.addQueue('billing'); });
    expect(commandFiles(manifests)).toEqual(['topology-000.json']);
    const programs = manifests.find(({ kind, metadata: { name } }) => kind === 'ConfigMap' && name.startsWith('orders-tools-programs-'))!;
    expect(programs).toMatchObject({ immutable: true, data: readEscript('apply-topology') });
    expect(find(manifests, 'ConfigMap', 'orders-topology').data['topology-000.json'].split('\n')).toEqual([
      '[', '{"kind":"vhost","name":"orders","body":{}},', expect.stringContaining('"billing"'), ']', '',
    ]);
    expect(manifests.filter(({ kind, metadata: { name } }) => kind === 'Job' && name.startsWith('orders-topology'))).toHaveLength(1);
  });

  test('writes an object as the same line in each order of its arguments', () => {
    const lineOf = (...names: string[]): unknown => declared(({ orders }) => {
      orders.addQueue('billing', { arguments: Object.fromEntries(names.map(name => [name, RabbitMQArgument.text('x')])) });
    }).map(object => JSON.stringify(object));
    expect(lineOf('x-b', 'x-a')).toEqual(lineOf('x-a', 'x-b'));
  });

  test('has another Job when its content changes, and only then', () => {
    const nameOf = (name: string): string => jobOf(declare(({ orders }) => { orders.addQueue(name); })).metadata.name;
    expect(nameOf('a')).not.toBe(nameOf('b'));
    expect(nameOf('a')).toBe(nameOf('a'));
  });

  test('has a Job that ends: by a deadline, by few retries, and at once when only a changed declaration helps', () => {
    const { spec } = jobOf(declare(() => undefined, { deadline: Duration.minutes(20) }));
    expect(spec).toMatchObject({
      activeDeadlineSeconds: 1200, backoffLimit: 10,
      podFailurePolicy: { rules: [{ action: 'FailJob', onExitCodes: { operator: 'In', values: [2] } }] },
      template: { spec: { restartPolicy: 'Never' } },
    });
    expect(spec).not.toHaveProperty('ttlSecondsAfterFinished');
    expect(jobOf(declare(() => undefined, { ttlAfterFinished: Duration.hours(1) })).spec.ttlSecondsAfterFinished)
      .toBe(3600);
  });

  test('is applied again by a CronJob, on its schedule or not at all', () => {
    expect(find(declare(() => undefined), 'CronJob').spec).toMatchObject({ schedule: '* * * * *', concurrencyPolicy: 'Forbid' });
    expect(find(declare(() => undefined, { reapplySchedule: Cron.hourly() }), 'CronJob').spec.schedule).toBe('0 * * * *');
    expect(declare(() => undefined, { reapply: false }).filter(({ kind }) => kind === 'CronJob')).toEqual([]);
  });

  test('reports failures as Events, by an account that can create Events and nothing else', () => {
    const manifests = declare(() => undefined);
    expect(find(manifests, 'Role', 'orders-topology').rules).toEqual([{ apiGroups: [''], resources: ['events'], verbs: ['create'] }]);
    expect(find(manifests, 'RoleBinding', 'orders-topology').subjects).toEqual([{ kind: 'ServiceAccount', name: 'orders-topology' }]);
    const { spec } = jobOf(manifests).spec.template;
    expect(spec).toMatchObject({ serviceAccountName: 'orders-topology', automountServiceAccountToken: false });
    expect(spec.containers[0].env.map(({ name }: any) => name)).toEqual(['POD_NAME', 'POD_UID']);
    expect(spec.containers[0].volumeMounts).toContainEqual({ name: 'token', mountPath: '/run/secrets/api', readOnly: true });
    expect(find(manifests, 'NetworkPolicy', 'orders-topology').spec.egress[1].ports.map(({ port }: any) => port)).toEqual([443, 6443]);
  });

  test('of platform users only has no token', () => {
    const chart = newChart();
    const cluster = newCluster({ name: 'orders' }, chart);
    new RabbitMQBackup(chart, 'Backup', { cluster });
    const manifests = synth(chart);
    expect(manifests.filter(({ metadata }) => metadata.name === 'orders-topology').map(({ kind }) => kind)).toEqual(['ConfigMap']);
    expect(jobOf(manifests).spec.template.spec).not.toHaveProperty('serviceAccountName');
  });

  test('is divided among ConfigMaps that client-side kubectl apply can take, all mounted in one folder', () => {
    const manifests = declare(({ orders }) => { Array.from({ length: 1200 }, (_, index) => orders.addQueue(`a-rather-long-name-of-a-queue-${index}`)); });
    const parts = manifests.filter(({ kind, metadata: { name } }) => kind === 'ConfigMap' && /^orders-topology(-\d)?$/.test(name));
    expect(parts.map(({ metadata: { name } }) => name)).toEqual(['orders-topology', 'orders-topology-1', 'orders-topology-2', 'orders-topology-3']);
    expect(Math.max(...parts.map(part => JSON.stringify(part).length))).toBeLessThan(262_144);
    expect(declaredIn(manifests)).toHaveLength(1201);
    const sourcesOf = (all: Manifest[]): unknown[] => jobOf(all).spec.template.spec.volumes.find(({ name }: any) => name === 'topology').projected.sources;
    expect(sourcesOf(manifests)).toHaveLength(4);
    // a volume of the same type, as server-side apply by another field manager can't change it
    expect(sourcesOf(declare(() => undefined))).toEqual([{ configMap: { name: 'orders-topology' } }]);
  });

  test('is applied by the Job of users of the platform where there is one, in a file of its own', () => {
    const declareWith = (name?: string): Manifest[] => {
      const chart = newChart({ namespace: 'shop' });
      const cluster = newCluster({ name: 'orders' }, chart);
      new RabbitMQBackup(chart, 'Backup', { cluster });
      new RabbitMQTopology(chart, 'Topology', { cluster, name, deadline: Duration.minutes(20) });
      new RabbitMQVirtualHost(chart, 'Orders', { cluster, name: 'orders' });
      return synth(chart);
    };
    const manifests = declareWith();
    const { data } = find(manifests, 'ConfigMap', 'orders-topology');
    expect(Object.entries<string>(data).map(([file, text]) => [file, JSON.parse(text).map(({ name }: any) => name)]))
      .toEqual([
        ['topology-000.json', ['orders']], ['topology-platform.json', ['backup']],
      ]);
    expect(manifests.filter(({ kind }) => kind === 'Job').map(({ metadata }) => metadata.name.replace(/-[0-9a-f]{5}$/, ''))).toEqual(['orders-init', 'orders-topology']);
    expect(jobOf(manifests).spec.activeDeadlineSeconds).toBe(1200);
    expect(find(manifests, 'CronJob', 'orders-topology').spec.schedule).toBe('* * * * *');
    expect(() => declareWith('other')).toThrow('name of the topology is "other", but topology "orders-topology" has the users of monitoring and backups already: leave name out');
  });

  test('of an imported cluster leaves users of the platform to Jobs of their own', () => {
    const chart = newChart({ namespace: 'shop' });
    const cluster = RabbitMQCluster.fromClusterAttributes(chart, 'Cluster', {
      clusterName: 'orders', version: RabbitMQVersion.NEWEST, credentialsSecret: Secret.fromSecretName(chart, 'Secret', 'orders-credentials'),
    });
    new RabbitMQBackup(chart, 'Backup', { cluster });
    new RabbitMQTopology(chart, 'Topology', { cluster, name: 'payments' });
    const web = new RabbitMQUser(chart, 'Web', { cluster });
    const manifests = quietly(() => chart.toJson() as Manifest[]);
    expect(declaredIn(manifests, 'orders-user-backup').map(({ name }) => name)).toEqual(['backup']);
    expect(declaredIn(manifests, 'payments').map(({ name }) => name)).toEqual(['web']);
    const created = (name: string): any[] => Object.values<string>(find(manifests, 'ConfigMap', name).data).map(text => JSON.parse(text).metadata.name);
    expect(created('orders-user-backup-init')).toEqual(['orders-backup']);
    expect(created('payments-init')).toEqual([web.secret.name]);
    const programs = manifests.filter(({ kind, immutable }) => kind === 'ConfigMap' && immutable);
    expect(programs.map(({ metadata }) => metadata.name.replace(/-[0-9a-f]{10}$/, ''))).toEqual(['orders-user-backup-tools-programs']);
  });

  test('is created in the cluster\'s chart when something is declared in another', () => {
    const app = new App();
    const platform = new Chart(app, 'platform', { namespace: 'shop' });
    const cluster = newCluster({ name: 'orders' }, platform);
    const team = new Chart(app, 'team');
    new RabbitMQVirtualHost(team, 'Orders', { cluster, name: 'orders' });
    expect(declaredIn(synth(platform))).toEqual([{ kind: 'vhost', name: 'orders', body: {} }]);
    expect(team.toJson()).toEqual([]);
  });

  test('is one for a cluster', () => {
    expect(() => declare(({ chart, cluster }) => { new RabbitMQTopology(chart, 'Another', { cluster }); }))
      .toThrow('cluster "orders" has a topology already, at test/Topology: create RabbitMQTopology once, before anything is declared.');
  });

  test('of two apps has two names', () => {
    const imported = (name?: string): Manifest[] => {
      const chart = newChart({ namespace: 'shop' });
      const cluster: IRabbitMQCluster = RabbitMQCluster.fromClusterAttributes(chart, 'Cluster', {
        clusterName: 'orders', version: RabbitMQVersion.NEWEST, credentialsSecret: Secret.fromSecretName(chart, 'Secret', 'orders-credentials'),
      });
      new RabbitMQTopology(chart, 'Topology', { cluster, name });
      return quietly(() => chart.toJson() as Manifest[]);
    };
    expect(jobOf(imported('payments'), 'payments').spec.template.spec.containers[0].command.slice(-2)).toEqual(['payments', '3']);
    expect(jobOf(imported())).toBeDefined();
    expect(() => imported('p'.repeat(53))).toThrow(/53 characters: use at most 52/);
    expect(() => imported('p'.repeat(52))).not.toThrow();
  });

  test('warns, or fails where it is strict, unless the warning is acknowledged', () => {
    const errorsOf = (props: Partial<RabbitMQTopologyProps>): string[] => quietly(() => {
      const chart = newChart();
      const cluster = newCluster({}, chart);
      const topology = new RabbitMQTopology(chart, 'Topology', { cluster, ...props });
      new RabbitMQVirtualHost(chart, 'Orders', { cluster, name: 'orders' }).addQueue('a');
      return [...topology.warnings, ...topology.node.validate().map(error => `error: ${error}`)];
    });
    expect(errorsOf({})).toEqual([expect.stringMatching(/^queue "a" .*\[queue-unreached\]$/)]);
    expect(errorsOf({ strict: true })).toEqual([expect.stringMatching(/^error: queue "a"/)]);
    expect(errorsOf({ acknowledgedWarnings: ['queue-unreached'] })).toEqual([]);
    expect(() => errorsOf({ acknowledgedWarnings: ['no-such'] })).toThrow('acknowledgedWarnings has "no-such"');
  });
});

describe('virtual host', () => {
  const hosts = (options: object): any[] => declaredIn(declare(({ chart, cluster }) => { new RabbitMQVirtualHost(chart, 'Host', { cluster, name: 'a/b', ...options }); })).slice(1);

  test('sends only the properties that are set', () => {
    expect(hosts({})).toEqual([{ kind: 'vhost', name: 'a/b', body: {} }]);
    expect(hosts({ description: 'd', tags: ['t'], defaultQueueType: RabbitMQQueueType.QUORUM, limits: { maxQueues: 0 }, removalPolicy: RabbitMQRemovalPolicy.DELETE_WHEN_UNUSED })).toEqual([
      { kind: 'vhost', name: 'a/b', removal: 'delete', body: { description: 'd', tags: ['t'], default_queue_type: 'quorum' } },
      { kind: 'vhost-limits', vhost: 'a/b', body: { 'max-queues': 0 } },
    ]);
  });

  test('gives queues its default type', () => {
    const type = (defaultQueueType?: RabbitMQQueueType): string => declaredIn(declare(({ chart, cluster }) => {
      new RabbitMQVirtualHost(chart, 'Host', { cluster, name: 'a', defaultQueueType }).addQueue('q');
    })).at(-1).body.arguments['x-queue-type'];
    expect([type(), type(RabbitMQQueueType.CLASSIC)]).toEqual(['quorum', 'classic']);
  });

  test('that is imported is not declared, but what is added to it is', () => {
    expect(declared(({ chart, cluster }) => { RabbitMQVirtualHost.fromVirtualHostName(chart, 'Root', cluster, '/').addQueue('q'); })).toEqual([
      expect.objectContaining({ kind: 'queue', vhost: '/', name: 'q' }),
    ]);
  });

  test('has a name', () => {
    expect(() => declare(({ chart, cluster }) => { new RabbitMQVirtualHost(chart, 'Host', { cluster, name: '' }); })).toThrow('name of the virtual host is "": use 1 to 255 bytes.');
  });
});

describe('exchange and queue', () => {
  test('are declared with their arguments', () => {
    expect(declared(({ orders }) => {
      const dead = orders.addExchange('dead', { type: RabbitMQExchangeType.FANOUT });
      orders.addExchange('events', { type: RabbitMQExchangeType.TOPIC, alternateExchange: dead, internal: true, recreate: RabbitMQRecreate.WHEN_EMPTY });
      orders.addQueue('billing', { deliveryLimit: -1, deadLetter: { exchange: dead, routingKey: 'r' }, messageTtl: Duration.seconds(5), overflow: RabbitMQOverflow.REJECT_PUBLISH });
      orders.addQueue('log', { type: RabbitMQQueueType.STREAM, maxAge: Duration.days(7), groupSize: 3, filterSize: 32, arguments: { 'x-more': RabbitMQArgument.list([RabbitMQArgument.flag(true)]) } });
    })).toEqual([
      { kind: 'exchange', vhost: 'orders', name: 'dead', body: { type: 'fanout', durable: true, auto_delete: false, internal: false, arguments: {} } },
      { kind: 'exchange', vhost: 'orders', name: 'events', recreate: true, body: { type: 'topic', durable: true, auto_delete: false, internal: true, arguments: { 'alternate-exchange': 'dead' } } },
      { kind: 'queue', vhost: 'orders', name: 'billing', body: { durable: true, auto_delete: false, arguments: {
        'x-queue-type': 'quorum', 'x-dead-letter-exchange': 'dead', 'x-dead-letter-routing-key': 'r', 'x-delivery-limit': -1, 'x-message-ttl': 5000, 'x-overflow': 'reject-publish',
      } } },
      { kind: 'queue', vhost: 'orders', name: 'log', body: { durable: true, auto_delete: false, arguments: {
        'x-queue-type': 'stream', 'x-initial-cluster-size': 3, 'x-max-age': '604800s', 'x-stream-filter-size-bytes': 32, 'x-more': [true],
      } } },
    ]);
  });

  test('are bound by a key or by headers', () => {
    expect(declared(({ orders }) => {
      const events = orders.addExchange('events');
      const queue = RabbitMQQueue.fromQueueName(orders, 'Q', orders, 'q');
      events.bind(queue, { routingKey: 'a.*' });
      events.bindExchange(RabbitMQExchange.fromExchangeName(orders, 'X', orders, 'amq.topic'), { headers: { h: RabbitMQArgument.number(1) }, matchAny: true, removalPolicy: RabbitMQRemovalPolicy.DELETE_WHEN_UNUSED });
    }).slice(1)).toEqual([
      { kind: 'binding', vhost: 'orders', source: 'events', destination: 'q', destination_type: 'queue', body: { routing_key: 'a.*', arguments: {} } },
      { kind: 'binding', vhost: 'orders', source: 'events', destination: 'amq.topic', destination_type: 'exchange', removal: 'delete', body: { routing_key: '', arguments: { h: 1, 'x-match': 'any' } } },
    ]);
  });

  test('are bound with the arguments of a plugin\'s exchange', () => {
    expect(declared(({ orders }) => {
      orders.addExchange('x').bind(orders.addQueue('q'), { headers: {}, arguments: { more: RabbitMQArgument.text('y') } });
    }).at(-1).body.arguments).toEqual({ 'x-match': 'all', more: 'y' });
  });

  test('can have names that differ in what separates constructs', () => {
    expect(declared(({ orders }) => { ['a/b', 'a--b', 'a%2Fb'].forEach(name => orders.addQueue(name)); }).map(({ name }) => name)).toEqual(['a/b', 'a--b', 'a%2Fb']);
  });

  test.each([
    ['', 'name of the queue is "": use 1 to 255 bytes.'],
    ['amq.x', 'name of the queue is "amq.x": RabbitMQ reserves names that start with "amq.".'],
    ['ä'.repeat(128), 'use 1 to 255 bytes.'],
  ])('"%s" names no queue', (name, message) => {
    expect(() => declare(({ orders }) => { orders.addQueue(name); })).toThrow(message);
  });

  test.each([['deliveryLimit', -2, 'from -1 up'], ['maxPriority', 256, 'from 1 to 255'], ['filterSize', 15, 'from 16 to 255'], ['maxLength', 1.5, 'from 0 up']])('%s of %d is refused', (option, value, range) => {
    expect(() => declare(({ orders }) => { orders.addQueue('q', { [option]: value }); })).toThrow(`${option} is ${value}: use a whole number ${range}.`);
  });

  test('are in one virtual host', () => {
    expect(() => declare(({ chart, cluster, orders }) => {
      orders.addExchange('x').bind(new RabbitMQVirtualHost(chart, 'Other', { cluster, name: 'other' }).addQueue('q'));
    })).toThrow('queue is in virtual host "other" of cluster "orders", not in "orders" of "orders": use one of the same virtual host.');
  });

  test('enable the plugin that an exchange type needs', () => {
    const plugins = (type: RabbitMQExchangeType): string => find(declare(({ orders }) => { orders.addExchange('x', { type }); }), 'ConfigMap', 'orders-config').data.enabled_plugins;
    expect(plugins(RabbitMQExchangeType.CONSISTENT_HASH)).toContain('rabbitmq_consistent_hash_exchange');
    expect(plugins(RabbitMQExchangeType.MODULUS_HASH)).not.toContain('rabbitmq_sharding');
  });
});

describe('expectations', () => {
  const expecting = (what: (queue: RabbitMQQueue) => void): any => declare(({ orders }) => { what(orders.addQueue('q')); });

  test.each<[string, (queue: RabbitMQQueue) => void]>([
    ['nothing is expected of queue "q": set maxBacklog or consumers.', (queue) => { queue.expect({}); }],
    ['maxBacklog is -1: use a whole number from 0 up.', (queue) => { queue.expect({ maxBacklog: -1 }); }],
    ['consumers is 0: use a whole number from 1 up.', (queue) => { queue.expect({ consumers: 0 }); }],
    ['expect() is called twice for queue "q"', (queue) => { queue.expect({ maxBacklog: 0 }); queue.expect({ consumers: 1 }); }],
  ])('%s', (message, what) => {
    expect(() => expecting(what)).toThrow(message);
  });
});

test('tracing of a virtual host is declared where it is set', () => {
  const bodies = declaredIn(declare(({ chart, cluster }) => {
    [true, false].forEach(tracing => new RabbitMQVirtualHost(chart, `V${tracing}`, { cluster, name: `${tracing}`, tracing }));
  })).map(({ body }) => body);
  expect(bodies).toEqual([{}, { tracing: true }, { tracing: false }]);
});

describe('grants', () => {
  const permissions = (what: (declared: Declared & { app: RabbitMQUser }) => void): any[] =>
    declared(({ cluster, chart, orders }) => {
      what({ cluster, chart, orders, app: new RabbitMQUser(chart, 'App', { cluster }) });
    }).filter(({ kind }) => kind === 'permission').map(({ vhost, body }) => ({ vhost, ...body }));

  test('allow exact names, escaped and anchored', () => {
    expect(permissions(({ orders, app }) => {
      orders.addExchange('order.events+1').grantPublish(app);
      orders.addQueue('billing').grantConsume(app);
      orders.addQueue('audit').grantConsume(app);
      orders.addQueue('own').grantDeclare(app);
    })).toEqual([{ vhost: 'orders', configure: '^own$', write: '^order\\.events\\+1$', read: '^(audit|billing)$' }]);
  });

  test('add to free patterns without changing what those mean', () => {
    expect(permissions(({ orders, app }) => {
      orders.grant(app, { read: '(?i)^tmp|^x' });
      orders.addQueue('billing').grantConsume(app);
    })).toEqual([{ vhost: 'orders', configure: '^$', write: '^$', read: '(?:(?i)^tmp|^x)|^billing$' }]);
  });

  test('of a super stream cover its partitions', () => {
    expect(permissions(({ orders, app }) => { orders.addSuperStream('clicks', { partitions: 2 }).grantPublish(app); })).toEqual([
      { vhost: 'orders', configure: '^$', write: '^(clicks|clicks-0|clicks-1)$', read: '^$' },
    ]);
  });

  test('set the virtual host of the Secret\'s URI', () => {
    const manifests = declare(({ chart, cluster, orders }) => { orders.addExchange('x').grantPublish(new RabbitMQUser(chart, 'App', { cluster })); });
    expect(JSON.parse(find(manifests, 'ConfigMap', 'orders-init').data['user-app.json']).stringData.uri).toMatch(/:5672\/orders$/);
  });

  test('are for users of the same cluster', () => {
    expect(() => declare(({ chart, orders }) => {
      orders.addExchange('x').grantPublish(new RabbitMQUser(chart, 'App', { cluster: new RabbitMQCluster(chart, 'Other', { name: 'other' }) }));
    })).toThrow('[test/App] user "app" is of cluster "other", and "x" is of cluster "orders"');
  });

  test.each<[string, (orders: RabbitMQVirtualHost, user: RabbitMQUser) => void]>([
    ['"x"', (orders, user) => { orders.addExchange('x').grantPublish(user); }],
    ['virtual host "orders"', (orders, user) => { orders.grant(user, { read: '^a' }); }],
  ])('of %s are not for users of a cluster with the same name in another namespace', (what, grant) => {
    expect(() => declare(({ orders }) => {
      const other = newChart({ namespace: 'other' });
      grant(orders, new RabbitMQUser(other, 'App', { cluster: newCluster({ name: 'orders' }, other) }));
    })).toThrow(`user "app" is of cluster "orders", and ${what} is of cluster "orders" in namespace "shop"`);
  });
});

describe('super stream', () => {
  test('is what the stream plugin declares', () => {
    expect(declared(({ orders }) => { orders.addSuperStream('clicks', { routingKeys: ['eu', 'us'] }); }).map(({ kind, name, destination, body }) => [kind, name ?? destination, body.arguments, body.routing_key])).toEqual([
      ['exchange', 'clicks', { 'x-super-stream': true }, undefined],
      ['queue', 'clicks-eu', { 'x-queue-type': 'stream' }, undefined],
      ['queue', 'clicks-us', { 'x-queue-type': 'stream' }, undefined],
      ['binding', 'clicks-eu', { 'x-stream-partition-order': 0 }, 'eu'],
      ['binding', 'clicks-us', { 'x-stream-partition-order': 1 }, 'us'],
    ]);
  });

  test.each([[{}, 'neither'], [{ partitions: 1, routingKeys: ['a'] }, 'both']])('with %j is refused', (options, word) => {
    expect(() => declare(({ orders }) => { orders.addSuperStream('clicks', options); })).toThrow(`super stream "clicks" has ${word} partitions and routingKeys: set one of them.`);
  });
});

describe('policies and parameters', () => {
  test('are declared with RabbitMQ\'s keys', () => {
    expect(declared(({ orders }) => {
      orders.addPolicy('ttl', { pattern: '^tmp\\.', definition: { messageTtl: Duration.hours(1), deadLetterExchange: RabbitMQExchange.fromExchangeName(orders, 'X', orders, 'dead') } });
      orders.addOperatorPolicy('limit', { pattern: '.*', applyTo: RabbitMQPolicyTarget.QUORUM_QUEUES, priority: 7, definition: { maxLength: 9 }, removalPolicy: RabbitMQRemovalPolicy.DELETE_WHEN_UNUSED });
      orders.addParameter('federation-upstream-set', 'all-of-it', RabbitMQArgument.list([RabbitMQArgument.map({ upstream: RabbitMQArgument.text('eu') })]));
    })).toEqual([
      { kind: 'policy', vhost: 'orders', name: 'ttl', body: { pattern: '^tmp\\.', 'apply-to': 'queues', definition: { 'message-ttl': 3_600_000, 'dead-letter-exchange': 'dead' }, priority: 0 } },
      { kind: 'operator-policy', vhost: 'orders', name: 'limit', removal: 'delete', body: { pattern: '.*', 'apply-to': 'quorum_queues', definition: { 'max-length': 9 }, priority: 7 } },
      { kind: 'parameter', vhost: 'orders', component: 'federation-upstream-set', name: 'all-of-it', body: { value: [{ upstream: 'eu' }] } },
    ]);
  });

  test('of the whole cluster are declared by the topology, but for those that record what it may remove', () => {
    const add = (name: string): any[] => declared(({ cluster }) => { RabbitMQTopology.of(cluster).addGlobalParameter(name, RabbitMQArgument.map({ 1883: RabbitMQArgument.text('orders') })); });
    expect(add('mqtt_port_to_vhost_mapping')).toEqual([{ kind: 'global-parameter', name: 'mqtt_port_to_vhost_mapping', body: { value: { 1883: 'orders' } } }]);
    expect(() => add('cdk8s-rabbitmq.topology.x')).toThrow('names that start with "cdk8s-rabbitmq.topology." are reserved');
  });

  test('set something', () => {
    expect(() => declare(({ orders }) => { orders.addPolicy('none', { pattern: '.*', definition: {} }); })).toThrow('definition of the policy "none" is empty: set at least one key.');
  });
});

test('the Job\'s pod may reach the brokers\' management port, and its NetworkPolicy selects it', () => {
  const manifests = declare(() => undefined);
  const { labels } = jobOf(manifests).spec.template.metadata;
  const policies = manifests.filter(({ kind, spec }) => kind === 'NetworkPolicy' && selects(spec.podSelector, labels));
  expect(policies.map(({ metadata }) => metadata.name)).toEqual(['orders-api-clients', 'orders-topology']);
});
