import { backup } from './backup';
import { backups } from './backups';
import { cleanup } from './cleanup';
import type { Command } from './command';
import { connect } from './connect';
import { deploy } from './deploy';
import { diagram } from './diagram';
import { diff } from './diff';
import { doctor } from './doctor';
import { events } from './events';
import { health } from './health';
import { logs } from './logs';
import { rbac } from './rbac';
import { restore } from './restore';
import { status } from './status';
import { top } from './top';
import { verify } from './verify';
import { watch } from './watch';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  deploy,
  diff,
  doctor,
  status,
  health,
  events,
  top,
  watch,
  logs,
  connect,
  backup,
  backups,
  verify,
  restore,
  cleanup,
  rbac(() => COMMANDS),
  diagram,
];
