import { defaultEntries, ESSENTIAL_PLUGINS } from '../../../lib/cluster/defaults';
import { tlsEntries } from '../../../lib/cluster/tls/entries';
import { resolveTls } from '../../../lib/cluster/tls/resolve';
import { RabbitMQCertificate, RabbitMQClientCertificates, RabbitMQVersion } from '../../../lib';
import { memoryBudget } from '../../../lib/rabbitmq/memory-budget';
import { knownKey } from '../../../lib/configuration/known-key';
import { AUTHENTICATION_KEYS } from './authentication-keys';
import { newestOf, SERIES } from '../series';
import { dashboardsOf } from './dashboards';

const PLUGINS = [...ESSENTIAL_PLUGINS, 'rabbitmq_web_mqtt', 'rabbitmq_web_stomp', 'rabbitmq_stream', 'rabbitmq_amqp1_0'];

/** The keys that the chart sets in rabbitmq.conf for one series or another. */
function keysOf(version: RabbitMQVersion): string[] {
  const tls = (disablePlainListeners: boolean) => resolveTls({ certificate: RabbitMQCertificate.fromIssuer({ issuer: 'rabbitmq' }), disablePlainListeners }, { certificate: 'tls', nodesCertificate: 'tls' });
  const cluster = { name: 'rabbitmq', replicas: 3, nodesService: 'rabbitmq-nodes', version, budget: memoryBudget(2 ** 31), storageBytes: 2 ** 34, ordinalStart: 0, plugins: PLUGINS, production: true, hasTls: true, defaultVirtualHost: 'other' };
  const clients = resolveTls({
    certificate: RabbitMQCertificate.fromIssuer({ issuer: 'rabbitmq' }), clientCertificates: RabbitMQClientCertificates.REQUIRED, clientCertificateDepth: 2,
  }, { certificate: 'tls', nodesCertificate: 'tls' });
  return [
    ...defaultEntries(cluster), ...[clients, tls(false), tls(true)].flatMap(one => tlsEntries(one, PLUGINS, version)),
  ].map(({ key }) => key);
}

/** The first release of a series that knows a key, for keys that came with a patch. */
function keysSince(series: string, keys: readonly string[]): Record<string, string> {
  const patches = Array.from({ length: Number(newestOf(series).version.split('.')[2]) + 1 }, (_, patch) => RabbitMQVersion.of(`${series}.${patch}`));
  const late = keys.filter(key =>
    knownKey(key, patches[0]) === undefined && knownKey(key, newestOf(series)) !== undefined);
  return Object.fromEntries(late.map(key =>
    [key, patches.find(version => knownKey(key, version) !== undefined)!.version]));
}

/** What distinguishes the series of RabbitMQ. */
export function seriesFacts(): Record<string, object> {
  const all = [...new Set([...AUTHENTICATION_KEYS, ...SERIES.flatMap(series => keysOf(newestOf(series)))])];
  return Object.fromEntries(SERIES.map((series) => {
    const version = newestOf(series);
    return [series, {
      newest: version.version,
      discoversPeersThroughApi: version.discoversPeersThroughApi,
      usesKhepri: version.usesKhepri,
      walKey: version.isAtLeast('4.3') ? 'quorum_queue.wal_max_size_bytes' : 'raft.wal_max_size_bytes',
      unknownKeys: all.filter(key => knownKey(key, version) === undefined),
      keysSince: keysSince(series, all),
      preStop: version.isAtLeast('3.12') ? 'pre-stop' : 'pre-stop-3.11',
      dashboards: dashboardsOf(series),
    }];
  }));
}
