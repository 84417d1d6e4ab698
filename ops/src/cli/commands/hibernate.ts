import { counted } from '../../core/counted';
import { command, type CommandContext } from './command';
import { confirm, YES_OPTION } from './confirm';
import { SCALE_RIGHTS } from './scale';
import { WAIT_OPTION, waitMsOf } from './lease-wait-option';
import { commandLine, titleOf } from '../../core/cluster-ref';
import { ClusterHibernator } from '../../scale/hibernator';
import type { ScaleResult } from '../../scale/scaler';
import { SCALE_TIMEOUT_MS } from '../../scale/scaler';

/** Stops a cluster until it is resumed. */
export const hibernate = command({
  usage: 'hibernate',
  onCluster: true,
  summary: 'Stop all brokers, keep data and remember their number',
  limit: SCALE_TIMEOUT_MS,
  examples: [['hibernate -n shop -c orders --yes', 'stop without a prompt']],
  options: { ...YES_OPTION, ...WAIT_OPTION },
  rights: SCALE_RIGHTS,
  async run(context, { yes, wait }) {
    await confirm(context, yes, `Stop all brokers of ${titleOf(context.cluster)}? No client can connect until ${commandLine('resume', context.cluster)}.`);
    const hibernator = new ClusterHibernator(await context.connect());
    show(context, await context.operate(options => hibernator.hibernate(context.cluster, { ...options, waitMs: waitMsOf(wait) })), `is stopped. ${commandLine('resume', context.cluster)} starts it again`);
    return undefined;
  },
});

/** Starts a hibernated cluster. */
export const resume = command({
  usage: 'resume',
  onCluster: true,
  summary: 'Start a hibernated cluster with its number of brokers',
  limit: SCALE_TIMEOUT_MS,
  examples: [['resume -n shop -c orders', 'start it, and wait for queues']],
  options: WAIT_OPTION,
  rights: SCALE_RIGHTS,
  async run(context, { wait }) {
    const hibernator = new ClusterHibernator(await context.connect());
    const result = await context.operate(options =>
      hibernator.resume(context.cluster, { ...options, waitMs: waitMsOf(wait) }));
    show(context, result, `runs with ${counted(result.plan.to, 'broker')}`);
    return undefined;
  },
});

function show({ output, cluster }: CommandContext, result: ScaleResult, what: string): void {
  output.show(result, ({ seconds }, { green }) => `${green('✔')} ${titleOf(cluster)} ${what}, after ${seconds} s`);
}
