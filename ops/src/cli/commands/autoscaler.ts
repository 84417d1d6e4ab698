import { command } from './command';
import type { Style } from '../output/style';
import type { HPAEvent, HPAEventKind } from '../../scale/hpa-events';
import { AUTOSCALER_TIMEOUT_MS, HPAWatcher } from '../../scale/hpa-watcher';

/** What the autoscaler of brokers does. */
export const autoscaler = command({
  usage: 'autoscaler',
  onCluster: true,
  summary: 'Show what the autoscaler of brokers decides and why',
  limit: AUTOSCALER_TIMEOUT_MS,
  examples: [
    ['autoscaler -n production -c rabbitmq-prod', 'metrics, decision and range'],
    ['autoscaler --watch -o json', 'one line for each decision, for programs'],
  ],
  options: { watch: { alias: 'w', type: 'boolean', default: false, describe: 'Follow its decisions until Ctrl-C or --timeout' } },
  rights: [
    { apiGroup: 'apps', resources: ['statefulsets'], verbs: ['get'] },
    { apiGroup: 'autoscaling', resources: ['horizontalpodautoscalers'], verbs: ['list'] },
    { resources: ['events'], verbs: ['list'] },
  ],
  async run(context, { watch }) {
    const { cluster, output } = context;
    const watcher = new HPAWatcher(await context.connect(), cluster);
    if (!watch) {
      output.show(await context.operate(options => watcher.state(options)), line);
      return undefined;
    }
    await context.operate(async ({ signal, timeoutMs }) => {
      for await (const event of watcher.watch({ signal, timeoutMs })) {
        output.line(event, line);
      }
    });
    return undefined;
  },
});

const COLOUR: Partial<Record<HPAEventKind, 'green' | 'yellow' | 'red'>> = { scaled: 'green', limit: 'yellow', refused: 'yellow', trouble: 'red' };

function line({ at, kind, message }: HPAEvent, style: Style): string {
  const colour = COLOUR[kind];
  return `${style.dim(at)} ${colour ? style[colour](kind) : kind} ${message}`;
}
