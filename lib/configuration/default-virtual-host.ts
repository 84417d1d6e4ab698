import { EffectiveConfiguration } from './effective';

/** The virtual host that brokers create at the first boot, and that clients of AMQP use if they name none. */
export function defaultVirtualHost(configuration: EffectiveConfiguration): string {
  // a value may stand in quotes of Erlang
  return configuration.get('default_vhost')?.replace(/^'(.*)'$/, '$1') ?? '/';
}
