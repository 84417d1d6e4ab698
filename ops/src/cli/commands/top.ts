import { command } from './command';
import { showOrWatch, WATCH_OPTION } from './watching';
import { clusterUsage, type NodeUsage } from '../../health/usage';
import { operate } from '../../operation/operation';
import type { Style } from '../output/style';
import { table } from '../output/table';

/** What brokers use. */
export const top = command({
  usage: 'top',
  onCluster: true,
  summary: 'Show CPU, memory, disk and connections of each broker',
  examples: [['top -n production -c rabbitmq-prod --watch', 'repeat it in place']],
  options: WATCH_OPTION,
  rights: [
    { resources: ['pods'], verbs: ['list'] },
    { resources: ['pods/exec'], verbs: ['create', 'get'] },
    { apiGroup: 'metrics.k8s.io', resources: ['pods'], verbs: ['list'], optional: true },
  ],
  async run(context, { watch }) {
    const connection = await context.connect();
    await showOrWatch(context, watch, options => operate(connection, options, { name: 'top', timeoutMs: 60_000 }, operation => clusterUsage(operation, context.cluster)), usageTable);
    return undefined;
  },
});

function usageTable(usage: readonly NodeUsage[], style: Style): string {
  return table(style, ['node', 'cpu', 'memory', 'of', 'disk free', 'limit', 'connections', 'queues', 'processes'], usage.map(node => [
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
}

function mebibytes(bytes: number | undefined): string | undefined {
  return bytes === undefined ? undefined : bytes > 2 ** 33 ? `${(bytes / 2 ** 30).toFixed(1)}Gi` : `${Math.round(bytes / 2 ** 20)}Mi`;
}
