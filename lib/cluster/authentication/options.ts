import { RabbitMQCertificateLoginOptions } from './certificate-login';
import { RabbitMQLdapOptions } from './ldap';
import { RabbitMQOAuth2Options } from './oauth2';

/**
 * External authentication: OAuth 2.0, LDAP and client certificates. Internal users, including the administrator, are
 * checked first and can log in even if the others fail.
 *
 * @see https://www.rabbitmq.com/docs/access-control
 */
export interface RabbitMQAuthenticationOptions {
  /**
   * Clients with tokens of an OAuth 2.0 provider.
   * @default - none
   */
  readonly oauth2?: RabbitMQOAuth2Options;
  /**
   * Users of a directory.
   * @default - none
   */
  readonly ldap?: RabbitMQLdapOptions;
  /**
   * Clients that log in by their certificate (EXTERNAL). Takes `tls.clientCertificates`.
   * @default - none
   */
  readonly clientCertificates?: RabbitMQCertificateLoginOptions;
  /**
   * Whether internal users may be excluded. Nobody can log in then if the other backends fail.
   * @default false
   */
  readonly allowNoInternalUsers?: boolean;
}
