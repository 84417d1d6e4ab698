import type { ClusterRef } from '../core/cluster-ref';
import { type ClusterEvent, clusterEvents } from '../health/events';
import type { KubernetesConnection } from '../kubernetes/connection';

const EVENTS = 1000;

/** What brokers tell by events from some moment on. By when it is heard, as their clocks aren't ours. */
export class BrokerEventLog {
  /** Hears what is told from now on. */
  public static async from(kubernetes: KubernetesConnection, cluster: ClusterRef): Promise<BrokerEventLog> {
    const eventLog = new BrokerEventLog(kubernetes, cluster);
    await eventLog.hear();
    eventLog.heard.forEach((_, uid) => eventLog.heard.set(uid, -Infinity));
    return eventLog;
  }

  private readonly heard = new Map<string, number>();
  private told: readonly ClusterEvent[] = [];

  private constructor(private readonly kubernetes: KubernetesConnection, private readonly cluster: ClusterRef) {}

  public async hear(): Promise<void> {
    const now = performance.now();
    // each is on the StatefulSet too
    this.told = (await clusterEvents(this.kubernetes, this.cluster, EVENTS)).filter(({ reason, object }) => reason.startsWith('Scal') && object.startsWith('Pod/'));
    this.told.forEach(({ uid }) => this.heard.set(uid, this.heard.get(uid) ?? now));
  }

  /** What was heard since a moment of `performance.now()`, the newest last; of all reasons, or of one. */
  public since(moment: number, only?: string): string[] {
    const found = this.told.filter(
      ({ uid, reason }) => (only === undefined || reason === only) && (this.heard.get(uid) ?? -Infinity) >= moment,
    );
    return [...new Set(found.map(({ object, message }) => `${object.slice('Pod/'.length)}: ${message}`))];
  }
}
