import type { Chart } from 'cdk8s';
import { type RabbitMQCluster, RabbitMQTopology, RabbitMQUser, RabbitMQVirtualHost } from 'cdk8s-rabbitmq';
import { addFederation, addShovels, type LinkScope } from './links';
import { cronOf, duration, secretNamed } from './kubernetes';
import { allowTarget } from './network-policy';
import { argumentOf, entriesOf, time, virtualHostOptions } from './topology-options';
import type { PermissionValues, TopologyValues, UserValues } from './topology-values';
import { HostContents } from './virtual-host';

/**
 * Declares what RabbitMQ has. Objects are declared in the order of their names, as templates of helm see maps.
 *
 * @throws if something refers to an object that isn't declared
 */
export function addTopology(chart: Chart, cluster: RabbitMQCluster, topology: TopologyValues): void {
  const { reapply, reapplySchedule, deadline, ttlAfterFinished, virtualHosts, users, globalParameters } = topology;
  if ([virtualHosts, users, globalParameters].every(named => entriesOf<object>(named).length === 0)) {
    return;
  }
  const declared = new RabbitMQTopology(chart, 'Topology', { cluster, reapply, reapplySchedule: cronOf(reapplySchedule), deadline: time(deadline), ttlAfterFinished: duration(ttlAfterFinished) });
  const errors: string[] = [];
  const links: LinkScope = { errors, allow: (target) => { allowTarget(cluster, target); } };
  const hosts = new Map(entriesOf(virtualHosts).map(([name, values], index) => {
    const host = new RabbitMQVirtualHost(chart, `VirtualHost${index}`, { cluster, name, ...virtualHostOptions(values) });
    const contents = new HostContents(host, values, errors);
    addFederation(host, values, links);
    return [name, contents];
  }));
  entriesOf(virtualHosts).forEach(([name, { shovels }]) => { addShovels(name, shovels, hosts, links); });
  entriesOf(globalParameters).forEach(([name, { value, removalPolicy }]) => {
    declared.addGlobalParameter(name, argumentOf(value), removalPolicy);
  });
  entriesOf(users).forEach(([name, values], index) => {
    grant(new RabbitMQUser(chart, `User${index}`, { cluster, name, ...userOptions(chart, values) }), values.permissions, hosts, errors);
  });
  if (errors.length > 0) {
    throw new Error(errors.join('\n'));
  }
}

function userOptions(chart: Chart, values: UserValues) {
  const { existingSecret, passwordHash, permissions, topicPermissions, ...options } = values;
  return {
    ...options,
    secret: existingSecret === undefined ? undefined : secretNamed(chart, existingSecret),
    passwordHash: passwordHash && { secret: secretNamed(chart, passwordHash.existingSecret), key: passwordHash.key },
    permissions: entriesOf(permissions).map(([vhost, { configure, write, read }]) => ({
      vhost,
      configure,
      write,
      read,
    })),
    topicPermissions: entriesOf(topicPermissions).flatMap(([vhost, exchanges]) =>
      entriesOf(exchanges).map(([exchange, patterns]) => ({ vhost, exchange, ...patterns }))),
  };
}

/** Grants the rights of names that are declared. */
function grant(user: RabbitMQUser, permissions: UserValues['permissions'], hosts: ReadonlyMap<string, HostContents>, errors: string[]): void {
  entriesOf(permissions).forEach(([vhost, { publish = [], consume = [], declare = [] }]) => {
    const host = hosts.get(vhost);
    const each = (
      right: keyof PermissionValues,
      kind: string,
      names: readonly string[],
      tryGrant: (name: string) => boolean,
    ): void => {
      names.filter(name => !tryGrant(name)).forEach((name) => {
        errors.push(`topology.users.${user.username}.permissions: ${right} in virtual host "${vhost}" has "${name}", which is no declared ${kind}. Add it, or use a pattern`);
      });
    };
    each('publish', 'exchange or super stream', publish, (name) => {
      const exchange = host?.superStream(name) ?? host?.exchange(name);
      exchange?.grantPublish(user);
      return exchange !== undefined;
    });
    each('consume', 'queue or super stream', consume, (name) => {
      const queue = host?.superStream(name) ?? host?.queue(name);
      queue?.grantConsume(user);
      return queue !== undefined;
    });
    each('declare', 'exchange or queue', declare, (name) => {
      const object = host?.queue(name) ?? host?.exchange(name);
      object?.grantDeclare(user);
      return object !== undefined;
    });
  });
}
