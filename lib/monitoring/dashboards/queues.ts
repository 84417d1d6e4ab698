import { DashboardDefinition, lines } from './panel';
import { membersBehind } from '../metrics/members-behind';
import { PromQL } from '../metrics/promql';

const MAIN = 'endpoint="prometheus"';

function top(promql: PromQL, metric: string): string {
  return `topk(10, max by (vhost, queue) (${promql.of(metric)}))`;
}

/** Which queues wait for what. */
export const QUEUES: DashboardDefinition = {
  id: 'queues',
  title: 'RabbitMQ queues',
  description: 'Backlogs, consumers and members of queues. Figures by queue need the detailed metrics that are scraped unless told otherwise.',
  rows: [
    {
      title: 'Queues by name',
      panels: [
        lines({ title: 'Longest backlogs', description: 'The ten queues with the most messages that wait; one that only rises has too few consumers.', unit: 'short', targets: promql => [{ expr: top(promql, 'rabbitmq_detailed_queue_messages_ready'), legend: '{{vhost}} {{queue}}' }] }),
        lines({ title: 'Most unacknowledged', description: 'The ten queues whose consumers hold the most messages; a straight rise is a consumer that hangs.', unit: 'short', targets: promql => [{ expr: top(promql, 'rabbitmq_detailed_queue_messages_unacked'), legend: '{{vhost}} {{queue}}' }] }),
        lines({
          title: 'Messages without a consumer', description: 'Queues in which messages wait and which nobody consumes; streams may be among them.', unit: 'short',
          targets: promql => [{
            expr: `max by (vhost, queue) (${promql.of('rabbitmq_detailed_queue_messages_ready')}) > 0 and max by (vhost, queue) (${promql.of('rabbitmq_detailed_queue_consumers')}) == 0`,
            legend: '{{vhost}} {{queue}}',
          }],
        }),
        lines({ title: 'Consumers', description: 'The ten queues with the most consumers.', unit: 'short', targets: promql => [{ expr: top(promql, 'rabbitmq_detailed_queue_consumers'), legend: '{{vhost}} {{queue}}' }] }),
      ],
    },
    {
      title: 'Members',
      panels: [
        lines({
          title: 'Leaders by broker', description: 'How many queues each broker leads; a broker with far more than the others does their work.', unit: 'short', metrics: ['rabbitmq_detailed_queue_info'],
          targets: promql => [{ expr: `count by (pod) (${promql.of('rabbitmq_detailed_queue_info', 'membership="leader"')})`, legend: '{{pod}}' }],
        }),
        lines({
          title: 'Members up of quorum queues and streams', description: 'The queues with the fewest members on brokers that are up: below a majority they stand still.', unit: 'none', metrics: ['rabbitmq_detailed_queue_info'],
          targets: promql => [{ expr: `bottomk(10, count by (vhost, queue) (${promql.of('rabbitmq_detailed_queue_info', 'queue_type=~"rabbit_quorum_queue|rabbit_stream_queue"')}))`, legend: '{{vhost}} {{queue}}' }],
        }),
        lines({
          title: 'Members behind, from ra_metrics', description: 'How many log entries the last member of a quorum queue is behind where the first was two minutes ago, for the ten queues where it is most; needs that detailed family, which is not scraped unless named.', unit: 'short',
          metrics: ['rabbitmq_detailed_raft_commit_index'],
          targets: promql => [{ expr: `topk(10, ${membersBehind(promql, 'vhost, queue')})`, legend: '{{vhost}} {{queue}}' }],
        }),
      ],
    },
    {
      title: 'All queues',
      panels: [
        lines({
          title: 'Messages', description: 'What waits and what is unacknowledged, over all queues.', unit: 'short',
          targets: promql => [{ expr: `sum(${promql.of('rabbitmq_queue_messages_ready', MAIN)})`, legend: 'ready' }, { expr: `sum(${promql.of('rabbitmq_queue_messages_unacked', MAIN)})`, legend: 'unacknowledged' }],
        }),
        lines({ title: 'Bytes', description: 'The size of messages in queues, without what the queues add.', unit: 'bytes', targets: promql => [{ expr: `sum by (pod) (${promql.of('rabbitmq_queue_messages_bytes', MAIN)})`, legend: '{{pod}}' }] }),
      ],
    },
  ],
};
