import { Json } from './model';
import { PrivateData } from '../validation/private-data';

const data = new PrivateData<RabbitMQArgument, Json>();

/** A value of an argument, a policy key, a header or a parameter that has no option of its own. */
export class RabbitMQArgument {
  /** A text. */
  public static text(value: string): RabbitMQArgument {
    return new RabbitMQArgument(value);
  }

  /**
   * A number.
   *
   * @throws if it is not finite
   */
  public static number(value: number): RabbitMQArgument {
    if (!Number.isFinite(value)) {
      throw new Error(`RabbitMQArgument.number(${value}): use a finite number.`);
    }
    return new RabbitMQArgument(value);
  }

  /** A Boolean. */
  public static flag(value: boolean): RabbitMQArgument {
    return new RabbitMQArgument(value);
  }

  /** A list of values. */
  public static list(values: RabbitMQArgument[]): RabbitMQArgument {
    return new RabbitMQArgument(values.map(argumentValue));
  }

  /** Values by name. */
  public static map(values: Record<string, RabbitMQArgument>): RabbitMQArgument {
    return new RabbitMQArgument(plainArguments(values));
  }

  private constructor(value: Json) {
    data.set(this, value);
  }
}

/** A value as it is in JSON. */
export function argumentValue(argument: RabbitMQArgument): Json {
  return data.of(argument);
}

/**
 * Keys that options set, and further ones.
 *
 * @throws if an option sets a further key, too
 */
export function withAdditional(
  what: string,
  values: Readonly<Record<string, Json>>,
  additional: Readonly<Record<string, RabbitMQArgument>> | undefined,
): Record<string, Json> {
  const twice = Object.keys(additional ?? {}).filter(key => Object.hasOwn(values, key));
  if (twice.length > 0) {
    throw new Error(`additional of ${what} has "${twice.join('", "')}", which an option sets too: leave it out of additional.`);
  }
  return { ...values, ...plainArguments(additional) };
}

/** Arguments as they are in JSON. */
export function plainArguments(values: Readonly<Record<string, RabbitMQArgument>> = {}): Record<string, Json> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, argumentValue(value)]));
}
