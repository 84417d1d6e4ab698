import { command } from './command';
import { showOrWatch, WATCH_OPTION } from './watch-loop';
import { LOOK_TIMEOUT_MS, KubernetesRabbitMQManager } from '../../manager/manager';
import { UsageError } from '../../core/errors';
import type { ClusterEvent } from '../../health/events';
import { age } from '../output/age';
import type { Style } from '../output/style';
import { table } from '../output/table';

/** The latest events of a cluster's objects. */
export const events = command({
  usage: 'events',
  onCluster: true,
  summary: 'Show the latest events of a cluster',
  limit: LOOK_TIMEOUT_MS,
  examples: [
    ['events -n production -c rabbitmq-prod', 'the last 20 events'],
    ['events --watch', 'follow new ones'],
  ],
  options: {
    ...WATCH_OPTION,
    limit: { type: 'number', default: 20, describe: 'Number of events, from 1' },
  },
  rights: [{ resources: ['events'], verbs: ['list'] }],
  async run(context, { watch, limit }) {
    if (limit < 1) {
      throw new UsageError('--limit must be a whole number from 1');
    }
    const manager = new KubernetesRabbitMQManager(await context.connect());
    await showOrWatch(
      context,
      watch,
      options => manager.events(context.cluster.namespace, context.cluster.name, { ...options, limit }),
      eventTable,
    );
    return undefined;
  },
});

/** Events, the newest last. */
export function eventTable(found: readonly ClusterEvent[], style: Style): string {
  if (found.length === 0) {
    return 'No events. Kubernetes keeps them for 1 hour';
  }
  return table(style, ['last seen', 'type', 'reason', 'object', 'message'], found.map(({ at, type, reason, object, message, count }) => [
    age(at),
    type === 'Warning' ? style.yellow(type) : type,
    reason,
    object,
    `${message}${count > 1 ? style.dim(` (${count} times)`) : ''}`,
  ]));
}
