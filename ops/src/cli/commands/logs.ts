import { stripVTControlCharacters } from 'node:util';
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
  onCluster: true,
  summary: 'Show the logs of all brokers, merged by time',
  limit: '1m; none with --follow',
  examples: [
    ['logs --since 10m', 'the last 10 minutes'],
    ['logs --follow --grep error', 'follow errors'],
    ['logs --previous', 'before the last restart'],
  ],
  options: {
    follow: { alias: 'f', type: 'boolean', default: false, describe: 'Follow, also after restarts, until Ctrl-C or --timeout' },
    previous: { alias: 'p', type: 'boolean', default: false, describe: 'Logs of the previous containers' },
    since: { type: 'string', describe: 'How far back to start [default: 1h; with --previous all]' },
    tail: { type: 'number', describe: 'Number of lines of each broker, from 0' },
    grep: { type: 'string', describe: 'Only lines that match a regular expression' },
  },
  rights: [
    { resources: ['pods'], verbs: ['list'] },
    { resources: ['pods/log'], verbs: ['get'] },
  ],
  check({ follow, previous, grep }) {
    if (follow && previous) {
      throw new UsageError('--follow and --previous exclude each other: use one of them');
    }
    if (grep !== undefined) {
      expressionOf(grep);
    }
  },
  async run(context, { follow, previous, since, tail, grep }) {
    const { cluster: { namespace }, output } = context;
    const matching = grep === undefined ? undefined : expressionOf(grep);
    const from = since ?? (previous ? undefined : '1h');
    const which = { tailLines: tail, ...from !== undefined && { sinceSeconds: Math.ceil(durationMs('since', from) / 1000) } };
    const connection = await context.connect();
    await context.operate(limits => operate(connection, limits, { name: 'logs', timeoutMs: follow ? Infinity : 60_000 }, async ({ kubernetes, progress }) => {
      const pods = (await anyPods(kubernetes, context.cluster)).map(({ metadata }) => metadata?.name ?? '');
      const print = (raw: LogLine): void => {
        // images color their logs, which programs and --grep can't read
        const found = { ...raw, line: stripVTControlCharacters(raw.line).trimEnd() };
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
        output.note('No logs of previous containers.');
      }
    }));
    return undefined;
  },
});

function expressionOf(grep: string): RegExp {
  try {
    return new RegExp(grep, 'i');
  } catch (error) {
    throw new UsageError(`--grep is no regular expression: ${messageOf(error)}. Escape special characters with "\\"`);
  }
}

const COLOURS = ['cyan', 'magenta', 'yellow', 'green', 'blue'] as const;

function labelled(pod: string, line: string, index: number, style: Style): string {
  return `${style[COLOURS[index % COLOURS.length]](pod)} ${/\[(error|critical)\]/.test(line) ? style.red(line) : line}`;
}
