import { ClusterScaler, type ScaleOptions, type ScaleResult } from './scaler';
import { HIBERNATED, hibernatedBrokers } from '../broker/hibernation';
import { commandLine, type ClusterRef, titleOf } from '../core/cluster-ref';
import { RefusedError } from '../core/errors';
import type { KubernetesConnection } from '../kubernetes/connection';
import { statefulSetOf } from '../kubernetes/stateful-set';

/** Stops all brokers of a cluster, and starts as many again. Data stays on the volumes. */
export class ClusterHibernator {
  public constructor(private readonly connection: KubernetesConnection) {}

  /** @throws RefusedError if the cluster is stopped already */
  public async hibernate(cluster: ClusterRef, options: ScaleOptions = {}): Promise<ScaleResult> {
    const statefulSet = await statefulSetOf(this.connection, cluster);
    const brokers = statefulSet.spec?.replicas ?? 0;
    if (brokers === 0 && hibernatedBrokers(statefulSet) === undefined) {
      throw new RefusedError(`${titleOf(cluster)} has no brokers to stop: it is stopped already`);
    }
    if (brokers > 0) {
      await this.annotate(cluster, String(brokers));
    }
    return new ClusterScaler(this.connection).scale(cluster, 0, { ...options, force: ['stop', 'broker-away', 'unsafe'] });
  }

  /** @throws RefusedError if the cluster isn't hibernated */
  public async resume(cluster: ClusterRef, options: ScaleOptions = {}): Promise<ScaleResult> {
    const brokers = hibernatedBrokers(await statefulSetOf(this.connection, cluster));
    if (brokers === undefined) {
      throw new RefusedError(`${titleOf(cluster)} isn't hibernated. Start a stopped cluster with ${commandLine('scale REPLICAS', cluster)}`);
    }
    const result = await new ClusterScaler(this.connection).scale(cluster, brokers, { ...options, force: ['even', 'autoscaler'] });
    await this.annotate(cluster, null);
    return result;
  }

  private async annotate(cluster: ClusterRef, brokers: string | null): Promise<void> {
    await this.connection.objects.patch({ apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { ...cluster, annotations: { [HIBERNATED]: brokers } } });
  }
}
