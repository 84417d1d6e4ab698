import { command } from './command';
import { anyPods, firstReachableBroker, brokerOf } from '../../broker/brokers';
import { BROKER_CONTAINER, titleOf } from '../../core/cluster-ref';
import { NotFoundError, UsageError } from '../../core/errors';
import { openTerminal } from '../../kubernetes/terminal';
import { operate } from '../../operation/operation';

const LONGEST_MS = 24 * 3_600_000;

/** A shell in a broker, or one command. */
export const shell = command({
  usage: 'shell [command..]',
  onCluster: true,
  summary: 'Open a shell in a broker, or run a command there',
  limit: LONGEST_MS,
  examples: [
    ['shell -n shop -c orders', 'a shell in a Ready broker'],
    ['shell --pod orders-2 rabbitmqctl list_queues name messages', 'run one command'],
    ['shell -- rabbitmqctl list_queues --online', 'run a command with options of its own'],
  ],
  positionals: { command: { type: 'string', array: true, describe: 'Command and its arguments [default: a shell]' } },
  options: { pod: { type: 'string', describe: 'Pod of the broker [default: one that is Ready]' } },
  rights: [{ resources: ['pods'], verbs: ['list'] }, { resources: ['pods/exec'], verbs: ['create', 'get'] }],
  async run(context, { command: given, pod, '--': rest }) {
    const { cluster, output, signal } = context;
    const words = [...given ?? [], ...(rest as string[] | undefined) ?? []];
    if (words.length === 0 && !process.stdin.isTTY) {
      throw new UsageError('shell needs a terminal. Without one, name a command: shell rabbitmqctl status');
    }
    const connection = await context.connect();
    return operate(connection, { signal, timeoutMs: LONGEST_MS }, { name: 'shell', timeoutMs: LONGEST_MS }, async ({ kubernetes }) => {
      const pods = await anyPods(kubernetes, cluster);
      const chosen = pod === undefined ? undefined : pods.find(({ metadata }) => metadata?.name === pod);
      const broker = pod === undefined
        ? firstReachableBroker(kubernetes, pods)
        : chosen && brokerOf(kubernetes, chosen);
      if (broker === undefined) {
        throw new NotFoundError(pod === undefined ? `no broker of ${titleOf(cluster)} runs` : `${titleOf(cluster)} has no pod ${pod}: it has ${pods.map(({ metadata }) => metadata?.name).join(', ')}`);
      }
      if (words.length === 0) {
        return openTerminal(kubernetes, { namespace: cluster.namespace, pod: broker.pod, container: BROKER_CONTAINER }, ['bash']);
      }
      const { stdout, stderr, exitCode } = await broker.exec(words, { timeoutMs: LONGEST_MS });
      if (stdout !== '') {
        output.print(stdout);
      }
      if (stderr !== '') {
        output.note(stderr.trimEnd());
      }
      return exitCode;
    });
  },
});
