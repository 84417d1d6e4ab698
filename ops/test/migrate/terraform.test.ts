import { PASSWORDS, RESOURCES, shown, stored } from './terraform-state';
import { UsageError } from '../../src/core/errors';
import { readYamlDocuments } from '../../src/core/yaml';
import { sourceOf } from '../../src/migrate/source';
import { migrateTerraform } from '../../src/migrate/terraform/terraform';
import type { AdoptedTopology } from '../../src/topology/adopt/adopt';
import { objectsOf } from '../../src/topology/actual';
import { compare } from '../../src/topology/compare';
import { runMain } from '../support/surroundings';
import { declaredBy } from '../topology/synthesized';

const CLUSTER = { namespace: 'shop', name: 'orders' };
const migrated = (text: string): AdoptedTopology => migrateTerraform(sourceOf(readYamlDocuments(text, 'file')).terraform ?? [], CLUSTER);
const one = (type: string, values: Readonly<Record<string, unknown>>): string => stored([{ type, name: 'x', values }]);

describe('a Terraform state', () => {
  const adopted = migrated(stored());

  test('declares an object for each resource', () => {
    const at = { vhost: 'shop' };
    const expected = objectsOf({
      vhosts: [{ name: 'shop', description: 'Orders', default_queue_type: 'quorum', tracing: true }],
      exchanges: [
        { name: 'events', ...at, type: 'topic', durable: true, arguments: { 'alternate-exchange': 'lost' } },
        { name: 'lost', ...at, type: 'fanout', durable: true },
      ],
      queues: [
        { name: 'work', ...at, durable: true, arguments: { 'x-queue-type': 'quorum', 'x-delivery-limit': 5 } },
        { name: 'plain', ...at, durable: true, arguments: { 'x-queue-type': 'classic', 'x-overflow': 'drop-head' } },
      ],
      bindings: [
        { ...at, source: 'events', destination: 'work', destination_type: 'queue', routing_key: 'order.#' },
        { ...at, source: 'events', destination: 'lost', destination_type: 'exchange', routing_key: '', arguments: { 'x-number': 7 } },
      ],
      policies: [{
        name: 'ttl', ...at, pattern: '^plain$', 'apply-to': 'queues', priority: 3,
        definition: { 'message-ttl': 60_000, 'dead-letter-exchange': 'lost', 'dead-letter-routing-key': '7' },
      }],
      users: [{ name: 'app', tags: ['management'] }],
      permissions: [{ user: 'app', ...at, configure: '', write: '^events$', read: '^work$' }],
      topic_permissions: [
        { user: 'app', ...at, exchange: 'events', write: '^order\\.', read: '^order\\.' },
        { user: 'app', ...at, exchange: 'amq.topic', write: '^a$', read: '^a$' },
      ],
      parameters: [
        { ...at, component: 'vhost-limits', name: 'limits', value: { 'max-connections': 100 } },
        { ...at, component: 'operator_policy', name: 'limit', value: { pattern: '^work$', 'apply-to': 'queues', priority: 0, definition: { 'max-length': 1000 } } },
        {
          ...at, component: 'federation-upstream', name: 'eu',
          value: { uri: 'amqp://', 'prefetch-count': 500, 'reconnect-delay': 5, 'ack-mode': 'on-confirm', 'max-hops': 2, 'message-ttl': 3000 },
        },
        {
          ...at, component: 'shovel', name: 'move',
          value: {
            'src-protocol': 'amqp091', 'src-uri': 'amqp://', 'src-queue': 'work', 'src-prefetch-count': 200, 'src-delete-after': 100, 'ack-mode': 'on-confirm', 'reconnect-delay': 3,
            'dest-protocol': 'amqp091', 'dest-uri': 'amqp://', 'dest-exchange': 'lost', 'dest-exchange-key': 'moved', 'dest-add-forward-headers': true,
          },
        },
      ],
    });
    const declared = declaredBy(adopted.typescript);
    expect(compare(declared, expected)).toEqual([]);
    expect(declared).toContainEqual(expect.objectContaining({ kind: 'vhost', name: 'shop', body: expect.objectContaining({ tracing: true }) as unknown }));
  });

  test('becomes the same from terraform show -json', () => {
    expect(migrated(shown())).toEqual(adopted);
  });

  test('needs Secrets for users and URIs', () => {
    expect(adopted.secrets.map(({ name }) => name)).toEqual(['orders-federation-upstream-eu', 'orders-shovel-move-src-uri', 'orders-shovel-move-dest-uri', 'orders-user-app']);
  });

  test('names what is left out, and counts resources of other providers', () => {
    expect(adopted.leftOut).toEqual([
      { object: 'binding of "events" to "foreign" by "#" in "shop"', reason: 'the state does not have its queue' },
      { object: 'permission of "guest" in "shop"', reason: 'the state does not have its user' },
      { object: 'rabbitmq_cluster_tag.new', reason: 'rabbitmq-k8s does not know this kind of resource' },
      { object: '2 resources of other providers', reason: 'only those of cyrilgdn/rabbitmq are read' },
    ]);
  });

  test.each([['terraform.tfstate', stored()], ['terraform show -json', shown()]])('of %s is recognized, and no password of it is printed', async (_, input) => {
    for (const args of [[], ['-o', 'json']]) {
      const { code, stdout, stderr } = await runMain(['migrate', '-', '-n', 'shop', '-c', 'orders', ...args], undefined, { input });
      expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('topology of shop/orders') });
      expect(stderr).toContain('Create Secret orders-user-app before you deploy it: username and password of user "app"');
      PASSWORDS.forEach((password) => { expect(stdout + stderr).not.toContain(password); });
    }
  });

  test('declares a virtual host that only other resources name', () => {
    expect(declaredBy(migrated(stored(RESOURCES.filter(({ type }) => type !== 'rabbitmq_vhost'))).typescript)).toContainEqual(expect.objectContaining({ kind: 'vhost', name: 'shop' }));
  });

  test('has / as virtual host where none is set', () => {
    const { typescript } = migrated(one('rabbitmq_queue', { name: 'q', vhost: null, settings: [{ durable: true, arguments: { 'x-queue-type': 'quorum' } }] }));
    expect(declaredBy(typescript)).toContainEqual(expect.objectContaining({ kind: 'queue', vhost: '/', name: 'q' }));
  });

  test('keeps a number beyond the exact ones as text', () => {
    const limit = (value: string): string => migrated(one('rabbitmq_policy', {
      name: 'p', vhost: '/', policy: [{ pattern: '^q$', apply_to: 'queues', priority: 0, definition: { 'max-length': value } }],
    })).typescript;
    expect(limit('9007199254740991')).toContain('maxLength: 9007199254740991');
    expect(limit('9007199254740992')).toContain('RabbitMQArgument.text(\'9007199254740992\')');
  });
});

