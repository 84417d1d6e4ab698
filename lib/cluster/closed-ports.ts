import { EffectiveConfiguration } from '../configuration/effective';
import { listenerKeys, Protocol } from '../rabbitmq/protocols';
import { RabbitMQVersion } from '../rabbitmq/version';

/** Whether the TLS listener's options alone switch the plain one off. */
export function isSilenced(
  protocol: Protocol,
  configuration: EffectiveConfiguration,
  version: RabbitMQVersion,
): boolean {
  const has = (kind: string): boolean => configuration.entries.some(({ key }) => key.startsWith(`${protocol.prefix}${kind}.`));
  return (protocol.silences?.(version) ?? false) && (has('ssl') || has('listener')) && !has('tcp');
}

/**
 * Whether brokers don't open the plain port. With `none` and no TLS listener, a broker fails to boot or opens the
 * plain port anyway.
 */
export function isPlainClosed(
  protocol: Protocol,
  configuration: EffectiveConfiguration,
  version: RabbitMQVersion,
): boolean {
  const { tls, closing } = listenerKeys(protocol);
  return (configuration.get(closing) === 'none' && configuration.get(tls) !== undefined) || isSilenced(protocol, configuration, version);
}
