import { type Command, command, nameOf } from './command';
import { UsageError } from '../../core/errors';
import { type Right, rolesOf } from '../../kubernetes/rights';
import { writeYaml } from '../../core/yaml';

/** What readers of a Role may not expect of a right in it. */
function warningOf(rights: readonly Right[]): string {
  return rights.some(({ resources }) => resources.includes('pods/exec'))
    ? '# pods/exec allows full control of the brokers: Erlang cookie, TLS key, users and messages\n'
    : '';
}

/** The rights that a command takes. */
export function rbac(commands: () => readonly Command[]): Command {
  return command({
    usage: 'rbac <command>',
    summary: 'Print the least Role that a command needs',
    examples: [
      ['rbac status -n shop | kubectl apply -f -', 'create the Role, then bind it'],
      ['rbac deploy --needed-only', 'without optional rights'],
    ],
    positionals: { command: { type: 'string', demandOption: true, describe: 'Command' } },
    options: { 'needed-only': { type: 'boolean', default: false, describe: 'Leave out rights that only some uses need' } },
    rights: [],
    run({ output, cluster }, { command: name, neededOnly }) {
      const found = commands().find(candidate => nameOf(candidate) === name);
      if (found === undefined) {
        throw new UsageError(`there is no command "${name}": use one of ${commands().map(nameOf).join(', ')}`);
      }
      const rights = found.rights.filter(({ optional }) => !neededOnly || !optional);
      const roles = rolesOf(rights, `rabbitmq-k8s-${name}`, cluster.namespace);
      output.document(roles, () => roles.length === 0 ? `# ${name} needs no rights` : `${warningOf(rights)}${roles.map(writeYaml).join('---\n')}`);
      return Promise.resolve(undefined);
    },
  });
}
