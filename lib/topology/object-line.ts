import { DeclaredObject } from './model';
import { sorted } from '../kubernetes/checksum';

/** The keys of an object in the order of its line: what it is and its name first, so that a review finds them. */
const KEYS = [
  'kind', 'user', 'vhost', 'component', 'name', 'source', 'destination', 'destination_type', 'hash', 'secret', 'removal', 'recreate', 'body',
] as const;

/**
 * An object as a line of JSON. Below the first level keys are sorted: the order in which options are set
 * changes no line.
 */
export function objectLine(object: DeclaredObject): string {
  const known = KEYS.filter(key => object[key] !== undefined).map(key => [key, sorted(object[key])] as const);
  return JSON.stringify(Object.fromEntries(known));
}
