import { command } from './command';
import { mergedLogs } from '../kubernetes/logs';
import { operate } from '../operation';
import { durationMs } from './global-options';
import { anyPods } from '../broker/brokers';
import type { Style } from '../output/style';

/** The brokers' logs, merged. */
export const logs = command({
  usage: 'logs',
  summary: 'The logs of all brokers, merged by time, each line with its pod',
  examples: [
    ['logs --since 10m', 'of the last ten minutes'],
    ['logs --follow --grep error', 'what comes, where it says error'],
  ],
  options: {
    follow: { alias: 'f', type: 'boolean', default: false, describe: 'Go on, until Ctrl-C' },
    since: { type: 'string', default: '1h', describe: 'How far back: 10m, 1h' },
    tail: { type: 'number', describe: 'At most that many lines of each broker' },
    grep: { type: 'string', describe: 'Only lines that match this regular expression' },
  },
  rights: [
    { resources: ['pods'], verbs: ['list'] },
    { resources: ['pods/log'], verbs: ['get'] },
  ],
  async run(context, { follow, since, tail, grep }) {
    const { output, signal } = context;
    const connection = await context.connect();
    const matching = grep === undefined ? undefined : new RegExp(grep, 'i');
    const { style } = output;
    const paint: readonly ((text: string) => string)[] = [style.cyan, style.magenta, style.yellow, style.green, style.blue];
    await operate(connection, { signal, timeoutMs: follow ? 24 * 3_600_000 : 60_000 }, { name: 'logs', timeoutMs: 60_000 }, async ({ kubernetes }) => {
      const pods = await anyPods(kubernetes, context.cluster);
      const names = pods.map(({ metadata }) => metadata?.name ?? '');
      const options = { follow, sinceSeconds: Math.ceil(durationMs('since', since) / 1000), tailLines: tail };
      for await (const { pod, line } of mergedLogs(kubernetes, context.cluster.namespace, names, options)) {
        if (matching?.test(line) !== false) {
          output.print(output.format === 'table' ? labelled(pod, line, paint[names.indexOf(pod) % paint.length], style) : JSON.stringify({ pod, line }));
        }
      }
    }).catch((error: unknown) => {
      // Ctrl-C is how following ends
      if (!follow || !signal.aborted) {
        throw error;
      }
    });
    return undefined;
  },
});

function labelled(pod: string, line: string, paint: (text: string) => string, style: Style): string {
  return `${paint(pod)} ${/\[(error|critical)\]/.test(line) ? style.red(line) : line}`;
}
