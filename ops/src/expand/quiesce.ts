import { brokerOf } from '../broker/brokers';
import { type ClusterRef, commandLine } from '../core/cluster-ref';
import { messageOf } from '../core/errors';
import type { Kubernetes } from '../kubernetes/library';
import type { Operation } from '../operation/operation';

/** What clients come in by. */
export interface Gate {
  /** Whether listeners are suspended, or may be. */
  readonly isClosed: boolean;
  /** Suspends the listeners and closes connections. If that fails, resumes the listeners. */
  close(): Promise<void>;
  /** Resumes the listeners, also after a failure. */
  open(): Promise<void>;
}

/** The listeners of all brokers: with them closed nothing is published, consumed or declared by clients. */
export function listeners(
  { kubernetes, progress }: Operation,
  cluster: ClusterRef,
  pods: readonly Kubernetes.V1Pod[],
): Gate {
  let isClosed = false;
  const open = async (): Promise<void> => {
    const stuck: string[] = [];
    await Promise.all(pods.map(async (pod) => {
      const broker = brokerOf(kubernetes.detached(), pod);
      await broker.run(['rabbitmqctl', 'resume_listeners'], { timeoutMs: 60_000 }).catch((error: unknown) => { stuck.push(`${broker.pod}: ${messageOf(error)}`); });
    }));
    isClosed = stuck.length > 0;
    if (isClosed) {
      progress.warn(`the listeners of these brokers are still suspended, and ${commandLine('repair', cluster)} resumes them: ${stuck.join('; ')}`);
    }
  };
  return {
    get isClosed() {
      return isClosed;
    },
    open,
    close: async () => {
      progress.step('Keeping clients out');
      isClosed = true;
      try {
        await Promise.all(pods.map(pod => brokerOf(kubernetes, pod).run(['rabbitmqctl', 'suspend_listeners'], { timeoutMs: 60_000 })));
        await Promise.all(pods.map(pod => brokerOf(kubernetes, pod).run(['rabbitmqctl', 'close_all_connections', 'snapshots of the volumes are made'], { timeoutMs: 60_000 })));
      } catch (error) {
        await open();
        throw error;
      }
    },
  };
}
