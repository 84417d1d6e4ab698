import type { RepairFacts } from './facts';
import type { RepairCase } from './repair';
import { Broker } from '../broker/broker';
import { podOf } from '../broker/nodes';

/** Brokers that let no client in, and aren't in maintenance mode: a backup of volumes that died leaves them so. */
export function suspendedCases({ cluster, status, suspended }: RepairFacts): RepairCase[] {
  return suspended.filter(node => status?.maintenance[node] !== 'draining').map((node): RepairCase => {
    const pod = podOf(node);
    return {
      id: 'suspended-listeners',
      subject: pod,
      what: `The listeners of ${pod} are suspended: no client can connect to it`,
      evidence: 'the broker says so, and that it isn\'t in maintenance mode; a backup of volumes does so for seconds',
      steps: ['resume them: clients can connect again'],
      loses: [],
      run: async ({ kubernetes, progress }) => {
        progress.step(`${pod}: resuming its listeners`);
        await new Broker(kubernetes, cluster.namespace, pod).run(['rabbitmqctl', 'resume_listeners']);
      },
    };
  });
}
