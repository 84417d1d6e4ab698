import type { ISecret } from 'cdk8s-plus-28';
import { type RabbitMQAuthenticationOptions, type RabbitMQLdapLookupOptions, type RabbitMQLdapOptions, RabbitMQLdapTls, type RabbitMQOAuth2Options } from 'cdk8s-rabbitmq';
import { duration, filled, given } from './kubernetes';
import type { Values } from './values';

type SecretNamed = (name: string) => ISecret;
type OAuth2 = Values['authentication']['oauth2'];
type Ldap = Values['authentication']['ldap'];

/** Ways to log in beside RabbitMQ's own users. Their peers are in `authenticationPeers`. */
export function authenticationOptions({ oauth2, ldap }: Values['authentication'], secret: SecretNamed): RabbitMQAuthenticationOptions {
  return {
    oauth2: oauth2.enabled ? oauth2Options(oauth2, secret) : undefined,
    ldap: ldap.enabled ? ldapOptions(ldap, secret) : undefined,
  };
}

/** Where the providers and directories are, for the NetworkPolicy of the brokers. */
export function authenticationPeers({ oauth2, ldap }: Values['authentication']): Values['networkPolicy']['allowTo'] {
  return [
    ...(oauth2.enabled ? [{ to: oauth2.peers, ports: [providerPort(oauth2)] }] : []),
    ...(ldap.enabled
      ? [{ to: ldap.peers, ports: [ldap.port ?? (ldap.tls === RabbitMQLdapTls.LDAPS ? 636 : 389)] }]
      : []),
  ];
}

function providerPort({ jwksUrl, issuer }: OAuth2): number {
  const url = given(jwksUrl) ?? given(issuer);
  return Number((url === undefined ? '' : new URL(url).port) || 443);
}

/** @throws if a needed value is missing */
function oauth2Options(oauth2: OAuth2, secret: SecretNamed): RabbitMQOAuth2Options {
  const { resourceServerId, signingKeysSecret, authority, authorityKey, management } = oauth2;
  requireText('authentication.oauth2.resourceServerId', resourceServerId, 'the audience of tokens');
  if (management.enabled) {
    requireText('authentication.oauth2.management.clientId', management.clientId, 'the client that the management UI is at the provider');
  }
  return {
    resourceServerId,
    issuer: given(oauth2.issuer),
    jwksUrl: given(oauth2.jwksUrl),
    signingKeys: filled(oauth2.signingKeys),
    signingKeysSecret: signingKeysSecret === '' ? undefined : secret(signingKeysSecret),
    authority: authority === '' ? undefined : secret(authority),
    authorityKey,
    scopePrefix: given(oauth2.scopePrefix),
    additionalScopesKey: given(oauth2.additionalScopesKey),
    usernameClaims: filled(oauth2.usernameClaims),
    verifyAudience: oauth2.verifyAudience ?? undefined,
    algorithms: filled(oauth2.algorithms),
    management: management.enabled
      ? {
          clientId: management.clientId,
          clientSecret: management.clientSecret === '' ? undefined : secret(management.clientSecret),
          clientSecretKey: management.clientSecretKey,
          scopes: given(management.scopes),
          providerUrl: given(management.providerUrl),
        }
      : undefined,
  };
}

function ldapOptions(ldap: Ldap, secret: SecretNamed): RabbitMQLdapOptions {
  const { authority, authorityKey } = ldap;
  return {
    servers: ldap.servers,
    port: ldap.port ?? undefined,
    tls: ldap.tls,
    authority: authority === '' ? undefined : secret(authority),
    authorityKey,
    userDnPattern: given(ldap.userDnPattern),
    lookup: lookupOptions(ldap.lookup, secret),
    authorization: given(ldap.authorization),
    queries: filled(ldap.queries),
    groupLookupBase: given(ldap.groupLookupBase),
    timeout: duration(ldap.timeout),
    connectionPoolSize: ldap.connectionPoolSize ?? undefined,
  };
}

function lookupOptions({ attribute, baseDn, bindDn, bindPassword, bindPasswordKey }: Ldap['lookup'], secret: SecretNamed): RabbitMQLdapLookupOptions | undefined {
  if (attribute + baseDn + bindDn + bindPassword === '') {
    return undefined;
  }
  requireText('authentication.ldap.lookup.attribute', attribute, 'the attribute with the name of the user, such as "uid"');
  requireText('authentication.ldap.lookup.baseDn', baseDn, 'where to look, such as "ou=people,dc=example,dc=com"');
  return { attribute, baseDn, bindDn: given(bindDn), bindPassword: bindPassword === '' ? undefined : secret(bindPassword), bindPasswordKey };
}

function requireText(field: string, text: string, meaning: string): void {
  if (text === '') {
    throw new Error(`${field} is "": set it to ${meaning}`);
  }
}
