import { command } from './command';
import { durationMs } from './global-options';
import { waitMsOf } from './lease-wait-option';
import { ROLL_OPTIONS, ROLL_RIGHTS, upgradeResultText } from './upgrade';
import { UPGRADE_TIMEOUT_MS, ClusterUpgrader } from '../../upgrade/upgrader';

/** Goes back to the image from before. */
export const rollback = command({
  usage: 'rollback',
  onCluster: true,
  summary: 'Return to the image from before the last upgrade',
  limit: UPGRADE_TIMEOUT_MS,
  examples: [
    ['rollback', 'after an upgrade that stopped half-way'],
  ],
  options: ROLL_OPTIONS,
  rights: ROLL_RIGHTS,
  async run(context, { brokerTimeout, wait }) {
    const upgrader = new ClusterUpgrader(await context.connect());
    context.output.show(await context.operate(options => upgrader.rollback(context.cluster, {
      ...options,
      brokerTimeoutMs: durationMs('broker-timeout', brokerTimeout),
      waitMs: waitMsOf(wait),
    })), upgradeResultText);
    return undefined;
  },
});
