import type { Definition, Definitions } from '../../../ops/src/broker/definitions';
import { passwordHash } from '../../../ops/src/rotate/rotation';

const VHOSTS = Array.from({ length: 5 }, (_, i) => `tenant-${i}`);
const TYPES = ['classic', 'classic', 'classic', 'quorum', 'stream'];
const QUEUES_A_VHOST = 100;

/** The names of 50 users. */
export const USERS = Array.from({ length: 50 }, (_, i) => `user-${i}`);

export function passwordOf(user: string): string {
  return `the password of ${user}`;
}

/** Five virtual hosts, 50 users, 500 queues of three kinds, 1,000 bindings and 25 policies. */
export function manyDefinitions(): Definitions {
  const each = <T>(count: number, make: (vhost: string, i: number) => T): T[] =>
    VHOSTS.flatMap(vhost => Array.from({ length: count }, (_, i) => make(vhost, i)));
  return {
    vhosts: VHOSTS.map(name => ({ name })),
    users: USERS.map((name, i): Definition => ({
      name,
      password_hash: passwordHash(passwordOf(name), Buffer.from([1, 2, 3, i])),
      hashing_algorithm: 'rabbit_password_hashing_sha256',
      tags: i % 10 === 0 ? ['monitoring'] : [],
      limits: {},
    })),
    permissions: USERS.map((user, i) => ({ user, vhost: VHOSTS[i % 5], configure: '.*', write: `^${user}`, read: '.*' })),
    topic_permissions: USERS.slice(0, 5).map((user, i) => ({ user, vhost: VHOSTS[i], exchange: 'events', write: `^${user}\\.`, read: '.*' })),
    exchanges: each(1, vhost => ({ name: 'events', vhost, type: 'topic', durable: true, auto_delete: false, arguments: {} })),
    queues: each(QUEUES_A_VHOST, (vhost, i) => ({
      name: `queue-${i}`, vhost, durable: true, auto_delete: false, arguments: { 'x-queue-type': TYPES[i % TYPES.length] },
    })),
    bindings: each(2 * QUEUES_A_VHOST, (vhost, i) => ({
      source: 'events', vhost, destination: `queue-${i % QUEUES_A_VHOST}`, destination_type: 'queue', routing_key: `key.${i}`, arguments: {},
    })),
    policies: each(5, (vhost, i) => ({
      vhost, name: `policy-${i}`, pattern: `^queue-${i}$`, 'apply-to': 'queues', priority: i, definition: { 'max-length': 1000 + i },
    })),
  };
}
