import { Duration } from 'cdk8s';
import { INetworkPolicyPeer, ISecret } from 'cdk8s-plus-28';
import { AuthenticationPart, Entries, mounted, NOTHING_MOUNTED } from './part';
import { SecretSetting } from '../boot/secret-setting';
import { count, milliseconds, text } from '../../configuration/groups/format';
import { RabbitMQVersion } from '../../rabbitmq/version';

/** How the directory is spoken to. */
export enum RabbitMQLdapTls {
  /** Over TLS from the start, port 636. */
  LDAPS = 'ldaps',
  /** Over TLS that a plain connection is turned into, port 389. */
  START_TLS = 'starttls',
  /** Plainly, port 389: passwords are read on the way. */
  NONE = 'none',
}

/** Who says what users of the directory may do. */
export enum RabbitMQLdapAuthorization {
  /** The brokers: a user of the same name, without a password, has the permissions. */
  INTERNAL = 'internal',
  /** The directory, by `queries`. */
  LDAP = 'ldap',
}

/** How a user's distinguished name is found, where no pattern makes it. */
export interface RabbitMQLdapLookupOptions {
  /** The attribute that has the user's name: `uid`, `sAMAccountName`. */
  readonly attribute: string;
  /** Where to look: `ou=people,dc=example,dc=com`. */
  readonly baseDn: string;
  /**
   * The distinguished name of who looks.
   * @default - the user himself
   */
  readonly bindDn?: string;
  /**
   * The Secret with the password of who looks.
   * @default - none
   */
  readonly bindPassword?: ISecret;
  /**
   * The key in `bindPassword`.
   * @default 'password'
   */
  readonly bindPasswordKey?: string;
}

/**
 * What users may do, as terms of the plugin's query language. Since 4.2.1; before,
 * `configuration.advancedConfig` has them.
 */
export interface RabbitMQLdapQueriesOptions {
  /**
   * Who may enter a virtual host: `{in_group, "cn=${vhost}-users,ou=groups,dc=example,dc=com"}`.
   * @default - everybody
   */
  readonly vhostAccess?: string;
  /**
   * Who may do what with a queue or an exchange.
   * @default - everybody everything
   */
  readonly resourceAccess?: string;
  /**
   * Who may use which topic.
   * @default - everybody every one
   */
  readonly topicAccess?: string;
  /**
   * Who has which tags: `[{administrator, {in_group, "cn=admins,ou=groups,dc=example,dc=com"}}]`.
   * @default - nobody is administrator
   */
  readonly tags?: string;
}

/**
 * Users of a directory.
 *
 * @see https://www.rabbitmq.com/docs/ldap
 */
export interface RabbitMQLdapOptions {
  /** The hosts, tried in this order. */
  readonly servers: string[];
  /**
   * The port.
   * @default - 636 with LDAPS, 389 otherwise
   */
  readonly port?: number;
  /**
   * How they are spoken to.
   * @default RabbitMQLdapTls.LDAPS
   */
  readonly tls?: RabbitMQLdapTls;
  /**
   * The Secret with the certificate of the authority that signed theirs.
   * @default - none; needed with TLS
   */
  readonly authority?: ISecret;
  /**
   * The key in `authority`.
   * @default 'ca.crt'
   */
  readonly authorityKey?: string;
  /**
   * The distinguished name of a user: `uid=${username},ou=people,dc=example,dc=com`.
   * @default - the name as it is, or what `lookup` finds
   */
  readonly userDnPattern?: string;
  /**
   * How the distinguished name is found otherwise.
   * @default - by `userDnPattern`
   */
  readonly lookup?: RabbitMQLdapLookupOptions;
  /**
   * Who says what users may do.
   * @default - LDAP where `queries` are given, INTERNAL otherwise
   */
  readonly authorization?: RabbitMQLdapAuthorization;
  /**
   * What users may do.
   * @default - none
   */
  readonly queries?: RabbitMQLdapQueriesOptions;
  /**
   * Where groups are.
   * @default - the `baseDn` of `lookup`
   */
  readonly groupLookupBase?: string;
  /**
   * How long an answer may take.
   * @default Duration.seconds(5); RabbitMQ's own is infinite
   */
  readonly timeout?: Duration;
  /**
   * How many connections a broker keeps.
   * @default - the broker's own, 64
   */
  readonly connectionPoolSize?: number;
  /**
   * Where they are, for the brokers' NetworkPolicy.
   * @default - nowhere that brokers may reach
   */
  readonly server?: INetworkPolicyPeer;
}

const FIELD = 'authentication.ldap';
const AUTHORITY = '/etc/rabbitmq-ldap';
const BIND_PASSWORD = 'ldap-bind-password';

/** Who authorizes, where nothing is said. */
export function ldapAuthorization({ authorization, queries }: RabbitMQLdapOptions): RabbitMQLdapAuthorization {
  return authorization ?? (queries ? RabbitMQLdapAuthorization.LDAP : RabbitMQLdapAuthorization.INTERNAL);
}

