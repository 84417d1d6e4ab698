import { findKey, keysOf, nearestKeys, otherSeries } from '../../../lib/configuration/keys/key-table';

const LAST_RELEASES = ['3.10.25', '3.11.28', '3.12.14', '3.13.7', '4.0.9', '4.1.8', '4.2.9', '4.3.6'];

function accepts(key: string, version: string, value: string): boolean {
  const found = findKey(key, version);
  return found !== undefined && found.type.check(value) === undefined;
}

describe('the table as a whole', () => {
  const everyRelease = LAST_RELEASES.flatMap((last) => {
    const [major, minor, patch] = last.split('.').map(Number) as [number, number, number];
    return Array.from({ length: patch + 1 }, (_, number) => `${major}.${minor}.${number}`);
  });

  test('no release has a key twice', () => {
    const twice = everyRelease.flatMap((release) => {
      const keys = keysOf(release).map(({ key }) => key);
      return keys.filter((key, position) => keys.indexOf(key) !== position).map(key => `${release} ${key}`);
    });
    expect(twice).toEqual([]);
  });

  test('every row covers at least one release, and begins and ends with an existing one', () => {
    const rows = [...new Set(everyRelease.flatMap(release => keysOf(release)))];
    expect(rows.length).toBeGreaterThan(1100);
    const ends = rows.flatMap(({ since, until }) => [since, until]).filter(release => release !== undefined);
    expect(ends.filter(release => !everyRelease.includes(release))).toEqual([]);
    expect(rows.filter(({ since, until }) =>
      since && until && everyRelease.indexOf(since) > everyRelease.indexOf(until))).toEqual([]);
  });

  // the settings that the schemas of each release define, from .0 on; renamed keys count twice, and each message
  // interceptor once
  test.each([
    ['3.10', [
      767, 799, 799, 799, 799, 799, 822, 825, 827, 827, 827, 827, 827, 828, 828, 828, 828, 828, 828, 841, 841, 841, 841,
      841, 841, 841,
    ]],
    ['3.11', [
      839, 839, 839, 842, 842, 843, 854, 854, 854, 855, 857, 863, 864, 864, 866, 867, 869, 870, 870, 870, 871, 871, 872,
      872, 874, 874, 874, 874, 874,
    ]],
    ['3.12', [869, 869, 873, 873, 874, 874, 874, 876, 876, 876, 876, 876, 876, 877, 879]],
    ['3.13', [916, 917, 923, 925, 958, 959, 961, 961]],
    ['4.0', [964, 964, 964, 964, 966, 966, 967, 967, 975, 976]],
    ['4.1', [993, 993, 994, 994, 996, 996, 996, 997, 1003]],
    ['4.2', [997, 1001, 1004, 1016, 1019, 1022, 1065, 1076, 1076, 1081]],
    ['4.3', [1080, 1091, 1091, 1098, 1098, 1108, 1127]],
  ])('each release of %s has as many keys as its schemas', (series, counts) => {
    expect(counts.map((_, patch) => keysOf(`${series}.${patch}`).length)).toEqual(counts);
  });

  test('no two keys with placeholders stand for one name', () => {
    const patterns = [...new Set(everyRelease.flatMap(release => keysOf(release).map(({ key }) => key)))].map(key => key.split('.'));
    const withPlaceholders = patterns.filter(parts => parts.some(part => part.startsWith('$')));
    const overlap = (a: string[], b: string[]): boolean => a !== b && a.length === b.length
      && a.every((part, position) => part === b[position] || part.startsWith('$') || b[position].startsWith('$'));
    expect(withPlaceholders.filter(pattern => patterns.some(other => overlap(pattern, other)))).toEqual([]);
  });

  test('every name is one that rabbitmq.conf can hold', () => {
    const word = /^(?:\$[a-z_]+|[A-Za-z0-9_-]+)$/;
    expect(keysOf('4.3.5').filter(({ key }) => !key.split('.').every(part => word.test(part)))).toEqual([]);
  });

  test('every key finds itself, with a word in the place of each placeholder', () => {
    const lost = LAST_RELEASES.flatMap(release => keysOf(release)
      .filter(row => findKey(row.key.replace(/\$(?:num|number)\b/g, '1').replace(/\$\w+/g, 'x'), release) !== row)
      .map(row => `${release} ${row.key}`));
    expect(lost).toEqual([]);
  });

  test('a plugin\'s keys name the plugin, the broker\'s own name none', () => {
    expect(findKey('mqtt.prefetch', '4.3.5')?.plugin).toBe('rabbitmq_mqtt');
    expect(findKey('cluster_formation.k8s.ordinal_start', '4.3.5')?.plugin).toBe('rabbitmq_peer_discovery_k8s');
    expect(findKey('cluster_formation.peer_discovery_backend', '4.3.5')?.plugin).toBeUndefined();
    expect(findKey('stream.read_ahead', '4.3.5')?.plugin).toBeUndefined();
  });

  test('the rows are loaded at the first look-up, not before', () => {
    jest.isolateModules(() => {
      const load = jest.fn(() => ({ rows: [] }));
      jest.doMock('../../../lib/configuration/keys/rows', load);
      const path = '../../../lib/configuration/keys/key-table';
      const table = jest.requireActual<typeof import('../../../lib/configuration/keys/key-table')>(path);
      expect(load).not.toHaveBeenCalled();
      table.findKey('heartbeat', '4.3');
      table.keysOf('4.3');
      expect(load).toHaveBeenCalledTimes(1);
      jest.dontMock('../../../lib/configuration/keys/rows');
    });
  });
});

