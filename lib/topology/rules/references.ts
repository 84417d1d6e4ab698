import { matches } from './patterns';
import { TopologySubject } from './subject';
import { ExchangeModel } from '../model';
import { Rule, ruleForEach } from '../../validation/rule';

/** The exchanges that get dead-lettered or unroutable messages, as `vhost/name`. */
function lastResorts({ exchanges, queues, policies }: TopologySubject): Set<string> {
  return new Set([
    ...exchanges.map(({ vhost, alternate }) => `${vhost}/${alternate ?? ''}`),
    ...queues.flatMap(({ vhost, arguments: all }) => all.filter(({ argument }) => argument === 'x-dead-letter-exchange').map(({ value }) => `${vhost}/${value as string}`)),
    ...policies.flatMap(({ vhost, definition }) =>
      ['dead-letter-exchange', 'alternate-exchange'].filter(key => key in definition).map(key => `${vhost}/${definition[key] as string}`)),
  ]);
}

function isUnbound({ vhost, name }: ExchangeModel, { bindings, policies }: TopologySubject): boolean {
  const isFederated = policies.some(policy => policy.vhost === vhost && 'federation-upstream' in policy.definition && matches(policy.pattern, name));
  return !isFederated && !bindings.some(binding => binding.vhost === vhost && binding.source === name);
}

/** What objects refer to. */
export const REFERENCE_RULES: readonly Rule<TopologySubject>[] = [
  ruleForEach({
    id: 'dead-letters-lost',
    severity: 'warning',
    each: subject => subject.exchanges.filter(({ vhost, name }) => lastResorts(subject).has(`${vhost}/${name}`)),
    when: isUnbound,
    message: ({ vhost, name }) => `exchange "${name}" in virtual host "${vhost}" gets dead-lettered or unroutable messages, and nothing is bound to it: they are lost. Bind a queue.`,
  }),
  ruleForEach({
    id: 'queue-unreached',
    severity: 'warning',
    each: ({ queues }) => queues,
    when: ({ vhost, name }, { bindings, permissions, shovels }) =>
      !bindings.some(binding => binding.vhost === vhost && binding.destinationType === 'queue' && binding.destination === name)
      && !permissions.some(permission => permission.vhost === vhost && (permission.granted.read.includes(name) || matches(permission.patterns.read, name)))
      && !shovels.some(({ source, destination }) => [source, destination].includes(`${vhost}/${name}`)),
    message: ({ vhost, name }) => `queue "${name}" in virtual host "${vhost}" has no binding, and no user may read it: bind it, or grantConsume() it.`,
  }),
  ruleForEach({
    id: 'virtual-host-undeclared',
    severity: 'warning',
    each: ({ permissions }) => permissions,
    when: ({ vhost }, { virtualHosts, importedVirtualHosts, defaultVirtualHost }) =>
      vhost !== defaultVirtualHost && !virtualHosts.some(({ name }) => name === vhost) && !importedVirtualHosts.includes(vhost),
    message: ({ user, vhost }) => `user "${user}" has permissions in virtual host "${vhost}", which nothing declares: the Job fails where it does not exist. Add a RabbitMQVirtualHost, or import it by fromVirtualHostName().`,
  }),
  ruleForEach({
    id: 'virtual-host-full',
    severity: 'error',
    each: ({ virtualHosts }) => virtualHosts,
    when: ({ name, maxQueues }, { queues }) => maxQueues !== undefined && queues.filter(({ vhost }) => vhost === name).length > maxQueues,
    message: ({ name, maxQueues }, { queues }) => `limits.maxQueues of virtual host "${name}" is ${maxQueues ?? ''}, and ${queues.filter(({ vhost }) => vhost === name).length} queues are declared in it: raise the limit.`,
  }),
  ruleForEach({
    id: 'default-queue-type-of-series',
    severity: 'error',
    each: ({ virtualHosts }) => virtualHosts,
    when: ({ hasDefaultQueueType }, { version }) => hasDefaultQueueType && !version.isAtLeast('3.11'),
    message: ({ name }, { version }) => `defaultQueueType of virtual host "${name}" needs RabbitMQ 3.11, and the cluster runs ${version.version}: leave it out.`,
  }),
  ruleForEach({
    id: 'shovel-loop',
    severity: 'error',
    each: ({ shovels }) => shovels,
    when: ({ source, destination }, { shovels }) => source !== undefined && leadsTo(destination, source, shovels),
    message: ({ vhost, name }) => `shovel "${name}" in virtual host "${vhost}" is part of a loop: messages would circulate endlessly. Remove a shovel of the loop.`,
  }),
  ruleForEach({
    id: 'binding-arguments-ignored',
    severity: 'warning',
    each: ({ bindings }) => bindings,
    when: ({ vhost, source, arguments: values }, { exchanges }) =>
      'x-match' in values && exchanges.some(exchange => exchange.vhost === vhost && exchange.name === source && exchange.type !== 'headers'),
    message: ({ source, destination }) => `headers of the binding of exchange "${source}" to "${destination}" have no effect, as the exchange is not of type headers: use RabbitMQExchangeType.HEADERS, or a routingKey.`,
  }),
  ruleForEach({
    id: 'exchange-type-of-series',
    severity: 'error',
    each: ({ exchanges }) => exchanges,
    when: ({ type }, { version }) => type === 'x-local-random' && !version.isAtLeast('4.0'),
    message: ({ name, type }, { version }) => `type of exchange "${name}" is "${type}", which needs RabbitMQ 4.0, and the cluster runs ${version.version}: use RabbitMQExchangeType.RANDOM.`,
  }),
];

function leadsTo(from: string | undefined, to: string, shovels: TopologySubject['shovels'], seen = new Set<string>()): boolean {
  if (from === undefined || seen.has(from)) {
    return false;
  }
  seen.add(from);
  return from === to || shovels.some(({ source, destination }) => source === from && leadsTo(destination, to, shovels, seen));
}
