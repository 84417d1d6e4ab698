import { counted } from '../../core/counted';
import { command } from './command';
import { eventTable } from './events';
import { showOrWatch, WATCH_OPTION } from './watch-loop';
import { LOOK_TIMEOUT_MS, KubernetesRabbitMQManager } from '../../manager/manager';
import type { BrokerOverview, ClusterOverview, NodeOverview } from '../../health/status';
import { readByText } from '../../health/views';
import { READ_RIGHTS } from '../../management/access';
import { age } from '../output/age';
import type { Style } from '../output/style';
import { facts, table } from '../output/table';

/** A cluster on one screen. */
export const status = command({
  usage: 'status',
  onCluster: true,
  summary: 'Show a cluster on one screen',
  limit: LOOK_TIMEOUT_MS,
  examples: [
    ['status', 'the only cluster of the namespace'],
    ['status -n production -c rabbitmq-prod --watch', 'repeat it in place'],
    ['status -o json', 'for programs'],
  ],
  options: WATCH_OPTION,
  rights: [
    { apiGroup: 'apps', resources: ['statefulsets'], verbs: ['get'] },
    { resources: ['pods', 'persistentvolumeclaims', 'events'], verbs: ['list'] },
    ...READ_RIGHTS,
    { apiGroup: 'autoscaling', resources: ['horizontalpodautoscalers'], verbs: ['list'] },
    { apiGroup: 'coordination.k8s.io', resources: ['leases'], verbs: ['get'], optional: true },
  ],
  async run(context, { watch }) {
    const manager = new KubernetesRabbitMQManager(await context.connect());
    await showOrWatch(
      context,
      watch,
      options => manager.getClusterStatus(context.cluster.namespace, context.cluster.name, options),
      statusText,
    );
    return undefined;
  },
});

/** The overview as a screen of text. */
export function statusText(overview: ClusterOverview, style: Style): string {
  const { replicas, broker, brokerError, autoscaler, nodes, events, readBy } = overview;
  const way = readByText(readBy);
  return [
    facts(style, [
      ['Cluster', style.bold(`${overview.namespace}/${overview.name}`)],
      ['Image', overview.image],
      ['Age', age(overview.createdAt)],
      ['Brokers', all(style, replicas.ready, replicas.wanted, 'Ready')],
      ['Members', broker ? all(style, broker.running.length, broker.members.length, 'running') : style.red(brokerError ?? 'unknown')],
      ['Operation', overview.operation && style.yellow(overview.operation)],
      ['Membership', overview.membershipPaused ? style.yellow('changes of members, replicas and leaders are paused') : undefined],
      ['Views differ', overview.disagreement && style.red(overview.disagreement)],
      ['Alarms', broker && alarms(broker, style)],
      ['Partitions', broker && partitions(broker, style)],
      ['Queues', broker && queues(broker, style)],
      ['Autoscaler', autoscaler && `${autoscaler.min} to ${autoscaler.max} brokers, ${autoscaler.current} now, ${autoscaler.desired} desired`],
    ]),
    table(style, ['node', 'state', 'version', 'on', 'restarts', 'age', 'volume'], nodes.map(node => nodeRow(node, style))),
    ...events.length > 0 ? [eventTable(events, style)] : [],
    ...way === undefined ? [] : [style.dim(way)],
  ].join('\n\n');
}

function all(style: Style, have: number, want: number, what: string): string {
  return (have >= want && want > 0 ? style.green : style.red)(`${have} of ${want} ${what}`);
}

function alarms({ alarms: found }: BrokerOverview, style: Style): string {
  return found.length === 0 ? style.green('none') : style.red(found.map(({ resource, node }) => `${resource} on ${node}`).join(', '));
}

function partitions({ partitions: found }: BrokerOverview, style: Style): string {
  const split = Object.entries(found).filter(([, others]) => others.length > 0);
  return split.length === 0 ? style.green('none') : style.red(split.map(([node, others]) => `${node} without ${others.join(', ')}`).join('; '));
}

function queues({ queues: found, queuesError = '' }: BrokerOverview, style: Style): string {
  if (found === undefined) {
    return style.red(`couldn't be read: ${queuesError}`);
  }
  const { total, hidden, byType, messages, leaderless, withoutQuorum } = found;
  const types = Object.entries(byType).map(([type, count]) => `${count} ${type}`).join(', ');
  return [
    `${total}${types ? ` (${types})` : ''} with ${counted(messages, 'message')}`,
    ...hidden > 0 ? [`${hidden} without details`] : [],
    ...leaderless.length > 0 ? [style.red(`${leaderless.length} without a leader`)] : [],
    ...withoutQuorum.length > 0 ? [style.red(`${withoutQuorum.length} without a majority of members`)] : [],
  ].join(', ');
}

const REASON_WIDTH = 60;

/** "rabbitmq-k8s doctor" has the whole text. */
function shortened(text: string): string {
  return text.length > REASON_WIDTH ? `${text.slice(0, REASON_WIDTH - 1)}…` : text;
}

function nodeRow(node: NodeOverview, style: Style): (string | number | undefined)[] {
  const state = node.maintenance ? `${node.state}, draining` : node.state;
  const shown = node.ready && node.running !== false ? style.green(state) : style.red(node.running === false && node.ready ? `${state}, not a running member` : state);
  return [
    node.pod,
    node.reason === undefined ? shown : `${shown}: ${shortened(node.reason)}`,
    node.version,
    node.kubernetesNode,
    node.restarts,
    age(node.startedAt),
    node.volume && [node.volume.size, node.volume.phase === 'Bound' ? node.volume.storageClass : style.red(node.volume.phase)].join(' '),
  ];
}
