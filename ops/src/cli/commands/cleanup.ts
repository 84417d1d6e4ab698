import { counted } from '../../core/counted';
import { command } from './command';
import { confirm, YES_OPTION } from './confirm';
import { configOf, DEPLOY_OPTIONS } from './deploy-options';
import { WAIT_OPTION, waitMsOf } from './lease-wait-option';
import type { CleanupPlan } from '../../cleanup/cleanup';
import { placeOf } from '../../inventory/config';
import { placedLabelOf } from '../../inventory/removal';
import { CHANGE_TIMEOUT_MS, KubernetesRabbitMQManager } from '../../manager/manager';
import { CLEANUP_RIGHTS } from '../../deploy/rights';
import { RefusedError } from '../../core/errors';
import type { Style } from '../output/style';

/** Deletes a cluster that this program deployed. */
export const cleanup = command({
  usage: 'cleanup',
  summary: 'Delete a cluster that deploy created (shows a plan first)',
  limit: CHANGE_TIMEOUT_MS,
  examples: [
    ['cleanup -n shop -c orders', 'keep volumes and credentials for a later deploy'],
    ['cleanup -n shop -c orders --delete-data', 'delete them too; asks for the cluster\'s name'],
    ['cleanup -n shop -c orders --delete-data --yes', 'without a prompt'],
    ['cleanup --profile test', 'what "deploy --profile test" made'],
  ],
  options: {
    profile: { ...DEPLOY_OPTIONS.profile, describe: 'Profile that it was deployed with, for namespace and name' },
    values: { type: 'string', describe: 'Values file that it was deployed with, for its name' },
    'delete-data': { type: 'boolean', default: false, describe: 'Delete volumes (messages, backups) and Secrets too' },
    ...YES_OPTION,
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
      output.noteOf(plan, planText);
      if (!deleteData) {
        await confirm(context, yes, 'Continue?');
      } else if (await context.ask(`This deletes all data. Type the cluster's name to continue:`, '--yes') !== name) {
        throw new RefusedError('not confirmed', { state: 'nothing was changed' });
      }
    }
    output.show(
      await context.operate(options => manager.deleteDeployment(namespace, name, { ...options, deleteData, waitMs })),
      doneText,
    );
    return undefined;
  },
});

export function planText({ goes, stays }: CleanupPlan, style: Style): string {
  return [
    style.bold('Deletes:'), ...goes.map(object => `  ${style.red(placedLabelOf(object))}`),
    style.bold('Keeps:'), ...stays.map(({ object, why }) => `  ${style.green(placedLabelOf(object))}: ${why}`),
  ].join('\n');
}

function doneText({ namespace, name, goes, stays }: CleanupPlan, style: Style): string {
  return [
    `${style.green('✔')} ${namespace}/${name} is deleted: ${counted(goes.length, 'object')}`,
    ...stays.length > 0 ? ['Kept:', ...stays.map(({ object, why }) => `  ${placedLabelOf(object)}: ${why}`)] : [],
  ].join('\n');
}
