import { SHIPPED } from '../../../lib/rabbitmq/shipped-plugins';

/** The first release of the plugins that not every release ships. */
export function plugins(): Record<string, { since: string }> {
  return Object.fromEntries(SHIPPED.filter(({ since }) => since !== undefined).map(({ name, since = '' }) => [name, { since }]));
}
