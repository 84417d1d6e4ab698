import { createHash } from 'crypto';
import { IConstruct } from 'constructs';

const MAX_BYTES = 255;

/**
 * @param kind for the message: `queue`
 * @throws if no object of the kind can have the name, or RabbitMQ keeps it for its own
 */
export function requireName(kind: string, name: string, { reserved = true } = {}): void {
  if (typeof name !== 'string') {
    throw new Error(`name of the ${kind} is ${String(name)}: it must be a string.`);
  }
  if (name === '' || Buffer.byteLength(name) > MAX_BYTES) {
    throw new Error(`name of the ${kind} is "${name}": use 1 to ${MAX_BYTES} bytes.`);
  }
  if (reserved && name.startsWith('amq.')) {
    throw new Error(`name of the ${kind} is "${name}": RabbitMQ reserves names that start with "amq.". Choose another name.`);
  }
}

/** A name as a regular expression that matches nothing else. */
export function exactly(names: readonly string[]): string {
  const escaped = [...new Set(names)].sort().map(name => name.replace(/[\\^$.|?*+()[\]{}#]/g, '\\$&'));
  if (escaped.length === 0) {
    return '^$';
  }
  return escaped.length === 1 ? `^${escaped[0]}$` : `^(${escaped.join('|')})$`;
}

/** A name as a part of a construct's id, in which a slash separates constructs. */
export function idPart(name: unknown): string {
  return String(name).replace(/[%/]/g, encodeURIComponent);
}

/** An id that no construct of a scope has. The rules name an object that is declared twice. */
export function freeId(scope: IConstruct, id: string): string {
  return scope.node.tryFindChild(id) ? freeId(scope, `${id}-again`) : id;
}

/** A name as a part of the name of a Kubernetes object; with a checksum where a character had to go. */
export function objectNamePart(name: string): string {
  const fitting = name.toLowerCase().replace(/[^a-z0-9-]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40).replace(/-+$/, '');
  return fitting === name ? name : [fitting || 'x', createHash('sha256').update(name).digest('hex').slice(0, 5)].join('-');
}
