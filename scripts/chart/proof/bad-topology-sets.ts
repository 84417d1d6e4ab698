import { TOPOLOGY_ERRORS } from '../messages/topology-examples';
import type { BadValues } from './bad-value-sets';

const queue = (options: unknown): object => ({
  topology: { virtualHosts: { orders: { queues: { billing: options } } } },
});
const policy = (options: object): object => ({
  topology: { virtualHosts: { orders: { policies: { limit: options } } } },
});
const user = (options: object, name = 'app'): object => ({ topology: { users: { [name]: options } } });

/** A text of a message has all of the texts that depend on the values. */
function saysAll(texts: readonly string[]): RegExp {
  return new RegExp(texts.map(text => `(?=[^]*${text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')})`).join(''));
}

/** Topologies that helm has to refuse. The library doesn't see what only the schema of values can say. */
export const BAD_TOPOLOGY_SETS: Readonly<Record<string, BadValues>> = {
  ...Object.fromEntries(Object.entries(TOPOLOGY_ERRORS).map(([id, { values, args = ['name of the user is "guest"'] }]) => (
    [`bad topology: ${id}`, { values, says: saysAll(args) }]))),
  'bad topology: a platform user of monitoring': {
    values: { ...user({ existingSecret: 'login' }, 'monitoring'), exporter: { enabled: true } }, says: /user "monitoring" has the name of a platform user/,
  },
  'bad topology: a platform user of the exporter': { values: { ...user({}, 'topology-reader'), exporter: { enabled: true } }, says: /user "topology-reader" has the name/ },
  'bad topology: a queue that is no map': { values: queue('quorum'), says: /queues[./]billing/ },
  'bad topology: an option that no queue has': { values: queue({ maxSize: 5 }), says: /maxSize/, isTaken: true },
  'bad topology: an argument that has an option': { values: queue({ arguments: { 'x-max-length': 5 } }), says: /Did you mean maxLength\?/, isTaken: true },
  'bad topology: a type of queue': { values: queue({ type: 'mirrored' }), says: /queues[./]billing[./]type.*quorum/s, isTaken: true },
  'bad topology: a time in days': { values: queue({ messageTtl: '7d' }), says: /queues[./]billing[./]messageTtl/, isTaken: true },
  'bad topology: a size of no unit': { values: queue({ maxBytes: '1GB' }), says: /queues[./]billing[./]maxBytes/ },
  'bad topology: a negative limit': { values: queue({ maxLength: -1 }), says: /queues[./]billing[./]maxLength/ },
  'bad topology: dead letters without an exchange': { values: queue({ deadLetter: { routingKey: 'dead' } }), says: /deadLetter.*exchange/s, isTaken: true },
  'bad topology: a super stream without partitions': {
    values: { topology: { virtualHosts: { orders: { superStreams: { clicks: {} } } } } }, says: /super stream "clicks" has neither partitions and routingKeys/,
  },
  'bad topology: a binding without a source': { values: queue({ bindings: [{ routingKey: 'a' }] }), says: /bindings.*source/s, isTaken: true },
  'bad topology: a policy without a pattern': { values: policy({ definition: { maxLength: 5 } }), says: /policies[./]limit.*pattern/s },
  'bad topology: a policy that sets nothing': { values: policy({ pattern: '^a', definition: {} }), says: /policies[./]limit[./]definition/ },
  'bad topology: a shovel that is a parameter': {
    values: { topology: { virtualHosts: { orders: { parameters: { shovel: { move: { value: {} } } } } } } }, says: /Did you mean shovels\?/, isTaken: true,
  },
  'bad topology: a URI that is no Secret': {
    values: { topology: { virtualHosts: { orders: { federationUpstreams: { eu: { uri: 'amqp://user:password@eu' } } } } } }, says: /federationUpstreams[./]eu[./]uri/, isTaken: true,
  },
  'bad topology: a pattern that is no regular expression': {
    values: user({ permissions: { '/': { configure: '.*', read: '^(a' } } }), says: /permissions\.read of user "app" in virtual host "\/" is "\^\(a"/,
  },
  'bad topology: a user with a space': { values: user({}, 'the app'), says: /the app/ },
  'bad topology: a right that there is not': { values: user({ permissions: { '/': { writes: '.*' } } }), says: /writes/, isTaken: true },
  'bad topology: a tag that there is not': { values: user({ tags: ['admin'] }), says: /users[./]app[./]tags.*administrator/s, isTaken: true },
  'bad topology: a pattern of two lines': { values: user({ permissions: { '/': { read: 'a\nb' } } }), says: /permissions/ },
};
