import { RabbitMQVersion } from 'cdk8s-rabbitmq';
import { hasAutoscaler } from '../inventory/has-autoscaler';
import type { DeploymentConfig } from '../inventory/config';
import type { Inventory } from '../inventory/inventory';
import type { Synthesized } from '../inventory/synth';
import type { Broker, ClusterStatus } from '../broker/broker';
import { firstReachableBroker, brokerPods } from '../broker/brokers';
import { type ClusterRef, titleOf } from '../core/cluster-ref';
import { OperationError, RefusedError } from '../core/errors';
import type { KubernetesConnection } from '../kubernetes/connection';
import type { Kubernetes } from '../kubernetes/library';
import { formerOf, imageOf, rollUnderWay } from '../broker/image-change';
import { knownReleaseOf, pathRefusal, releaseOf, upgradePath } from '../broker/release';
import { upgradePathTo } from '../upgrade/upgrade-path';
import { templateOf } from '../expand/plan';

/** An existing cluster, as a deploy finds it. */
export interface LiveCluster {
  readonly cluster: ClusterRef;
  readonly statefulSet: Kubernetes.V1StatefulSet;
  readonly inventory: Inventory | undefined;
}

/**
 * A configuration whose unset options are those of the running cluster: image, storage class, size of the volumes, and,
 * with `keepsNumber`, the number of brokers. Other commands may have changed them.
 *
 * @param defaults what the cluster would get otherwise
 * @throws RefusedError if RabbitMQ's release in the image isn't known
 */
export function inheritFromCluster(
  config: DeploymentConfig,
  { cluster, statefulSet, inventory }: LiveCluster,
  defaults: Synthesized,
  keepsNumber: boolean,
): DeploymentConfig {
  const usual = defaults.manifests.find(({ kind }) => kind === 'StatefulSet') as unknown as Kubernetes.V1StatefulSet;
  const image = imageOf(statefulSet);
  const [had, has] = [statefulSet, usual].map(set => templateOf(set)?.spec);
  const size = had?.resources?.requests?.storage;
  const { storageClassName: storageClass } = had ?? {};
  const number = statefulSet.spec?.replicas ?? 1;
  return {
    ...config,
    ...(config.image === undefined && image !== imageOf(usual)
      && { image, release: releaseKept(cluster, image, inventory) }),
    ...(config.storageSize === undefined
      && size !== undefined
      && size !== has?.resources?.requests?.storage
      && { storageSize: size }),
    ...(config.storageClass === undefined
      && storageClass !== undefined
      && storageClass !== has?.storageClassName
      && { storageClass }),
    ...(config.replicas === undefined
      && !hasAutoscaler(config)
      && keepsNumber
      && number > 0
      && number !== defaults.replicas
      && { replicas: number }),
  };
}

function releaseKept(cluster: ClusterRef, image: string, inventory: Inventory | undefined): string | undefined {
  const stated = statedOf(image, inventory);
  if (knownReleaseOf(image, stated) === undefined) {
    throw new RefusedError(`${titleOf(cluster)} runs ${image}, whose tag doesn't say which release of RabbitMQ is in it: name the image that it is to have by --image, and the release by --release`);
  }
  return stated;
}

/** The release that was stated with an image. */
function statedOf(image: string, inventory: Inventory | undefined): string | undefined {
  return inventory?.config.image === image ? inventory.config.release : undefined;
}

/** @throws RefusedError if brokers are being brought to another image: a deploy wouldn't come to its end */
export function assertNoRolloutInProgress({ cluster, statefulSet }: LiveCluster): void {
  const roll = rollUnderWay(statefulSet);
  if (roll === undefined) {
    return;
  }
  const image = imageOf(statefulSet);
  const [finish, undo] = roll === 'upgrade' ? [`upgrade ${image}`, 'rollback'] : ['rollback', 'upgrade IMAGE'];
  throw new RefusedError(`${roll === 'upgrade' ? 'an upgrade' : 'a rollback'} of ${titleOf(cluster)} to ${image} is under way and has stopped on the way: `
    + `${command(finish, cluster)} finishes it${formerOf(statefulSet) ? `, ${command(undo, cluster)} undoes it` : ''}. Deploy again after that`);
}

/**
 * Before brokers get another image by a deploy, by the same rules as by `upgrade`.
 *
 * @throws RefusedError if there is no way there, or feature flags have to be enabled before
 */
export async function assertUpgradePath(
  kubernetes: KubernetesConnection,
  live: LiveCluster,
  image: string,
  release?: string,
): Promise<void> {
  const { cluster, statefulSet } = live;
  const had = imageOf(statefulSet);
  if (had === image) {
    return;
  }
  const to = releaseOf(image, release);
  const running = await runningOf(kubernetes, cluster);
  const refusals = running
    ? await refusalsOf(running, cluster, { from: had, to: image }, to)
    : unseenRefusals(live, to);
  if (refusals.length > 0) {
    throw new RefusedError(`the image of ${titleOf(cluster)} can't be changed from ${had} to ${image}: ${refusals.join('; ')}`);
  }
}

interface Running {
  readonly broker: Broker;
  readonly status: ClusterStatus;
}

/** What runs; undefined where no broker answers. */
async function runningOf(kubernetes: KubernetesConnection, cluster: ClusterRef): Promise<Running | undefined> {
  const broker = firstReachableBroker(kubernetes, await brokerPods(kubernetes, cluster));
  try {
    return broker && { broker, status: await broker.clusterStatus() };
  } catch (error) {
    if (kubernetes.signal?.aborted || !(error instanceof OperationError)) {
      throw error;
    }
    return undefined;
  }
}

interface Images {
  readonly from: string;
  readonly to: string;
}

async function refusalsOf(
  { broker, status }: Running,
  cluster: ClusterRef,
  images: Images,
  to: RabbitMQVersion,
): Promise<string[]> {
  const { from, featureFlags, refusals } = await upgradePathTo(broker, status, images, to);
  const [first, ...more] = upgradePath(from, to) ?? [];
  if (more.length > 0) {
    // an image with another tag of the same kind, where the tag says the release
    const begin = images.to.replace(to.version, RabbitMQVersion.of(first).newestOfSeries);
    return [...refusals, `begin with ${command(`upgrade ${begin === images.to ? 'IMAGE' : begin}`, cluster)}`];
  }
  return [
    ...refusals,
    ...featureFlags.length > 0 ? [`feature flags have to be enabled before, for good: ${featureFlags.join(', ')}; ${command(`upgrade ${images.to}`, cluster)} does that, and replaces the brokers`] : [],
  ];
}

/** Without a broker that answers, only what images say is known. */
function unseenRefusals({ statefulSet, inventory }: LiveCluster, to: RabbitMQVersion): string[] {
  const had = imageOf(statefulSet);
  const from = knownReleaseOf(had, statedOf(had, inventory));
  if (from === undefined) {
    return [`no broker answers, and ${had} doesn't say which release they have run: bring them up with it first`];
  }
  if (from.series === to.series) {
    return [];
  }
  return [pathRefusal(from, to) ?? `no broker answers that could say whether the feature flags are enabled that ${to.series} needs: bring them up with ${had} first`];
}

function command(text: string, { namespace, name }: ClusterRef): string {
  return `"rabbitmq-k8s ${text} -n ${namespace} -c ${name}"`;
}
