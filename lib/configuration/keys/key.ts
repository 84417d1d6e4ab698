import { ValueType } from './value-type';

/** The releases that know a key, both ends included. */
export interface Releases {
  /** The first one; absent if 3.10.0 has it. */
  readonly since?: string;
  /** The last one; absent if the newest release has it. */
  readonly until?: string;
}

/** A key of rabbitmq.conf, as some releases know it. */
export interface ConfigurationKey extends Releases {
  /** Its name; a part that starts with $ matches any one word: `listeners.tcp.$name`. */
  readonly key: string;
  readonly type: ValueType;
  /** The plugin that brings the key; absent for the broker itself. */
  readonly plugin?: string;
}

export type Row = readonly [key: string, type: ValueType, releases?: Releases];

export function keysOfBroker(table: readonly Row[]): ConfigurationKey[] {
  return table.map(([key, type, releases]) => ({ key, type, ...releases }));
}

export function keysOfPlugin(plugin: string, table: readonly Row[]): ConfigurationKey[] {
  return table.map(([key, type, releases]) => ({ key, type, plugin, ...releases }));
}
