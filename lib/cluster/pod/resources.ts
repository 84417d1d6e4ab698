import { k8s } from 'cdk8s-plus-28';
import { positiveQuantity } from '../../kubernetes/quantity';

/** CPU and memory of a broker's container, as Kubernetes quantities. */
export interface RabbitMQResources {
  /**
   * CPU that is set aside for a broker: `500m`, `2`.
   * @default '500m'
   */
  readonly cpuRequest?: string;
  /**
   * CPU that a broker can use at the most. RabbitMQ isn't made for a single core, and a boot takes a quarter longer with one:
   * three brokers were Ready after 24 to 25 s with a limit of 1, after 19 s with 2 (4.3.6, on two cores).
   * @see https://www.rabbitmq.com/docs/production-checklist
   * @default '2'
   */
  readonly cpuLimit?: string;
  /**
   * Memory that is set aside for a broker. Less than the limit means that the broker may be evicted before its alarm.
   * @default - the limit
   */
  readonly memoryRequest?: string;
  /**
   * Memory that a broker can use before it is killed, in any notation of Kubernetes: `2Gi`, `1.5Gi`, `2G`, `2147483648`.
   * The broker's memory alarm is computed from it: see `RabbitMQCluster.memoryBudget`.
   * @default '2Gi'
   */
  readonly memoryLimit?: string;
}

/** `RabbitMQResources` with the defaults in place, and as numbers. */
export interface ResolvedResources {
  readonly cpuRequest: string;
  readonly cpuLimit: string;
  readonly memoryRequest: string;
  readonly memoryLimit: string;
  readonly cpuRequestCores: number;
  readonly cpuLimitCores: number;
  readonly memoryRequestBytes: number;
  readonly memoryLimitBytes: number;
}

/** @throws if one of them isn't a quantity above zero, or a request is above its limit */
export function resolveResources(props: RabbitMQResources = {}): ResolvedResources {
  const cpuRequest = props.cpuRequest ?? '500m';
  const cpuLimit = props.cpuLimit ?? '2';
  const memoryLimit = props.memoryLimit ?? '2Gi';
  const memoryRequest = props.memoryRequest ?? memoryLimit;
  const resolved = {
    cpuRequest,
    cpuLimit,
    memoryRequest,
    memoryLimit,
    cpuLimitCores: positiveQuantity('resources.cpuLimit', cpuLimit, '2'),
    cpuRequestCores: positiveQuantity('resources.cpuRequest', cpuRequest, '500m'),
    memoryLimitBytes: positiveQuantity('resources.memoryLimit', memoryLimit, '2Gi'),
    memoryRequestBytes: positiveQuantity('resources.memoryRequest', memoryRequest, '2Gi'),
  };
  if (resolved.cpuRequestCores > resolved.cpuLimitCores) {
    throw new Error(`resources.cpuRequest is "${cpuRequest}", above resources.cpuLimit "${cpuLimit}": lower the request or raise the limit`);
  }
  if (resolved.memoryRequestBytes > resolved.memoryLimitBytes) {
    throw new Error(`resources.memoryRequest is "${memoryRequest}", above resources.memoryLimit "${memoryLimit}": lower the request or raise the limit`);
  }
  return resolved;
}

export function renderResources(resources: ResolvedResources): k8s.ResourceRequirements {
  return {
    requests: { cpu: k8s.Quantity.fromString(resources.cpuRequest), memory: k8s.Quantity.fromString(resources.memoryRequest) },
    limits: { cpu: k8s.Quantity.fromString(resources.cpuLimit), memory: k8s.Quantity.fromString(resources.memoryLimit) },
  };
}
