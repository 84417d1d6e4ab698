import { Duration, Size, SizeRoundingBehavior } from 'cdk8s';
import { byteQuantity } from '../../kubernetes/quantity';

/** Writes the value of a prop as it stands in rabbitmq.conf; throws where it can't be right in any release. */
export type Format<Value> = (value: Value, field: string) => string;

export const milliseconds = duration('milliseconds', 1);
export const seconds = duration('seconds', 1000);
export const minutes = duration('minutes', 60_000);

function duration(unit: string, unitMillis: number): Format<Duration> {
  return (value, field) => {
    const millis = value.toMilliseconds({ integral: false });
    return positive(millis / unitMillis, `${field} is ${millis} ms: it must be a whole number of ${unit} above zero`);
  };
}

export const bytes: Format<Size> = (value, field) => {
  const amount = value.toKibibytes({ rounding: SizeRoundingBehavior.NONE }) * 1024;
  return positive(amount, `${field} is ${amount} bytes: it must be a whole number of bytes above zero`);
};

/** Bytes from a Kubernetes quantity. */
export const quantity: Format<string> = (value, field) => String(Math.ceil(byteQuantity(field, value, '2Gi')));

export const count: Format<number> = (value, field) => positive(value, `${field} is ${value}: it must be a whole number above zero`);

function positive(amount: number, message: string): string {
  if (!Number.isSafeInteger(amount) || amount <= 0) {
    throw new Error(message);
  }
  return String(amount);
}

/** A share of a whole. A broker doesn't start with a number that has no point: seen on 4.3.6. */
export const share: Format<number> = (value, field) => {
  if (!(value >= 0.01 && value <= 1)) {
    throw new Error(`${field} is ${value}: it must be a share from 0.01 to 1, such as 0.6`);
  }
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
};

export const boolean: Format<boolean> = value => String(value);

export const onOff: Format<boolean> = value => (value ? 'on' : 'off');

/** A member of an enum whose values are RabbitMQ's own words. */
export function memberOf<Member extends string>(members: Readonly<Record<string, Member>>): Format<Member> {
  const allowed: readonly string[] = Object.values(members);
  return (value, field) => {
    if (!allowed.includes(value)) {
      throw new Error(`${field} is "${value}": it must be one of ${allowed.join(', ')}`);
    }
    return value;
  };
}

/** A path that others are added to: `/rabbitmq`. */
export const path: Format<string> = (value, field) => {
  if (!/^(\/[\w.~-]+)+$/.test(value)) {
    throw new Error(`${field} is "${value}": it must be a path that starts with a slash and doesn't end with one, such as "/rabbitmq"`);
  }
  return value;
};

/**
 * A value of one line. A broker takes `#` for the start of a comment, also in the middle of a line; single quotes,
 * within which it doesn't, are read from 3.13.7.
 *
 * @see https://github.com/Kyorai/cuttlefish/blob/v3.4.0/src/conf_parse.peg
 */
export const text: Format<string> = (value, field) => {
  if (!/^(?:'[^'\r\n]*'|[^\s#](?:[^\r\n#]*[^\s#])?)$/.test(value)) {
    throw new Error(`${field} is ${JSON.stringify(value)}: it must be one line, not empty, without space around it and "#" outside quotes`);
  }
  return value;
};
