const SECRET_KEY = /^(\s*["']?[\w.-]*(?:pass(?:word|wd)?|secret|cookie|token|private_key|api_?key)[\w.-]*["']?\s*[:=,]\s*)(?!\s*$).+$/gim;
const URI_USER = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@:]+:[^\s/@]+@/gi;
const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?-----END [A-Z ]*PRIVATE KEY-----/g;

/** A text without passwords, tokens, keys, and users in URIs. */
export function redact(text: string): string {
  return text.replace(PRIVATE_KEY, '[redacted]').replace(URI_USER, '$1[redacted]@').replace(SECRET_KEY, '$1[redacted]');
}
