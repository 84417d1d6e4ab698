import { configuredIn } from './configuration';
import type { ClusterRef } from '../core/cluster-ref';
import { ifFound, NotFoundError } from '../core/errors';
import type { KubernetesConnection } from '../kubernetes/connection';
import { decoded } from '../kubernetes/secret-data';

/** A user of a cluster, and the host that clients connect to. */
export interface Login {
  readonly username: string;
  readonly password: string;
  readonly host: string;
}

/**
 * The user in the first of the cluster's Secrets that is there; named without the cluster: `credentials`.
 *
 * @throws NotFoundError if there is none
 */
export async function loginOf(
  { core }: KubernetesConnection,
  { namespace, name }: ClusterRef,
  secrets: readonly string[],
): Promise<Login> {
  for (const secret of secrets) {
    const found = await ifFound(core.readNamespacedSecret({ namespace, name: `${name}-${secret}` }));
    const { username, password, host } = found?.data ?? {};
    if (username !== undefined && password !== undefined) {
      return { username: decoded(username), password: decoded(password), host: host === undefined ? `${name}.${namespace}.svc` : decoded(host) };
    }
  }
  throw new NotFoundError(`there is no Secret ${name}-credentials with a username and a password, to log in with`);
}

/** The virtual host that clients get by default, as rabbitmq.conf in the cluster's ConfigMap names it. */
export async function defaultVirtualHost(
  { core }: KubernetesConnection,
  { namespace, name }: ClusterRef,
): Promise<string> {
  const found = await ifFound(core.readNamespacedConfigMap({ namespace, name: `${name}-config` }));
  return configuredIn(found, 'default_vhost') ?? '/';
}

/** The AMQP port of the client Service; without TLS if it has both. */
export async function amqpPort(
  { core }: KubernetesConnection,
  { namespace, name }: ClusterRef,
): Promise<{ port: number; isTls: boolean }> {
  const { spec } = await core.readNamespacedService({ namespace, name });
  const found = ['amqp', 'amqps'].map(portName => spec?.ports?.find(candidate => candidate.name === portName)).find(candidate => candidate !== undefined);
  if (found === undefined) {
    throw new NotFoundError(`Service ${name} has no port named amqp or amqps`);
  }
  return { port: found.port, isTls: found.name === 'amqps' };
}
