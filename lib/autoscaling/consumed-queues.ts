import { IRabbitMQCluster } from '../cluster/interface/cluster-interface';
import { IRabbitMQQueue } from '../topology/interfaces';
import { PrivateData } from '../validation/private-data';
import { requireKnownOptions } from '../validation/props';

/** Further options of queues by pattern. */
export interface RabbitMQQueuePatternOptions {
  /**
   * The virtual host.
   * @default - the cluster's default virtual host, `/` unless `default_vhost` is set
   */
  readonly vhost?: string;
  /**
   * How many queues the pattern may match: where more do, nothing is scaled. 500 at the most.
   * @default 100
   */
  readonly maxQueues?: number;
}

/** The most that the management API gives on a page: https://www.rabbitmq.com/docs/management#http-api-pagination */
const MAX_PAGE = 500;

/** Queues by name or pattern. */
export interface ConsumedQueues {
  readonly name: string;
  readonly vhost: string;
  /** The number of queues that a pattern may match; undefined for a name. */
  readonly maxQueues?: number;
  /** The name of the cluster, where it is known. */
  readonly cluster?: string;
}

/** Queues as they are given: without a virtual host, they are in the cluster's default one. */
type ConsumedOptions = Omit<ConsumedQueues, 'vhost'> & Partial<Pick<ConsumedQueues, 'vhost'>>;

const data = new PrivateData<RabbitMQConsumedQueues, ConsumedOptions>();

/** The queues whose consumers are scaled. */
export class RabbitMQConsumedQueues {
  /**
   * A queue of a topology, declared in this app or elsewhere.
   *
   * @param queue the queue, which has to be of the cluster that the scaler asks
   */
  public static of(queue: IRabbitMQQueue): RabbitMQConsumedQueues {
    return new RabbitMQConsumedQueues({
      name: queue.name,
      vhost: queue.virtualHost.name,
      cluster: queue.virtualHost.cluster.clusterName,
    });
  }

  /**
   * A queue by its name, which has to be there.
   *
   * @param queue its name
   * @param vhost its virtual host; the cluster's default virtual host where nothing is said
   * @throws if the name is empty
   */
  public static named(queue: string, vhost?: string): RabbitMQConsumedQueues {
    return new RabbitMQConsumedQueues({ name: required(queue), vhost });
  }

  /**
   * All queues whose names match, taken together; none at all is no work. Whether letters are large or small makes no
   * difference to brokers.
   *
   * @param pattern a regular expression: `^orders\.`. Brokers read it as PCRE; the Prometheus adapter as RE2, which
   * has no `(?!`
   * @throws if it isn't one, or `maxQueues` isn't from 1 to 500
   */
  public static matching(pattern: string, options: RabbitMQQueuePatternOptions = {}): RabbitMQConsumedQueues {
    requireKnownOptions('RabbitMQQueuePatternOptions', options, 'RabbitMQConsumedQueues.matching()');
    const { vhost, maxQueues = 100 } = options;
    if (!Number.isInteger(maxQueues) || maxQueues < 1 || maxQueues > MAX_PAGE) {
      throw new Error(`queues has maxQueues of ${maxQueues}: it must be a whole number from 1 to ${MAX_PAGE}, the page size limit of the HTTP API`);
    }
    try {
      new RegExp(asJavaScript(required(pattern)));
    } catch (error) {
      throw new Error(`queues matches "${pattern}", which is not a regular expression: ${(error as Error).message}`);
    }
    return new RabbitMQConsumedQueues({ name: pattern, vhost, maxQueues });
  }

  private constructor(queues: ConsumedOptions) {
    data.set(this, queues);
  }
}

/** The names of the queues of a cluster. */
export function consumedQueues(
  queues: RabbitMQConsumedQueues,
  { defaultVirtualHost }: IRabbitMQCluster,
): ConsumedQueues {
  const { vhost = defaultVirtualHost, ...named } = data.of(queues);
  return { ...named, vhost };
}

function required(name: string): string {
  if (name === '') {
    throw new Error('queues has an empty name: name a queue, or a pattern such as "^orders\\."');
  }
  return name;
}

/** What PCRE and RE2 have and JavaScript writes otherwise, or not at all: flags, and names of groups. */
function asJavaScript(pattern: string): string {
  return pattern
    .replace(/(?<!\\)\(\?[a-zA-Z-]+\)/g, '')
    .replace(/(?<!\\)\(\?[a-zA-Z-]+:/g, '(?:')
    .replace(/(?<!\\)\(\?P</g, '(?<');
}
