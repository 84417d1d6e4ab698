import { command } from './command';
import { configOf, DEPLOY_OPTIONS, RESET_OPTION } from './deploy-options';
import { placedLabelOf } from '../../inventory/removal';
import { accessWarnings, inheritedText } from '../../deploy/deploy';
import { KubernetesRabbitMQManager } from '../../manager/manager';
import type { DeploymentPlan, Effect, FieldChange, ObjectChange } from '../../deploy/plan';
import { DEPLOY_RIGHTS } from '../../deploy/rights';
import type { Style } from '../output/style';

/** What a deploy would change. */
export const diff = command({
  usage: 'diff',
  summary: 'What a deploy would change, and for each change: live, a rolling restart, recreation, or impossible',
  examples: [
    ['diff --profile prod --ingress rabbitmq.example.com --image rabbitmq:4.3.6-management', 'before an upgrade'],
    ['diff --values orders.yaml -n shop -c orders', 'of a file of values'],
  ],
  options: { ...DEPLOY_OPTIONS, ...RESET_OPTION },
  // a dry run takes the rights of the real one
  rights: [
    ...DEPLOY_RIGHTS.filter(({ resources }) => !resources.some(resource => resource.startsWith('pods/') || resource === 'secrets')),
    { resources: ['pods/exec'], verbs: ['create', 'get'], optional: true, part: 'another image for a cluster that is there' },
  ],
  async run(context, args) {
    const manager = new KubernetesRabbitMQManager(await context.connect());
    context.output.show(await context.operate(options => manager.planDeployment(configOf(args, context.given), { ...options, reset: args.reset })), planText);
    return undefined;
  },
});

/** The changes, object by object. */
export function planText({ changes, effect, stays, clientAccess, inherited = {} }: DeploymentPlan, style: Style): string {
  const changed = changes.filter(change => change.effect !== 'none');
  const kept = inheritedText(inherited);
  return [
    ...kept === undefined ? [] : [style.dim(`Keeping options of the last deploy: ${kept}`)],
    ...changed.map(change => objectText(change, style)),
    ...stays.map(object => `${style.bold(placedLabelOf(object))}: no longer part of the deployment; stays, with its data`),
    ...accessWarnings(clientAccess).map(warning => `${style.yellow('!')} ${warning}`),
    changed.length === 0 ? 'Nothing would change.' : `${changed.length} of ${changes.length} objects change; all in all: ${coloured(effect, style)}`,
  ].join('\n');
}

function objectText({ object, effect, fields, reason }: ObjectChange, style: Style): string {
  return [
    `${style.bold(placedLabelOf(object))}: ${coloured(effect, style)}${reason === undefined ? '' : `, as ${reason}`}`,
    ...fields.map(field => fieldText(field, style)),
  ].join('\n');
}

function fieldText({ path, before, after }: FieldChange, style: Style): string {
  return `  ${style.dim(path)}: ${short(before)} → ${short(after)}`;
}

function short(value: unknown): string {
  const text = value === undefined ? 'nothing' : typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57).replace(/\n/g, '⏎')}…` : text.replace(/\n/g, '⏎');
}

function coloured(effect: Effect, style: Style): string {
  const colours: Readonly<Record<Effect, (text: string) => string>> = {
    none: style.dim, created: style.green, live: style.green, removed: style.yellow, 'rolling restart': style.yellow, recreation: style.red, impossible: style.red,
  };
  return colours[effect](effect);
}
