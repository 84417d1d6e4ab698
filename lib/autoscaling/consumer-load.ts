import { Duration } from 'cdk8s';
import { PrivateData } from '../validation/private-data';

/** A trigger of KEDA without its queue. */
interface KedaLoad {
  readonly mode: string;
  readonly value: string;
  readonly metricType: string;
}

/** A load as the objects that measure it need it. */
export interface ConsumerLoad {
  readonly keda: KedaLoad;
  /** The number of messages for each consumer, if the load is measured in messages. */
  readonly messages?: number;
}

const data = new PrivateData<RabbitMQConsumerLoad, ConsumerLoad>();

/** By how much work consumers are scaled. */
export class RabbitMQConsumerLoad {
  /**
   * Messages that wait or are being worked on.
   *
   * @param perConsumer how many of them there may be for each consumer
   * @throws if it isn't a whole number above 0
   */
  public static messages(perConsumer: number): RabbitMQConsumerLoad {
    return new RabbitMQConsumerLoad({ keda: { mode: 'QueueLength', value: amount('messages', perConsumer), metricType: 'AverageValue' }, messages: perConsumer });
  }

  /**
   * Messages that are published in a second; where messages wait, one consumer at the least. Needs KEDA.
   *
   * @param perConsumer how many a consumer manages
   * @throws if it isn't a whole number above 0
   */
  public static publishRate(perConsumer: number): RabbitMQConsumerLoad {
    return new RabbitMQConsumerLoad({ keda: { mode: 'MessageRate', value: amount('publishRate', perConsumer), metricType: 'AverageValue' } });
  }

  /**
   * How long it takes to consume what is there, at the pace of the last seconds. Needs KEDA 2.18, and 2.21 for the last
   * consumer to go: before, KEDA takes a queue without work for one that has some.
   *
   * @param time how long it may take
   * @throws if it isn't a whole number of seconds above 0
   */
  public static timeToConsume(time: Duration): RabbitMQConsumerLoad {
    return new RabbitMQConsumerLoad({
      keda: { mode: 'ExpectedQueueConsumptionTime', value: amount('timeToConsume', time.toSeconds({ integral: false })), metricType: 'Value' },
    });
  }

  private constructor(load: ConsumerLoad) {
    data.set(this, load);
  }
}

/** A load as the objects that measure it need it. */
export function consumerLoad(load: RabbitMQConsumerLoad): ConsumerLoad {
  return data.of(load);
}

function amount(load: string, value: number): string {
  if (!Number.isInteger(value) || value < 1) {
    throw new Error(`load is ${load} of ${value}: it must be a whole number above 0`);
  }
  return String(value);
}
