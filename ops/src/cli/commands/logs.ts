import { command } from './command';
import { messageOf, UsageError } from '../../core/errors';
import type { LogLine } from '../../kubernetes/log-line';
import { followedLogs, mergedLogs } from '../../kubernetes/logs';
import { operate } from '../../operation/operation';
import { durationMs } from './global-options';
import { anyPods } from '../../broker/brokers';
import type { Style } from '../output/style';

/** The brokers' logs, merged. */
export const logs = command({
  usage: 'logs',
  summary: 'The logs of all brokers, merged by time, each line with its pod',
  examples: [
    ['logs --since 10m', 'of the last ten minutes'],
    ['logs --follow --grep error', 'what comes, where it says error'],
    ['logs --previous', 'of the containers before the ones that run: what a broker said before it crashed'],
  ],
  options: {
    follow: { alias: 'f', type: 'boolean', default: false, describe: 'Go on over restarts, until Ctrl-C or --timeout' },
    previous: { alias: 'p', type: 'boolean', default: false, describe: 'Those of the containers before the ones that run' },
    since: { type: 'string', describe: 'How far back: 10m, 1h [default: 1h, or all with --previous]' },
    tail: { type: 'number', describe: 'At most that many lines of each broker' },
    grep: { type: 'string', describe: 'Only lines that match this regular expression, whatever the case' },
  },
  rights: [
    { resources: ['pods'], verbs: ['list'] },
    { resources: ['pods/log'], verbs: ['get'] },
  ],
  async run(context, { follow, previous, since, tail, grep }) {
    const { cluster: { namespace }, output } = context;
    if (follow && previous) {
      throw new UsageError('--follow and --previous: a container that has ended says nothing more: name one of them');
    }
    if (tail !== undefined && !(Number.isInteger(tail) && tail >= 0)) {
      throw new UsageError('--tail takes a number of lines, such as 100');
    }
    const matching = grep === undefined ? undefined : expressionOf(grep);
    const from = since ?? (previous ? undefined : '1h');
    const which = { tailLines: tail, ...from !== undefined && { sinceSeconds: Math.ceil(durationMs('since', from) / 1000) } };
    const connection = await context.connect();
    await context.operate(limits => operate(connection, limits, { name: 'logs', timeoutMs: follow ? Infinity : 60_000 }, async ({ kubernetes, progress }) => {
      const pods = (await anyPods(kubernetes, context.cluster)).map(({ metadata }) => metadata?.name ?? '');
      const print = (found: LogLine): void => {
        if (matching?.test(found.line) !== false) {
          output.line(found, ({ pod, line }, style) => labelled(pod, line, pods.indexOf(pod), style));
        }
      };
      const options = { ...which, missing: (text: string) => { progress.warn(text); } };
      if (follow) {
        for await (const line of followedLogs(kubernetes, namespace, pods, options)) {
          print(line);
        }
        return;
      }
      const lines = await mergedLogs(kubernetes, namespace, pods, { ...options, previous });
      lines.forEach(print);
      if (previous && lines.length === 0) {
        output.note('No container has run before the present ones, or nothing is left of its log.');
      }
    }));
    return undefined;
  },
});

function expressionOf(grep: string): RegExp {
  try {
    return new RegExp(grep, 'i');
  } catch (error) {
    throw new UsageError(`--grep is no regular expression: ${messageOf(error)}. Write "\\" before a character that stands for itself`);
  }
}

const COLOURS = ['cyan', 'magenta', 'yellow', 'green', 'blue'] as const;

function labelled(pod: string, line: string, index: number, style: Style): string {
  return `${style[COLOURS[index % COLOURS.length]](pod)} ${/\[(error|critical)\]/.test(line) ? style.red(line) : line}`;
}
