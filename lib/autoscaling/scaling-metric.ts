import { k8s } from 'cdk8s-plus-28';
import { AdapterRule, brokerRule } from './adapter-rules';
import { IRabbitMQCluster } from '../cluster/interface/cluster-interface';
import { BROKER_CONTAINER } from '../cluster/interface/names';
import { PrivateData } from '../validation/private-data';
import { requireKnownOptions } from '../validation/props';

/** How the custom metrics API comes by the brokers' own metrics. */
const CONNECTIONS = brokerRule('rabbitmq_connections', 'rabbitmq_connections', series => series);
const PUBLISH_RATE = brokerRule('rabbitmq_global_messages_received_total', 'rabbitmq_published_messages_per_second', series => `rate(${series}[2m])`);

/** A metric of the external metrics API. */
export interface RabbitMQExternalMetricOptions {
  /** The metric's name. */
  readonly name: string;
  /**
   * The labels that select its series.
   * @default - all of its series
   */
  readonly labels?: Record<string, string>;
  /** How much of it a broker can take: the sum of its series is divided by this. */
  readonly perBroker: number;
}

/** A metric as the autoscaler needs it. */
export interface ScalingMetric {
  readonly render: (cluster: IRabbitMQCluster) => k8s.MetricSpecV2;
  readonly adapterRule?: AdapterRule;
  /** Whether the target is a share of the cluster's memory budget. */
  readonly isOfMemoryBudget?: boolean;
}

const data = new PrivateData<RabbitMQScalingMetric, ScalingMetric>();

/** A metric of an autoscaler of brokers: an average over the brokers, which falls with more of them. */
export class RabbitMQScalingMetric {
  /**
   * The brokers' CPU.
   *
   * @param percent of what a broker requests
   * @throws if it isn't a whole number from 1 to 100
   */
  public static cpu(percent: number): RabbitMQScalingMetric {
    if (!Number.isInteger(percent) || percent < 1 || percent > 100) {
      throw new Error(`metrics has cpu of ${percent}%: it must be a whole number from 1 to 100% of the CPU that a broker requests`);
    }
    return new RabbitMQScalingMetric({ render: () => resource('cpu', { type: 'Utilization', averageUtilization: percent }) });
  }

  /**
   * The brokers' memory.
   *
   * @param percent of that at which the memory alarm goes off: `memoryBudget.highWatermarkBytes` of the cluster
   * @throws if it isn't from 1 to 95
   */
  public static memory(percent: number): RabbitMQScalingMetric {
    if (!(percent >= 1 && percent <= 95)) {
      throw new Error(`metrics has memory of ${percent}%: it must be from 1 to 95% of the memory alarm threshold; `
        + 'above it, publishers are blocked, and memory never reaches the point at which brokers are added');
    }
    return new RabbitMQScalingMetric({
      render: ({ memoryBudget }) =>
        resource('memory', { type: 'AverageValue', averageValue: k8s.Quantity.fromString(String(Math.floor(memoryBudget.highWatermarkBytes * percent / 100))) }),
      isOfMemoryBudget: true,
    });
  }

  /**
   * The brokers' connections, by the custom metrics API: see `RabbitMQAutoscaler.adapterRules`.
   *
   * @param perBroker how many a broker can take
   * @throws if it isn't a whole number above 0
   */
  public static connections(perBroker: number): RabbitMQScalingMetric {
    const averageValue = amount('connections', perBroker);
    return new RabbitMQScalingMetric({ render: () => pods(CONNECTIONS, averageValue), adapterRule: CONNECTIONS });
  }

  /**
   * Messages published in a second, by the custom metrics API: see `RabbitMQAutoscaler.adapterRules`.
   *
   * @param perBroker how many a broker can take
   * @throws if it isn't a whole number above 0
   */
  public static publishRate(perBroker: number): RabbitMQScalingMetric {
    const averageValue = amount('publishRate', perBroker);
    return new RabbitMQScalingMetric({ render: () => pods(PUBLISH_RATE, averageValue), adapterRule: PUBLISH_RATE });
  }

  /**
   * Anything else, by the external metrics API.
   *
   * @param metric which one
   * @throws if `perBroker` isn't a whole number above 0
   */
  public static external(metric: RabbitMQExternalMetricOptions): RabbitMQScalingMetric {
    requireKnownOptions('RabbitMQExternalMetricOptions', metric, 'RabbitMQScalingMetric.external()');
    const { name, labels, perBroker } = metric;
    const averageValue = amount(`external "${name}"`, perBroker);
    return new RabbitMQScalingMetric({
      render: () => ({
        type: 'External',
        external: { metric: { name, selector: labels && { matchLabels: labels } }, target: { type: 'AverageValue', averageValue } },
      }),
    });
  }

  private constructor(metric: ScalingMetric) {
    data.set(this, metric);
  }
}

/** A metric as the autoscaler needs it. */
export function scalingMetric(metric: RabbitMQScalingMetric): ScalingMetric {
  return data.of(metric);
}

/** Of the broker container only: sidecars don't grow with load. */
function resource(name: string, target: k8s.MetricTargetV2): k8s.MetricSpecV2 {
  return { type: 'ContainerResource', containerResource: { name, container: BROKER_CONTAINER, target } };
}

function pods({ name }: AdapterRule, averageValue: k8s.Quantity): k8s.MetricSpecV2 {
  return { type: 'Pods', pods: { metric: { name: name.as }, target: { type: 'AverageValue', averageValue } } };
}

function amount(metric: string, perBroker: number): k8s.Quantity {
  if (!Number.isInteger(perBroker) || perBroker < 1) {
    throw new Error(`metrics has ${metric} with ${perBroker} per broker: it must be a whole number above 0`);
  }
  return k8s.Quantity.fromString(String(perBroker));
}
