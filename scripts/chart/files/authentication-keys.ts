import { releasesWith } from '../../../lib/configuration/groups/mapping';

/** Keys of ways to log in that not every release has. Those of lists end in 1. */
export const AUTHENTICATION_KEYS = [
  'auth_oauth2.issuer', 'auth_oauth2.jwks_uri', 'auth_oauth2.https.verify', 'auth_oauth2.scope_prefix', 'auth_oauth2.preferred_username_claims.1',
  'auth_oauth2.verify_aud', 'management.oauth_enabled', 'management.oauth_client_id', 'management.oauth_scopes', 'management.oauth_provider_url',
  'management.oauth_disable_basic_auth', 'auth_ldap.queries.vhost_access', 'auth_ldap.queries.resource_access', 'auth_ldap.queries.topic_access',
  'auth_ldap.queries.tags',
];

/** The releases that have these keys. */
export function authenticationKeys(): Record<string, string> {
  return Object.fromEntries(AUTHENTICATION_KEYS.map(key => [key, releasesWith(key)]));
}
