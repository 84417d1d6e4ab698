import { Json } from './model';

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
    return new RabbitMQArgument(values.map(({ _value }) => _value));
  }

  /** Values by name. */
  public static map(values: Record<string, RabbitMQArgument>): RabbitMQArgument {
    return new RabbitMQArgument(plainArguments(values));
  }

  private constructor(
    /** @internal */
    public readonly _value: Json,
  ) {}
}

/** Arguments as they stand in JSON. */
export function plainArguments(values: Readonly<Record<string, RabbitMQArgument>> = {}): Record<string, Json> {
  return Object.fromEntries(Object.entries(values).map(([name, { _value }]) => [name, _value]));
}
