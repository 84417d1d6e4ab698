import { RabbitMQVersion } from 'cdk8s-rabbitmq';
import { imageOf, partitionOf } from './image-change';
import { pathRefusal, releaseOf } from './path';
import type { Broker, ClusterStatus } from '../broker/broker';
import { anyBroker, brokerPods } from '../broker/brokers';
import { firstOf, lackingFor } from '../broker/safety';
import type { ClusterRef } from '../cluster-ref';
import type { Kubernetes } from '../kubernetes/library';
import { isReady } from '../kubernetes/pods';
import { statefulSetOf } from '../kubernetes/stateful-set';
import type { Operation } from '../operation';

/** What comes of another image. */
export interface UpgradePlan {
  readonly namespace: string;
  readonly name: string;
  readonly image: { readonly from: string; readonly to: string };
  readonly release: { readonly from: string; readonly to: string };
  /** The pods, in the order in which they are replaced. */
  readonly order: readonly string[];
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

/** @throws NotFoundError if there is no such cluster, or no broker runs */
export async function upgradePlan({ kubernetes }: Operation, cluster: ClusterRef, image: string, stated?: string): Promise<UpgradePlan> {
  const to = releaseOf(image, stated);
  const statefulSet = await statefulSetOf(kubernetes, cluster);
  const pods = await brokerPods(kubernetes, cluster);
  const broker = await anyBroker(kubernetes, cluster);
  const status = await broker.clusterStatus();
  const from = oldestOf(Object.values(status.versions));
  const resumed = partitionOf(statefulSet) > 0;
  const notReady = pods.filter(pod => !isReady(pod)).map(({ metadata }) => metadata?.name ?? '');
  const lacking = await lackingFor(kubernetes, cluster, resumed ? notReady.slice(0, 1) : []);
  const crossing = from.series !== to.series;
  return {
    ...cluster,
    image: { from: imageOf(statefulSet), to: image },
    release: { from: from.version, to: to.version },
    order: pods.map(({ metadata }) => metadata?.name ?? '').reverse(),
    featureFlags: crossing ? disabledFlags(status) : [],
    risks: risksOf(status, from, to, pods),
    refusals: [
      pathRefusal(from, to),
      lacking.length > 0 ? `not all is up, and one broker more would go: ${firstOf(lacking)}` : undefined,
      ...crossing ? await seriesRefusals(broker, status, from, to) : [],
    ].filter(refusal => refusal !== undefined),
  };
}

function oldestOf(versions: readonly string[]): RabbitMQVersion {
  return versions.map(version => RabbitMQVersion.of(version)).reduce((oldest, next) => oldest.isAtLeast(next.version) ? next : oldest);
}

function disabledFlags({ featureFlags }: ClusterStatus): string[] {
  return featureFlags.filter(({ state, stability }) => state === 'disabled' && (stability ?? 'stable') === 'stable').map(({ name }) => name);
}

function risksOf(status: ClusterStatus, from: RabbitMQVersion, to: RabbitMQVersion, pods: readonly Kubernetes.V1Pod[]): string[] {
  return [
    ...pods.length < 3 ? [`with ${pods.length === 1 ? 'one broker' : 'two brokers'} clients are cut off while one is replaced`] : [],
    ...status.alarms.map(({ node, resource }) => `the ${resource} alarm is on, on ${node}: publishers are blocked already`),
    ...to.isOutOfSupport ? [`community support of ${to.series} ended on ${to.supportEnds}`] : [],
    ...to.isExact ? [] : [`the tag doesn't say which patch release of ${to.series} it is, and may be another one on each Kubernetes node`],
    ...from.series === to.series
      ? []
      : [
          `rabbitmq.conf stays as it was made for ${from.series}: where ${to.series} knows a key no more, the first broker doesn't start and it ends there. "rabbitmq-k8s deploy --image" makes it anew`,
          'with Khepri, all brokers have to run on one major release of Erlang, or neighbouring ones up to 27: https://www.rabbitmq.com/docs/which-erlang',
        ],
  ];
}

async function seriesRefusals(broker: Broker, { featureFlags }: ClusterStatus, from: RabbitMQVersion, to: RabbitMQVersion): Promise<string[]> {
  const khepri = from.series === '3.13' && featureFlags.some(({ name, state }) => name === 'khepri_db' && state === 'enabled');
  const denied = (await usedDeprecated(broker)).filter(feature => DENIED_IN[to.series]?.includes(feature));
  return [
    ...khepri ? ['3.13 with the feature flag khepri_db can\'t be upgraded in place: make a new cluster and move over'] : [],
    ...denied.length > 0 ? [`deprecated features are in use that ${to.series} refuses: ${denied.join(', ')}. See https://www.rabbitmq.com/docs/deprecated-features for what takes their place`] : [],
  ];
}

/** The deprecated features that are in use; none where the release can't tell. */
async function usedDeprecated(broker: Broker): Promise<string[]> {
  const { stdout, exitCode } = await broker.exec(['rabbitmqctl', 'list_deprecated_features', '--used', '--silent', '--formatter', 'json']);
  return exitCode === 0 ? (JSON.parse(stdout) as { name: string }[]).map(({ name }) => name) : [];
}
