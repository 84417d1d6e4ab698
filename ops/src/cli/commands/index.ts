import { autoscaler } from './autoscaler';
import { backup } from './backup';
import { backups } from './backups';
import { cleanup } from './cleanup';
import type { Command } from './command';
import { connect } from './connect';
import { deploy } from './deploy';
import { diagram } from './diagram';
import { diff } from './diff';
import { doctor } from './doctor';
import { drain } from './drain';
import { events } from './events';
import { expand } from './expand';
import { health } from './health';
import { logs } from './logs';
import { migrate } from './migrate';
import { rbac } from './rbac';
import { repair } from './repair';
import { restore } from './restore';
import { rollback } from './rollback';
import { scale } from './scale';
import { rotate } from './rotate';
import { status } from './status';
import { top } from './top';
import { uncordon } from './uncordon';
import { upgrade } from './upgrade';
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
  autoscaler,
  logs,
  connect,
  backup,
  backups,
  verify,
  restore,
  scale,
  upgrade,
  rollback,
  drain,
  uncordon,
  expand,
  rotate,
  repair,
  cleanup,
  rbac(() => COMMANDS),
  diagram,
  migrate,
];
