import { command } from './command';
import { configOf, DEPLOY_OPTIONS, TAKEOVER_OPTIONS } from './deploy-options';
import { placedLabelOf } from '../../inventory/removal';
import { accessWarnings, inheritedText } from '../../deploy/deploy';
import { LOOK_TIMEOUT_MS, KubernetesRabbitMQManager } from '../../manager/manager';
import { type DeploymentPlan, type Effect, type FieldChange, type ObjectChange, obstaclesIn } from '../../deploy/plan';
import { ExitCode } from '../../core/errors';
import type { Output } from '../output/output';
import { DEPLOY_RIGHTS } from '../../deploy/rights';
import type { Style } from '../output/style';

/** What a deploy would change. */
export const diff = command({
  usage: 'diff',
  summary: 'Preview changes without applying them',
  limit: LOOK_TIMEOUT_MS,
  examples: [
    ['diff --profile prod --ingress rabbitmq.example.com --image rabbitmq:4.3.6-management', 'before an upgrade'],
    ['diff --values orders.yaml -n shop -c orders', 'with a values file'],
  ],
  options: { ...DEPLOY_OPTIONS, ...TAKEOVER_OPTIONS },
  // a dry run takes the rights of the real one
  rights: [
    ...DEPLOY_RIGHTS.filter(({ resources }) => !resources.some(resource => resource.startsWith('pods/') || resource === 'secrets')),
    { resources: ['pods/exec'], verbs: ['create', 'get'], optional: true, part: 'another image for a cluster that is there' },
  ],
  async run(context, args) {
    const manager = new KubernetesRabbitMQManager(await context.connect());
    return showPlan(context.output, await context.operate(options => (
      manager.planDeployment(configOf(args, context.given), { ...options, reset: args.reset, adopt: args.adopt }))));
  },
});

/** Prints a plan; a deploy of it would be refused where it can't be done. */
export function showPlan(output: Output, plan: DeploymentPlan): ExitCode | undefined {
  const isRefused = obstaclesIn(plan) !== undefined;
  output.show({ ...plan, verdict: isRefused ? 'refused' : 'possible' }, planText);
  return isRefused ? ExitCode.REFUSED : undefined;
}

/** The changes, object by object. */
export function planText(
  { changes, effect, stays, clientAccess, inherited = {} }: DeploymentPlan,
  style: Style,
): string {
  const changed = changes.filter(change => change.effect !== 'none');
  const kept = inheritedText(inherited);
  return [
    ...kept === undefined ? [] : [style.dim(`Keeping options of the last deploy: ${kept}`)],
    ...changed.map(change => objectText(change, style)),
    ...stays.map(object => `${style.bold(placedLabelOf(object))}: no longer part of the deployment; stays, with its data`),
    ...accessWarnings(clientAccess).map(warning => `${style.yellow('!')} ${warning}`),
    changed.length === 0 ? 'No changes.' : `${changed.length} of ${changes.length} objects change; effect: ${coloured(effect, style)}`,
  ].join('\n');
}

function objectText({ object, effect, fields, reason }: ObjectChange, style: Style): string {
  return [
    `${style.bold(placedLabelOf(object))}: ${coloured(effect, style)}${reason === undefined ? '' : `, as ${reason}`}`,
    ...fields.map(field => fieldText(field, style)),
  ].join('\n');
}

function fieldText({ path, before, after }: FieldChange, style: Style): string {
  const [had, has] = [wordsOf(before), wordsOf(after)];
  // long values often differ late
  const same = had.length > SHOWN || has.length > SHOWN ? Math.max(0, commonPrefix(had, has) - CONTEXT) : 0;
  return `  ${style.dim(path)}: ${short(had, same)} → ${short(has, same)}`;
}

const SHOWN = 60;
const CONTEXT = 15;

function wordsOf(value: unknown): string {
  return (value === undefined ? 'nothing' : typeof value === 'string' ? value : JSON.stringify(value)).replace(/\n/g, '⏎');
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) {
    length += 1;
  }
  return length;
}

function short(text: string, from: number): string {
  const part = `${from > 0 ? '…' : ''}${text.slice(from)}`;
  return part.length > SHOWN ? `${part.slice(0, SHOWN - 3)}…` : part;
}

function coloured(effect: Effect, style: Style): string {
  const colours: Readonly<Record<Effect, (text: string) => string>> = {
    none: style.dim, created: style.green, live: style.green, removed: style.yellow, 'rolling restart': style.yellow, recreation: style.red, impossible: style.red,
  };
  return colours[effect](effect);
}