describe('names with placeholders', () => {
  test.each([
    ['listeners.tcp.default', 'listeners.tcp.$name'],
    ['listeners.tcp', 'listeners.tcp'],
    ['auth_backends.1.authn', 'auth_backends.$num.authn'],
    ['default_users.alice.tags', 'default_users.$name.tags'],
    ['loopback_users.a\\.b', 'loopback_users.$user'],
    ['management.sample_retention_policies.global.minute', 'management.sample_retention_policies.$section.$interval'],
    ['ssl_options.key.RSAPrivateKey', 'ssl_options.key.RSAPrivateKey'],
  ])('%s is %s', (name, key) => {
    expect(findKey(name, '4.3.5')?.key).toBe(key);
  });

  test.each([
    ['listeners.tcp.a.b', 'a placeholder is one word'],
    ['listeners.tcp.', 'a placeholder is not empty'],
    ['loopback_users.me@host', 'the file\'s grammar has no @ in a name'],
    ['auth_backends.first', 'a place in a list is an integer'],
    ['listeners.tcp.$name', 'a placeholder is not its own value'],
    ['message_interceptors.incoming.other.overwrite', 'the interceptors are known by name'],
    ['Heartbeat', 'names are case sensitive'],
  ])('%s is unknown: %s', (name) => {
    expect(findKey(name, '4.3.5')).toBeUndefined();
  });

  test('a literal name goes before a placeholder', () => {
    expect(findKey('auth_oauth2.scope_aliases.a', '4.3.5')?.key).toBe('auth_oauth2.scope_aliases.$alias');
    expect(findKey('auth_cache.cached_backend', '4.3.5')?.key).toBe('auth_cache.cached_backend');
  });
});

describe('versions', () => {
  test('a series alone means its last release', () => {
    expect(findKey('mqtt.max_connections', '4.2')).toBe(findKey('mqtt.max_connections', '4.2.9'));
    expect(findKey('mqtt.max_connections', '4.3.0')).toBeUndefined();
  });

  test('a release newer than the tables counts as the last one of its series, a newer series as the newest release', () => {
    expect(keysOf('4.2.10')).toEqual(keysOf('4.2.9'));
    expect(keysOf('4.3.7')).toEqual(keysOf('4.3.6'));
    expect(keysOf('4.4.0')).toEqual(keysOf('4.3.6'));
    expect(keysOf('5.0.0')).toEqual(keysOf('4.3.6'));
  });

  test('what follows the numbers is not looked at', () => {
    expect(keysOf('4.2.9-management')).toEqual(keysOf('4.2.9'));
  });

  test('what is no version is refused', () => {
    expect(() => keysOf('latest')).toThrow('version \'latest\' is not a RabbitMQ version such as 4.3 or 4.3.5');
  });
});

