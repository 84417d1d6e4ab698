import type { DeploymentConfig } from './config';
import { PROFILES } from '../chart-values/profiles';

/** The fewest brokers that an autoscaler accepts. */
const MIN_REPLICAS = 3;

/** Whether an autoscaler sets the number of brokers: as `hpa` says, or else the profile. */
export function hasAutoscaler({ hpa, profile, replicas = MIN_REPLICAS }: DeploymentConfig): boolean {
  return hpa ?? (profile !== undefined && PROFILES[profile].autoscaler !== undefined && replicas >= MIN_REPLICAS);
}
