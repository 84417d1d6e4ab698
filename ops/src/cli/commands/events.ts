import { command } from './command';
import { showOrWatch, WATCH_OPTION } from './watching';
import { KubernetesRabbitMQManager } from '../../manager/manager';
import type { ClusterEvent } from '../../health/events';
import { age } from '../output/age';
import type { Style } from '../output/style';
import { table } from '../output/table';

/** The latest events of a cluster's objects. */
export const events = command({
  usage: 'events',
  summary: 'The latest events of the cluster\'s pods, volumes and other objects',
  examples: [
    ['events -n production -c rabbitmq-prod', 'what happened to rabbitmq-prod'],
    ['events --watch', 'and what happens'],
  ],
  options: {
    ...WATCH_OPTION,
    limit: { type: 'number', default: 20, describe: 'How many' },
  },
  rights: [{ resources: ['events'], verbs: ['list'] }],
  async run(context, { watch, limit }) {
    const manager = new KubernetesRabbitMQManager(await context.connect());
    await showOrWatch(context, watch, options => manager.events(context.cluster.namespace, context.cluster.name, { ...options, limit }), eventTable);
    return undefined;
  },
});

/** Events, the newest last. */
export function eventTable(found: readonly ClusterEvent[], style: Style): string {
  if (found.length === 0) {
    return 'no events: Kubernetes forgets them after an hour';
  }
  return table(style, ['last seen', 'type', 'reason', 'object', 'message'], found.map(({ at, type, reason, object, message, count }) => [
    age(at),
    type === 'Warning' ? style.yellow(type) : type,
    reason,
    object,
    `${message}${count > 1 ? style.dim(` (${count} times)`) : ''}`,
  ]));
}