describe('keys that come and go', () => {
  test.each([
    ['cluster_formation.randomized_startup_delay_range.min', '3.13.7', '4.0.0'],
    ['cluster_formation.randomized_startup_delay_range.max', '3.13.7', '4.0.0'],
    ['ssl_options.cacerts.1', '4.1.8', '4.2.0'],
    ['management.enable_uaa', '3.11.28', '3.12.0'],
    ['cluster_formation.etcd.ssl_options.dhfile', '4.0.9', '4.1.0'],
    ['amqp1_0.default_user', '3.13.7', '4.0.0'],
    ['mqtt.default_user', '3.13.7', '4.0.0'],
  ])('%s is there until %s, not in %s', (key, last, next) => {
    expect(findKey(key, last)).toBeDefined();
    expect(findKey(key, next)).toBeUndefined();
  });

  test.each([
    ['default_users.alice.password', '3.11.10', '3.11.11'],
    ['session_max_per_connection', '3.13.7', '4.0.0'],
    ['link_max_per_session', '3.13.7', '4.0.0'],
    ['anonymous_login_user', '3.13.7', '4.0.0'],
    ['cluster_tags.region', '4.0.3', '4.0.4'],
    ['quorum_queue.initial_cluster_size', '4.0.9', '4.1.0'],
    ['cluster_formation.k8s.ordinal_start', '4.0.9', '4.1.0'],
    ['cluster_formation.k8s.seed_node', '4.0.9', '4.1.0'],
    ['quorum_queue.continuous_membership_reconciliation.enabled', '3.12.14', '3.13.0'],
    ['queue_types.classic.enabled', '4.1.8', '4.2.0'],
    ['consumer_disconnected_timeout', '4.2.9', '4.3.0'],
    ['quorum_queue.wal_max_size_bytes', '4.2.9', '4.3.0'],
    ['metadata_store.khepri.snapshot_interval', '4.2.9', '4.3.0'],
    ['stream.read_ahead_limit', '4.2.9', '4.3.0'],
    ['log.user.level', '4.3.4', '4.3.5'],
    ['management.credential_encryption_secret', '4.3.4', '4.3.5'],
    ['credentials_obfuscation.enabled', '4.0.7', '4.0.8'],
    ['web_mqtt.ssl.verify', '4.3.5', '4.3.6'],
  ])('%s is not there in %s, and is since %s', (key, before, since) => {
    expect(findKey(key, before)).toBeUndefined();
    expect(findKey(key, since)).toBeDefined();
  });

  test.each([
    ['max_connections', ['4.2.6', '4.3.0'], ['4.2.7', '4.2.9', '4.3.1']],
    ['default_queue_type', ['3.12.13', '3.13.2'], ['3.12.14', '3.13.3', '4.3.5']],
    ['management.tcp.max_connections', ['4.2.6', '4.3.0'], ['4.2.7', '4.3.1']],
    ['federation.queues.connection_close_timeout', ['4.1.7', '4.2.2'], ['4.1.8', '4.2.3']],
  ])('%s came to two series with patch releases', (key, without, withIt) => {
    expect(without.filter(version => findKey(key, version))).toEqual([]);
    expect(withIt.filter(version => !findKey(key, version))).toEqual([]);
  });

  test('keys whose mapping the broker drops are unknown, as they are to the broker', () => {
    expect(findKey('auth_oauth2.verify_aud', '4.3.5')).toBeDefined();
    expect(findKey('auth_oauth2.resource_servers.a.verify_aud', '4.3.5')).toBeUndefined();
  });

  test('the old names of renamed keys stay', () => {
    for (const key of ['connection_max', 'channel_max']) {
      expect(LAST_RELEASES.filter(version => !findKey(key, version))).toEqual([]);
    }
  });
});

describe('values that come and go', () => {
  test.each([
    ['classic_queue.default_version', '1', '3.13.7', '4.0.0'],
    ['cluster_formation.node_type', 'ram', '4.2.9', '4.3.0'],
    ['mqtt.subscription_ttl', '1000', '3.12.14', '3.13.0'],
    ['default_pass', 'abc:def', '3.13.7', '4.0.0'],
    ['stomp.default_pass', 'abc:def', '4.2.5', '4.2.6'],
  ])('%s = %s is taken until %s, not in %s', (key, value, last, next) => {
    expect(accepts(key, last, value)).toBe(true);
    expect(accepts(key, next, value)).toBe(false);
    expect(findKey(key, next)).toBeDefined();
  });

  test.each([
    ['vm_memory_high_watermark.absolute', '4Gi', '3.12.14', '3.13.0'],
    ['disk_free_limit.absolute', '2TB', '3.12.14', '3.13.0'],
    ['cluster_formation.discovery_retry_limit', 'unlimited', '4.0.7', '4.0.8'],
    ['stream.read_ahead', '64KiB', '4.2.0', '4.2.1'],
    ['vhost_max', 'infinity', '4.2.6', '4.2.7'],
    ['vhost_max', 'infinity', '4.3.0', '4.3.1'],
    ['mqtt.tcp_listen_options', 'none', '4.2.7', '4.2.8'],
  ])('%s = %s is not taken in %s, and is since %s', (key, value, before, since) => {
    expect(accepts(key, before, value)).toBe(false);
    expect(accepts(key, since, value)).toBe(true);
  });

  test.each([
    ['max_message_size', ['1', '536870912'], ['0', '536870913']],
    ['vm_memory_high_watermark.relative', ['0.6', '1.0'], ['1', '60%']],
    ['vm_memory_high_watermark_paging_ratio', ['0.99'], ['1.0', '0.0']],
    ['vm_memory_high_watermark.absolute', ['2GB'], ['1T', '1.5GB', '1PiB']],
    ['session_max_per_connection', ['1', '65535'], ['0', '65536']],
    ['link_max_per_session', ['4294967295'], ['0', '4294967296']],
    ['quorum_queue.segment_max_entries', ['65535'], ['65536']],
    ['ssl_options.depth', ['255'], ['256']],
    ['heartbeat', ['0', '65535'], ['-1', '65536']],
    ['channel_max_per_node', ['infinity', '1'], ['0']],
    ['socket_writer.gc_threshold', ['off', '1'], ['0']],
    ['auth_ldap.queries.tags', ['{constant, true}'], ['true']],
    ['listeners.tcp', ['none'], ['5672']],
    ['listeners.ssl.default', ['5671'], ['none']],
    ['cluster_partition_handling', ['pause_minority'], ['pause-minority']],
    ['cluster_formation.target_cluster_size_hint', ['1'], ['0']],
    ['default_queue_type', ['quorum'], ['mirrored']],
    ['queue_leader_locator', ['balanced'], ['min-masters']],
    ['log.console.formatter.single_line', ['on'], ['true']],
    ['auth_oauth2.issuer', ['https://a'], ['http://a']],
    ['mqtt.durable_queue_type', ['quorum'], ['stream']],
    ['tcp_listen_options.port', ['65534'], ['65535']],
    ['management.sample_retention_policies.global.minute', ['5'], ['5m']],
  ])('%s takes %j and refuses %j', (key, inside, outside) => {
    expect(inside.filter(value => !accepts(key, '4.3.5', value))).toEqual([]);
    expect(outside.filter(value => accepts(key, '4.3.5', value))).toEqual([]);
    expect(findKey(key, '4.3.5')).toBeDefined();
  });
});