describe('Terraform input that is refused', () => {
  const queue = (settings: object): string => one('rabbitmq_queue', { name: 'q', vhost: '/', settings: [settings] });
  test.each([
    ['another version', '{"version": 3, "terraform_version": "0.11.14", "lineage": "a", "modules": []}', /has version 3, and 4 is needed: pass the output of terraform show -json$/],
    ['a plan', '{"format_version": "1.2", "terraform_version": "1.9.8", "planned_values": {}}', /is a Terraform plan: /],
    ['an encrypted state', '{"serial": 1, "lineage": "a", "encrypted_data": "aGk="}', /is encrypted: /],
    ['an empty state', '{"format_version": "1.0"}', /^the Terraform state has no resource of the provider cyrilgdn\/rabbitmq, and 0 resources of other providers/],
    ['other providers only', stored(RESOURCES.filter(({ type }) => type === 'postgresql_role')), /no resource of .*, and 1 resource of other providers/],
    ['no list of resources', '{"version": 4, "lineage": "a", "resources": {}}', /is damaged: resources is not a list of objects/],
    ['no module', '{"format_version": "1.0", "values": {}}', /is damaged: values\.root_module is not an object/],
    ['no attributes', '{"version": 4, "lineage": "a", "resources": [{"mode": "managed", "type": "rabbitmq_user", "name": "x", "instances": [{}]}]}', /^rabbitmq_user\.x has no attributes/],
    ['no block', one('rabbitmq_queue', { name: 'q', vhost: '/', settings: [] }), /^rabbitmq_queue\.x: settings is not a block/],
    ['no name', one('rabbitmq_user', { name: null, password: PASSWORDS[0] }), /^rabbitmq_user\.x: name is not a text/],
    ['arguments that are no map', queue({ arguments: [PASSWORDS[0]] }), /^rabbitmq_queue\.x: arguments is not a map/],
    ['damaged JSON', queue({ arguments_json: `{"a": "${PASSWORDS[0]}` }), /^rabbitmq_queue\.x: arguments_json is not an object in JSON/],
    ['a list in JSON', queue({ arguments_json: '[]' }), /^rabbitmq_queue\.x: arguments_json is not an object in JSON/],
    ['half a file', stored().slice(0, 900), /^file is no YAML: \w+ in line \d+$/],
  ])('%s', (_, text, message) => {
    const attempt = (): unknown => migrated(text);
    expect(attempt).toThrow(UsageError);
    expect(attempt).toThrow(message);
    expect(attempt).not.toThrow(new RegExp(PASSWORDS[0]));
  });

  test('two states at once', () => {
    expect(() => migrated(`${stored()}\n---\n${stored()}`)).toThrow(/one Terraform state/);
  });
});
