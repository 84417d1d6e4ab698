import { command } from './command';
import { durationMs } from './global-options';
import { WAIT_OPTION, waitMsOf } from './waiting';
import { titleOf } from '../../core/cluster-ref';
import { UsageError } from '../../core/errors';
import type { Style } from '../output/style';
import { table } from '../output/table';
import { cookiePlan } from '../../rotate/cookie-plan';
import { CredentialsManager } from '../../rotate/credentials-manager';
import type { RotatedUser } from '../../rotate/rotation';

/** Rotates passwords. */
export const rotate = command({
  usage: 'rotate [users..]',
  summary: 'New passwords for the administrator and the platform\'s users, or those that are named, with a time in which old and new both work',
  examples: [
    ['rotate', 'begins: Secrets have new names and passwords, and the old ones still work'],
    ['rotate --finish', 'ends it, once nobody is connected by the old ones any more'],
    ['rotate --undo', 'goes back to the old ones'],
    ['rotate admin monitoring', 'these two only'],
    ['rotate --cookie', 'how to change the Erlang cookie, which takes the cluster down'],
  ],
  positionals: { users: { type: 'string', array: true, describe: 'Users by their names, or by those of their Secrets' } },
  options: {
    finish: { type: 'boolean', default: false, describe: 'Take the old users away' },
    undo: { type: 'boolean', default: false, describe: 'Take the new users away' },
    'close-connections': { type: 'boolean', default: false, describe: 'Close what is still connected as who is taken away' },
    settle: { type: 'string', default: '2m', describe: 'How long clients have to see that a Secret has changed, before anybody is taken away' },
    cookie: { type: 'boolean', default: false, describe: 'Print the steps that change the Erlang cookie, and change nothing' },
    ...WAIT_OPTION,
  },
  rights: [
    { resources: ['pods'], verbs: ['list'] },
    { resources: ['pods/exec'], verbs: ['create', 'get'] },
    { resources: ['secrets'], verbs: ['list', 'get', 'create', 'patch', 'update', 'delete'] },
    { apiGroup: 'coordination.k8s.io', resources: ['leases'], verbs: ['get', 'create', 'update'] },
  ],
  async run(context, args) {
    const { output, cluster } = context;
    if ([args.finish, args.undo, args.cookie].filter(Boolean).length > 1) {
      throw new UsageError('--finish, --undo and --cookie are each for themselves: name one of them');
    }
    if (args.cookie) {
      output.print(cookiePlan(cluster));
      return undefined;
    }
    const manager = new CredentialsManager(await context.connect());
    const chosen = {
      users: args.users?.length ? args.users : undefined,
      closeConnections: args.closeConnections,
      settleMs: durationMs('settle', args.settle),
      waitMs: waitMsOf(args.wait),
    };
    const rotated = await context.operate((options) => {
      const all = { ...options, ...chosen };
      const { namespace, name } = cluster;
      return args.finish ? manager.finish(namespace, name, all) : args.undo ? manager.undo(namespace, name, all) : manager.begin(namespace, name, all);
    });
    output.show(rotated, rotatedText);
    if (!args.finish && !args.undo && rotated.length > 0) {
      output.note(`Both work now. Have what got its password by a variable roll, then "rabbitmq-k8s rotate --finish" for ${titleOf(cluster)}.`);
    }
    return undefined;
  },
});

const STATES: Readonly<Record<RotatedUser['state'], string>> = { overlap: 'both log in', finished: 'the old one is gone', undone: 'the new one is gone' };

function rotatedText(rotated: readonly RotatedUser[], style: Style): string {
  return rotated.length === 0
    ? 'There are no Secrets of users.'
    : table(style, ['secret', 'user', 'was', 'state'], rotated.map(({ secret, username, previous, state }) => [secret, username, previous, STATES[state]]));
}
