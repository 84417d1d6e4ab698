import { command } from './command';
import { configOf, DEPLOY_OPTIONS } from './deploy-options';
import { WAIT_OPTION, waitMsOf } from './waiting';
import type { CleanupPlan } from '../../cleanup/cleanup';
import { placeOf } from '../../inventory/config';
import { placedLabelOf } from '../../inventory/removal';
import { KubernetesRabbitMQManager } from '../../manager/manager';
import { CLEANUP_RIGHTS } from '../../deploy/rights';
import { RefusedError } from '../../core/errors';
import type { Style } from '../output/style';

/** Deletes a cluster that this program deployed. */
export const cleanup = command({
  usage: 'cleanup',
  summary: 'Deletes a cluster that deploy made, after it has shown what goes and what stays',
  examples: [
    ['cleanup -n shop -c orders', 'keeps volumes and credentials, which a later deploy takes up'],
    ['cleanup -n shop -c orders --delete-data', 'deletes them too, once the cluster\'s name is typed'],
    ['cleanup -n shop -c orders --delete-data --yes', 'asks nothing'],
    ['cleanup --profile test', 'what "deploy --profile test" made'],
  ],
  options: {
    profile: { ...DEPLOY_OPTIONS.profile, describe: 'The profile that it was deployed with: its namespace and name, where they aren\'t given' },
    values: { type: 'string', describe: 'The values file that it was deployed with: the name in it, where none is given' },
    'delete-data': { type: 'boolean', default: false, describe: 'Delete volumes, with all messages and backups, and Secrets too' },
    yes: { alias: 'y', type: 'boolean', default: false, describe: 'Ask nothing' },
    ...WAIT_OPTION,
  },
  rights: CLEANUP_RIGHTS,
  async run(context, { profile, values, deleteData, yes, wait }) {
    const { output } = context;
    const { namespace, name } = placeOf(configOf({ profile, values }, context.given));
    const waitMs = waitMsOf(wait);
    const manager = new KubernetesRabbitMQManager(await context.connect());
    const plan = await context.operate(options => manager.planDeletion(namespace, name, { ...options, deleteData }));
    if (!yes) {
      output.note(planText(plan, output.style));
      const [question, answer] = deleteData ? [`All data goes for good. Type the cluster's name to go on:`, name] : ['Go on? [yes/no]', 'yes'];
      if (await context.ask(question, '--yes') !== answer) {
        throw new RefusedError('it wasn\'t confirmed', { state: 'nothing was changed' });
      }
    }
    output.show(await context.operate(options => manager.deleteDeployment(namespace, name, { ...options, deleteData, waitMs })), doneText);
    return undefined;
  },
});

function planText({ goes, stays }: CleanupPlan, style: Style): string {
  return [
    style.bold('Goes:'), ...goes.map(object => `  ${style.red(placedLabelOf(object))}`),
    style.bold('Stays:'), ...stays.map(({ object, why }) => `  ${style.green(placedLabelOf(object))}: ${why}`),
  ].join('\n');
}

function doneText({ namespace, name, goes, stays }: CleanupPlan, style: Style): string {
  return [
    `${style.green('✔')} ${namespace}/${name} is deleted, ${goes.length} objects in all.`,
    ...stays.length > 0 ? ['What stays:', ...stays.map(({ object, why }) => `  ${placedLabelOf(object)}: ${why}`)] : ['Nothing stays.'],
  ].join('\n');
}
