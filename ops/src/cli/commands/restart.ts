import { command } from './command';
import { confirm, YES_OPTION } from './confirm';
import { WAIT_OPTION, waitMsOf } from './lease-wait-option';
import { titleOf } from '../../core/cluster-ref';
import { LEASE_RIGHTS, ROLLOUT_RIGHTS, VERIFY_RIGHTS } from '../../deploy/rights';
import { RESTART_TIMEOUT_MS, ClusterRestarter } from '../../restart/restarter';

/** Restarts the brokers of a cluster. */
export const restart = command({
  usage: 'restart',
  onCluster: true,
  summary: 'Restart all brokers, one at a time',
  limit: RESTART_TIMEOUT_MS,
  examples: [['restart -n shop -c orders --yes', 'restart without a prompt']],
  options: { ...YES_OPTION, ...WAIT_OPTION },
  rights: [{ apiGroup: 'apps', resources: ['statefulsets'], verbs: ['get', 'patch'] }, ...ROLLOUT_RIGHTS, ...VERIFY_RIGHTS, ...LEASE_RIGHTS],
  async run(context, { yes, wait }) {
    await confirm(context, yes, `Restart all brokers of ${titleOf(context.cluster)}, one at a time?`);
    const restarter = new ClusterRestarter(await context.connect());
    const result = await context.operate(options =>
      restarter.restart(context.cluster, { ...options, waitMs: waitMsOf(wait) }));
    context.output.show(result, ({ brokers, seconds }, { green }) => `${green('✔')} ${titleOf(context.cluster)}: ${brokers} ${brokers === 1 ? 'broker' : 'brokers'} restarted, after ${seconds} s`);
    return undefined;
  },
});
