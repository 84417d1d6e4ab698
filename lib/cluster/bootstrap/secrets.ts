import { Port } from '../../rabbitmq/port';

/** What `bootstrap` puts in place of the placeholders. */
const RANDOM = '{{random}}';
const KEY = '{{key}}';
const NAMESPACE = '{{namespace}}';

interface SecretManifest {
  readonly apiVersion: 'v1';
  readonly kind: 'Secret';
  readonly metadata: { readonly name: string; readonly labels: Record<string, string> };
  readonly type: string;
  readonly stringData: Record<string, string>;
}

/** The type of a Secret that applications bind by. */
export const BINDING_TYPE = 'servicebinding.io/rabbitmq';

/** Where a user connects, as it stands in a URI. */
export interface Binding {
  readonly host: string;
  readonly port: Pick<Port, 'number' | 'isTls'>;
  readonly username: string;
  readonly password: string;
  /** @default '/' */
  readonly vhost?: string;
}

/**
 * The keys of a binding Secret besides the name and the password. Name and password must be encoded for a URI.
 *
 * @see https://servicebinding.io/spec/core/1.1.0/#provisioned-service
 */
export function bindingKeys({ host, port, username, password, vhost = '/' }: Binding): Record<string, string> {
  const path = vhost === '/' ? '' : `/${encodeURIComponent(vhost)}`;
  return {
    type: 'rabbitmq',
    provider: 'cdk8s-rabbitmq',
    host,
    port: String(port.number),
    uri: `${port.isTls ? 'amqps' : 'amqp'}://${username}:${password}@${host}:${port.number}${path}`,
  };
}

/** A user, and where it connects. */
export interface BoundUser {
  readonly username: string;
  readonly service: string;
  /** Another host than the Service, as the brokers' certificate is for it. */
  readonly host?: string;
  readonly port: Pick<Port, 'number' | 'isTls'>;
  /** @default '/' */
  readonly vhost?: string;
}

/** The Secret of a user of the broker, with the keys that applications bind by. */
export function userSecret(name: string, labels: Record<string, string>, user: BoundUser): SecretManifest {
  const { username, service, host = `${service}.${NAMESPACE}.svc`, port, vhost } = user;
  const { uri, ...where } = bindingKeys({
    host,
    port,
    username: encodeURIComponent(username),
    password: RANDOM,
    vhost,
  });
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, labels },
    type: BINDING_TYPE,
    stringData: { ...where, username, password: RANDOM, uri },
  };
}

/** The Secret of a key for encryption with 256 bits, as 64 hexadecimal digits in `key`. */
export function keySecret(name: string, labels: Record<string, string>): SecretManifest {
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name, labels }, type: 'Opaque', stringData: { key: KEY } };
}

/** The Secret of the Erlang cookie, by which nodes and command line tools trust each other. */
export function cookieSecret(name: string, labels: Record<string, string>): SecretManifest {
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name, labels }, type: 'Opaque', stringData: { cookie: RANDOM } };
}
