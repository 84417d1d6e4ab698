import { BACKUP_OPTIONS, BACKUP_RIGHTS, openedBy } from './backup-options';
import { manifestFacts } from './backup';
import { command } from './command';
import { confirm, YES_OPTION } from './confirm';
import { WAIT_OPTION, waitMsOf } from './lease-wait-option';
import { RESTORE_TIMEOUT_MS, BackupManager } from '../../backup/backup-manager';
import type { PlannedDefinition, RestorePlan } from '../../backup/restore-plan';
import { titleOf } from '../../core/cluster-ref';
import type { Style } from '../output/style';
import { facts } from '../output/table';

/** How many of each group are named in the plan of a terminal; `-o json` has them all. */
const MAX_NAMED = 20;

/** Restores a backup, with the plan first. */
export const restore = command({
  usage: 'restore <backup>',
  onCluster: true,
  summary: 'Restore a backup (shows a plan first, deletes nothing)',
  limit: RESTORE_TIMEOUT_MS,
  examples: [
    ['restore orders-20261125T021700Z.backup', 'show the plan, then ask'],
    ['restore volume:orders-backup --key-secret backup-key --yes', 'the newest one, without a prompt'],
    ['restore s3://bucket/orders/orders-20261125T021700Z.backup -c orders-2 --plan', 'show the plan for another cluster'],
  ],
  positionals: { backup: { type: 'string', demandOption: true, describe: 'File, volume:CLAIM/… or s3://BUCKET/…; a folder means its newest' } },
  options: {
    plan: { type: 'boolean', default: false, describe: 'Show the plan and change nothing' },
    ...YES_OPTION,
    'include-secret-users': { type: 'boolean', default: false, describe: 'Restore passwords of users with a Secret too' },
    ...BACKUP_OPTIONS,
    ...WAIT_OPTION,
  },
  rights: [
    ...BACKUP_RIGHTS,
    { resources: ['secrets'], verbs: ['list'] },
    { apiGroup: 'coordination.k8s.io', resources: ['leases'], verbs: ['get', 'create', 'update'] },
  ],
  async run(context, args) {
    const { output, cluster: { namespace, name } } = context;
    const opened = {
      ...(await openedBy(context, args)),
      includeSecretUsers: args.includeSecretUsers,
      waitMs: waitMsOf(args.wait),
    };
    const manager = new BackupManager(await context.connect());
    const plan = await context.operate(options =>
      manager.plan(namespace, name, args.backup, { ...options, ...opened }));
    output.show(plan, planText);
    if (args.plan || plan.added.length + plan.changed.length === 0) {
      return undefined;
    }
    await confirm(context, args.yes, `Restore into ${titleOf(context.cluster)}?`);
    await context.operate(options => manager.restore(namespace, name, plan.location, { ...options, ...opened }));
    output.note(`Restored: ${plan.added.length} added, ${plan.changed.length} changed.`);
    return undefined;
  },
});

/** The plan as a text. */
export function planText(
  { location, backup, version, added, changed, left, same, onlyInCluster }: RestorePlan,
  style: Style,
): string {
  return [
    facts(style, [['Backup', location], ...manifestFacts(backup), ['Into', `RabbitMQ ${version}`]]),
    group(style.green('Adds'), added),
    group(style.yellow('Changes'), changed),
    group('Leaves unchanged', left),
    `${same} exist already. ${onlyInCluster} exist only in the cluster, and stay.`,
  ].filter(Boolean).join('\n\n');
}

/** Definitions under a title, by kind. */
export function group(title: string, definitions: readonly PlannedDefinition[]): string {
  if (definitions.length === 0) {
    return '';
  }
  const kinds = [...new Set(definitions.map(({ kind }) => kind))];
  return [`${title}:`, ...kinds.flatMap((kind) => {
    const ofKind = definitions.filter(definition => definition.kind === kind);
    return [
      `  ${ofKind.length} ${kind.replaceAll('_', ' ')}`,
      ...named(ofKind).map(definition => `    ${lineOf(definition)}`),
      ...named(ofKind).length < ofKind.length ? [`    and ${ofKind.length - named(ofKind).length} more`] : [],
    ];
  })].join('\n');
}

/** The first ones, and all that a reader has to see: administrators, and what connects to other brokers. */
function named(definitions: readonly PlannedDefinition[]): readonly PlannedDefinition[] {
  return definitions.filter(({ tags = [], connects }, i) => i < MAX_NAMED || tags.includes('administrator') || connects !== undefined);
}

function lineOf({ title, because, tags, connects }: PlannedDefinition): string {
  const notes = [
    ...because === undefined ? [] : [because],
    ...connects === undefined ? [] : [`starts immediately, ${connects}`],
  ];
  return `${title}${tags === undefined ? '' : ` [${tags.join(', ')}]`}${notes.length === 0 ? '' : `: ${notes.join('; ')}`}`;
}
