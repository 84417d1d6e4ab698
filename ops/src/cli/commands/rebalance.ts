import { command } from './command';
import { anyBroker } from '../../broker/brokers';
import { lackingFor } from '../../broker/safety';
import { titleOf } from '../../core/cluster-ref';
import { RefusedError } from '../../core/errors';
import { firstOf } from '../../core/first-of';
import { operate } from '../../operation/operation';
import { table } from '../output/table';

const TIMEOUT_MS = 600_000;

/** Leaders by broker, after a rebalance. */
interface Rebalanced {
  readonly leaders: Readonly<Record<string, number>>;
}

/** Spreads queue leaders over the brokers. */
export const rebalance = command({
  usage: 'rebalance',
  onCluster: true,
  summary: 'Spread queue leaders evenly over the brokers',
  limit: TIMEOUT_MS,
  examples: [['rebalance -n shop -c orders', 'after a restart or maintenance']],
  rights: [{ resources: ['pods'], verbs: ['list'] }, { resources: ['pods/exec'], verbs: ['create', 'get'] }],
  async run(context) {
    const { cluster, output } = context;
    const connection = await context.connect();
    const result = await context.operate(options => operate(connection, options, { name: 'rebalance', timeoutMs: TIMEOUT_MS }, async ({ kubernetes, progress }): Promise<Rebalanced> => {
      const lacking = await lackingFor(kubernetes, cluster);
      if (lacking.length > 0) {
        throw new RefusedError(`leaders of ${titleOf(cluster)} can't be spread: ${firstOf(lacking)}`);
      }
      progress.step('Moving queue leaders');
      const broker = await anyBroker(kubernetes, cluster);
      await broker.run(['rabbitmq-queues', 'rebalance', 'all'], { timeoutMs: TIMEOUT_MS });
      const { running } = await broker.clusterStatus();
      const queues = await broker.queues();
      return {
        leaders: Object.fromEntries(running.map(node => [node, queues.filter(({ leader }) => leader === node).length])),
      };
    }));
    output.show(result, ({ leaders }, style) => table(style, ['broker', 'leaders'], Object.entries(leaders)));
    return undefined;
  },
});
