import { PromQL } from './promql';

const INDEX = 'rabbitmq_detailed_raft_commit_index';
const OF_QUEUES = 'queue!=""';

/**
 * How many log entries the last member of a quorum queue is behind where the first was two minutes ago. Brokers are
 * scraped one after the other, and a busy queue goes on meanwhile: of now the two can't be compared.
 */
export function membersBehind(promql: PromQL, labels: string): string {
  return `clamp_min(max by (${labels}) (${promql.ago(INDEX, '2m', OF_QUEUES)}) - min by (${labels}) (${promql.of(INDEX, OF_QUEUES)}), 0)`;
}