describe('other series', () => {
  test.each([
    ['cluster_formation.randomized_startup_delay_range.min', [{ until: '3.13.7' }]],
    ['ssl_options.cacerts.1', [{ until: '4.1.8' }]],
    ['quorum_queue.initial_cluster_size', [{ since: '4.1.0' }]],
    ['max_connections', [{ since: '4.2.7', until: '4.2.9' }, { since: '4.3.1' }]],
    ['consumer_max_per_channel', [{ since: '3.12.14', until: '3.12.14' }, { since: '3.13.1' }]],
    ['heartbeat', [{}]],
    ['network_backlog', []],
  ])('%s', (key, intervals) => {
    expect(otherSeries(key)).toEqual(intervals);
  });

  test('rows that differ in type only are one interval', () => {
    expect(otherSeries('default_pass')).toEqual([{}]);
    expect(otherSeries('stream.read_ahead')).toEqual([{ since: '4.2.0' }]);
    expect(otherSeries('management.oauth_initiated_logon_type')).toEqual([{ since: '3.10.19', until: '3.10.25' }, { since: '3.11.6' }]);
  });
});

describe('near misses', () => {
  test.each([
    ['network_backlog', 'tcp_listen_options.backlog'],
    ['vm_memory_high_watermark', 'vm_memory_high_watermark.relative'],
    ['disk_free_limit', 'disk_free_limit.absolute'],
    ['heartbeet', 'heartbeat'],
    ['haertbeat', 'heartbeat'],
    ['HEARTBEAT', 'heartbeat'],
    ['default_password', 'default_pass'],
    ['listener.tcp.default', 'listeners.tcp.default'],
    ['auth_backend.1', 'auth_backends.1'],
    ['auth_backends.first', 'auth_backends.$num'],
    ['ssl_options.cacertfiles', 'ssl_options.cacertfile'],
    ['cluster_formation.peer_discovery.backend', 'cluster_formation.peer_discovery_backend'],
    ['management.port', 'management.tcp.port'],
    ['rates_mode', 'management.rates_mode'],
    ['vm_memory_high_watermak.relative', 'vm_memory_high_watermark.relative'],
  ])('%s is perhaps %s', (name, meant) => {
    expect(nearestKeys(name, '4.3.5')).toEqual([meant]);
  });

  test('a name close to none has no suggestion', () => {
    expect(nearestKeys('something.else.altogether', '4.3.5')).toEqual([]);
    expect(nearestKeys('x', '4.3.5')).toEqual([]);
  });

  test('only keys of the version are suggested', () => {
    expect(nearestKeys('quorum_cluster_size', '4.1.0')).toEqual(['quorum_queue.initial_cluster_size']);
    expect(nearestKeys('quorum_cluster_size', '4.0.9')).toEqual([]);
    expect(nearestKeys('max_connections', '4.1.8')).toEqual(['connection_max']);
  });

  test('as many are given as asked for, the closest first', () => {
    expect(nearestKeys('mqtt.num_acceptors.tcl', '4.3.5', 2)).toEqual(['mqtt.num_acceptors.tcp', 'mqtt.num_acceptors.ssl']);
    expect(nearestKeys('disk_free_limit', '4.3.5', 2)).toEqual(['disk_free_limit.absolute', 'disk_free_limit.relative']);
    expect(nearestKeys('log.consol.level', '4.3.5', 0)).toEqual([]);
  });
});
