import { Port } from '../cluster/ports';

/** What `create-secrets` puts in place of the placeholders. */
const RANDOM = '{{random}}';
const NAMESPACE = '{{namespace}}';

interface SecretManifest {
  readonly apiVersion: 'v1';
  readonly kind: 'Secret';
  readonly metadata: { readonly name: string; readonly labels: Record<string, string> };
  readonly type: string;
  readonly stringData: Record<string, string>;
}

/** A user, and where it connects. */
export interface BoundUser {
  readonly username: string;
  readonly service: string;
  readonly port: Pick<Port, 'number' | 'isTls'>;
  /** @default '/' */
  readonly vhost?: string;
}

/**
 * The Secret of a user of the broker, with the keys that applications bind by.
 *
 * @see https://servicebinding.io/spec/core/1.1.0/#provisioned-service
 */
export function userSecret(name: string, labels: Record<string, string>, user: BoundUser): SecretManifest {
  const host = `${user.service}.${NAMESPACE}.svc`;
  const path = user.vhost === undefined || user.vhost === '/' ? '' : `/${encodeURIComponent(user.vhost)}`;
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, labels },
    type: 'servicebinding.io/rabbitmq',
    stringData: {
      type: 'rabbitmq',
      provider: 'cdk8s-rabbitmq',
      host,
      port: String(user.port.number),
      username: user.username,
      password: RANDOM,
      uri: `${user.port.isTls ? 'amqps' : 'amqp'}://${user.username}:${RANDOM}@${host}:${user.port.number}${path}`,
    },
  };
}

/** The Secret of the Erlang cookie, by which nodes and command line tools trust each other. */
export function cookieSecret(name: string, labels: Record<string, string>): SecretManifest {
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name, labels }, type: 'Opaque', stringData: { cookie: RANDOM } };
}
