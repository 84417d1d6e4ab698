import { AuthenticationPart, Entries, NOTHING_MOUNTED } from './part';
import { enabledPlugins } from '../../rabbitmq/shipped-plugins';
import { RabbitMQVersion } from '../../rabbitmq/version';

/** What of a certificate is the user's name. */
export enum RabbitMQCertificateName {
  /** The common name of its subject. */
  COMMON_NAME = 'common_name',
  /** All of its subject: `CN=orders,O=Example`. */
  DISTINGUISHED_NAME = 'distinguished_name',
  /** One of its alternative names. */
  SUBJECT_ALTERNATIVE_NAME = 'subject_alternative_name',
}

/** The kinds of alternative names. */
export enum RabbitMQAlternativeNameType {
  /** A DNS name. */
  DNS = 'dns',
  /** An address. */
  IP = 'ip',
  /** An email address. */
  EMAIL = 'email',
  /** A URI, such as a SPIFFE id. */
  URI = 'uri',
}

/**
 * Clients that log in by their certificate: over AMQP by EXTERNAL, over MQTT, STOMP and streams where these are on.
 * Each is the user of the name in it, who has to exist: without a password, as by `rabbitmqctl add_user NAME ''`
 * and `clear_password`.
 *
 * @see https://www.rabbitmq.com/docs/ssl#peer-verification
 */
export interface RabbitMQCertificateLoginOptions {
  /**
   * What of the certificate is the user's name.
   * @default RabbitMQCertificateName.COMMON_NAME
   */
  readonly nameFrom?: RabbitMQCertificateName;
  /**
   * The kind of the alternative name.
   * @default - RabbitMQAlternativeNameType.DNS, the broker's own
   */
  readonly alternativeNameType?: RabbitMQAlternativeNameType;
  /**
   * Which of several of that kind, from 0.
   * @default - 0, the broker's own
   */
  readonly alternativeNameIndex?: number;
}

const FIELD = 'authentication.clientCertificates';

/** Plugins whose clients can log in by certificate, and the key that lets them. */
const PROTOCOLS = { rabbitmq_mqtt: 'mqtt.ssl_cert_login', rabbitmq_stomp: 'stomp.ssl_cert_login', rabbitmq_stream: 'stream.ssl_cert_login' };

/** @throws if an option has no effect */
export function certificateLoginPart(
  options: RabbitMQCertificateLoginOptions,
  version: RabbitMQVersion,
  plugins: readonly string[],
): AuthenticationPart {
  const { nameFrom = RabbitMQCertificateName.COMMON_NAME, alternativeNameType, alternativeNameIndex } = options;
  const withoutEffect = { alternativeNameType, alternativeNameIndex };
  const field = Object.entries(withoutEffect).find(([, value]) => value !== undefined)?.[0];
  if (nameFrom !== RabbitMQCertificateName.SUBJECT_ALTERNATIVE_NAME && field !== undefined) {
    throw new Error(`${FIELD}.${field} is set, but nameFrom is not SUBJECT_ALTERNATIVE_NAME. Set it, or remove the other`);
  }
  const entries = new Entries(FIELD, version);
  entries.addList('mechanisms', 'auth_mechanisms', ['EXTERNAL', 'PLAIN', 'AMQPLAIN']);
  entries.add('nameFrom', 'ssl_cert_login_from', nameFrom);
  entries.add('alternativeNameType', 'ssl_cert_login_san_type', alternativeNameType);
  entries.add('alternativeNameIndex', 'ssl_cert_login_san_index', alternativeNameIndex);
  const enabled = enabledPlugins({ plugins });
  for (const [plugin, key] of Object.entries(PROTOCOLS)) {
    entries.add('protocols', key, enabled.has(plugin) ? true : undefined);
  }
  return { plugins: ['rabbitmq_auth_mechanism_ssl'], entries: entries.all, secretSettings: [], ...NOTHING_MOUNTED, reached: [] };
}
