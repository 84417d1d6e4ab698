import { INetworkPolicyPeer, ISecret } from 'cdk8s-plus-28';
import { AuthenticationPart, Entries, mounted, NOTHING_MOUNTED } from './part';
import { SecretSetting } from '../boot/secret-setting';
import { knownKey } from '../../configuration/known-key';
import { RabbitMQVersion } from '../../rabbitmq/version';

/** A public key that tokens are signed with, where it isn't fetched from the provider. */
export interface RabbitMQSigningKeyOptions {
  /** Its id, as in the tokens' header `kid`. */
  readonly id: string;
  /** The key as PEM: the name of a key of `signingKeysSecret`. */
  readonly key: string;
}

/** The management UI's own login by the provider. */
export interface RabbitMQOAuth2ManagementOptions {
  /** The client that the UI is at the provider. */
  readonly clientId: string;
  /**
   * The Secret with that client's secret, for providers that want one of a browser.
   * @default - none
   */
  readonly clientSecret?: ISecret;
  /**
   * The key in `clientSecret`.
   * @default 'client-secret'
   */
  readonly clientSecretKey?: string;
  /**
   * What the UI asks for, separated by spaces.
   * @default - the broker's own, `openid profile`
   */
  readonly scopes?: string;
  /**
   * The provider's URL for browsers, where it isn't the issuer's.
   * @default - `issuer`
   */
  readonly providerUrl?: string;
}

/**
 * Clients that log in with a token. One of `issuer`, `jwksUrl` and `signingKeys` tells whose tokens are taken.
 *
 * @see https://www.rabbitmq.com/docs/oauth2
 */
export interface RabbitMQOAuth2Options {
  /** The name of this cluster among resources: tokens have to be for it (`aud`), and scopes start with it. */
  readonly resourceServerId: string;
  /**
   * The provider's URL, https, from which the rest is discovered. Since 3.13.
   * @default - none
   */
  readonly issuer?: string;
  /**
   * The URL of the keys that tokens are signed with, https.
   * @default - the issuer's
   */
  readonly jwksUrl?: string;
  /**
   * The keys that tokens are signed with; the first counts for tokens that name none.
   * @default - those of the provider
   */
  readonly signingKeys?: RabbitMQSigningKeyOptions[];
  /**
   * The Secret with `signingKeys`.
   * @default - none
   */
  readonly signingKeysSecret?: ISecret;
  /**
   * The Secret with the certificate of the authority that signed the provider's.
   * @default - the authorities of the image
   */
  readonly authority?: ISecret;
  /**
   * The key in `authority`.
   * @default 'ca.crt'
   */
  readonly authorityKey?: string;
  /**
   * What scopes start with.
   * @default - `resourceServerId` and a dot
   */
  readonly scopePrefix?: string;
  /**
   * The claim that has scopes besides `scope`.
   * @default - none
   */
  readonly additionalScopesKey?: string;
  /**
   * The claims that the user's name is taken from, the first that is there.
   * @default - the broker's own, `sub` and `client_id`
   */
  readonly usernameClaims?: string[];
  /**
   * Whether tokens have to be for this resource server.
   * @default true
   */
  readonly verifyAudience?: boolean;
  /**
   * The algorithms of signatures that are accepted, by their names in RFC 7518 and RFC 8037: `RS256`, `ES384`, `EdDSA`.
   * @default - all that the broker knows
   */
  readonly algorithms?: string[];
  /**
   * The management UI's login.
   * @default - by the brokers' own users
   */
  readonly management?: RabbitMQOAuth2ManagementOptions;
  /**
   * Where the provider is, for the brokers' NetworkPolicy.
   * @default - nowhere that brokers may reach
   */
  readonly server?: INetworkPolicyPeer;
}

const FIELD = 'authentication.oauth2';
const KEYS = '/etc/rabbitmq-oauth2/keys';
const AUTHORITY = '/etc/rabbitmq-oauth2/authority';
const CLIENT_SECRET = 'oauth2-client-secret';
const HTTPS_PORT = 443;

