import { autoscaler } from './autoscaler';
import { backup } from './backup';
import { backups } from './backups';
import { cleanup } from './cleanup';
import type { Command } from './command';
import { connect } from './connect';
import { credentials } from './credentials';
import { deploy } from './deploy';
import { diagram } from './diagram';
import { diff } from './diff';
import { doctor } from './doctor';
import { drain } from './drain';
import { events } from './events';
import { expand } from './expand';
import { flags } from './flags';
import { health } from './health';
import { hibernate, resume } from './hibernate';
import { list } from './list';
import { logLevel } from './log-level';
import { logs } from './logs';
import { membership } from './membership';
import { migrate } from './migrate';
import { perfTest } from './perf-test';
import { rbac } from './rbac';
import { rebalance } from './rebalance';
import { rehearse } from './rehearse';
import { repair } from './repair';
import { restart } from './restart';
import { restore } from './restore';
import { rollback } from './rollback';
import { scale } from './scale';
import { rotate } from './rotate';
import { shell } from './shell';
import { status } from './status';
import { supportBundle } from './support-bundle';
import { top } from './top';
import { topology } from './topology';
import { uncordon } from './uncordon';
import { upgrade } from './upgrade';
import { verify } from './verify';
import { watch } from './watch';

/** Commands of one purpose, under their title in the help. */
export interface CommandGroup {
  readonly title: string;
  readonly commands: readonly Command[];
}

/** Every command, in the order of the help. */
export const COMMAND_GROUPS: readonly CommandGroup[] = [
  { title: 'Deploy', commands: [deploy, diff, doctor, cleanup] },
  { title: 'Observe', commands: [list, status, health, watch, top, events, logs, logLevel, autoscaler] },
  { title: 'Connect', commands: [connect, credentials, shell] },
  { title: 'Change', commands: [scale, upgrade, rollback, restart, expand, rebalance, membership, flags, topology, hibernate, resume, drain, uncordon] },
  { title: 'Protect', commands: [backup, backups, verify, restore, rotate] },
  { title: 'Repair', commands: [repair, supportBundle] },
  { title: 'Tools', commands: [rbac(() => COMMANDS), perfTest, rehearse, diagram, migrate] },
];

export const COMMANDS: readonly Command[] = COMMAND_GROUPS.flatMap(({ commands }) => commands);
