import { RabbitMQConsumerScalerMethod, RabbitMQConsumerScalerProps } from './consumer-scaler-props';
import { ReplicaRange } from '../cluster/replica-range';
import { Rule, rule } from '../validation/rule';

/** What the rules of a consumers' scaler look at. */
export type ConsumerSubject = RabbitMQConsumerScalerProps & ReplicaRange;

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
    id: 'consumers-none-without-keda',
    severity: 'error',
    when: subject => byAdapter(subject) && subject.minReplicas === 0,
    message: () => 'minReplicas is 0, and a HorizontalPodAutoscaler leaves one consumer at the least: use 1, or RabbitMQConsumerScalerMethod.KEDA',
  }),
  rule({
    id: 'consumers-load-without-keda',
    severity: 'error',
    when: subject => byAdapter(subject) && subject.load._messages === undefined,
    message: ({ load }) => `load is by ${load._keda.mode}, which needs KEDA: use RabbitMQConsumerLoad.messages(), or RabbitMQConsumerScalerMethod.KEDA`,
  }),
];
