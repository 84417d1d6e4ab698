import { EffectiveConfiguration } from './effective';

/** The virtual host that brokers create at the first boot, and that clients of AMQP use if they name none. */
export function defaultVirtualHost(configuration: EffectiveConfiguration): string {
  return unquoted(configuration.get('default_vhost') ?? '/');
}

/** A value without the quotes of Erlang in which it may stand. */
export function unquoted(value: string): string {
  return value.replace(/^'(.*)'$/, '$1');
}
