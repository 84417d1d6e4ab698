import { matchesName } from './patterns';
import { entry } from './table';
import { BindingModel, ExchangeModel, ShovelEndModel, ShovelModel, TopologyModel } from '../model';

/**
 * Whether a binding certainly takes messages that are published with a routing key; of an unknown key, only bindings
 * that take all.
 */
export function takes({ routingKey: pattern }: Pick<BindingModel, 'routingKey'>, type: string, key: string | undefined): boolean {
  switch (type) {
    case 'fanout': return true;
    case 'direct': return pattern === key;
    case 'topic': return pattern === '#' || (key !== undefined && matchesTopic(pattern.split('.'), key.split('.')));
    default: return false;
  }
}

function matchesTopic([word, ...pattern]: readonly string[], key: readonly string[]): boolean {
  if (word === undefined) {
    return key.length === 0;
  }
  if (word === '#') {
    return matchesTopic(pattern, key) || (key.length > 0 && matchesTopic([word, ...pattern], key.slice(1)));
  }
  return key.length > 0 && (word === '*' || word === key[0]) && matchesTopic(pattern, key.slice(1));
}

/** A place that messages are in, or pass through with a routing key. */
interface Place {
  readonly kind: 'exchange' | 'queue';
  readonly vhost: string;
  readonly name: string;
  readonly key?: string;
}

function typeOf(
  { vhost, name }: { readonly vhost: string; readonly name: string },
  { exchanges }: TopologyModel,
): string {
  return exchanges.find(exchange => exchange.vhost === vhost && exchange.name === name)?.type ?? entry(BUILT_IN, name) ?? '';
}

/** Whether a shovel takes messages from a place: of an exchange, by a binding with the shovel's key. */
function isTaken(source: ShovelEndModel, { kind, vhost, name, key }: Place, topology: TopologyModel): boolean {
  return source.kind === kind && source.vhost === vhost && source.name === name
    && (kind === 'queue' || takes({ routingKey: source.routingKey ?? '' }, typeOf(source, topology), key));
}

/** Whether messages that a shovel moves certainly come to a source, by shovels and bindings. */
function leadsTo({ destination }: ShovelModel, source: ShovelEndModel, topology: TopologyModel): boolean {
  const seen = new Set<string>();
  const reaches = (place: Place): boolean => {
    const id = JSON.stringify(place);
    if (seen.has(id)) {
      return false;
    }
    seen.add(id);
    return isTaken(source, place, topology) || next(place, topology).some(reaches);
  };
  return destination !== undefined
    && reaches({
      kind: destination.kind,
      vhost: destination.vhost,
      name: destination.name,
      key: destination.routingKey,
    });
}

/** The first shovel of each loop. */
export function loops(topology: TopologyModel): ShovelModel[] {
  const looping = topology.shovels.filter(shovel => shovel.source && leadsTo(shovel, shovel.source, topology));
  return looping.filter(
    (shovel, index) => !looping.slice(0, index).some(other => shovel.source && leadsTo(other, shovel.source, topology)),
  );
}

function next(place: Place, topology: TopologyModel): Place[] {
  const { kind, key } = place;
  const moved = topology.shovels.flatMap(({ source, destination }): Place[] => (
    source && destination && isTaken(source, place, topology)
      ? [{
          kind: destination.kind,
          vhost: destination.vhost,
          name: destination.name,
          key: destination.routingKey ?? key,
        }]
      : []));
  return [...moved, ...kind === 'queue' ? [] : routed(place, topology)];
}

/** Where an exchange certainly routes messages to. */
function routed(place: Place, topology: TopologyModel): Place[] {
  const { vhost, name, key } = place;
  if (name === '') {
    return key === undefined ? [] : [{ kind: 'queue', vhost, name: key }];
  }
  const bindings = topology.bindings.filter(binding => binding.vhost === vhost && binding.source === name);
  const alternate = bindings.length === 0 ? alternateOf(place, topology) : undefined;
  return alternate === undefined
    ? bindings
        .filter(binding => takes(binding, typeOf(place, topology), key))
        .map((binding): Place => ({ kind: binding.destinationType, vhost, name: binding.destination, key }))
    : [{ kind: 'exchange', vhost, name: alternate, key }];
}

/** The exchange that gets what no binding of an exchange takes: by its own argument, or by a policy. */
export function alternateOf(
  { vhost, name }: Pick<ExchangeModel, 'vhost' | 'name'>,
  { exchanges, policies }: TopologyModel,
): string | undefined {
  const own = exchanges.find(exchange => exchange.vhost === vhost && exchange.name === name)?.alternate;
  const [highest] = policies
    .filter(policy => policy.vhost === vhost && !policy.operator && ['all', 'exchanges'].includes(policy.target)
      && matchesName(policy.pattern, name, false))
    .sort((a, b) => b.priority - a.priority);
  const byPolicy = highest?.definition['alternate-exchange'];
  return own ?? (typeof byPolicy === 'string' ? byPolicy : undefined);
}

/** The types of exchanges that each virtual host has. */
export const BUILT_IN: Readonly<Record<string, string>> = {
  'amq.direct': 'direct', 'amq.fanout': 'fanout', 'amq.headers': 'headers', 'amq.match': 'headers', 'amq.topic': 'topic', 'amq.rabbitmq.trace': 'topic',
};
