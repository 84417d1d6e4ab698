import type { Json } from './objects';

/** What a value of a Secret is shown as. */
export const FROM_SECRET = '(from a Secret)';

const URI_KEY = /uri/i;
const CREDENTIALS = /\/\/[^/@]*@/;
const SECRET_KEY = /password|secret|token/i;

/** Whether a key holds the address of a broker, with a password in it. */
export function isUri(key: string): boolean {
  return URI_KEY.test(key);
}

/** A value without the passwords in it. */
export function redacted(value: Json, key = ''): Json {
  if (Array.isArray(value)) {
    return value.map(item => redacted(item as Json, key));
  }
  if (value !== null && typeof value === 'object') {
    return 'fromSecret' in value ? FROM_SECRET : Object.fromEntries(Object.entries(value).map(([name, child]) => [name, redacted(child, name)]));
  }
  if (SECRET_KEY.test(key)) {
    return '***';
  }
  return typeof value === 'string' ? value.replace(CREDENTIALS, '//***@') : value;
}
