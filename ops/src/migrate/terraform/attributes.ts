import type { TerraformResource } from './state';
import { UsageError } from '../../core/errors';
import { isEmpty, isMap } from '../draft';

type Map = Readonly<Record<string, unknown>>;

/** Attributes of a resource, or of a block in it. Messages have the address, never a value: it may be a password. */
export class Attributes {
  private constructor(private readonly address: string, private readonly values: Map) {}

  public static of({ address, attributes }: TerraformResource): Attributes {
    if (!isMap(attributes)) {
      throw new UsageError(`${address} has no attributes: run terraform apply -refresh-only, then pass the output of terraform show -json`);
    }
    return new Attributes(address, attributes);
  }

  /** A text, or what it is where it is not set. */
  public text(key: string, unset?: string): string {
    const value = this.values[key];
    if (typeof value === 'string') {
      return value;
    }
    if (unset !== undefined && isEmpty(value)) {
      return unset;
    }
    throw this.error(key, 'a text');
  }

  public texts(key: string): readonly string[] {
    const value = this.values[key] ?? [];
    if (!Array.isArray(value)) {
      throw this.error(key, 'a list');
    }
    return (value as readonly unknown[]).filter((item): item is string => typeof item === 'string' && item !== '');
  }

  public isTrue(key: string): boolean {
    return this.values[key] === true;
  }

  /** The blocks of a name: at least one. */
  public blocks(key: string): readonly [Attributes, ...Attributes[]] {
    const value = this.values[key];
    const [first, ...others] = Array.isArray(value) && value.every(isMap)
      ? value.map(block => new Attributes(this.address, block))
      : [];
    if (first === undefined) {
      throw this.error(key, 'a block');
    }
    return [first, ...others];
  }

  public map(key: string): Map {
    const value = this.values[key] ?? {};
    if (!isMap(value)) {
      throw this.error(key, 'a map');
    }
    return value;
  }

  /** Arguments from `arguments`, whose values are texts, or from `arguments_json`. */
  public arguments(): Map {
    const json = this.text('arguments_json', '');
    if (json === '') {
      return this.map('arguments');
    }
    const value = parsed(json);
    if (!isMap(value)) {
      throw this.error('arguments_json', 'an object in JSON');
    }
    return value;
  }

  /** A whole number. */
  public number(key: string): number {
    const value = this.values[key];
    if (!Number.isSafeInteger(value)) {
      throw this.error(key, 'a whole number');
    }
    return value as number;
  }

  /** Values that are set. The provider writes unset values as null, an empty text, 0 or false. */
  public present(): Map {
    const isSet = (value: unknown): boolean => !isEmpty(value) && value !== 0 && value !== false;
    return Object.fromEntries(Object.entries(this.values).filter(([, value]) => isSet(value)));
  }

  private error(key: string, expected: string): UsageError {
    return new UsageError(`${this.address}: ${key} is not ${expected}, as the provider cyrilgdn/rabbitmq writes it. Run terraform apply -refresh-only with its newest release`);
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
