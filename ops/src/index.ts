export { type BrokerOverview, type AutoscalerOverview, type ClusterOverview, type NodeOverview } from './health/status';
export { type ClusterEvent } from './health/events';
export { type PodState } from './health/pod-state';
export { KubernetesRabbitMQManager } from './deployment/manager';
export * from './errors';
export { type ConnectOptions, KubernetesConnection } from './kubernetes/connection';
export { type OperationOptions } from './operation';
export { type Progress } from './progress';
export { type ClusterRef } from './cluster-ref';
