import { effective } from './effective';
import { allows, matchesName } from './patterns';
import { alternateOf, BUILT_IN, loops, takes } from './routing';
import { TopologySubject } from './subject';
import { topologyRule } from './topology-rule';
import { entry } from './table';
import { unquoted } from '../../configuration/default-virtual-host';
import { ExchangeModel, Json, ParameterModel, PolicyModel, QueueModel } from '../model';
import { Rule, ruleForEach } from '../../validation/rule';

/** An exchange that something refers to by its name. */
interface Reference {
  readonly what: string;
  readonly vhost: string;
  readonly exchange: string;
  readonly path: string;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value) ?? 'undefined';
}

/** The exchanges that get dead-lettered or unroutable messages, and those of topic permissions. */
function references({ exchanges, queues, policies, topicPermissions }: TopologySubject): Reference[] {
  return [
    ...exchanges.flatMap(({ vhost, name, alternate, path }) => (alternate === undefined ? [] : [{ what: `alternate exchange of exchange "${name}"`, vhost, exchange: alternate, path }])),
    ...queues.flatMap(({ vhost, name, path, arguments: all }) => all.filter(({ argument }) => argument === 'x-dead-letter-exchange')
      .map(({ value }) => ({ what: `dead-letter exchange of queue "${name}"`, vhost, exchange: asText(value), path }))),
    ...policies.flatMap(({ vhost, name, definition, path }) => ['dead-letter-exchange', 'alternate-exchange'].filter(key => key in definition)
      .map(key => ({ what: `"${key}" of policy "${name}"`, vhost, exchange: asText(definition[key]), path }))),
    ...topicPermissions.map(({ user, vhost, exchange, path }) => ({ what: `topic permission of user "${user}"`, vhost, exchange, path })),
  ];
}

/** An exchange by its name. */
type Exchange = Pick<ExchangeModel, 'vhost' | 'name'> & Partial<Pick<ExchangeModel, 'path'>>;

/** Whether RabbitMQ has an exchange, or it is declared here. */
function isExchange({ vhost, name }: Exchange, { exchanges }: TopologySubject): boolean {
  return Object.hasOwn(BUILT_IN, name) || exchanges.some(other => other.vhost === vhost && other.name === name);
}

/** The exchanges that get dead-lettered or unroutable messages, where it is known what is bound to them. */
function lastResorts(subject: TopologySubject): Exchange[] {
  const { exchanges } = subject;
  const named = references(subject)
    .filter(({ what, vhost, exchange }) => !what.startsWith('topic permission')
      && isExchange({ vhost, name: exchange }, subject))
    .map(({ vhost, exchange: name }) => JSON.stringify({
      vhost, name, path: exchanges.find(other => other.vhost === vhost && other.name === name)?.path,
    }));
  return [...new Set(named)].map(exchange => JSON.parse(exchange) as Exchange);
}

/** Whether messages that come to an exchange can only be lost. */
function leadsNowhere(exchange: Exchange, subject: TopologySubject, seen: readonly string[] = []): boolean {
  const { vhost, name } = exchange;
  const { bindings } = subject;
  if (isReadElsewhere(exchange, subject)) {
    return false;
  }
  const alternate = alternateOf(exchange, subject);
  return bindings
    .filter(binding => binding.vhost === vhost && binding.source === name)
    .map(({ destination, destinationType }) => (destinationType === 'queue' ? undefined : destination))
    .concat(alternate === undefined ? [] : [alternate])
    .every((next) => {
      const isKnown = next !== undefined
        && isExchange({ vhost, name: next }, subject);
      return isKnown && (seen.includes(next) || leadsNowhere({ vhost, name: next }, subject, [...seen, name]));
    });
}

/** Whether a federation or a shovel takes messages from an exchange. */
function isReadElsewhere({ vhost, name }: Exchange, { policies, shovels }: TopologySubject): boolean {
  const isFederated = policies.some(({ vhost: other, definition, pattern }) => other === vhost
    && ['federation-upstream', 'federation-upstream-set', 'federation-upstream-pattern'].some(key => key in definition) && matchesName(pattern, name, true));
  const isShovelled = shovels.some(({ source }) => source?.kind === 'exchange' && source.vhost === vhost && source.name === name);
  return isFederated || isShovelled;
}

/** A queue that gets dead letters by its name, as their routing key to the default exchange. */
interface DeadLetterQueue {
  readonly what: string;
  readonly vhost: string;
  readonly name: string;
  readonly path?: string;
}

