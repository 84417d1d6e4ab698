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

/**
 * The Secret of a user of the broker, with the keys that applications bind by.
 *
 * @see https://servicebinding.io/spec/core/1.1.0/#provisioned-service
 */
export function userSecret(name: string, labels: Record<string, string>, user: { username: string; service: string; port: number }): SecretManifest {
  const host = `${user.service}.${NAMESPACE}.svc`;
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, labels },
    type: 'servicebinding.io/rabbitmq',
    stringData: {
      type: 'rabbitmq',
      provider: 'cdk8s-rabbitmq',
      host,
      port: String(user.port),
      username: user.username,
      password: RANDOM,
      uri: `amqp://${user.username}:${RANDOM}@${host}:${user.port}`,
    },
  };
}

/** The Secret of the Erlang cookie, by which nodes and command line tools trust each other. */
export function cookieSecret(name: string, labels: Record<string, string>): SecretManifest {
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name, labels }, type: 'Opaque', stringData: { cookie: RANDOM } };
}
