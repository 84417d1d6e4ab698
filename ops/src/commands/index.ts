import type { Command } from './command';
import { events } from './events';
import { status } from './status';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  status,
  events,
];
