import { command } from './command';
import { durationMs } from './global-options';
import { WAIT_OPTION, waitMsOf } from './waiting';
import { UsageError } from '../../core/errors';
import type { Style } from '../output/style';
import { table } from '../output/table';
import { cookiePlan } from '../../rotate/cookie-plan';
import { CredentialsManager } from '../../rotate/credentials-manager';
import type { RotatedUser } from '../../rotate/rotation';

/** Rotates passwords. */
export const rotate = command({
  usage: 'rotate [users..]',
  onCluster: true,
  summary: 'Rotate passwords with an overlap of old and new',
  examples: [
    ['rotate', 'begin: old and new passwords work'],
    ['rotate --finish', 'end it once no client uses the old ones'],
    ['rotate --undo', 'return to the old ones'],
    ['rotate admin monitoring', 'only these users'],
    ['rotate --cookie', 'steps for the Erlang cookie (downtime)'],
  ],
  positionals: { users: { type: 'string', array: true, describe: 'Users, or their Secrets [default: all]' } },
  options: {
    finish: { type: 'boolean', default: false, describe: 'Remove the old users' },
    undo: { type: 'boolean', default: false, describe: 'Return to the old users' },
    'close-connections': { type: 'boolean', default: false, describe: 'Close connections of users that are removed' },
    settle: { type: 'string', default: '2m', describe: 'Time for clients to see the new Secret' },
    cookie: { type: 'boolean', default: false, describe: 'Print the steps that change the Erlang cookie' },
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
      throw new UsageError('--finish, --undo and --cookie exclude each other: use one of them');
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
      output.note(`Old and new passwords work now. Restart applications that read the password from a variable, then run "rabbitmq-k8s rotate --finish -n ${cluster.namespace} -c ${cluster.name}"`);
    }
    return undefined;
  },
});

const STATES: Readonly<Record<RotatedUser['state'], string>> = { overlap: 'old and new work', finished: 'old user removed', undone: 'new user removed' };

function rotatedText(rotated: readonly RotatedUser[], style: Style): string {
  return rotated.length === 0
    ? 'No Secrets of users found'
    : table(style, ['secret', 'user', 'was', 'state'], rotated.map(({ secret, username, previous, state }) => [secret, username, previous, STATES[state]]));
}
