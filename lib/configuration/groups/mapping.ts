import { RabbitMQVersion } from '../../rabbitmq/version';
import { Entry } from '../effective';
import { otherSeries } from '../keys/key-table';
import { knownKey } from '../known-key';
import { Format } from './format';

/** What a mapping is told beside a prop's value. */
export interface Context {
  /** The prop's full name, for messages: `configuration.queues.consumerTimeout`. */
  readonly field: string;
  /** The release that has to know the keys. */
  readonly version: RabbitMQVersion;
}

/** Makes entries of rabbitmq.conf from a prop's value. */
export type Mapping<Value> = (value: Value, context: Context) => Entry[];

/** A mapping for each prop of a group. */
export type Mappings<Group> = { readonly [Prop in keyof Group]-?: Mapping<NonNullable<Group[Prop]>> };

/** The entries of a struct, in the order of its mappings. */
export function toGroup<Group extends object>(mappings: Mappings<Group>): Mapping<Group> {
  return (group, { field, version }) => (Object.keys(mappings) as (keyof Group & string)[]).flatMap((prop) => {
    const value = group[prop];
    return value === undefined || value === null ? [] : mappings[prop](value, { field: `${field}.${prop}`, version });
  });
}

/** An entry with a key of its own. */
export function toKey<Value>(key: string, format: Format<Value>): Mapping<Value> {
  return toNewestKey([key], format);
}

/** An entry with the first of several keys that the release knows, the newest key first. */
export function toNewestKey<Value>(keys: readonly string[], format: Format<Value>): Mapping<Value> {
  return (value, context) => {
    const key = keys.find(candidate => knownKey(candidate, context.version)) ?? keys[0];
    return [toEntry(key, format(value, context.field), context)];
  };
}

/** An entry of the library's typed part. */
export function toEntry(key: string, value: string, { field, version }: Context): Entry {
  if (!knownKey(key, version)) {
    throw new Error(`${field} needs RabbitMQ ${releasesWith(key)} (version is ${version.version}). Remove it, or use another version`);
  }
  return { key, value, origin: 'typed', field };
}

/** The releases that have a key, in words. */
export function releasesWith(key: string): string {
  return otherSeries(key).map(({ since, until }) => {
    if (until === undefined) {
      return `${since} or newer`;
    }
    return since === until ? until : `${since ?? '3.10'} to ${until}`;
  }).join(', or ');
}
