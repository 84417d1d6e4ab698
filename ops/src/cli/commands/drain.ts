import { command } from './command';
import { WAIT_OPTION, waitMsOf } from './lease-wait-option';
import { LEASE_RIGHTS } from '../../deploy/rights';
import { DRAIN_TIMEOUT_MS, type DrainPlan, type DrainResult, NodeDrainer } from '../../drain/drainer';
import { ExitCode } from '../../core/errors';
import type { Style } from '../output/style';

/** Takes brokers off a Kubernetes node. */
export const drain = command({
  usage: 'drain <node>',
  summary: 'Move all brokers off a Kubernetes node',
  limit: DRAIN_TIMEOUT_MS,
  examples: [
    ['drain worker-2', 'before maintenance of the node'],
    ['drain worker-2 --dry-run', 'show which brokers would move'],
    ['drain worker-2 -n shop -c orders', 'only the brokers of one cluster'],
  ],
  positionals: { node: { type: 'string', demandOption: true, describe: 'Kubernetes node' } },
  options: {
    'dry-run': { type: 'boolean', default: false, describe: 'Show the plan and change nothing' },
    ...WAIT_OPTION,
  },
  rights: [
    { resources: ['nodes'], verbs: ['get', 'patch'], clusterWide: true },
    { resources: ['pods'], verbs: ['get', 'list'], clusterWide: true },
    { resources: ['pods/eviction'], verbs: ['create'], clusterWide: true },
    { resources: ['pods/exec'], verbs: ['create', 'get'], clusterWide: true },
    ...LEASE_RIGHTS.map(right => ({ ...right, clusterWide: true })),
  ],
  async run(context, { node, wait, dryRun }) {
    const { output, named } = context;
    const drainer = new NodeDrainer(await context.connect());
    if (dryRun) {
      const plan = await context.operate(options => drainer.plan(node, { ...options, only: named }));
      const isRefused = plan.refusals.length > 0;
      output.show({ ...plan, verdict: isRefused ? 'refused' : 'possible' }, planText);
      return isRefused ? ExitCode.REFUSED : undefined;
    }
    const waitMs = waitMsOf(wait);
    output.show(await context.operate(options => drainer.drain(node, { ...options, waitMs, only: named })), drainText);
    return undefined;
  },
});

function planText({ node, brokers, refusals }: DrainPlan, style: Style): string {
  return [
    brokers.length === 0 ? `No broker runs on ${style.bold(node)}` : `These brokers would move off ${style.bold(node)}, one at a time:`,
    ...brokers.map(({ namespace, pod }) => `  ${namespace}/${pod}`),
    ...refusals.map(refusal => `${style.red('✘')} ${refusal}`),
  ].join('\n');
}

/** Where the brokers are now. */
export function drainText({ node, brokers, seconds }: DrainResult, style: Style): string {
  return [
    `${style.green('✔')} no broker runs on ${style.bold(node)} now, after ${seconds} s`,
    ...brokers.map(({ namespace, pod, to }) => to === undefined
      ? `${style.yellow('!')} ${namespace}/${pod} has no node to run on: add one, or "rabbitmq-k8s uncordon ${node}"`
      : `  ${namespace}/${pod} is on ${to}`),
  ].join('\n');
}
