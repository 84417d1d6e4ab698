import { BROKER_METRICS } from './broker';
import { DETAILED_METRICS } from './detailed';
import { EXTERNAL_METRICS } from './external-metrics';
import { ERLANG_METRICS } from './erlang';
import { GLOBAL_METRICS } from './global';
import { MEMORY_BREAKDOWN_METRICS } from './memory-breakdown';
import { Metric } from './metric';
import { RAFT_METRICS } from './raft';

/**
 * Every metric that can be asked for. The brokers' are those that real ones of 3.10, 4.0 and 4.3 exposed; what changed
 * between these series is from RabbitMQ's source at the newest release of each.
 */
export const METRICS: readonly Metric[] = [
  ...BROKER_METRICS,
  ...GLOBAL_METRICS,
  ...RAFT_METRICS,
  ...DETAILED_METRICS,
  ...MEMORY_BREAKDOWN_METRICS,
  ...ERLANG_METRICS,
  ...EXTERNAL_METRICS,
];
