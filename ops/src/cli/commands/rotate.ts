import { command } from './command';
import { confirm, YES_OPTION } from './confirm';
import { durationMs } from './global-options';
import { WAIT_OPTION, waitMsOf } from './lease-wait-option';
import { UsageError } from '../../core/errors';
import type { Style } from '../output/style';
import { table } from '../output/table';
import type { CookiePlan, CookieRotation } from '../../rotate/cookie-rotation';
import { ROTATE_TIMEOUT_MS, CredentialsManager } from '../../rotate/credentials-manager';
import type { RotatedUser } from '../../rotate/rotation';

/** Rotates passwords. */
export const rotate = command({
  usage: 'rotate [users..]',
  onCluster: true,
  summary: 'Rotate passwords with an overlap of old and new',
  limit: ROTATE_TIMEOUT_MS,
  examples: [
    ['rotate', 'begin: old and new passwords work'],
    ['rotate --finish', 'end it once no client uses the old ones'],
    ['rotate --undo', 'return to the old ones'],
    ['rotate admin monitoring', 'only these users'],
    ['rotate --cookie', 'a new Erlang cookie, while brokers run'],
  ],
  positionals: { users: { type: 'string', array: true, describe: 'Users, or their Secrets [default: all]' } },
  options: {
    finish: { type: 'boolean', default: false, describe: 'Remove the old users' },
    undo: { type: 'boolean', default: false, describe: 'Return to the old users' },
    'close-connections': { type: 'boolean', default: false, describe: 'Close connections of users that are removed' },
    settle: { type: 'string', default: '2m', describe: 'Time for clients to see the new Secret' },
    cookie: { type: 'boolean', default: false, describe: 'Change the Erlang cookie instead (shows a plan first)' },
    ...YES_OPTION,
    ...WAIT_OPTION,
  },
  rights: [
    { resources: ['pods'], verbs: ['list'] },
    { resources: ['pods/exec'], verbs: ['create', 'get'] },
    { apiGroup: 'apps', resources: ['statefulsets'], verbs: ['get'], optional: true, part: '--cookie' },
    { resources: ['secrets'], verbs: ['list', 'get', 'create', 'patch', 'update', 'delete'] },
    { apiGroup: 'coordination.k8s.io', resources: ['leases'], verbs: ['get', 'create', 'update'] },
  ],
  async run(context, args) {
    const { output, cluster } = context;
    if ([args.finish, args.undo, args.cookie].filter(Boolean).length > 1) {
      throw new UsageError('--finish, --undo and --cookie exclude each other: use one of them');
    }
    const manager = new CredentialsManager(await context.connect());
    if (args.cookie) {
      const { namespace, name } = cluster;
      const plan = await context.operate(options => manager.planCookie(namespace, name, options));
      await confirm(context, args.yes, `${planText(plan)}\nChange it?`);
      output.show(
        await context.operate(options =>
          manager.rotateCookie(namespace, name, { ...options, waitMs: waitMsOf(args.wait) })),
        cookieText,
      );
      return undefined;
    }
    const chosen = {
      users: args.users?.length ? args.users : undefined,
      closeConnections: args.closeConnections,
      settleMs: durationMs('settle', args.settle),
      waitMs: waitMsOf(args.wait),
    };
    const rotated = await context.operate((options) => {
      const all = { ...options, ...chosen };
      const { namespace, name } = cluster;
      return args.finish
        ? manager.finish(namespace, name, all)
        : args.undo
          ? manager.undo(namespace, name, all)
          : manager.begin(namespace, name, all);
    });
    output.show(rotated, rotatedText);
    if (!args.finish && !args.undo && rotated.length > 0) {
      output.note(`Old and new passwords work now. Restart applications that read the password from a variable, then run "rabbitmq-k8s rotate --finish -n ${cluster.namespace} -c ${cluster.name}"`);
    }
    return undefined;
  },
});

const STATES: Readonly<Record<RotatedUser['state'], string>> = { overlap: 'old and new work', finished: 'old user removed', undone: 'new user removed' };

/** The plan, above its question. */
function planText({ namespace, name, secret, isNew, brokers, links }: CookiePlan): string {
  return [
    `The Erlang cookie of ${namespace}/${name}:`,
    `  ${isNew ? `puts a new cookie into Secret ${secret}` : `takes the cookie that is in Secret ${secret} already`}`,
    `  changes it in ${brokers.join(', ')}, which keep running, as do client connections`,
    '  closes connections of Erlang nodes that are not members',
    ...links > 0
      ? [`  after the next restart of a broker, check that its shovels and federation links run (${links} are declared): brokers keep their URIs encrypted with`
        + ' the cookie of their start. Declare again what does not run']
      : [],
  ].join('\n');
}

function cookieText({ namespace, name, secret, brokers }: CookieRotation, style: Style): string {
  return `${style.green('✔')} ${style.bold(`${namespace}/${name}`)}: ${brokers.join(', ')} have the cookie of Secret ${secret}, and connect with it`;
}

function rotatedText(rotated: readonly RotatedUser[], style: Style): string {
  return rotated.length === 0
    ? 'No Secrets of users found'
    : table(style, ['secret', 'user', 'was', 'state'], rotated.map(({ secret, username, previous, state }) => [secret, username, previous, STATES[state]]));
}