function deadLetterQueues({ queues, policies }: TopologySubject): DeadLetterQueue[] {
  const given = [
    ...queues.map(({ vhost, name, path, arguments: all }) => {
      const value = (argument: string): unknown => all.find(one => one.argument === argument)?.value;
      return { what: `queue "${name}"`, vhost, path, exchange: value('x-dead-letter-exchange'), key: value('x-dead-letter-routing-key') };
    }),
    ...policies.map(({ vhost, name, path, definition }) => (
      { what: `policy "${name}"`, vhost, path, exchange: definition['dead-letter-exchange'], key: definition['dead-letter-routing-key'] })),
  ];
  return given.flatMap(({ exchange, key, ...rest }) => (exchange === '' && typeof key === 'string' ? [{ ...rest, name: key }] : []));
}

/** A queue whose dead letters have a routing key that no binding of their exchange takes. */
function hasUnroutedDeadLetters(queue: QueueModel, subject: TopologySubject): boolean {
  const { vhost } = queue;
  const key = effective(queue, 'x-dead-letter-routing-key', subject);
  const target = subject.exchanges.find(({ vhost: other, name }) => other === vhost && name === effective(queue, 'x-dead-letter-exchange', subject));
  const bindings = subject.bindings.filter(binding => binding.vhost === vhost && binding.source === target?.name);
  return typeof key === 'string' && target !== undefined && ['direct', 'topic'].includes(target.type) && target.alternate === undefined
    && bindings.length > 0 && !bindings.some(binding => takes(binding, target.type, key));
}

/** A name of a federation upstream, or of a set of them, that a policy refers to. */
interface Upstream {
  readonly path: string;
  readonly policy: PolicyModel;
  readonly component: string;
  readonly name: string;
}

function upstreams({ policies }: TopologySubject): Upstream[] {
  return policies.flatMap(policy => ['federation-upstream', 'federation-upstream-set'].filter(key => key in policy.definition)
    .map(component => ({ policy, path: policy.path, component, name: asText(policy.definition[component]) })));
}

/** Whether nothing is bound to a queue, no user may read it, and no shovel uses it. */
function isUnreached({ vhost, name }: Pick<QueueModel, 'vhost' | 'name'>, { bindings, permissions, shovels }: TopologySubject): boolean {
  return !bindings.some(binding => binding.vhost === vhost && binding.destinationType === 'queue' && binding.destination === name)
    && !permissions.some(
      permission =>
        permission.vhost === vhost
        && (permission.granted.read.includes(name) || allows(permission.patterns.read, name)),
    )
    && !shovels.some(({ source, destination }) => [source, destination].some(end => end?.kind === 'queue' && end.vhost === vhost && end.name === name));
}

