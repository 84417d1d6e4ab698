import { RabbitMQProfile } from 'cdk8s-rabbitmq';
import type { DeploymentConfig } from './config';

/** The fewest brokers that an autoscaler accepts. */
const MIN_REPLICAS = 3;

const PROFILES = { dev: RabbitMQProfile.DEV, test: RabbitMQProfile.TEST, prod: RabbitMQProfile.PROD } as const;

/** Whether an autoscaler sets the number of brokers: as `hpa` says, or else the profile. */
export function hasAutoscaler({ hpa, profile, replicas = MIN_REPLICAS }: DeploymentConfig): boolean {
  return hpa ?? (profile !== undefined && PROFILES[profile].autoscaler !== undefined && replicas >= MIN_REPLICAS);
}
