import { certificateLoginPart } from './certificate-login';
import { ldapAuthorization, ldapPart, RabbitMQLdapAuthorization } from './ldap';
import { oauth2Part } from './oauth2';
import { RabbitMQAuthenticationOptions } from './options';
import { AuthenticationPart, Entries } from './part';
import { RabbitMQVersion } from '../../rabbitmq/version';

/**
 * What a cluster gets from the ways to log in, all of them together.
 *
 * @throws if an option is wrong in itself, or the release doesn't know it
 */
export function resolveAuthentication(
  options: RabbitMQAuthenticationOptions = {},
  version: RabbitMQVersion,
  plugins: readonly string[],
): AuthenticationPart {
  const { oauth2, ldap, clientCertificates } = options;
  const parts = [
    ...(oauth2 ? [oauth2Part(oauth2, version)] : []),
    ...(ldap ? [ldapPart(ldap, version)] : []),
    ...(clientCertificates ? [certificateLoginPart(clientCertificates, version, plugins)] : []),
  ];
  return {
    plugins: parts.flatMap(part => part.plugins),
    entries: [...backends(options, version).all, ...parts.flatMap(({ entries }) => entries)],
    secretSettings: parts.flatMap(({ secretSettings }) => secretSettings),
    volumes: parts.flatMap(({ volumes }) => volumes),
    volumeMounts: parts.flatMap(({ volumeMounts }) => volumeMounts),
    reached: parts.flatMap(({ reached }) => reached),
  };
}

/** The brokers' own users first: whoever is among them gets in without anybody else being asked. */
function backends({ oauth2, ldap }: RabbitMQAuthenticationOptions, version: RabbitMQVersion): Entries {
  const entries = new Entries('authentication', version);
  const others = [...(oauth2 ? ['oauth2'] : []), ...(ldap ? ['ldap'] : [])];
  if (others.length > 0) {
    entries.add('backends', 'auth_backends.1', 'internal');
  }
  others.forEach((backend, i) => {
    const key = `auth_backends.${i + 2}`;
    if (backend === 'ldap' && ldap && ldapAuthorization(ldap) === RabbitMQLdapAuthorization.INTERNAL) {
      entries.add('ldap', `${key}.authn`, 'ldap');
      entries.add('ldap', `${key}.authz`, 'internal');
    } else {
      entries.add(backend, key, backend);
    }
  });
  return entries;
}
