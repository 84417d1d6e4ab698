import { command } from './command';
import { anyPods, brokerOf } from '../../broker/brokers';
import { BROKER_CONTAINER, titleOf } from '../../core/cluster-ref';
import { NotFoundError } from '../../core/errors';
import { isRunning } from '../../kubernetes/pods';
import { operate } from '../../operation/operation';

const TIMEOUT_MS = 120_000;

const LEVELS = ['debug', 'info', 'notice', 'warning', 'error', 'critical', 'none'] as const;

/** Changes what brokers log. */
export const logLevel = command({
  usage: 'log-level <level>',
  onCluster: true,
  summary: 'Set the log level of all brokers until they restart',
  limit: TIMEOUT_MS,
  examples: [
    ['log-level debug -n shop -c orders', 'during an investigation'],
    ['log-level info -n shop -c orders', 'back to the default'],
  ],
  positionals: { level: { choices: LEVELS, demandOption: true, describe: 'Least severe messages to log' } },
  rights: [{ resources: ['pods'], verbs: ['list'] }, { resources: ['pods/exec'], verbs: ['create', 'get'] }],
  async run(context, { level }) {
    const { cluster, output } = context;
    const connection = await context.connect();
    const brokers = await context.operate(options => operate(connection, options, { name: 'log-level', timeoutMs: TIMEOUT_MS }, async ({ kubernetes }) => {
      const pods = (await anyPods(kubernetes, cluster)).filter(pod => isRunning(pod, BROKER_CONTAINER));
      if (pods.length === 0) {
        throw new NotFoundError(`no broker of ${titleOf(cluster)} runs`);
      }
      return Promise.all(pods.map(async (pod) => {
        const broker = brokerOf(kubernetes, pod);
        await broker.run(['rabbitmqctl', '--silent', 'set_log_level', level]);
        return broker.pod;
      }));
    }));
    output.show({ level, brokers }, (_, { green }) => `${green('✔')} ${titleOf(cluster)}: ${brokers.join(', ')} log from level ${level}. A restart resets it`);
    return undefined;
  },
});
