import { command } from './command';
import { clusterList, type ListedCluster } from '../../health/cluster-list';
import { operate } from '../../operation/operation';
import { age } from '../output/age';
import type { Style } from '../output/style';
import { table } from '../output/table';

const TIMEOUT_MS = 60_000;

/** Lists clusters. */
export const list = command({
  usage: 'list',
  summary: 'List the clusters of a namespace, or of all',
  limit: TIMEOUT_MS,
  examples: [
    ['list -n shop', 'the clusters of one namespace'],
    ['list -A', 'the clusters of all namespaces'],
  ],
  options: { 'all-namespaces': { alias: 'A', type: 'boolean', default: false, describe: 'List the clusters of all namespaces' } },
  rights: [
    { apiGroup: 'apps', resources: ['statefulsets'], verbs: ['list'] },
    { apiGroup: 'apps', resources: ['statefulsets'], verbs: ['list'], clusterWide: true, optional: true, part: '--all-namespaces' },
  ],
  async run(context, { allNamespaces }) {
    const connection = await context.connect();
    const namespace = allNamespaces ? undefined : context.cluster.namespace;
    const clusters = await context.operate(options => operate(connection, options, { name: 'list', timeoutMs: TIMEOUT_MS }, ({ kubernetes }) => clusterList(kubernetes, namespace)));
    context.output.show(clusters, listTable);
    return undefined;
  },
});

function listTable(clusters: readonly ListedCluster[], style: Style): string {
  return clusters.length === 0
    ? 'No clusters found'
    : table(style, ['namespace', 'name', 'ready', 'image', 'age', 'state'], clusters.map(({ namespace, name, ready, desired, image, createdAt, state }) => [
        namespace, name, (ready >= desired ? style.green : style.red)(`${ready}/${desired}`), image, age(createdAt), state,
      ]));
}