/** Whether a value holds a URI with a password. */
function hasPassword(value: Json | undefined): boolean {
  return typeof value === 'string'
    ? /:\/\/[^/?#\s:@]*:[^/?#\s@]+@/.test(value)
    : typeof value === 'object' && Object.values(value).some((one: Json) => hasPassword(one));
}

function parameterName({ component, vhost, name }: ParameterModel): string {
  return `${component} "${name}"${vhost === '' ? '' : ` in virtual host "${vhost}"`}`;
}

/** Keys of rabbitmq.conf that name the virtual host of a plugin. */
export const VIRTUAL_HOST_KEYS: readonly string[] = [
  'mqtt.vhost', 'stomp.default_vhost', 'amqp1_0.default_vhost', 'event_exchange.vhost',
];

function isUndeclared(vhost: string, subject: TopologySubject): boolean {
  return vhost !== subject.defaultVirtualHost
    && !subject.virtualHosts.some(({ name }) => name === vhost)
    && !subject.importedVirtualHosts.includes(vhost);
}

/** What objects refer to. */
export const REFERENCE_RULES: readonly Rule<TopologySubject>[] = [
  topologyRule({
    id: 'dead-letters-lost',
    severity: 'warning',
    each: lastResorts,
    when: leadsNowhere,
    message: ({ vhost, name }) => `exchange "${name}" in virtual host "${vhost}" gets dead-lettered or unroutable messages, and no queue is bound to it: they are lost. Bind a queue.`,
  }),
  topologyRule({
    id: 'dead-letter-queue-undeclared',
    severity: 'warning',
    each: deadLetterQueues,
    when: ({ vhost, name }, { queues, imported }) =>
      ![...queues, ...imported.filter(({ kind }) => kind === 'queue')].some(queue => queue.vhost === vhost && queue.name === name),
    message: ({ what, vhost, name }) => `dead-letter routing key of ${what} in virtual host "${vhost}" is "${name}", and the default exchange routes to the queue of this name, which nothing declares: add the queue, or import it by RabbitMQQueue.fromQueueName().`,
  }),
  topologyRule({
    id: 'queue-unreached',
    severity: 'warning',
    each: ({ queues }) => queues,
    when: ({ vhost, name }, subject) => isUnreached({ vhost, name }, subject)
      && !deadLetterQueues(subject).some(queue => queue.vhost === vhost && queue.name === name),
    message: ({ vhost, name }) => `queue "${name}" in virtual host "${vhost}" has no binding, and no user may read it: bind it, or grantConsume() it.`,
  }),
  topologyRule({
    id: 'virtual-host-undeclared',
    severity: 'warning',
    each: ({ permissions, topicPermissions }) => [
      ...permissions,
      ...topicPermissions.filter(
        ({ user, vhost }) => !permissions.some(other => other.user === user && other.vhost === vhost),
      ),
    ],
    when: ({ vhost }, subject) => isUndeclared(vhost, subject),
    message: ({ user, vhost }) => `user "${user}" has permissions in virtual host "${vhost}", which nothing declares: the Job fails where it does not exist. Add a RabbitMQVirtualHost, or import it by fromVirtualHostName().`,
  }),
  ruleForEach({
    id: 'virtual-host-of-plugin-undeclared',
    severity: 'warning',
    each: ({ setting }) => VIRTUAL_HOST_KEYS.flatMap(key => setting(key) ?? []),
    when: ({ value }, subject) => isUndeclared(unquoted(value), subject),
    message: ({ name, value }) => `${name} is "${unquoted(value)}", a virtual host that nothing declares: the plugin does not work where it does not exist. Add a RabbitMQVirtualHost, or import it by fromVirtualHostName().`,
  }),
  topologyRule({
    id: 'virtual-host-full',
    severity: 'error',
    each: ({ virtualHosts }) => virtualHosts,
    when: ({ name, maxQueues }, subject) => maxQueues !== undefined && queuesIn(name, subject) > maxQueues,
    message: ({ name, maxQueues }, subject) => `limits.maxQueues of virtual host "${name}" is ${maxQueues ?? ''}, and ${queuesIn(name, subject)} queues are declared in it: raise the limit.`,
  }),
  topologyRule({
    id: 'virtual-host-connections',
    severity: 'warning',
    each: ({ virtualHosts }) => virtualHosts,
    when: ({ name, maxConnections }, subject) =>
      maxConnections !== undefined && usersOf(name, subject).length > maxConnections,
    message: ({ name, maxConnections }, subject) => `limits.maxConnections of virtual host "${name}" is ${maxConnections ?? ''}, and ${usersOf(name, subject).length} users have permissions in it: raise the limit.`,
  }),
  topologyRule({
    id: 'exchange-undeclared',
    severity: 'warning',
    each: references,
    when: ({ vhost, exchange }, { exchanges, imported }) => exchange !== '' && !Object.hasOwn(BUILT_IN, exchange)
      && ![...exchanges, ...imported.filter(({ kind }) => kind === 'exchange')].some(other => other.vhost === vhost && other.name === exchange),
    message: ({ what, vhost, exchange }) => `${what} in virtual host "${vhost}" is "${exchange}", which nothing declares: add the exchange, or import it by RabbitMQExchange.fromExchangeName().`,
  }),
  topologyRule({
    id: 'federation-upstream-undeclared',
    severity: 'warning',
    each: upstreams,
    when: ({ policy: { vhost }, component, name }, { parameters }) => !(component === 'federation-upstream-set' && name === 'all')
      && !parameters.some(
        parameter => parameter.vhost === vhost && parameter.component === component && parameter.name === name,
      ),
    message: ({ policy, component, name }) => `definition of policy "${policy.name}" in virtual host "${policy.vhost}" has ${component} "${name}", which nothing declares: add it by ${component === 'federation-upstream' ? 'addFederationUpstream()' : 'addFederationUpstreamSet()'}.`,
  }),
  topologyRule({
    id: 'dead-letters-unrouted',
    severity: 'warning',
    each: ({ queues }) => queues,
    when: hasUnroutedDeadLetters,
    message: ({ vhost, name }, subject) => {
      const queue = subject.queues.find(one => one.vhost === vhost && one.name === name);
      const key = queue && effective(queue, 'x-dead-letter-routing-key', subject);
      return `deadLetter.routingKey of queue "${name}" in virtual host "${vhost}" is "${asText(key)}", which no binding of its exchange takes: dead letters are lost. Bind a queue by this key.`;
    },
  }),
  topologyRule({
    id: 'default-queue-type-of-series',
    severity: 'error',
    each: ({ virtualHosts }) => virtualHosts,
    when: ({ hasDefaultQueueType }, { version }) => hasDefaultQueueType && !version.isAtLeast('3.11'),
    message: ({ name }, { version }) => `defaultQueueType of virtual host "${name}" needs RabbitMQ 3.11, and the cluster runs ${version.version}: leave it out.`,
  }),
  topologyRule({
    id: 'parameter-with-password',
    severity: 'error',
    each: ({ parameters }) => parameters,
    when: ({ value }) => hasPassword(value),
    message: parameter => `value of ${parameterName(parameter)} has a URI with a password, which the ConfigMap of the topology would show: put the URI into a Secret, and pass it as uri to addShovel() or addFederationUpstream().`,
  }),
  topologyRule({
    id: 'shovel-loop',
    severity: 'error',
    each: loops,
    when: () => true,
    message: ({ vhost, name }) => `shovel "${name}" in virtual host "${vhost}" is part of a loop: messages would circulate endlessly. Remove a shovel of the loop.`,
  }),
  topologyRule({
    id: 'binding-arguments-ignored',
    severity: 'warning',
    each: ({ bindings }) => bindings,
    when: ({ vhost, source, arguments: values }, { exchanges }) =>
      'x-match' in values && exchanges.some(exchange => exchange.vhost === vhost && exchange.name === source && exchange.type !== 'headers'),
    message: ({ source, destination }) => `headers of the binding of exchange "${source}" to "${destination}" have no effect, as the exchange is not of type headers: use RabbitMQExchangeType.HEADERS, or a routingKey.`,
  }),
  topologyRule({
    id: 'binding-key-wildcard',
    severity: 'warning',
    each: ({ bindings }) => bindings,
    when: ({ vhost, source, routingKey }, { exchanges }) => {
      const type = exchanges.find(exchange => exchange.vhost === vhost && exchange.name === source)?.type
        ?? entry(BUILT_IN, source);
      const words = routingKey.split('.');
      return type === 'direct' ? words.includes('*') || words.includes('#') : type === 'topic' && words.some(word => /[*#]/.test(word) && word.length > 1);
    },
    message: ({ vhost, source, destination, routingKey }) => `routingKey of the binding of exchange "${source}" to "${destination}" in virtual host "${vhost}" is "${routingKey}": `
      + '"*" and "#" match words of a topic exchange only, and only as a whole word. Use a topic exchange and a key such as "order.*".',
  }),
  topologyRule({
    id: 'exchange-alternate-invalid',
    severity: 'error',
    each: ({ exchanges }) => exchanges,
    when: ({ arguments: values }) => Object.hasOwn(values, 'alternate-exchange') && typeof values['alternate-exchange'] !== 'string',
    message: ({ vhost, name, arguments: values }) => `"alternate-exchange" in arguments of exchange "${name}" in virtual host "${vhost}" is ${JSON.stringify(values['alternate-exchange'])}: use the name of an exchange, by the option alternateExchange.`,
  }),
  topologyRule({
    id: 'exchange-delayed-type',
    severity: 'error',
    each: ({ exchanges }) => exchanges,
    when: ({ type, arguments: values }) => type === 'x-delayed-message' && typeof values['x-delayed-type'] !== 'string',
    message: ({ vhost, name }) => `exchange "${name}" in virtual host "${vhost}" is of type DELAYED_MESSAGE without the argument "x-delayed-type": set arguments: { 'x-delayed-type': RabbitMQArgument.text('topic') }.`,
  }),
  topologyRule({
    id: 'exchange-type-of-series',
    severity: 'error',
    each: ({ exchanges }) => exchanges,
    when: ({ type }, { version }) => type === 'x-local-random' && !version.isAtLeast('4.0'),
    message: ({ name, type }, { version }) => `type of exchange "${name}" is "${type}", which needs RabbitMQ 4.0, and the cluster runs ${version.version}: use RabbitMQExchangeType.RANDOM.`,
  }),
];

/** The number of queues in a virtual host, those that others declare included. */
function queuesIn(vhost: string, { queues, imported }: TopologySubject): number {
  const others = imported.filter(({ kind }) => kind === 'queue');
  return new Set([...queues, ...others].filter(queue => queue.vhost === vhost).map(({ name }) => name)).size;
}

/** The users with permissions in a virtual host, each of which needs a connection. */
function usersOf(vhost: string, { permissions }: TopologySubject): string[] {
  return [...new Set(permissions.filter(permission => permission.vhost === vhost).map(({ user }) => user))];
}
