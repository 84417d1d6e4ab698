import { CONNECTIONS } from './connections';
import { DISTRIBUTION } from './distribution';
import { NODES } from './nodes';
import { OVERVIEW } from './overview';
import { DashboardDefinition } from './panel';
import { QUEUES } from './queues';
import { RAFT } from './raft';
import { STREAMS } from './streams';
import { PromQL } from '../metrics/promql';

/** Every dashboard of ours. */
export const DASHBOARDS: readonly DashboardDefinition[] = [
  OVERVIEW,
  NODES,
  QUEUES,
  CONNECTIONS,
  RAFT,
  STREAMS,
  DISTRIBUTION,
];

/** Expressions about what a dashboard's variables choose. */
export function dashboardPromQL(series: readonly string[]): PromQL {
  return new PromQL({ namespace: 'namespace="$namespace"', cluster: 'rabbitmq_cluster="$cluster"', series });
}
