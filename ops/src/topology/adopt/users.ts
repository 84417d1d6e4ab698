import { RabbitMQUserTag } from 'cdk8s-rabbitmq';
import { secretName } from './parameters';
import { literal, object, type SourceFile } from './source-file';
import { member, type Option, split, whole } from './values';
import { asText, type JsonObject, type TopologyObject } from '../objects';

const NAME = /^[A-Za-z0-9][A-Za-z0-9_.@:+-]{0,127}$/;

const LIMITS: Readonly<Record<string, Option>> = { 'max-connections': ['maxConnections', whole(0)], 'max-channels': ['maxChannels', whole(0)] };

/** What is written of users. */
export interface UsersSource {
  readonly file: SourceFile;
  readonly objects: readonly TopologyObject[];
  readonly cluster: string;
  leaveOut(object: TopologyObject, why: string): void;
  needSecret(name: string, keys: string): void;
}

/** Writes users with their permissions. Their passwords are in existing Secrets: a generated one would change them. */
export function addUsers(source: UsersSource): void {
  const { file, objects } = source;
  file.space();
  for (const user of objects.filter(({ kind }) => kind === 'user')) {
    const { name = '', body } = user;
    const tags = (body.tags as string[]).map(tag => member('RabbitMQUserTag', RabbitMQUserTag)(tag, file));
    if (!NAME.test(name) || tags.includes(undefined)) {
      source.leaveOut(user, tags.includes(undefined) ? 'the library does not know one of its tags' : 'the library does not take its name');
      continue;
    }
    const of = (kind: TopologyObject['kind']): TopologyObject[] => objects.filter(one => one.kind === kind && one.user === name);
    const secret = secretName([source.cluster, 'user', name]);
    source.needSecret(secret, `username and password of user "${name}"`);
    file.add(`new ${file.use('RabbitMQUser')}(chart, ${literal(`user-${name}`)}, ${object({
      cluster: 'cluster',
      name: literal(name),
      tags: list(tags as string[]),
      permissions: list(of('permission').map(({ vhost, body: rights }) => patterns(vhost, rights, ['configure', 'write', 'read']))),
      topicPermissions: list(of('topic-permission').map(({ vhost, body: rights }) => patterns(vhost, rights, ['write', 'read'], { exchange: literal(asText(rights.exchange)) }))),
      limits: of('user-limits').map(one => object(split(one.body, LIMITS, file).options))[0],
      secret: `${file.use('Secret', 'cdk8s-plus-28')}.fromSecretName(chart, ${literal(`secret-${name}`)}, ${literal(secret)})`,
    }) ?? ''});`);
  }
}

function patterns(
  vhost: string | undefined,
  rights: JsonObject,
  names: readonly string[],
  others: Record<string, string> = {},
): string {
  const given = names.filter(name => rights[name] !== undefined && rights[name] !== '' && rights[name] !== '^$');
  return object({ vhost: literal(vhost ?? '/'), ...others, ...Object.fromEntries(given.map(name => [name, literal(asText(rights[name]))])) }) ?? '';
}

function list(items: readonly string[]): string | undefined {
  return items.length === 0 ? undefined : `[${items.join(', ')}]`;
}
