import { BindingModel, ShovelEndModel, ShovelModel, TopologyModel } from '../model';

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
  return exchanges.find(exchange => exchange.vhost === vhost && exchange.name === name)?.type ?? BUILT_IN[name] ?? '';
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
  const { kind, vhost, name, key } = place;
  const moved = topology.shovels.flatMap(({ source, destination }): Place[] => (
    source && destination && isTaken(source, place, topology)
      ? [{
          kind: destination.kind,
          vhost: destination.vhost,
          name: destination.name,
          key: destination.routingKey ?? key,
        }]
      : []));
  const routed = kind === 'queue'
    ? []
    : topology.bindings
        .filter(binding =>
          binding.vhost === vhost && binding.source === name && takes(binding, typeOf(place, topology), key))
        .map((binding): Place => ({ kind: binding.destinationType, vhost, name: binding.destination, key }));
  return [...moved, ...routed];
}

/** The types of exchanges that each virtual host has. */
export const BUILT_IN: Readonly<Record<string, string>> = {
  'amq.direct': 'direct', 'amq.fanout': 'fanout', 'amq.headers': 'headers', 'amq.match': 'headers', 'amq.topic': 'topic', 'amq.rabbitmq.trace': 'topic',
};
