import { command } from './command';
import { durationMs } from './global-options';
import { findingText } from './health';
import { WAIT_OPTION, waitMsOf } from './waiting';
import { LEASE_RIGHTS } from '../../deploy/rights';
import { ExitCode, RefusedError } from '../../core/errors';
import type { Style } from '../output/style';
import type { Repair, RepairPlan } from '../../repair/repair';
import { ClusterRepairer, type RepairResult } from '../../repair/repairer';

/** Brings brokers back that can't join. */
export const repair = command({
  usage: 'repair',
  summary: 'Brings brokers back that can\'t join by themselves, after it has shown what is wrong, what it does and what is lost',
  examples: [
    ['repair --plan', 'only what is wrong, and what would be done'],
    ['repair', 'asks, then repairs and looks that all is well'],
    ['repair --lost rabbitmq-cluster-1 --lost rabbitmq-cluster-2', 'these volumes are gone for good: go on from what is left'],
    ['repair --off-node worker-3', 'that machine is off for certain, and a pod on it is stuck'],
  ],
  options: {
    plan: { type: 'boolean', default: false, describe: 'Only say what is wrong, and what would be done' },
    lost: { type: 'string', array: true, describe: 'A pod whose volume is gone for good, or given up' },
    'off-node': { type: 'string', array: true, describe: 'A Kubernetes node that is off for certain' },
    'broker-timeout': { type: 'string', default: '15m', describe: 'How long one broker may take until it is up again' },
    yes: { alias: 'y', type: 'boolean', default: false, describe: 'Ask nothing' },
    ...WAIT_OPTION,
  },
  rights: [
    { apiGroup: 'apps', resources: ['statefulsets'], verbs: ['get'] },
    { resources: ['pods'], verbs: ['get', 'list'] },
    { resources: ['events', 'persistentvolumeclaims'], verbs: ['list'] },
    { resources: ['pods/exec'], verbs: ['create', 'get'] },
    { resources: ['secrets'], verbs: ['get'] },
    { apiGroup: 'autoscaling', resources: ['horizontalpodautoscalers'], verbs: ['list'] },
    { resources: ['pods/log'], verbs: ['get'], optional: true },
    { resources: ['pods'], verbs: ['delete'], optional: true, part: 'more than --plan' },
    { resources: ['secrets'], verbs: ['update'], optional: true, part: 'a Secret with another cookie' },
    { resources: ['persistentvolumeclaims'], verbs: ['delete'], optional: true, part: 'lost volumes' },
    { resources: ['nodes'], verbs: ['get'], clusterWide: true, optional: true, part: '--off-node' },
    ...LEASE_RIGHTS.map(right => ({ ...right, optional: true, part: 'more than --plan' })),
  ],
  async run(context, { plan: planOnly, lost, offNode, brokerTimeout, yes, wait }) {
    const { cluster, output } = context;
    const repairer = new ClusterRepairer(await context.connect());
    const request = { lost, offNodes: offNode };
    const plan = await context.operate(options => repairer.plan(cluster, { ...options, ...request }));
    if (planOnly || plan.repairs.length === 0) {
      output.show(plan, planText);
      return undefined;
    }
    const doable = plan.repairs.some(({ blocked }) => blocked === undefined);
    output.note(planText(plan, output.style));
    if (!yes && doable && await context.ask('Go on? [yes/no]', '--yes') !== 'yes') {
      throw new RefusedError('it wasn\'t confirmed', { state: 'nothing was changed' });
    }
    const result = await context.operate(options => repairer.repair(cluster, {
      ...options, ...request, agreed: plan, brokerTimeoutMs: durationMs('broker-timeout', brokerTimeout), waitMs: waitMsOf(wait),
    }));
    output.show(result, resultText);
    return result.left.length > 0 ? ExitCode.INCOMPLETE : undefined;
  },
});

function planText({ namespace, name, repairs }: RepairPlan, style: Style): string {
  return repairs.length === 0
    ? `${style.green('✔')} nothing of ${namespace}/${name} is to be repaired. "rabbitmq-k8s doctor" says why a pod isn't up, "rabbitmq-k8s health" what else is wrong.`
    : [style.bold(`${namespace}/${name}`), ...repairs.map(found => repairText(found, style))].join('\n');
}

function repairText({ what, evidence, steps, loses, blocked }: Repair, style: Style): string {
  return [
    `${style.red('✘')} ${what}`,
    `    ${style.dim('seen')}  ${evidence}`,
    ...steps.map((step, i) => `    ${style.dim(i === 0 ? 'do  ' : '    ')}  ${i + 1}. ${step}`),
    ...loses.map(lost => `    ${style.dim('lost')}  ${style.yellow(lost)}`),
    ...blocked === undefined ? [] : [`    ${style.dim('first')} ${style.yellow(blocked)}`],
  ].join('\n');
}

function resultText({ namespace, name, repaired, left, findings, seconds }: RepairResult, style: Style): string {
  return [
    `${style.green('✔')} ${style.bold(`${namespace}/${name}`)}: ${repaired.map(({ subject }) => subject).join(', ')} repaired, after ${seconds} s`,
    ...left.length > 0 ? ['To be repaired still:', ...left.map(found => repairText(found, style))] : [],
    ...findings.length > 0 ? ['What is found now:', ...findings.map(finding => findingText(finding, style))] : ['All is well.'],
  ].join('\n');
}
