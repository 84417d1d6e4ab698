import { counted } from '../../core/counted';
import { command } from './command';
import { WAIT_OPTION, waitMsOf } from './lease-wait-option';
import { LEASE_RIGHTS } from '../../deploy/rights';
import { ExitCode } from '../../core/errors';
import type { Right } from '../../kubernetes/rights';
import { FORCES, isForced, type ScalePlan, type ScaleRefusal } from '../../scale/plan';
import { SCALE_TIMEOUT_MS, ClusterScaler } from '../../scale/scaler';
import type { Style } from '../output/style';
import { facts } from '../output/table';

/** What a change of the number of brokers needs. */
export const SCALE_RIGHTS: readonly Right[] = [
  { apiGroup: 'apps', resources: ['statefulsets'], verbs: ['get', 'patch'] },
  { resources: ['pods', 'events'], verbs: ['list'] },
  { resources: ['pods/exec'], verbs: ['create', 'get'] },
  { apiGroup: 'autoscaling', resources: ['horizontalpodautoscalers'], verbs: ['list'] },
  { apiGroup: 'policy', resources: ['poddisruptionbudgets'], verbs: ['list', 'get', 'create', 'patch'], optional: true, part: 'the PodDisruptionBudget of more than one broker' },
  { resources: ['configmaps'], verbs: ['get', 'patch'], optional: true, part: 'the same' },
  ...LEASE_RIGHTS,
];

/** Changes the number of brokers. */
export const scale = command({
  usage: 'scale <replicas>',
  onCluster: true,
  summary: 'Scale a cluster and wait until queues are replicated',
  limit: SCALE_TIMEOUT_MS,
  examples: [
    ['scale 5 --dry-run', 'show the plan'],
    ['scale 5 -n production -c rabbitmq-prod', '2 more brokers, with their share of queues'],
    ['scale 3', '2 brokers leave, one after the other'],
    ['scale 0 --force stop', 'stop the cluster and keep its data'],
  ],
  positionals: { replicas: { type: 'number', demandOption: true, describe: 'Number of brokers, preferably odd' } },
  options: {
    'dry-run': { type: 'boolean', default: false, describe: 'Show the plan and change nothing' },
    force: { type: 'string', array: true, choices: FORCES, default: [], describe: 'Override a refusal by its name' },
    ...WAIT_OPTION,
  },
  rights: SCALE_RIGHTS,
  async run(context, { replicas, dryRun, force, wait }) {
    const { output, cluster } = context;
    const scaler = new ClusterScaler(await context.connect());
    if (dryRun) {
      const plan = await context.operate(options => scaler.plan(cluster, replicas, options));
      const isRefused = plan.refusals.some(refusal => !isForced(refusal, force));
      output.show({ ...plan, verdict: isRefused ? 'refused' : 'possible' }, (shown, style) => scalePlanText(shown, style, force));
      return isRefused ? ExitCode.REFUSED : undefined;
    }
    const waitMs = waitMsOf(wait);
    const planned = (plan: ScalePlan): void => {
      output.noteOf(plan, (shown, style) => scalePlanText(shown, style, force));
    };
    const result = await context.operate(options =>
      scaler.scale(cluster, replicas, { ...options, force, waitMs, planned }));
    output.show(result, ({ plan, seconds, uneven, warnings }, { green, yellow }) => [
      `${green('✔')} ${plan.namespace}/${plan.name} has ${counted(plan.to, 'broker')}, after ${seconds} s`,
      ...[...uneven, ...warnings].map(text => `${yellow('!')} ${text}`),
    ].join('\n'));
    return undefined;
  },
});

/** A refusal with the option that overrides it. */
function refusalText({ reason, force }: ScaleRefusal): string {
  return force === undefined ? reason : `${reason} (or --force ${force})`;
}

/** A plan for people. */
export function scalePlanText(plan: ScalePlan, style: Style, forced: readonly string[] = []): string {
  const { from, to, joining, leaving, estimate, classicQueues, volumes, risks, refusals } = plan;
  return [
    facts(style, [
      ['Cluster', style.bold(`${plan.namespace}/${plan.name}`)],
      ['Brokers', from === to ? `${to} already: following what is still in progress` : `${from} to ${to}`],
      ['Joining', joining.length > 0 ? `${joining.join(', ')}${from === 0 ? ' with their data' : ''}` : undefined],
      ['Leaving', leaving.length > 0 ? `${leaving.join(', ')}, one after the other` : undefined],
      ['Moves', movesText(plan)],
      ['Takes', estimate && `about ${estimate.seconds} s, ${estimate.basis}`],
      ['Volumes', leaving.length > 0 ? `of leaving brokers: ${volumes}` : undefined],
    ]),
    ...classicQueues.map(({ vhost, name, messages }) => `${style.yellow('!')} classic queue ${name} in ${vhost} has ${counted(messages, 'message')} on this broker only: the broker waits until they are consumed, unless membership.classicQueues is set`),
    ...risks.map(risk => `${style.yellow('!')} ${risk}`),
    ...refusals.map(refusal => (isForced(refusal, forced) ? `${style.yellow('!')} ${refusal.reason} (forced)` : `${style.red('✘')} ${refusalText(refusal)}`)),
  ].join('\n');
}

function movesText({ from, joining, leaving, members, leaders, moves, safe }: ScalePlan): string | undefined {
  if (leaving.length > 0) {
    return `${counted(members, 'replica')} of quorum queues and streams, ${counted(leaders, 'leader')}`;
  }
  if (joining.length === 0 || from === 0) {
    return undefined;
  }
  return safe ? `about ${counted(moves, 'replica')} of quorum queues and streams` : 'none: queues stay where they are';
}
