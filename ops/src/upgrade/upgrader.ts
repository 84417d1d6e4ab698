import { formerOf, imageOf, type ReleasedImage, rollUnderWay, setImage } from '../broker/image-change';
import { knownReleaseOf, pathRefusal } from '../broker/release';
import { upgradePlan, type UpgradePlan } from './plan';
import { assertPullable } from './pull-check';
import { roll } from './roll';
import { RabbitMQVersion } from 'cdk8s-rabbitmq';
import { anyBroker, anyPods, firstReachableBroker } from '../broker/brokers';
import { type ClusterRef, commandLine, titleOf } from '../core/cluster-ref';
import type { DeploymentConfig } from '../inventory/config';
import { changeInventory } from '../inventory/inventory';
import { RefusedError } from '../core/errors';
import { withFailureState } from '../core/failure-state';
import type { KubernetesConnection } from '../kubernetes/connection';
import type { Kubernetes } from '../kubernetes/library';
import { withLease } from '../operation/lease';
import { statefulSetOf } from '../kubernetes/stateful-set';
import { operate, type Operation, type OperationOptions } from '../operation/operation';

const PLAN_TIMEOUT_MS = 120_000;
export const UPGRADE_TIMEOUT_MS = 4 * 3_600_000;
/** A boot may take 15 minutes: see probes.startupTimeout of the cluster. */
const BROKER_TIMEOUT_MS = 15 * 60_000;

/** Options for `ClusterUpgrader.upgrade()`. */
export interface UpgradeOptions extends OperationOptions {
  /**
   * The release in the image, where its tag doesn't say it.
   * @default - read from the tag
   */
  readonly release?: string;
  /**
   * How long one broker may take until it is up again, in milliseconds.
   * @default 900000
   */
  readonly brokerTimeoutMs?: number;
  /**
   * How long to wait for somebody else's operation on the cluster, in milliseconds.
   * @default 0
   */
  readonly waitMs?: number;
  /** Is given the plan before anything is changed. */
  readonly planned?: (plan: UpgradePlan) => void;
  /**
   * Is asked before feature flags are enabled permanently. If it returns false, nothing changes.
   * @default - they are enabled
   */
  readonly confirmFeatureFlags?: (flags: readonly string[]) => Promise<boolean>;
}

/** The result of an upgrade or a rollback. */
export interface UpgradeResult {
  readonly namespace: string;
  readonly name: string;
  readonly image: string;
  /** RabbitMQ's release by running node. */
  readonly releases: Readonly<Record<string, string>>;
  readonly seconds: number;
}

/** Brings brokers to another image one by one, and back. */
export class ClusterUpgrader {
  public constructor(private readonly connection: KubernetesConnection) {}

  /** What an upgrade to an image would do. */
  public async plan(cluster: ClusterRef, image: string, options: Pick<UpgradeOptions, 'release'> & OperationOptions = {}): Promise<UpgradePlan> {
    return operate(this.connection, options, { name: 'upgrade', timeoutMs: PLAN_TIMEOUT_MS }, operation => upgradePlan(operation, cluster, image, options.release));
  }

  /**
   * Replaces the brokers one by one, each when its going costs no queue its majority. Again after an interruption, it
   * goes on where it was. Feature flags that the new release needs are enabled first, after a pod has pulled the image.
   *
   * @throws RefusedError if the path is impossible, brokers are down, or the image can't be pulled: nothing was changed
   * @throws IncompleteError if a broker doesn't come back: the others weren't touched
   */
  public async upgrade(cluster: ClusterRef, image: string, options: UpgradeOptions = {}): Promise<UpgradeResult> {
    const begun = performance.now();
    return this.underLease(cluster, 'upgrade', options, async (operation) => {
      operation.progress.step('Checking the upgrade path');
      const plan = await upgradePlan(operation, cluster, image, options.release);
      options.planned?.(plan);
      if (plan.refusals.length > 0) {
        throw new RefusedError(plan.refusals.join('\n'), { state: 'nothing was changed' });
      }
      if (plan.featureFlags.length > 0) {
        if (await options.confirmFeatureFlags?.(plan.featureFlags) === false) {
          throw new RefusedError('not confirmed', { state: 'nothing was changed' });
        }
        await assertPullable(operation, cluster, image);
        await enableFlags(operation, cluster, plan.featureFlags);
      }
      await withFailureState(`${plan.featureFlags.length > 0 ? `feature flags were enabled, for good: ${plan.featureFlags.join(', ')}; ` : ''}no broker was replaced; the same command again goes on`, async () => {
        const statefulSet = await operation.kubernetes.apps.readNamespacedStatefulSet(cluster);
        if (imageOf(statefulSet) !== image) {
          // an image that no roll has come to the end with is none to go back to
          const former = rollUnderWay(statefulSet) && formerOf(statefulSet);
          await setImage(operation.kubernetes, cluster, statefulSet, { image, roll: 'upgrade', former: former ?? { image: plan.image.from, release: plan.release.from } });
        }
      });
      await this.roll(operation, cluster, { image, release: options.release }, options, `${commandLine('rollback', cluster)} goes back; ${commandLine('upgrade IMAGE', cluster)} goes on with another image`);
      return result(operation, cluster, image, begun);
    });
  }

