import { RabbitMQCertificateLogin } from './certificate-login';
import { RabbitMQLdap } from './ldap';
import { RabbitMQOAuth2 } from './oauth2';

/**
 * Who else than the brokers themselves knows users. The brokers' own users, the administrator among them, are asked first and
 * can log in whatever becomes of the others.
 *
 * @see https://www.rabbitmq.com/docs/access-control
 */
export interface RabbitMQAuthentication {
  /**
   * Clients with tokens of an OAuth 2.0 provider.
   * @default - none
   */
  readonly oauth2?: RabbitMQOAuth2;
  /**
   * Users of a directory.
   * @default - none
   */
  readonly ldap?: RabbitMQLdap;
  /**
   * Clients that log in by their certificate (EXTERNAL). Takes `tls.clientCertificates`.
   * @default - none
   */
  readonly clientCertificates?: RabbitMQCertificateLogin;
  /**
   * Whether the brokers may be left without users of their own, so that nobody gets in where the others fail.
   * @default false
   */
  readonly allowNoInternalUsers?: boolean;
}
