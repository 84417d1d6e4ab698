import { asText, isReserved, type Json, type JsonObject, type TopologyObject } from './objects';
import { tagsOf } from '../backup/definitions';
import type { Broker } from '../broker/broker';
import { type Definition, type Definitions, exportDefinitions } from '../broker/definitions';
import { BrokerError } from '../core/errors';

/**
 * Definitions leave internal exchanges out. The text is Base64, as the broker's tool prints a term of Erlang in lines.
 */
const INTERNAL_EXCHANGES = `base64:encode(iolist_to_binary(rabbit_json:encode(lists:append([
  [#{vhost => V, name => element(4, proplists:get_value(name, I)), type => atom_to_binary(proplists:get_value(type, I), utf8),
     durable => proplists:get_value(durable, I), auto_delete => proplists:get_value(auto_delete, I), internal => true,
     arguments => rabbit_misc:amqp_table(proplists:get_value(arguments, I))}
   || X <- rabbit_exchange:list(V), I <- [rabbit_exchange:info(X, [name, type, durable, auto_delete, internal, arguments])],
      proplists:get_value(internal, I)]
  || V <- rabbit_vhost:list_names()])))).`;

/** What the brokers have. */
export async function actualObjects(broker: Broker): Promise<TopologyObject[]> {
  const [definitions, internal] = await Promise.all([exportDefinitions(broker), internalExchanges(broker)]);
  return objectsOf({ ...definitions, exchanges: [...definitions.exchanges ?? [], ...internal] });
}

async function internalExchanges(broker: Broker): Promise<Definition[]> {
  const output = await broker.run(['rabbitmqctl', '--silent', 'eval', INTERNAL_EXCHANGES], { timeoutMs: 120_000 });
  const encoded = [...output.matchAll(/"([^"]*)"/g)].map(([, part]) => part).join('');
  try {
    const exchanges = JSON.parse(Buffer.from(encoded, 'base64').toString()) as Definition[];
    // of plugins, such as those of federation links
    return exchanges.filter(({ name }) => !isReserved(String(name)) && !String(name).startsWith('federation: '));
  } catch (error) {
    throw new BrokerError(`${broker.pod} gave no list of internal exchanges, but ${output.slice(0, 100)}`, { cause: error });
  }
}

/** Definitions in the form in which the library declares objects. */
export function objectsOf(definitions: Definitions): TopologyObject[] {
  const {
    vhosts = [], users = [], permissions = [], topic_permissions: topics = [], parameters = [],
    global_parameters: globals = [], policies = [],
    queues = [], exchanges = [], bindings = [],
  } = definitions;
  return [
    ...vhosts.map((vhost): TopologyObject => ({ kind: 'vhost', name: textOf(vhost, 'name'), body: virtualHostOf(vhost) })),
    ...users.map((user): TopologyObject => ({ kind: 'user', name: textOf(user, 'name'), body: { tags: tagsOf(user) } })),
    ...users.flatMap((user) => {
      const limits = mapOf(user.limits);
      return Object.keys(limits).length === 0 ? [] : [{ kind: 'user-limits', user: textOf(user, 'name'), body: limits } as const];
    }),
    ...permissions.map((one): TopologyObject => (
      { kind: 'permission', user: textOf(one, 'user'), vhost: textOf(one, 'vhost'), body: members(one, 'configure', 'write', 'read') })),
    ...topics.map((one): TopologyObject => (
      { kind: 'topic-permission', user: textOf(one, 'user'), vhost: textOf(one, 'vhost'), body: members(one, 'exchange', 'write', 'read') })),
    ...policies.map((one): TopologyObject => ({ kind: 'policy', ...placed(one), body: members(one, 'pattern', 'apply-to', 'definition', 'priority') })),
    ...parameters.map(parameterOf),
    ...globals.map((one): TopologyObject => ({ kind: 'global-parameter', name: textOf(one, 'name'), body: members(one, 'value') })),
    ...exchanges.map((one): TopologyObject => (
      { kind: 'exchange', ...placed(one), body: { type: textOf(one, 'type'), ...flags(one), internal: one.internal === true, arguments: mapOf(one.arguments) } })),
    ...queues.map((one): TopologyObject => (
      { kind: 'queue', ...placed(one), body: { ...flags(one), arguments: { 'x-queue-type': (one.type ?? 'classic') as Json, ...mapOf(one.arguments) } } })),
    ...bindings.map((one): TopologyObject => ({
      kind: 'binding', vhost: textOf(one, 'vhost'), source: textOf(one, 'source'), destination: textOf(one, 'destination'), destination_type: textOf(one, 'destination_type'),
      body: { routing_key: textOf(one, 'routing_key'), arguments: mapOf(one.arguments) },
    })),
  ];
}

function parameterOf(parameter: Definition): TopologyObject {
  const { component, value } = parameter;
  switch (component) {
    case 'operator_policy': return { kind: 'operator-policy', ...placed(parameter), body: mapOf(value) };
    case 'vhost-limits': return { kind: 'vhost-limits', vhost: textOf(parameter, 'vhost'), body: mapOf(value) };
    default: return { kind: 'parameter', ...placed(parameter), component: String(component), body: { value: value as Json } };
  }
}

/** Releases keep what describes a virtual host as its members, or below `metadata`. */
function virtualHostOf(vhost: Definition): JsonObject {
  const { description, tags = [], default_queue_type: type, tracing } = { ...mapOf(vhost.metadata), ...vhost };
  const list = tagsOf({ tags });
  return {
    ...(typeof description === 'string' && description !== '' && { description }),
    ...(list.length > 0 && { tags: list }),
    ...(typeof type === 'string' && type !== 'undefined' && { default_queue_type: type }),
    // only Terraform has it
    ...(tracing === true && { tracing }),
  };
}

function placed(definition: Definition): { readonly vhost: string; readonly name: string } {
  return { vhost: textOf(definition, 'vhost'), name: textOf(definition, 'name') };
}

function flags(definition: Definition): JsonObject {
  return { durable: definition.durable === true, auto_delete: definition.auto_delete === true };
}

function members(definition: Definition, ...names: string[]): JsonObject {
  return Object.fromEntries(names.filter(name => name in definition).map(name => [name, definition[name] as Json]));
}

function textOf(definition: Definition, member: string): string {
  return asText(definition[member] ?? '');
}

/** An object, which releases write as a list where it is empty. */
function mapOf(value: unknown): JsonObject {
  return value === null || typeof value !== 'object' || Array.isArray(value) ? {} : value as JsonObject;
}
