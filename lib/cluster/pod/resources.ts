import { k8s } from 'cdk8s-plus-28';
import { withEphemeralStorage } from '../../kubernetes/ephemeral-storage';
import { byteQuantity, cpuQuantity, parseQuantity } from '../../kubernetes/quantity';
import { collect } from '../../validation/errors';

/**
 * CPU and memory of a broker's container, as Kubernetes quantities. `RabbitMQQuantity` makes them from
 * `Size` and `Cpu`.
 */
export interface RabbitMQResourcesOptions {
  /**
   * CPU that is set aside for a broker: `500m`, `2`. 100 cores or more need the unit `m`: a larger number without it is
   * refused, because the unit was forgotten.
   * @default '500m'
   */
  readonly cpuRequest?: string;
  /**
   * CPU that a broker can use at the most. RabbitMQ isn't made for a single core, and a boot takes a quarter longer
   * with one: three brokers were Ready after 24 to 25 s with a limit of 1, after 19 s with 2 (4.3.6, on two cores).
   * `none` for no limit: with a limit, Kubernetes throttles a broker that has used its share of a period of 100 ms.
   * @see https://www.rabbitmq.com/docs/production-checklist
   * @default - '2', or the request if that is higher
   */
  readonly cpuLimit?: string;
  /**
   * Memory that is set aside for a broker. Less than the limit means that the broker may be evicted before its alarm.
   * @default - the limit
   */
  readonly memoryRequest?: string;
  /**
   * Memory that a broker can use before it is killed, in any notation of Kubernetes: `2Gi`, `1.5Gi`, `2G`,
   * `2147483648`. The broker's memory alarm is computed from it: see `RabbitMQCluster.memoryBudget`.
   * @default - '2Gi', or the request if that is higher
   */
  readonly memoryLimit?: string;
  /**
   * Ephemeral storage that every container of the cluster requests, and its limit: the brokers' logs and temporary
   * files. A quota on `requests.ephemeral-storage` needs it.
   * @default - no request and no limit
   */
  readonly ephemeralStorage?: string;
}

/** `RabbitMQResourcesOptions` with the defaults in place, and as numbers. */
export interface ResolvedResources {
  readonly cpuRequest: string;
  /** No limit if undefined. */
  readonly cpuLimit?: string;
  readonly memoryRequest: string;
  readonly memoryLimit: string;
  readonly cpuRequestCores: number;
  /** `Infinity` without a limit. */
  readonly cpuLimitCores: number;
  readonly memoryRequestBytes: number;
  readonly memoryLimitBytes: number;
  readonly ephemeralStorage?: string;
}

/** `resources.cpuLimit` for no limit. */
const NO_LIMIT = 'none';

/**
 * @throws if one of them isn't a quantity above zero, has no unit where it needs one, or a request is above its limit
 */
export function resolveResources(props: RabbitMQResourcesOptions = {}): ResolvedResources {
  const { cpuRequest = '500m', ephemeralStorage } = props;
  const cpuLimit = props.cpuLimit ?? atLeast('2', cpuRequest);
  const memoryLimit = props.memoryLimit ?? atLeast('2Gi', props.memoryRequest);
  const { memoryRequest = memoryLimit } = props;
  const numbers = collect({
    cpuRequestCores: () => cpuQuantity('resources.cpuRequest', cpuRequest, '500m'),
    cpuLimitCores: () => (cpuLimit === NO_LIMIT ? Infinity : cpuQuantity('resources.cpuLimit', cpuLimit, '2', ', or "none" for no limit')),
    memoryLimitBytes: () => byteQuantity('resources.memoryLimit', memoryLimit, '2Gi'),
    memoryRequestBytes: () => byteQuantity(props.memoryRequest === undefined ? 'resources.memoryLimit' : 'resources.memoryRequest', memoryRequest, '2Gi'),
    ephemeralStorage: () => ephemeralStorage !== undefined && byteQuantity('resources.ephemeralStorage', ephemeralStorage, '1Gi'),
  });
  const resolved = {
    ...numbers,
    cpuRequest,
    cpuLimit: cpuLimit === NO_LIMIT ? undefined : cpuLimit,
    memoryRequest,
    memoryLimit,
    ephemeralStorage,
  };
  if (resolved.cpuRequestCores > resolved.cpuLimitCores) {
    throw new Error(`resources.cpuRequest is "${cpuRequest}", above resources.cpuLimit "${cpuLimit}": lower the request or raise the limit`);
  }
  if (resolved.memoryRequestBytes > resolved.memoryLimitBytes) {
    throw new Error(`resources.memoryRequest is "${memoryRequest}", above resources.memoryLimit "${memoryLimit}": lower the request or raise the limit`);
  }
  return resolved;
}

/** A limit that nobody chose: the default, or a request above it. */
function atLeast(limit: string, request = limit): string {
  return (parseQuantity(request) ?? 0) > (parseQuantity(limit) ?? 0) ? request : limit;
}

/** The requests and limits of a broker's container. */
export function renderResources({
  cpuRequest,
  cpuLimit,
  memoryRequest,
  memoryLimit,
  ephemeralStorage,
}: ResolvedResources): k8s.ResourceRequirements {
  return withEphemeralStorage(
    {
      requests: { cpu: k8s.Quantity.fromString(cpuRequest), memory: k8s.Quantity.fromString(memoryRequest) },
      limits: {
        ...(cpuLimit === undefined ? {} : { cpu: k8s.Quantity.fromString(cpuLimit) }),
        memory: k8s.Quantity.fromString(memoryLimit),
      },
    },
    ephemeralStorage,
  );
}
