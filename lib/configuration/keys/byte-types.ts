import { BYTES_SINCE_3_13, BYTES_UNTIL_3_12 } from '../bytes';
import { isWithin, limits, Range, ValueType, valueType } from './value-type';

function reason(value: string): string | undefined {
  if (/^\d+\.\d/.test(value)) {
    return 'a broker reads no decimals';
  }
  if (/^\d+P/i.test(value)) {
    return 'a broker miscounts petabytes';
  }
  return /^\d+T$/i.test(value) ? 'a broker reads no T alone' : undefined;
}

/**
 * An amount of memory or disk. The broker takes what it can't read for something else, and only logs it.
 * https://github.com/rabbitmq/rabbitmq-server/blob/v4.3.5/deps/rabbit_common/src/rabbit_resource_monitor_misc.erl
 */
export const bytes = valueType(
  'a number of bytes, or an integer with kB, MB, GB, TB or k, M, G (powers of 1000) or Ki, Mi, Gi, Ti (powers of 1024)',
  value => BYTES_SINCE_3_13.test(value),
  reason,
);

/** The same up to 3.12, where a unit of one letter is a power of 1024. */
export const bytesUntil312 = valueType(
  'a number of bytes, or an integer with kB, MB, GB (powers of 1000) or KiB, MiB, GiB or k, M, G (powers of 1024)',
  value => BYTES_UNTIL_3_12.test(value),
  reason,
);

/** The size of a buffer or frame, in units other than those of memory: KB, MB and GB are powers of 1024. */
export function byteSize(range: Range = { min: 0 }): ValueType {
  return valueType(`a number of bytes${limits(range)}, or an integer with KB, MB or GB (powers of 1024)`, (value) => {
    const [, digits, unit = ''] = /^(\d+)(KB|kb|MB|mb|GB|gb)?$/.exec(value) ?? [];
    return isWithin(Number(digits) * 1024 ** ' KMG'.indexOf(unit.charAt(0).toUpperCase() || ' '), range);
  });
}
