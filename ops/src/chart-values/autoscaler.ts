import { type RabbitMQAutoscalerOptions, RabbitMQScalingMetric } from 'cdk8s-rabbitmq';
import type { Values } from './values';

/** The autoscaler, if it is on. */
export function autoscalerOptions({ hpa }: Values): RabbitMQAutoscalerOptions | undefined {
  return hpa.enabled
    ? {
        minReplicas: hpa.minReplicas,
        maxReplicas: hpa.maxReplicas,
        metrics: [
          RabbitMQScalingMetric.cpu(hpa.targetCPUUtilizationPercentage),
          RabbitMQScalingMetric.memory(hpa.targetMemoryUtilizationPercentage),
        ],
        oddSizes: hpa.oddSizes,
      }
    : undefined;
}
