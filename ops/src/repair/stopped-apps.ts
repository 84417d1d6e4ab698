import type { RepairFacts } from './facts';
import { rejoined } from './rejoin';
import type { RepairCase } from './repair';
import { Broker } from '../broker/broker';

/** Brokers whose RabbitMQ is stopped while their container runs. */
export function stoppedAppCases({ cluster, stoppedApps }: RepairFacts): RepairCase[] {
  return stoppedApps.map((pod): RepairCase => ({
    id: 'stopped-app',
    subject: pod,
    what: `RabbitMQ is stopped in ${pod}, and its container runs`,
    evidence: 'the broker reports the boot state "stopped", as after "rabbitmqctl stop_app"',
    steps: ['start it: rabbitmqctl start_app', 'wait until it is a running member'],
    loses: [],
    run: async (operation, brokerTimeoutMs) => {
      operation.progress.step(`${pod}: starting RabbitMQ`);
      await new Broker(operation.kubernetes, cluster.namespace, pod).run(['rabbitmqctl', 'start_app'], { timeoutMs: 300_000 });
      await rejoined(operation, cluster, pod, brokerTimeoutMs);
    },
  }));
}
