import { isMap } from './draft';

const NAME = /pass|secret|token|cookie|credential|pwd|(api|access|private|encryption)_?key/i;
/** A file or folder that has the secret. */
const FILE_NAME = /_(FILE|PATH|DIR)$/i;
/** `scheme://user:password@host`, unless the password is a variable. */
const URI = /:\/\/[^\s/:@]*:(?!\$\()[^\s/@]+@/;
const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;
/** `password=…`, `--token …`: unless it is a variable of the shell. */
const ARGUMENT = /(pass(word|wd|phrase)?|secret|token)["']?\s*[=:]\s*["']?[^\s"'$({]|--[\w-]*(pass|secret|token)[\w-]*[=\s]+["']?[^\s"'$-]/i;
const OPTION = /^--?[\w-]*(pass|secret|token)[\w-]*$/i;

/** Whether a variable with a plain value looks like a secret. */
export function isSecretVariable(name: string, value: string): boolean {
  const isFile = FILE_NAME.test(name) && value.startsWith('/');
  return value !== '' && !/^\$\([^)]+\)$/.test(value) && ((NAME.test(name) && !isFile) || isSecretText(value));
}

/** Whether a text has a password in a URI or an argument, or a private key. */
function isSecretText(text: string): boolean {
  return URI.test(text) || PRIVATE_KEY.test(text) || /-setcookie\s/.test(text);
}

/** Whether a text, or one in a container or another object of Kubernetes, looks as if it had a secret. */
export function hasSecret(value: unknown): boolean {
  if (typeof value === 'string') {
    return isSecretText(value) || ARGUMENT.test(value);
  }
  if (Array.isArray(value)) {
    return value.some(hasSecret) || value.slice(0, -1).some(item => OPTION.test(String(item)));
  }
  return isMap(value) && (isSecretEntry(value.name, value.value) || Object.values(value).some(hasSecret));
}

/** Whether an object of Kubernetes is a Secret with data, or looks as if it had a secret. */
export function isSecretObject(object: Readonly<Record<string, unknown>>): boolean {
  const data = isMap(object.data) ? Object.entries(object.data) : [];
  return object.kind === 'Secret' || hasSecret(object) || data.some(([name, value]) => isSecretEntry(name, value));
}

function isSecretEntry(name: unknown, value: unknown): boolean {
  return typeof name === 'string' && typeof value === 'string' && isSecretVariable(name, value);
}
