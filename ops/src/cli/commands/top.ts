import { command } from './command';
import { showOrWatch, WATCH_OPTION } from './watch-loop';
import { type ClusterUsage, clusterUsage } from '../../health/usage';
import { operate } from '../../operation/operation';
import { readByText } from '../../health/views';
import { READ_RIGHTS } from '../../management/access';
import type { Style } from '../output/style';
import { table } from '../output/table';

const TIMEOUT_MS = 60_000;

/** What brokers use. */
export const top = command({
  usage: 'top',
  onCluster: true,
  summary: 'Show CPU, memory, disk and connections of each broker',
  limit: TIMEOUT_MS,
  examples: [['top -n production -c rabbitmq-prod --watch', 'repeat it in place']],
  options: WATCH_OPTION,
  rights: [
    { resources: ['pods'], verbs: ['list'] },
    { apiGroup: 'apps', resources: ['statefulsets'], verbs: ['get'] },
    ...READ_RIGHTS,
    { apiGroup: 'metrics.k8s.io', resources: ['pods'], verbs: ['list'], optional: true },
  ],
  async run(context, { watch }) {
    const connection = await context.connect();
    await showOrWatch(context, watch, options => operate(connection, options, { name: 'top', timeoutMs: TIMEOUT_MS }, operation => clusterUsage(operation, context.cluster)), usageText);
    return undefined;
  },
});

function usageText({ brokers, readBy }: ClusterUsage, style: Style): string {
  const way = readByText(readBy);
  const shown = table(style, ['node', 'cpu', 'memory', 'of', 'disk free', 'limit', 'connections', 'queues', 'processes'], brokers.map(node => [
    node.pod,
    node.cpu === undefined ? undefined : `${Math.round(node.cpu * 1000)}m`,
    mebibytes(node.memory),
    node.memoryLimit,
    mebibytes(node.diskFree),
    mebibytes(node.diskLimit),
    node.connections,
    node.queues,
    node.processes,
  ]));
  return way === undefined ? shown : `${shown}\n\n${style.dim(way)}`;
}

function mebibytes(bytes: number | undefined): string | undefined {
  return bytes === undefined ? undefined : bytes > 2 ** 33 ? `${(bytes / 2 ** 30).toFixed(1)}Gi` : `${Math.round(bytes / 2 ** 20)}Mi`;
}
