/** Whether brokers may take it. PCRE has forms that JavaScript has not: those are left to the broker. */
export function isRegularExpression(value: string): boolean {
  try {
    new RegExp(value);
    return true;
  } catch {
    return /\(\?|\(\*|[+*?}]\+|\\Q|\[\^?\]/.test(value);
  }
}
