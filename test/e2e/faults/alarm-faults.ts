import type { Fault, Scene } from './fault';
import { eventually } from '../support/eventually';

const BLOCKED_MS = 60_000;

/** Sets a limit that a broker is above at once; publishers are blocked meanwhile, and consumers go on. */
function alarm(
  name: string,
  limit: string,
  set: readonly string[],
  restore: (scene: Scene) => Promise<readonly string[]>,
): Fault {
  return {
    name,
    longestGapS: 60,
    happen: async (scene) => {
      const broker = scene.scaled.deployment.broker(1);
      const undo = await restore(scene);
      await broker.run(['rabbitmqctl', ...set]);
      try {
        await eventually('the alarm is on', BLOCKED_MS, async () => (await broker.clusterStatus()).alarms.map(({ resource }) => resource), alarms => alarms.includes(limit));
        await scene.load.blocked(BLOCKED_MS);
        await scene.load.consumed(BLOCKED_MS);
      } finally {
        await broker.run(['rabbitmqctl', ...undo]);
      }
    },
  };
}

const DISK_LIMIT = 'rabbit_disk_monitor:get_disk_free_limit().';

const DISK_ALARM = alarm('the disk alarm is on', 'disk', ['set_disk_free_limit', '900000GB'],
  async ({ scaled }) => ['set_disk_free_limit', (await scaled.deployment.broker(1).run(['rabbitmqctl', '--silent', 'eval', DISK_LIMIT])).trim()]);

export const ALARM_FAULTS: readonly Fault[] = [
  DISK_ALARM,
  alarm('the memory alarm is on', 'memory', ['set_vm_memory_high_watermark', 'absolute', '10MB'], () => Promise.resolve(['set_vm_memory_high_watermark', '0.6'])),
];