/** @throws if an option is wrong in itself, or the release doesn't know it */
export function ldapPart(options: RabbitMQLdapOptions, version: RabbitMQVersion): AuthenticationPart {
  const { authority, authorityKey = 'ca.crt', lookup, queries = {}, server, connectionPoolSize } = options;
  const tls = options.tls ?? RabbitMQLdapTls.LDAPS;
  const port = options.port ?? (tls === RabbitMQLdapTls.LDAPS ? 636 : 389);
  requireLdap(options, tls);
  const entries = new Entries(FIELD, version);
  entries.addList('servers', 'auth_ldap.servers', options.servers);
  entries.add('port', 'auth_ldap.port', port);
  entries.add('tls', 'auth_ldap.use_ssl', tls === RabbitMQLdapTls.LDAPS);
  entries.add('tls', 'auth_ldap.use_starttls', tls === RabbitMQLdapTls.START_TLS);
  if (authority) {
    entries.add('authority', 'auth_ldap.ssl_options.cacertfile', `${AUTHORITY}/ca.crt`);
    entries.add('authority', 'auth_ldap.ssl_options.verify', 'verify_peer');
    entries.add('authority', 'auth_ldap.ssl_options.hostname_verification', 'wildcard');
    // after StartTLS, the connection has no server name
    entries.add('servers', 'auth_ldap.ssl_options.sni', tls === RabbitMQLdapTls.START_TLS ? options.servers[0] : undefined);
  }
  entries.add('userDnPattern', 'auth_ldap.user_dn_pattern', options.userDnPattern);
  entries.add('lookup.attribute', 'auth_ldap.dn_lookup_attribute', lookup?.attribute);
  entries.add('lookup.baseDn', 'auth_ldap.dn_lookup_base', lookup?.baseDn);
  entries.add('groupLookupBase', 'auth_ldap.group_lookup_base', options.groupLookupBase);
  entries.add('timeout', 'auth_ldap.timeout', milliseconds(options.timeout ?? Duration.seconds(5), `${FIELD}.timeout`));
  entries.add('connectionPoolSize', 'auth_ldap.connection_pool_size', connectionPoolSize === undefined ? undefined : count(connectionPoolSize, `${FIELD}.connectionPoolSize`));
  entries.add('queries.vhostAccess', 'auth_ldap.queries.vhost_access', queries.vhostAccess);
  entries.add('queries.resourceAccess', 'auth_ldap.queries.resource_access', queries.resourceAccess);
  entries.add('queries.topicAccess', 'auth_ldap.queries.topic_access', queries.topicAccess);
  entries.add('queries.tags', 'auth_ldap.queries.tags', queries.tags);
  return {
    plugins: ['rabbitmq_auth_backend_ldap'],
    entries: entries.all,
    secretSettings: lookup?.bindDn === undefined || !lookup.bindPassword
      ? []
      : [bindSetting(lookup.bindDn, lookup.bindPassword, lookup.bindPasswordKey)],
    ...(authority ? mounted('ldap-authority', AUTHORITY, authority, [{ key: authorityKey, path: 'ca.crt' }]) : NOTHING_MOUNTED),
    reached: server ? [{ peer: server, port }] : [],
  };
}

function bindSetting(dn: string, { name: secret }: ISecret, key = 'password'): SecretSetting {
  const bytes = text(dn, `${FIELD}.lookup.bindDn`).replace(/["\\]/g, '\\$&');
  return { application: 'rabbitmq_auth_backend_ldap', name: 'dn_lookup_bind', value: `{"${bytes}", {string, "${BIND_PASSWORD}"}}`, file: BIND_PASSWORD, secret, key };
}

function requireLdap(
  { servers, authority, lookup, queries, authorization }: RabbitMQLdapOptions,
  tls: RabbitMQLdapTls,
): void {
  if (servers.length === 0 || servers.some(server => !/^[\w.:-]+$/.test(server) || server.includes('://'))) {
    throw new Error(`${FIELD}.servers is [${servers.join(', ')}]: it must have at least one host, without a scheme or port, such as "ldap.example.com"`);
  }
  if ((tls === RabbitMQLdapTls.NONE) !== (authority === undefined)) {
    throw new Error(authority
      ? `${FIELD}.authority is set, but tls is NONE, which does not use it. Remove one of them`
      : `${FIELD}.authority is missing: TLS needs a certificate authority. Name the Secret with its certificate, or set tls to NONE`);
  }
  if (lookup && (lookup.bindDn === undefined) !== (lookup.bindPassword === undefined)) {
    throw new Error(`${FIELD}.lookup has ${lookup.bindDn === undefined ? 'bindPassword, but no bindDn' : 'bindDn, but no bindPassword'}: each needs the other`);
  }
  if (queries && authorization === RabbitMQLdapAuthorization.INTERNAL) {
    throw new Error(`${FIELD}.queries are given, but authorization is INTERNAL, which does not use them. Remove one of them`);
  }
}
