import { RabbitMQVersion } from 'cdk8s-rabbitmq';
import { erlangVerdict } from './erlang';
import { pathRefusal } from '../broker/release';
import type { Broker, ClusterStatus } from '../broker/broker';

/** Upgrade path of running brokers to another image, for every command that changes it. */
export interface UpgradePath {
  /** The oldest release that runs. */
  readonly from: RabbitMQVersion;
  readonly to: RabbitMQVersion;
  /** Feature flags that have to be enabled before. */
  readonly featureFlags: readonly string[];
  /** What is worth knowing, and doesn't stop it. */
  readonly risks: readonly string[];
  /** What stops it. */
  readonly refusals: readonly string[];
}

/** Deprecated features that a series has no more, or denies unless told otherwise. */
const DENIED_IN: Readonly<Record<string, readonly string[]>> = {
  '4.0': ['classic_queue_mirroring'],
  4.3: ['ram_node_type', 'transient_nonexcl_queues', 'global_qos', 'queue_master_locator', 'amqp_address_v1', 'amqp_filter_set_bug'],
};

/** Judges the path from what runs, which `status` tells, to an image. */
export async function upgradePathTo(
  broker: Broker,
  status: ClusterStatus,
  images: { readonly from: string; readonly to: string },
  to: RabbitMQVersion,
): Promise<UpgradePath> {
  const from = oldestOf(Object.values(status.versions));
  const crossing = from.series !== to.series;
  const featureFlags = crossing ? disabledFlags(status) : [];
  const isKhepri = featureFlags.includes('khepri_db') || status.featureFlags.some(({ name, state }) => name === 'khepri_db' && state === 'enabled');
  const erlang = erlangVerdict(
    status,
    isKhepri,
    { image: images.from, release: from },
    { image: images.to, release: to },
  );
  return {
    from,
    to,
    featureFlags,
    risks: erlang.risk === undefined ? [] : [erlang.risk],
    refusals: [
      pathRefusal(from, to),
      ...crossing ? await seriesRefusals(broker, isKhepri, from, to) : [],
      erlang.refusal,
    ].filter(refusal => refusal !== undefined),
  };
}

function oldestOf(versions: readonly string[]): RabbitMQVersion {
  return versions
    .map(version => RabbitMQVersion.of(version))
    .reduce((oldest, next) => (oldest.isAtLeast(next.version) ? next : oldest));
}

function disabledFlags({ featureFlags }: ClusterStatus): string[] {
  return featureFlags.filter(({ state, stability }) => state === 'disabled' && (stability ?? 'stable') === 'stable').map(({ name }) => name);
}

async function seriesRefusals(
  broker: Broker,
  isKhepri: boolean,
  from: RabbitMQVersion,
  to: RabbitMQVersion,
): Promise<string[]> {
  const denied = (await usedDeprecated(broker)).filter(feature => DENIED_IN[to.series]?.includes(feature));
  return [
    ...from.series === '3.13' && isKhepri ? ['3.13 with the feature flag khepri_db can\'t be upgraded in place: make a new cluster and move over'] : [],
    ...denied.length > 0 ? [`deprecated features are in use that ${to.series} refuses: ${denied.join(', ')}. See https://www.rabbitmq.com/docs/deprecated-features for what takes their place`] : [],
  ];
}

/** The deprecated features that are in use; none where the release can't tell. */
async function usedDeprecated(broker: Broker): Promise<string[]> {
  const { stdout, exitCode } = await broker.exec(['rabbitmqctl', 'list_deprecated_features', '--used', '--silent', '--formatter', 'json']);
  return exitCode === 0 ? (JSON.parse(stdout) as { name: string }[]).map(({ name }) => name) : [];
}
