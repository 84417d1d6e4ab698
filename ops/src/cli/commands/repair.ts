import { command } from './command';
import { confirm, YES_OPTION } from './confirm';
import { durationMs } from './global-options';
import { findingText } from './health';
import { WAIT_OPTION, waitMsOf } from './lease-wait-option';
import { commandLine } from '../../core/cluster-ref';
import { LEASE_RIGHTS } from '../../deploy/rights';
import { ExitCode } from '../../core/errors';
import type { Style } from '../output/style';
import type { Repair, RepairPlan } from '../../repair/repair';
import { REPAIR_TIMEOUT_MS, ClusterRepairer, type RepairResult } from '../../repair/repairer';

/** Brings brokers back that can't join. */
export const repair = command({
  usage: 'repair',
  onCluster: true,
  summary: 'Repair brokers that cannot rejoin (shows a plan first)',
  limit: REPAIR_TIMEOUT_MS,
  examples: [
    ['repair --plan', 'show the plan'],
    ['repair', 'ask, repair, and check the health'],
    ['repair --lost rabbitmq-cluster-1 --lost rabbitmq-cluster-2', 'continue from the brokers that are left'],
    ['repair --move-messages', 'save the messages of a broker that runs a cluster of its own'],
    ['repair --off-node worker-3', 'free a pod that is stuck on a dead node'],
  ],
  options: {
    plan: { type: 'boolean', default: false, describe: 'Show the plan and change nothing' },
    lost: { type: 'string', array: true, describe: 'Pod that lost its volume for good; repeat for more' },
    'off-node': { type: 'string', array: true, describe: 'Node that is powered off; repeat for more' },
    'restore-cookie': { type: 'boolean', default: false, describe: 'Write the cookie of the brokers into the Secret' },
    'move-messages': { type: 'boolean', default: false, describe: 'Move messages of a second cluster to the first' },
    'broker-timeout': { type: 'string', default: '15m', describe: 'Time limit for one broker to be up again' },
    ...YES_OPTION,
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
    { resources: ['pods/portforward'], verbs: ['create', 'get'], optional: true, part: '--move-messages' },
    { resources: ['services', 'configmaps'], verbs: ['get'], optional: true, part: '--move-messages' },
    { resources: ['nodes'], verbs: ['get'], clusterWide: true, optional: true, part: '--off-node' },
    ...LEASE_RIGHTS.map(right => ({ ...right, optional: true, part: 'more than --plan' })),
  ],
  async run(context, { plan: planOnly, lost, offNode, restoreCookie, moveMessages, brokerTimeout, yes, wait }) {
    const { cluster, output } = context;
    const repairer = new ClusterRepairer(await context.connect());
    const request = { lost, offNodes: offNode, restoreCookie, moveMessages };
    const plan = await context.operate(options => repairer.plan(cluster, { ...options, ...request }));
    const doable = plan.repairs.some(({ blocked }) => blocked === undefined);
    if (planOnly || plan.repairs.length === 0) {
      const isRefused = plan.repairs.length > 0 && !doable;
      output.show({ ...plan, verdict: isRefused ? 'refused' : 'possible' }, planText);
      return isRefused ? ExitCode.REFUSED : undefined;
    }
    output.noteOf(plan, planText);
    if (doable) {
      await confirm(context, yes, 'Continue?');
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
    ? `${style.green('✔')} ${namespace}/${name} needs no repair. ${commandLine('doctor', { namespace, name })} shows why a pod does not start, ${commandLine('health', { namespace, name })} other problems.`
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
    ...left.length > 0 ? ['Still to repair:', ...left.map(found => repairText(found, style))] : [],
    ...findings.length > 0 ? ['Health:', ...findings.map(finding => findingText(finding, style))] : ['The cluster is healthy.'],
  ].join('\n');
}
