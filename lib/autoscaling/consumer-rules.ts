import { consumedQueues } from './consumed-queues';
import { consumerLoad } from './consumer-load';
import { RabbitMQConsumerScalerMethod, RabbitMQConsumerScalerProps } from './consumer-scaler-props';
import { ReplicaRange } from '../cluster/interface/replica-range';
import { Rule, rule } from '../validation/rule';

/** What the rules of a consumers' scaler look at. */
export type ConsumerSubject = RabbitMQConsumerScalerProps & ReplicaRange;

/** What PCRE has and RE2 hasn't, such as looking ahead, references back, and repetition that gives nothing back. */
const BEYOND_RE2 = /\(\?(?:[=!>|(#R&]|<[=!])|\\(?:[1-9]|g|k)|[*+?}]\+/;

function beyondRe2({ cluster, queues }: ConsumerSubject): string | undefined {
  const { name, maxQueues } = consumedQueues(queues, cluster);
  return maxQueues === undefined ? undefined : BEYOND_RE2.exec(name.replace(/\\[^1-9gk]/g, ''))?.[0];
}

/** KEDA writes a space into the path as a plus sign, which brokers take for one. */
function spaced({ cluster, queues }: ConsumerSubject): string | undefined {
  const { name, vhost, maxQueues } = consumedQueues(queues, cluster);
  return [vhost, ...maxQueues === undefined ? [name] : []].find(each => each.includes(' '));
}

const byAdapter = ({ method }: ConsumerSubject): boolean => method === RabbitMQConsumerScalerMethod.PROMETHEUS_ADAPTER;

/** What a scaler of consumers can't do. */
export const CONSUMER_RULES: readonly Rule<ConsumerSubject>[] = [
  rule({
    id: 'consumers-max-below-min',
    severity: 'error',
    when: ({ minReplicas, maxReplicas }) => maxReplicas < Math.max(minReplicas, 1),
    message: ({ minReplicas, maxReplicas }) => `maxReplicas is ${maxReplicas} and minReplicas ${minReplicas}: use at least ${Math.max(minReplicas, 1)} as maxReplicas`,
  }),
  rule({
    id: 'consumers-queue-of-other-cluster',
    severity: 'error',
    when: ({ cluster, queues }) =>
      (consumedQueues(queues, cluster).cluster ?? cluster.clusterName) !== cluster.clusterName,
    message: ({ cluster, queues }) => `queues is queue "${consumedQueues(queues, cluster).name}" of cluster "${consumedQueues(queues, cluster).cluster ?? ''}", and cluster is "${cluster.clusterName}". Use a queue of that cluster`,
  }),
  rule({
    id: 'consumers-none-without-keda',
    severity: 'error',
    when: subject => byAdapter(subject) && subject.minReplicas === 0,
    message: () => 'minReplicas is 0, but a HorizontalPodAutoscaler keeps at least one consumer. Use 1, or RabbitMQConsumerScalerMethod.KEDA',
  }),
  rule({
    id: 'consumers-load-without-keda',
    severity: 'error',
    when: subject => byAdapter(subject) && consumerLoad(subject.load).messages === undefined,
    message: ({ load }) => `load is measured by ${consumerLoad(load).keda.mode}, which needs KEDA. Use RabbitMQConsumerLoad.messages(), or RabbitMQConsumerScalerMethod.KEDA`,
  }),
  rule({
    id: 'consumers-pattern-without-keda',
    severity: 'error',
    when: subject => byAdapter(subject) && beyondRe2(subject) !== undefined,
    message: subject => `queues matches "${consumedQueues(subject.queues, subject.cluster).name}", but the regular expressions of Prometheus (RE2) have no "${beyondRe2(subject)}": the adapter would serve no external metric. Remove it from the pattern, or use RabbitMQConsumerScalerMethod.KEDA`,
  }),
  rule({
    id: 'consumers-space-with-keda',
    severity: 'error',
    when: subject => !byAdapter(subject) && spaced(subject) !== undefined,
    message: subject => `queues has "${spaced(subject)}", a name with a space: KEDA encodes it as a plus sign and never finds the queue. `
      + (consumedQueues(subject.queues, subject.cluster).vhost.includes(' ') ? 'Use RabbitMQConsumerScalerMethod.PROMETHEUS_ADAPTER' : 'Use RabbitMQConsumedQueues.matching() with a pattern of the whole name, or RabbitMQConsumerScalerMethod.PROMETHEUS_ADAPTER'),
  }),
];
