import { command } from './command';
import { commandLine } from '../../core/cluster-ref';
import { MEMBERSHIP_TIMEOUT_MS, MembershipManager, type MembershipState } from '../../scale/membership';
import type { Style } from '../output/style';

/** Pauses what brokers change automatically. */
export const membership = command({
  usage: 'membership [action]',
  onCluster: true,
  summary: 'Pause or resume automatic changes of members and replicas',
  limit: MEMBERSHIP_TIMEOUT_MS,
  examples: [
    ['membership -n shop -c orders', 'whether they are paused'],
    ['membership pause -n shop -c orders', 'before you change members or replicas yourself'],
    ['membership resume -n shop -c orders', 'brokers apply what they skipped'],
  ],
  positionals: { action: { choices: ['show', 'pause', 'resume'], default: 'show', describe: 'show, pause or resume' } },
  rights: [
    { apiGroup: 'apps', resources: ['statefulsets'], verbs: ['get'] },
    { apiGroup: 'autoscaling', resources: ['horizontalpodautoscalers'], verbs: ['list'] },
    { apiGroup: 'apps', resources: ['statefulsets'], verbs: ['patch'], optional: true, part: 'pause and resume' },
    { resources: ['pods'], verbs: ['list'], optional: true, part: 'pause' },
    { resources: ['pods/exec'], verbs: ['create', 'get'], optional: true, part: 'pause' },
  ],
  async run(context, { action }) {
    const manager = new MembershipManager(await context.connect());
    context.output.show(await context.operate(async options => (
      action === 'pause' ? manager.pause(context.cluster, options) : action === 'resume' ? manager.resume(context.cluster, options) : manager.state(context.cluster, options)
    )), stateText);
    return undefined;
  },
});

function stateText({ namespace, name, state, warnings }: MembershipState, style: Style): string {
  const text = {
    automatic: `${style.green('✔')} ${namespace}/${name}: brokers change members, replicas and leaders automatically`,
    paused: `${style.yellow('!')} ${namespace}/${name}: changes of members, replicas and leaders are paused. Brokers that are scaled in still leave. ${commandLine('membership resume', { namespace, name })} ends the pause`,
    manual: `${namespace}/${name}: brokers change no members automatically (membership.leaveOnScaleIn is off, or another tool created them)`,
  }[state];
  return [text, ...warnings.map(warning => `${style.yellow('!')} ${warning}`)].join('\n');
}
