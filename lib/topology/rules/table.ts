/** What a table has for a name that users chose: a name such as `toString` is that of no row. */
export function entry<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