  /**
   * Goes back to the image from before the last upgrade. Again after an interruption, it goes on where it was.
   *
   * @throws RefusedError if there is none, or a broker has run a newer series already
   */
  public async rollback(cluster: ClusterRef, options: Omit<UpgradeOptions, 'release' | 'planned'> = {}): Promise<UpgradeResult> {
    const begun = performance.now();
    return this.underLease(cluster, 'rollback', options, async (operation) => {
      const statefulSet = await statefulSetOf(operation.kubernetes, cluster);
      const former = await wayBack(operation, cluster, statefulSet);
      if (imageOf(statefulSet) !== former.image) {
        await withFailureState('no broker was replaced; the same command again goes on', async () =>
          setImage(operation.kubernetes, cluster, statefulSet, { image: former.image, roll: 'rollback', former }));
      }
      await this.roll(operation, cluster, former, options, `${commandLine('doctor', cluster)} says why; ${commandLine('rollback', cluster)} goes on`);
      return result(operation, cluster, former.image, begun);
    });
  }

  private async underLease<T>(
    cluster: ClusterRef,
    name: string,
    options: UpgradeOptions,
    action: (operation: Operation) => Promise<T>,
  ): Promise<T> {
    return operate(this.connection, options, { name, timeoutMs: UPGRADE_TIMEOUT_MS }, operation =>
      withLease(operation, cluster, { operation: name, waitMs: options.waitMs }, action));
  }

  private async roll(operation: Operation, cluster: ClusterRef, to: Pick<DeploymentConfig, 'image' | 'release'>, { brokerTimeoutMs = BROKER_TIMEOUT_MS }: UpgradeOptions, remedy: string): Promise<void> {
    await withFailureState('the image is set, and brokers that weren\'t replaced yet run on as before; the same command again goes on', async () => {
      await roll(operation, cluster, { brokerTimeoutMs, remedy });
    });
    await withFailureState(`all brokers run ${to.image}; what was deployed last doesn't say so yet: the same command again has it say so`, async () => {
      await changeInventory(operation.kubernetes, cluster, { image: to.image, release: to.release });
    });
  }
}

async function enableFlags(
  { kubernetes, progress }: Operation,
  cluster: ClusterRef,
  flags: readonly string[],
): Promise<void> {
  progress.step(`Enabling feature flags: ${flags.join(', ')}`);
  await withFailureState(`some of these feature flags may be enabled, for good: ${flags.join(', ')}; no broker was replaced; the same command again goes on`, async () => {
    await (await anyBroker(kubernetes, cluster)).run(['rabbitmqctl', 'enable_feature_flag', 'all']);
  });
}

/** @throws RefusedError if there is no way back */
async function wayBack(
  operation: Operation,
  cluster: ClusterRef,
  statefulSet: Kubernetes.V1StatefulSet,
): Promise<ReleasedImage> {
  const former = formerOf(statefulSet);
  if (former === undefined) {
    throw new RefusedError(`the image of ${titleOf(cluster)} was not changed by the command upgrade last, so there is no previous one: "kubectl -n ${cluster.namespace} rollout history statefulset/${cluster.name}" lists former templates`);
  }
  const to = RabbitMQVersion.of(former.release);
  const broker = firstReachableBroker(operation.kubernetes, await anyPods(operation.kubernetes, cluster));
  if (broker === undefined) {
    // what none of them runs has run at most as long as it took to crash, and within a series that does no harm
    if (knownReleaseOf(imageOf(statefulSet))?.series !== to.series) {
      throw new RefusedError(`no broker of ${titleOf(cluster)} runs that could say whether one has run a newer series than ${to.series} already, and RabbitMQ can't go back then: ${commandLine('doctor', cluster)} says why none runs`);
    }
    return former;
  }
  const { versions } = await broker.clusterStatus();
  const newer = Object.entries(versions).find(([, version]) => isNewerSeries(RabbitMQVersion.of(version), to));
  if (newer) {
    throw new RefusedError(`${newer[0]} has run ${newer[1]} already, and RabbitMQ can't go back to ${to.series} with its data${rollUnderWay(statefulSet) === undefined ? ': restore a backup of definitions into a new cluster instead' : ': finish the upgrade with an image that works'}`);
  }
  return former;
}

function isNewerSeries(running: RabbitMQVersion, to: RabbitMQVersion): boolean {
  return running.series !== to.series && pathRefusal(running, to) !== undefined;
}

async function result(
  { kubernetes }: Operation,
  cluster: ClusterRef,
  image: string,
  begun: number,
): Promise<UpgradeResult> {
  const { versions } = await (await anyBroker(kubernetes, cluster)).clusterStatus();
  return { ...cluster, image, releases: versions, seconds: Math.round((performance.now() - begun) / 1000) };
}