/** @throws if an option is wrong in itself, or the release doesn't know it */
export function oauth2Part(options: RabbitMQOAuth2Options, version: RabbitMQVersion): AuthenticationPart {
  requireKeys(options);
  const { management, signingKeys = [], signingKeysSecret, authority, authorityKey = 'ca.crt', issuer, jwksUrl } = options;
  const entries = new Entries(FIELD, version);
  const oldest = (newest: string, old: string): string => (knownKey(newest, version) ? newest : old);
  entries.add('resourceServerId', 'auth_oauth2.resource_server_id', options.resourceServerId);
  entries.add('issuer', 'auth_oauth2.issuer', https('issuer', issuer));
  entries.add('jwksUrl', oldest('auth_oauth2.jwks_uri', 'auth_oauth2.jwks_url'), https('jwksUrl', jwksUrl));
  entries.add('signingKeys', 'auth_oauth2.default_key', signingKeys[0]?.id);
  signingKeys.forEach(({ id, key }) => {
    entries.add('signingKeys', `auth_oauth2.signing_keys.${id}`, `${KEYS}/${key}`);
  });
  entries.add('authority', 'auth_oauth2.https.cacertfile', authority && `${AUTHORITY}/ca.crt`);
  entries.add('authority', oldest('auth_oauth2.https.verify', 'auth_oauth2.https.peer_verification'), authority && 'verify_peer');
  entries.add('scopePrefix', 'auth_oauth2.scope_prefix', options.scopePrefix);
  entries.add('additionalScopesKey', 'auth_oauth2.additional_scopes_key', options.additionalScopesKey);
  entries.addList('usernameClaims', 'auth_oauth2.preferred_username_claims', options.usernameClaims);
  entries.add('verifyAudience', 'auth_oauth2.verify_aud', options.verifyAudience);
  requireAlgorithms(options.algorithms);
  entries.addList('algorithms', 'auth_oauth2.algorithms', options.algorithms);
  if (management) {
    addManagement(entries, management, version);
  }
  const parts = [
    signingKeysSecret ? mounted('oauth2-keys', KEYS, signingKeysSecret, signingKeys.map(({ key }) => ({ key, path: key }))) : NOTHING_MOUNTED,
    authority ? mounted('oauth2-authority', AUTHORITY, authority, [{ key: authorityKey, path: 'ca.crt' }]) : NOTHING_MOUNTED,
  ];
  return {
    plugins: ['rabbitmq_auth_backend_oauth2'],
    entries: entries.all,
    secretSettings: management?.clientSecret
      ? [clientSecretSetting(management.clientSecret, management.clientSecretKey)]
      : [],
    volumes: parts.flatMap(({ volumes }) => volumes),
    volumeMounts: parts.flatMap(({ volumeMounts }) => volumeMounts),
    reached: options.server ? [{ peer: options.server, port: Number(new URL(jwksUrl ?? issuer ?? 'https://-').port || HTTPS_PORT) }] : [],
  };
}

/** The brokers' own users, the administrator among them, can log in beside it. */
function addManagement(
  entries: Entries,
  { clientId, scopes, providerUrl }: RabbitMQOAuth2ManagementOptions,
  version: RabbitMQVersion,
): void {
  entries.add('management', 'management.oauth_enabled', true);
  entries.add('management.clientId', 'management.oauth_client_id', clientId);
  entries.add('management.scopes', 'management.oauth_scopes', scopes);
  entries.add('management.providerUrl', 'management.oauth_provider_url', https('management.providerUrl', providerUrl));
  if (knownKey('management.oauth_disable_basic_auth', version)) {
    entries.add('management', 'management.oauth_disable_basic_auth', false);
  }
}

function clientSecretSetting({ name: secret }: ISecret, key = 'client-secret'): SecretSetting {
  return { application: 'rabbitmq_management', name: 'oauth_client_secret', value: `{string, "${CLIENT_SECRET}"}`, file: CLIENT_SECRET, secret, key };
}

function https(prop: string, url: string | undefined): string | undefined {
  if (url !== undefined && !/^https:\/\/[^\s#]+$/.test(url)) {
    throw new Error(`${FIELD}.${prop} is "${url}": it must be a URL that starts with https://`);
  }
  return url;
}

function requireKeys({
  issuer,
  jwksUrl,
  signingKeys = [],
  signingKeysSecret,
  management,
}: RabbitMQOAuth2Options): void {
  if (issuer === undefined && jwksUrl === undefined && signingKeys.length === 0) {
    throw new Error(`${FIELD} names no key that tokens are signed with: give issuer, jwksUrl or signingKeys`);
  }
  if ((signingKeys.length > 0) !== (signingKeysSecret !== undefined)) {
    throw new Error(`${FIELD} has ${signingKeysSecret ? `signingKeysSecret "${signingKeysSecret.name}", but no signingKeys` : 'signingKeys, but no signingKeysSecret'}: each needs the other`);
  }
  const wrong = signingKeys.find(({ id, key }) => !/^[\w-]+$/.test(id) || !/^[-._a-zA-Z0-9]+$/.test(key));
  if (wrong) {
    throw new Error(`${FIELD}.signingKeys has the id "${wrong.id}" with the key "${wrong.key}": use letters, digits, "-" and "_", in keys "." too`);
  }
  if (management && management.providerUrl === undefined && issuer === undefined) {
    throw new Error(`${FIELD}.management has no providerUrl, and there is no issuer: browsers have to know where to log in; give one of them`);
  }
}

/** Algorithms of signatures: https://www.rfc-editor.org/rfc/rfc7518#section-3.1, https://www.rfc-editor.org/rfc/rfc8037#section-3.1 */
export const ALGORITHMS: readonly string[] = [
  ...['HS', 'RS', 'ES', 'PS'].flatMap(family => ['256', '384', '512'].map(bits => `${family}${bits}`)), 'ES256K', 'EdDSA',
];

function requireAlgorithms(algorithms: readonly string[] = []): void {
  const wrong = algorithms.find(algorithm => !ALGORITHMS.includes(algorithm));
  if (wrong !== undefined) {
    throw new Error(`authentication.oauth2.algorithms has "${wrong}": use ${ALGORITHMS.join(', ')}`);
  }
}
