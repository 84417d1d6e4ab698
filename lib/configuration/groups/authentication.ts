import { memberOf } from './format';
import { Mapping, toEntry, toGroup, toKey } from './mapping';

/** How a client says who it is. */
export enum RabbitMQAuthenticationMechanism {
  /** With a name and a password. */
  PLAIN = 'PLAIN',
  /** As PLAIN, in the notation of AMQP 0-9-1, for old clients. */
  AMQPLAIN = 'AMQPLAIN',
  /** With its TLS certificate; takes the plugin `rabbitmq_auth_mechanism_ssl`. */
  EXTERNAL = 'EXTERNAL',
}

/** How a broker stores the passwords of users that are made from now on. */
export enum RabbitMQPasswordHashing {
  /** Salted SHA-256. */
  SHA256 = 'rabbit_password_hashing_sha256',
  /** Salted SHA-512. */
  SHA512 = 'rabbit_password_hashing_sha512',
}

/** How users prove who they are. */
export interface RabbitMQAuthenticationConfigurationOptions {
  /**
   * The mechanisms that clients may use (`auth_mechanisms.1` …).
   * @default - PLAIN and AMQPLAIN. The broker's own from 4.0 is with ANONYMOUS, by which anybody is guest
   * @see https://www.rabbitmq.com/docs/access-control#mechanisms
   */
  readonly mechanisms?: RabbitMQAuthenticationMechanism[];
  /**
   * How passwords are stored (`password_hashing_module`).
   * @default - RabbitMQPasswordHashing.SHA256, the broker's own
   * @see https://www.rabbitmq.com/docs/passwords
   */
  readonly passwordHashing?: RabbitMQPasswordHashing;
}

const mechanism = memberOf(RabbitMQAuthenticationMechanism);

const mechanisms: Mapping<RabbitMQAuthenticationMechanism[]> = (chosen, context) => {
  if (chosen.length === 0) {
    throw new Error(`${context.field} is empty: it must have at least one entry. Add one, or remove it`);
  }
  return chosen.map((value, i) => toEntry(`auth_mechanisms.${i + 1}`, mechanism(value, context.field), context));
};

export const authentication = toGroup<RabbitMQAuthenticationConfigurationOptions>({
  mechanisms,
  passwordHashing: toKey('password_hashing_module', memberOf(RabbitMQPasswordHashing)),
});
