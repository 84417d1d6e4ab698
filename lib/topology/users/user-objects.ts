import { Permissions } from './permissions';
import { RabbitMQPasswordHashOptions, RabbitMQUserLimitsOptions, RabbitMQUserProps } from './user-props';
import { userSecret } from '../../cluster/bootstrap/secrets';
import { bindingPort } from '../../cluster/interface/address';
import { IRabbitMQCluster } from '../../cluster/interface/cluster-interface';
import { lastingLabels } from '../../cluster/interface/labels';
import { DeclaredObject } from '../model';
import { whole } from '../numbers';
import { lifecycle, RabbitMQRemovalPolicy } from '../removal-policy';

/** A user with its Secret and permissions. */
export interface DeclaredUser extends Pick<RabbitMQUserProps, 'passwordHash' | 'tags' | 'limits' | 'topicPermissions' | 'removalPolicy'> {
  readonly name: string;
  readonly secretName: string;
  readonly permissions: Permissions;
}

/** The objects of a user as the Job that applies them reads them. */
export function userObjects({ defaultVirtualHost }: IRabbitMQCluster, declared: DeclaredUser): DeclaredObject[] {
  const {
    name: user,
    secretName: secret,
    passwordHash,
    permissions,
    tags = [],
    limits,
    topicPermissions = [],
  } = declared;
  const { removalPolicy = RabbitMQRemovalPolicy.DELETE_WHEN_UNUSED } = declared;
  return [
    { kind: 'user', name: user, ...(passwordHash ? { hash: { secret, key: hashKey(passwordHash) } } : { secret }), ...lifecycle(removalPolicy), body: { tags } },
    ...(limits ? [{ kind: 'user-limits', user, body: userLimits(limits) }] : []),
    ...permissions.vhosts.map(vhost => ({ kind: 'permission', user, vhost, body: permissions.rendered(vhost) })),
    ...topicPermissions.map(({ vhost = defaultVirtualHost, exchange, write = '^$', read = '^$' }) => (
      { kind: 'topic-permission', user, vhost, ...lifecycle(removalPolicy), body: { exchange, write, read } })),
  ];
}

/** @throws if a limit is not a whole number */
export function userLimits({ maxConnections, maxChannels }: RabbitMQUserLimitsOptions = {}): Record<string, number> {
  const connections = whole('limits.maxConnections', maxConnections, 0);
  const channels = whole('limits.maxChannels', maxChannels, 0);
  return { ...(connections !== undefined && { 'max-connections': connections }), ...(channels !== undefined && { 'max-channels': channels }) };
}

/** The key of a Secret that has the hash of a password. */
export function hashKey({ key = 'passwordHash' }: RabbitMQPasswordHashOptions): string {
  return key;
}

/** The Secret of a user, which is created in the cluster. */
export function bindingSecret(cluster: IRabbitMQCluster, { name, secretName, permissions }: DeclaredUser): object {
  return userSecret(secretName, lastingLabels(cluster.clusterName, 'user'), {
    username: name,
    service: cluster.serviceName,
    host: cluster.serverName,
    port: bindingPort(cluster),
    vhost: permissions.vhosts[0] ?? cluster.defaultVirtualHost,
  });
}
