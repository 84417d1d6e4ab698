import { ClusterSubject } from './subject';
import { Entry } from '../../configuration/effective';

const SECRET = /(^|[._])(pass|password|secret|secret_key|acl_token)$|\.key\.\w*Private\w*$/;

/** What a message calls an entry: its prop, and its key where one prop holds many. */
export function nameOf({ field, key, origin }: Entry): string {
  return origin === 'typed' ? field : `${origin === 'raw' ? field : 'rabbitmq.conf'} "${key}"`;
}

/** Whether an entry holds what nobody should read: a secret, or a private key as such. */
export function isSecret({ key }: Entry): boolean {
  return SECRET.test(key);
}

/** The start of a message about an entry: `configuration.raw "heartbeat" is 3`. */
export function stated(entry: Entry): string {
  return isSecret(entry) ? `${nameOf(entry)} is set` : `${nameOf(entry)} is ${entry.value}`;
}

/** The same for the first of several keys that is set, whoever set it. */
export function statedOf(subject: ClusterSubject, ...keys: readonly string[]): string {
  const entry = firstOf(keys, key => entryOf(subject, key));
  return entry ? stated(entry) : `rabbitmq.conf has no "${keys.join('" or "')}"`;
}

/** The entries that brokers get, chosen ones and the library's, whose keys match. */
export function entriesLike({ configuration }: ClusterSubject, keys: RegExp): Entry[] {
  return configuration.entries.filter(({ key }) => keys.test(key));
}

/** Those that the user asked for. */
export function chosenLike(subject: ClusterSubject, keys: RegExp): Entry[] {
  return entriesLike(subject, keys).filter(({ origin }) => origin !== 'default');
}

/** The user's entry of the first of these keys that has one. */
export function chosenOf({ configuration }: ClusterSubject, ...keys: readonly string[]): Entry | undefined {
  return firstOf(keys, key => configuration.chosen(key));
}

/** The entry of a key, whoever set it. */
export function entryOf({ configuration }: ClusterSubject, key: string): Entry | undefined {
  return configuration.entries.find(entry => entry.key === key);
}

function firstOf(keys: readonly string[], find: (key: string) => Entry | undefined): Entry | undefined {
  return keys.map(find).find(entry => entry !== undefined);
}
