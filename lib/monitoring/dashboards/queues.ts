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
        lines({ title: 'Longest backlogs', description: 'The 10 queues with the most ready messages. A steady rise means too few consumers.', unit: 'short', targets: promql => [{ expr: top(promql, 'rabbitmq_detailed_queue_messages_ready'), legend: '{{vhost}} {{queue}}' }] }),
        lines({ title: 'Most unacknowledged', description: 'The 10 queues with the most unacknowledged messages. A steady rise means a consumer that hangs.', unit: 'short', targets: promql => [{ expr: top(promql, 'rabbitmq_detailed_queue_messages_unacked'), legend: '{{vhost}} {{queue}}' }] }),
        lines({
          title: 'Messages without a consumer', description: 'Queues with messages and without consumers. Streams can be among them.', unit: 'short',
          targets: promql => [{
            expr: `max by (vhost, queue) (${promql.of('rabbitmq_detailed_queue_messages_ready')}) > 0 and max by (vhost, queue) (${promql.of('rabbitmq_detailed_queue_consumers')}) == 0`,
            legend: '{{vhost}} {{queue}}',
          }],
        }),
        lines({ title: 'Consumers', description: 'The 10 queues with the most consumers.', unit: 'short', targets: promql => [{ expr: top(promql, 'rabbitmq_detailed_queue_consumers'), legend: '{{vhost}} {{queue}}' }] }),
      ],
    },
    {
      title: 'Replicas',
      panels: [
        lines({
          title: 'Leaders by broker', description: 'Queues that each broker leads. An uneven distribution loads one broker.', unit: 'short', metrics: ['rabbitmq_detailed_queue_info'],
          targets: promql => [{ expr: `count by (pod) (${promql.of('rabbitmq_detailed_queue_info', 'membership="leader"')})`, legend: '{{pod}}' }],
        }),
        lines({
          title: 'Online replicas of quorum queues and streams', description: 'The queues with the fewest online replicas. Below a majority, a queue is unavailable.', unit: 'none', metrics: ['rabbitmq_detailed_queue_info'],
          targets: promql => [{ expr: `bottomk(10, count by (vhost, queue) (${promql.of('rabbitmq_detailed_queue_info', 'queue_type=~"rabbit_quorum_queue|rabbit_stream_queue"')}))`, legend: '{{vhost}} {{queue}}' }],
        }),
        lines({
          title: 'Replica lag (ra_metrics)', description: 'Log entries that the slowest replica is behind the fastest of 2 minutes ago, for the 10 worst queues. Needs the family ra_metrics, which is not scraped by default.', unit: 'short',
          metrics: ['rabbitmq_detailed_raft_commit_index'],
          targets: promql => [{ expr: `topk(10, ${membersBehind(promql, 'vhost, queue')})`, legend: '{{vhost}} {{queue}}' }],
        }),
      ],
    },
    {
      title: 'All queues',
      panels: [
        lines({
          title: 'Messages', description: 'Ready and unacknowledged messages of all queues.', unit: 'short',
          targets: promql => [{ expr: `sum(${promql.of('rabbitmq_queue_messages_ready', MAIN)})`, legend: 'ready' }, { expr: `sum(${promql.of('rabbitmq_queue_messages_unacked', MAIN)})`, legend: 'unacknowledged' }],
        }),
        lines({ title: 'Bytes', description: 'Size of messages in queues, without overhead.', unit: 'bytes', targets: promql => [{ expr: `sum by (pod) (${promql.of('rabbitmq_queue_messages_bytes', MAIN)})`, legend: '{{pod}}' }] }),
      ],
    },
  ],
};
