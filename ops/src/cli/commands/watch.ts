import { command } from './command';
import { statusText, status } from './status';
import { showOrWatch } from './watch-loop';
import { LOOK_TIMEOUT_MS, KubernetesRabbitMQManager } from '../../manager/manager';

/** The status in place. */
export const watch = command({
  usage: 'watch',
  onCluster: true,
  summary: 'Show the status repeatedly until Ctrl-C',
  limit: LOOK_TIMEOUT_MS,
  examples: [['watch -n production -c rabbitmq-prod', 'during an operation']],
  rights: status.rights,
  async run(context) {
    const manager = new KubernetesRabbitMQManager(await context.connect());
    await showOrWatch(
      context,
      true,
      options => manager.getClusterStatus(context.cluster.namespace, context.cluster.name, options),
      statusText,
    );
    return undefined;
  },
});
