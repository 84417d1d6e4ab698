/** Definitions by their lists, as RabbitMQ exports them. */
export type DefinitionLists = Record<string, Record<string, unknown>[]>;

/** Joins the definitions of several resources. A virtual host that only other resources name is added. */
export function joinDefinitions(parts: readonly DefinitionLists[]): DefinitionLists {
  const joined: DefinitionLists = {};
  for (const [list, entries] of parts.flatMap(part => Object.entries(part))) {
    (joined[list] ??= []).push(...entries);
  }
  const vhosts = new Set((joined.vhosts ?? []).map(({ name }) => name));
  const named = new Set(Object.values(joined).flat().map(({ vhost }) => vhost)
    .filter(vhost => typeof vhost === 'string'));
  const missing = [...named].filter(vhost => !vhosts.has(vhost)).map(name => ({ name }));
  return { ...joined, vhosts: [...joined.vhosts ?? [], ...missing] };
}
