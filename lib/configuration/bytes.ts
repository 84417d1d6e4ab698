import { RabbitMQVersion } from '../rabbitmq/version';

/** Sizes that a broker up to 3.12 reads: digits and unit. */
export const BYTES_UNTIL_3_12 = /^(\d+)(k|K|m|M|g|G|[kKMG]B|[kmgKMG]b|[kKMG]iB|[kmg]ib|[KMG]IB)?$/;
/** Sizes that a broker from 3.13 on reads: digits and unit. */
export const BYTES_SINCE_3_13 = /^(\d+)(k|K|m|M|g|G|[kKMGT]B|[kmgtKMGT]b|[kKMGT]iB|[kmgt]ib|[KMGT]IB|[KMGT]i|ki)?$/;
const POWERS: Readonly<Record<string, number>> = { k: 1, m: 2, g: 3, t: 4 };

/**
 * The number of bytes that a broker reads from a size in rabbitmq.conf: a whole number with or without a unit. A unit
 * of one letter was binary up to 3.12. Petabytes are left out, as the broker miscounts them.
 *
 * @returns undefined where the broker would silently take something else
 * @see https://github.com/rabbitmq/rabbitmq-server/blob/v4.3.5/deps/rabbit_common/src/rabbit_resource_monitor_misc.erl
 */
export function parseBrokerBytes(text: string, version: RabbitMQVersion): number | undefined {
  const kubernetesUnits = version.isAtLeast('3.13');
  const match = (kubernetesUnits ? BYTES_SINCE_3_13 : BYTES_UNTIL_3_12).exec(text);
  if (!match) {
    return undefined;
  }
  const [, digits, unit = ''] = match;
  const binary = /i/i.test(unit) || (unit.length === 1 && !kubernetesUnits);
  return Number(digits) * (binary ? 1024 : 1000) ** (POWERS[unit.charAt(0).toLowerCase()] ?? 0);
}
