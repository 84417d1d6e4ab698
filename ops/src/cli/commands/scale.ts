import { command } from './command';
import { WAIT_OPTION, waitMsOf } from './waiting';
import { LEASE_RIGHTS } from '../../deploy/rights';
import type { Right } from '../../kubernetes/rights';
import { FORCES, type ScalePlan } from '../../scale/plan';
import { ClusterScaler } from '../../scale/scaler';
import type { Style } from '../output/style';
import { facts } from '../output/table';

const RIGHTS: readonly Right[] = [
  { apiGroup: 'apps', resources: ['statefulsets'], verbs: ['get', 'patch'] },
  { resources: ['pods', 'events'], verbs: ['list'] },
  { resources: ['pods/exec'], verbs: ['create', 'get'] },
  { apiGroup: 'autoscaling', resources: ['horizontalpodautoscalers'], verbs: ['list'] },
  ...LEASE_RIGHTS,
];

/** Changes the number of brokers. */
export const scale = command({
  usage: 'scale <replicas>',
  summary: 'Changes the number of brokers: says what moves, sets it, and follows until queues have their members',
  examples: [
    ['scale 5 --dry-run', 'what would come of it'],
    ['scale 5 -n production -c rabbitmq-prod', 'two more brokers, with their share of queues'],
    ['scale 3', 'two brokers leave, one after the other; again after an interruption to follow them'],
    ['scale 0 --force stop', 'a stop that keeps all data'],
  ],
  positionals: { replicas: { type: 'number', demandOption: true, describe: 'How many brokers: an odd number' } },
  options: {
    'dry-run': { type: 'boolean', default: false, describe: 'Only say what would come of it' },
    force: { type: 'string', array: true, choices: FORCES, default: [], describe: 'Does what would be refused, by the name that the refusal gives' },
    ...WAIT_OPTION,
  },
  rights: RIGHTS,
  async run(context, { replicas, dryRun, force, wait }) {
    const { output, cluster } = context;
    const scaler = new ClusterScaler(await context.connect());
    if (dryRun) {
      output.show(await context.operate(options => scaler.plan(cluster, replicas, options)), scalePlanText);
      return undefined;
    }
    const waitMs = waitMsOf(wait);
    const planned = (plan: ScalePlan): void => { output.note(scalePlanText(plan, output.style)); };
    const result = await context.operate(options => scaler.scale(cluster, replicas, { ...options, force, waitMs, planned }));
    output.show(result, ({ plan, seconds, uneven }, { green, yellow }) => [
      `${green('✔')} ${plan.namespace}/${plan.name} has ${plan.to} brokers, after ${seconds} s`,
      ...uneven.map(text => `${yellow('!')} ${text}`),
    ].join('\n'));
    return undefined;
  },
});

/** A plan for people. */
export function scalePlanText(plan: ScalePlan, style: Style): string {
  const { from, to, joining, leaving, estimate, classicQueues, volumes, risks, refusals } = plan;
  return [
    facts(style, [
      ['Cluster', style.bold(`${plan.namespace}/${plan.name}`)],
      ['Brokers', from === to ? `${to} already: only following what still goes on` : `${from} to ${to}`],
      ['Come', joining.length > 0 ? `${joining.join(', ')}${from === 0 ? ', with what they had' : ''}` : undefined],
      ['Leave', leaving.length > 0 ? `${leaving.join(', ')}, one after the other` : undefined],
      ['Moves', movesText(plan)],
      ['Takes', estimate && `about ${estimate.seconds} s, ${estimate.basis}`],
      ['Volumes', leaving.length > 0 ? `of those that leave are ${volumes}` : undefined],
    ]),
    ...classicQueues.map(({ vhost, name, messages }) => `${style.yellow('!')} classic queue ${name} in ${vhost} has ${messages} messages that nobody else has: its broker waits until they are consumed, unless scaling.classicQueues says otherwise`),
    ...risks.map(risk => `${style.yellow('!')} ${risk}`),
    ...refusals.map(({ reason, force }) => `${style.red('✘')} ${reason} (or --force ${force})`),
  ].join('\n');
}

function movesText({ from, joining, leaving, members, leaders, moves, safe }: ScalePlan): string | undefined {
  if (leaving.length > 0) {
    return `${members} members of quorum queues and streams, ${leaders} leaders`;
  }
  if (joining.length === 0 || from === 0) {
    return undefined;
  }
  return safe ? `about ${moves} members of quorum queues and streams get there` : 'nothing: queues stay where they are';
}
