import { imageOf, rollUnderWay } from '../broker/image-change';
import { releaseOf } from '../broker/release';
import { type UpgradePath, upgradePathTo } from './upgrade-path';
import type { ClusterStatus } from '../broker/broker';
import { anyBroker, brokerPods } from '../broker/brokers';
import { lackingFor } from '../broker/safety';
import { firstOf } from '../core/first-of';
import { type ClusterRef, commandLine } from '../core/cluster-ref';
import { isReady } from '../kubernetes/pods';
import { statefulSetOf } from '../kubernetes/stateful-set';
import type { Operation } from '../operation/operation';

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

/** @throws NotFoundError if there is no such cluster, or no broker runs */
export async function upgradePlan(
  { kubernetes }: Operation,
  cluster: ClusterRef,
  image: string,
  stated?: string,
): Promise<UpgradePlan> {
  const to = releaseOf(image, stated);
  const statefulSet = await statefulSetOf(kubernetes, cluster);
  const pods = await brokerPods(kubernetes, cluster);
  const broker = await anyBroker(kubernetes, cluster);
  const status = await broker.clusterStatus();
  const images = { from: imageOf(statefulSet), to: image };
  const path = await upgradePathTo(broker, status, images, to);
  const notReady = pods.filter(pod => !isReady(pod)).map(({ metadata }) => metadata?.name ?? '');
  const lacking = await lackingFor(
    kubernetes,
    cluster,
    rollUnderWay(statefulSet) === undefined ? [] : notReady.slice(0, 1),
  );
  return {
    ...cluster,
    image: images,
    release: { from: path.from.version, to: to.version },
    order: pods.map(({ metadata }) => metadata?.name ?? '').reverse(),
    featureFlags: path.featureFlags,
    risks: [
      ...risksOf(status, path, pods.length),
      ...(path.from.series === path.to.series ? [] : [newSeriesRisk(cluster, image, path)]),
      ...path.risks,
    ],
    refusals: [...path.refusals, ...lacking.length > 0 ? [`not all is up, and one broker more would go: ${firstOf(lacking)}`] : []],
  };
}

function risksOf(status: ClusterStatus, { to }: UpgradePath, brokers: number): string[] {
  return [
    ...brokers < 3 ? [`with ${brokers === 1 ? 'one broker' : 'two brokers'} clients are cut off while one is replaced`] : [],
    ...status.alarms.map(({ node, resource }) => `the ${resource} alarm is on, on ${node}: publishers are blocked already`),
    ...to.isOutOfSupport ? [`community support of ${to.series} ended on ${to.supportEnds}`] : [],
    ...to.isExact ? [] : [`the tag doesn't say which patch release of ${to.series} it is, and may be another one on each Kubernetes node`],
  ];
}

function newSeriesRisk(cluster: ClusterRef, image: string, { from, to }: UpgradePath): string {
  return `rabbitmq.conf stays as rendered for ${from.series}. If it has a key that ${to.series} removed, the first broker doesn't start and the upgrade stops there. `
    + `${commandLine(`deploy --image ${image}`, cluster)} renders it for ${to.series}`;
}
