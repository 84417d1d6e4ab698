import { TopologySubject } from './subject';
import { topologyRule } from './topology-rule';
import { Rule } from '../../validation/rule';

/** An object by its kind, virtual host and name. */
interface Named {
  readonly kind: string;
  readonly vhost: string;
  readonly name: string;
  readonly path?: string;
}

function declared({ virtualHosts, exchanges, queues, policies, users, parameters }: TopologySubject): Named[] {
  return [
    ...virtualHosts.map(({ name, path }) => ({ kind: 'virtual host', vhost: '', name, path })),
    ...users.map(({ name, path }) => ({ kind: 'user', vhost: '', name, path })),
    ...exchanges.map(({ vhost, name, path }) => ({ kind: 'exchange', vhost, name, path })),
    ...queues.map(({ vhost, name, path }) => ({ kind: 'queue', vhost, name, path })),
    ...policies.map(({ vhost, name, operator, path }) => ({ kind: operator ? 'operator policy' : 'policy', vhost, name, path })),
    ...parameters.map(({ component, vhost, name, path }) => ({ kind: component, vhost, name, path })),
  ];
}

/** Names of others, which declared ones can be mistaken for. */
function imported({ importedVirtualHosts, imported: others }: TopologySubject): Named[] {
  return [...importedVirtualHosts.map(name => ({ kind: 'virtual host', vhost: '', name })), ...others];
}

/** One of each group of objects whose keys are equal, where there are several names or several objects. */
function alike(
  objects: readonly Named[],
  fold: (name: string) => string,
  isFinding: (group: readonly Named[]) => boolean,
): Named[] {
  const groups = new Map<string, Named[]>();
  for (const object of objects) {
    const key = JSON.stringify([object.kind, object.vhost, fold(object.name)]);
    groups.set(key, [...groups.get(key) ?? [], object]);
  }
  return [...groups.values()].filter(isFinding).map(([first]) => first);
}

function where({ kind, vhost, name }: Named): string {
  return `${kind} "${name}"${vhost === '' ? '' : ` in virtual host "${vhost}"`}`;
}

/** Names of declared objects. */
export const NAME_RULES: readonly Rule<TopologySubject>[] = [
  topologyRule({
    id: 'declared-twice',
    severity: 'error',
    each: subject => alike(declared(subject), name => name, group => group.length > 1),
    when: () => true,
    message: object => `${where(object)} is declared more than once: declare it once and pass the construct, or import it by name.`,
  }),
  topologyRule({
    id: 'user-of-platform',
    severity: 'error',
    each: ({ users, platformUsers }) => users.filter(({ name }) => platformUsers.includes(name)),
    when: () => true,
    message: ({ name }) => `user "${name}" has the name of a platform user, which monitoring and backups create for themselves: choose another name.`,
  }),
  topologyRule({
    id: 'name-spaces',
    severity: 'warning',
    each: declared,
    when: ({ name }) => name !== name.trim(),
    message: object => `${where(object)} has a name that starts or ends with white space, which clients have to send too: remove it.`,
  }),
  topologyRule({
    id: 'names-differ-in-case',
    severity: 'warning',
    each: subject =>
      alike(
        [...declared(subject), ...imported(subject)],
        name => name.toLowerCase(),
        group => new Set(group.map(({ name }) => name)).size > 1,
      ),
    when: () => true,
    message: object => `${where(object)} and another ${object.kind} differ in upper and lower case only: RabbitMQ keeps them apart, people don't. Rename one.`,
  }),
];
