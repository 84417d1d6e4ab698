import { type Command, command, nameOf } from './command';
import { UsageError } from '../../core/errors';
import { type Right, rolesOf } from '../../kubernetes/rights';
import { writeYaml } from '../../core/yaml';
import type { Manifest } from '../../kubernetes/objects';
import { MONITORING_SUFFIX } from '../../management/access';

/** What readers of a Role may not expect of a right in it, or of one that is left out. */
function notesOf(rights: readonly Right[], leftOut: readonly Right[], cluster: string): string {
  return [
    ...rights.some(({ resources }) => resources.includes('pods/exec')) ? ['# pods/exec allows full control of the brokers: Erlang cookie, TLS key, users and messages'] : [],
    ...leftOut.length > 0 ? [`# Without Secret ${cluster}${MONITORING_SUFFIX} (deploy --monitoring creates it), add --with-exec`] : [],
  ].map(line => `${line}\n`).join('');
}

function listOf(items: readonly Manifest[]): object {
  return { apiVersion: 'v1', kind: 'List', items };
}

/** The rights that a command takes. */
export function rbac(commands: () => readonly Command[]): Command {
  return command({
    usage: 'rbac <command>',
    summary: 'Print the minimal Role that a command needs',
    examples: [
      ['rbac status -n shop | kubectl apply -f -', 'create the Role, then bind it'],
      ['rbac deploy --needed-only', 'without optional rights'],
    ],
    positionals: { command: { type: 'string', demandOption: true, describe: 'Command' } },
    options: {
      'needed-only': { type: 'boolean', default: false, describe: 'Leave out rights that only some uses need' },
      'with-exec': { type: 'boolean', default: false, describe: 'Add pods/exec where there is no monitoring user' },
    },
    rights: [],
    run({ output, cluster }, { command: name, neededOnly, withExec }) {
      const found = commands().find(candidate => nameOf(candidate) === name);
      if (found === undefined) {
        throw new UsageError(`there is no command "${name}": use one of ${commands().map(nameOf).join(', ')}`);
      }
      const rights = found.rights.filter(({ optional, isFallback }) =>
        isFallback ? withExec : !neededOnly || !optional);
      const leftOut = found.rights.filter(({ isFallback }) => isFallback && !withExec);
      const roles = rolesOf(rights, `rabbitmq-k8s-${name}`, cluster);
      output.document(listOf(roles), () => (roles.length === 0 ? `# ${name} needs no rights` : `${notesOf(rights, leftOut, cluster.name)}${roles.map(writeYaml).join('---\n')}`));
      return Promise.resolve(undefined);
    },
  });
}
