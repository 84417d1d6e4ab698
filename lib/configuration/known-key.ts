import { ConfigurationKey } from './keys/key';
import { findKey } from './keys/key-table';
import { RabbitMQVersion } from '../rabbitmq/version';

/** What a release knows of a key; where the patch isn't known, what each release of the series does. */
export function knownKey(name: string, version: RabbitMQVersion): ConfigurationKey | undefined {
  return findKey(name, version.earliest);
}
