import { RabbitMQServiceLevelOptions } from './options';
import { collect } from '../../validation/errors';

/** @throws if a share of messages isn't between 0 and 1 */
export function requireServiceLevel({ publishing, consuming }: RabbitMQServiceLevelOptions): void {
  collect({
    publishing: () => { requireShare('serviceLevel.publishing', publishing); },
    consuming: () => { requireShare('serviceLevel.consuming', consuming); },
  });
}

function requireShare(field: string, share: number | undefined): void {
  if (share !== undefined && !(share > 0 && share < 1)) {
    throw new Error(`${field} is ${share}: it must be above 0 and below 1, such as 0.999`);
  }
}
