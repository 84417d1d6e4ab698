import { type Check, finding, ifAllowed } from './check';
import { firstReachableBroker, brokerPods } from '../broker/brokers';
import { podOf } from '../broker/nodes';
import { type ClusterRef, commandLine } from '../core/cluster-ref';
import { BrokerError } from '../core/errors';

/** What removes an alarm. */
export function alarmRemedy(cluster: ClusterRef): string {
  return `Let consumers catch up, grow the volumes with ${commandLine('expand SIZE', cluster)}, or raise the memory limit`;
}

/** Whether the brokers accept messages. */
export const alarmCheck: Check = ['Alarms', ifAllowed('Alarms', async ({ kubernetes, cluster }) => {
  const broker = firstReachableBroker(kubernetes, await brokerPods(kubernetes, cluster));
  try {
    const { alarms } = await broker?.clusterStatus() ?? { alarms: [] };
    return alarms.length === 0
      ? [broker === undefined ? 'no broker runs' : 'none']
      : finding('alarm', 'warning', `Brokers accept no messages: ${alarmText(alarms)}`, alarmRemedy(cluster));
  } catch (error) {
    if (error instanceof BrokerError) {
      return finding('alarms-unread', 'info', 'Alarms can\'t be read: the broker does not answer', undefined, error.message);
    }
    throw error;
  }
})];

/** Alarms with the pods of their brokers. */
export function alarmText(alarms: readonly { readonly node: string; readonly resource: string }[]): string {
  return alarms.map(({ node, resource }) => `the ${resource} alarm of ${podOf(node)} is on`).join('; ');
}
