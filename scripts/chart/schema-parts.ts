/** A JSON schema. */
export type Schema = Readonly<Record<string, unknown>>;
type Schemas = Readonly<Record<string, Schema>>;

/** An object of these keys and no others. */
export const object = (properties: Schemas, more: Schema = {}): Schema =>
  ({ type: 'object', additionalProperties: false, properties, ...more });
export const text = (more: Schema = {}): Schema => ({ type: 'string', ...more });
/** What editors show of a key. */
export const described = (description: string, schema: Schema): Schema => ({ description, ...schema });
export const oneOf = (...options: readonly string[]): Schema => ({ type: 'string', enum: options });
export const flag: Schema = { type: 'boolean' };

export const HOST_LABEL = '[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?';
export const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
export const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
export const optionalName = text({ pattern: `^(${SUBDOMAIN})?$`, maxLength: 253 });
export const name = text({ pattern: `^${SUBDOMAIN}$`, maxLength: 253 });
export const secretKey = text({ pattern: '^([-_a-zA-Z0-9]|\\.[-_a-zA-Z0-9])[-._a-zA-Z0-9]*$', maxLength: 253 });
/** The notation of cron. */
export const schedule = text({ pattern: '^[-0-9A-Za-z*/,]+( [-0-9A-Za-z*/,]+){4}$' });

/** The keywords of a schema that decide where null may be. */
interface Keywords {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Schemas;
  readonly patternProperties?: Schemas;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
  readonly minProperties?: number;
}

/**
 * A schema that takes null for keys for which the chart has no value of its own, and for which Helm leaves the null:
 * an entry of a map, an option of an object in the topology. Required keys and arguments of RabbitMQ have no null.
 */
export function withNulls(schema: Schema, own: unknown): Schema {
  const { properties, patternProperties, additionalProperties: others } = schema as Keywords;
  const { required = [], minProperties = 0 } = schema as Keywords;
  const values = (own ?? {}) as Readonly<Record<string, unknown>>;
  const isOpen = typeof others === 'object';
  const takesNull = minProperties === 0 && !(isOpen && '$ref' in others);
  const ofKey = ([key, child]: [string, Schema]): [string, Schema] => {
    const inner = withNulls(child, values[key]);
    return [key, takesNull && !(key in values) && !required.includes(key) ? orNull(inner) : inner];
  };
  const ofEntry = (child: Schema): Schema => {
    const inner = withNulls(child, undefined);
    return takesNull ? orNull(inner) : inner;
  };
  return {
    ...schema,
    ...properties && { properties: mapped(properties, ofKey) },
    ...patternProperties && { patternProperties: mapped(patternProperties, ([key, child]) => [key, ofEntry(child)]) },
    ...isOpen && { additionalProperties: ofEntry(others) },
  };
}

function mapped(schemas: Schemas, change: (entry: [string, Schema]) => [string, Schema]): Schemas {
  return Object.fromEntries(Object.entries(schemas).map(change));
}

function orNull(schema: Schema): Schema {
  const { type, enum: options } = schema as Keywords;
  return type === undefined
    ? schema
    : { ...schema, type: [...new Set([type, 'null'].flat())], ...options && { enum: [...options, null] } };
}
