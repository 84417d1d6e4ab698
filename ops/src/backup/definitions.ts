import type { Definition, Definitions } from '../broker/definitions';
import { isOwnQueue } from '../broker/own-queues';

/** The kinds of definitions, in the order in which RabbitMQ imports them. */
export const KINDS = ['users', 'vhosts', 'permissions', 'topic_permissions', 'parameters', 'global_parameters', 'policies', 'queues', 'exchanges', 'bindings'] as const;

export type Kind = typeof KINDS[number];

/** The members that tell two definitions of a kind apart. */
const IDENTITY: Readonly<Record<Kind, readonly string[]>> = {
  users: ['name'],
  vhosts: ['name'],
  permissions: ['vhost', 'user'],
  topic_permissions: ['vhost', 'user', 'exchange'],
  parameters: ['vhost', 'component', 'name'],
  global_parameters: ['name'],
  policies: ['vhost', 'name'],
  queues: ['vhost', 'name'],
  exchanges: ['vhost', 'name'],
  bindings: ['vhost', 'source', 'destination_type', 'destination', 'routing_key', 'arguments'],
};

/** Members that say again what others say, or that releases differ in. */
const REDUNDANT: ReadonlySet<string> = new Set(['metadata', 'type_of_vhost', 'internal']);

/** How many of each kind there are. */
export function countsOf(definitions: Definitions): Record<string, number> {
  return Object.fromEntries(
    Object.entries(definitions)
      .filter(([, list]) => Array.isArray(list))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, list]) => [kind, (list as unknown[]).length]),
  );
}

/** Definitions without the queues of this program, which expire. */
export function withoutOwnQueues({ queues, ...others }: Definitions): Definitions {
  return { ...others, ...queues && { queues: queues.filter(queue => !isOwnQueue(queue)) } };
}

/** What tells a definition apart from the others of its kind, for programs. */
export function identityOf(kind: Kind, definition: Definition): string {
  return JSON.stringify(IDENTITY[kind].map(member => canonical(definition[member] ?? '')));
}

/** The same for people. */
export function titleOfDefinition(kind: Kind, definition: Definition): string {
  const text = (member: string): string => {
    const value = definition[member];
    return typeof value === 'string' ? value : JSON.stringify(value ?? '');
  };
  const where = 'vhost' in definition ? ` in ${text('vhost')}` : '';
  switch (kind) {
    case 'permissions': return `${text('user')}${where}`;
    case 'topic_permissions': return `${text('user')} for ${text('exchange')}${where}`;
    case 'parameters': return `${text('component')} ${text('name')}${where}`;
    case 'bindings': return `${text('source')} to ${text('destination_type')} ${text('destination')} by "${text('routing_key')}"${where}`;
    default: return `${text('name')}${where}`;
  }
}

/** The definitions of a kind by their identity. */
export function byIdentity(kind: Kind, definitions: Definitions): Map<string, Definition> {
  return new Map((definitions[kind] ?? []).map(definition => [identityOf(kind, definition), definition]));
}

/**
 * The members in which `there` isn't what `wanted` says. A member that only one of them has counts where it says
 * something: releases write more or less of what is the default.
 */
export function differences(wanted: Definition, there: Definition): string[] {
  return Object.keys({ ...wanted, ...there })
    .filter(member => !REDUNDANT.has(member))
    // since 4.0 a queue's type is said beside its arguments, too
    .filter(member => member !== 'type' || (wanted.type !== undefined && there.type !== undefined))
    .filter(
      member => JSON.stringify(meaning(member, wanted[member])) !== JSON.stringify(meaning(member, there[member])),
    );
}

/** A user's tags: a list, or before 3.9 a text with commas. */
export function tagsOf({ tags }: Definition): readonly string[] {
  const list = typeof tags === 'string' ? tags.split(',') : (tags as readonly unknown[] | undefined) ?? [];
  return list.map(tag => String(tag).trim()).filter(Boolean);
}

/** A value with what is no difference taken out: the order of keys, tags as a text, and nothing in other words. */
function meaning(member: string, value: unknown): unknown {
  if (member === 'tags') {
    return [...tagsOf({ tags: value })].sort();
  }
  const isNothing = value === undefined || value === null || value === '' || value === 'undefined' || value === false
    || (typeof value === 'object' && Object.keys(value).length === 0);
  return isNothing ? null : canonical(value);
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(canonical);
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, child]) => [key, canonical(child)]),
  );
}
