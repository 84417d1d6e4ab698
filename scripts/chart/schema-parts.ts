/** A JSON schema. */
export type Schema = Readonly<Record<string, unknown>>;

/** All of the keys have to be there, as the defaults are: a null takes one away. */
export const object = (
  properties: Readonly<Record<string, Schema>>,
  optional: readonly string[] = [],
  more: Schema = {},
): Schema =>
  ({ type: 'object', additionalProperties: false, properties, required: Object.keys(properties).filter(key => !optional.includes(key)), ...more });

/** Some of the keys, as Kubernetes has them. */
export const some = (properties: Readonly<Record<string, Schema>>, more: Schema = {}): Schema => ({ type: 'object', additionalProperties: false, properties, ...more });
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
