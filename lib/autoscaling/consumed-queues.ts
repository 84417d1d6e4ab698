/** Further options of queues by pattern. */
export interface RabbitMQQueuePatternOptions {
  /**
   * The virtual host.
   * @default '/'
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

/** The queues whose consumers are scaled. */
export class RabbitMQConsumedQueues {
  /**
   * A queue by its name, which has to be there.
   *
   * @param queue its name
   * @param vhost its virtual host, `/` where nothing is said
   * @throws if the name is empty
   */
  public static named(queue: string, vhost = '/'): RabbitMQConsumedQueues {
    return new RabbitMQConsumedQueues(required(queue), vhost);
  }

  /**
   * All queues whose names match, taken together; none at all is no work. Whether letters are large or small makes no difference to brokers.
   *
   * @param pattern a regular expression: `^orders\.`. Brokers read it as PCRE; the Prometheus adapter as RE2, which has no `(?!`
   * @throws if it isn't one, or `maxQueues` isn't from 1 to 500
   */
  public static matching(pattern: string, options: RabbitMQQueuePatternOptions = {}): RabbitMQConsumedQueues {
    const { vhost = '/', maxQueues = 100 } = options;
    if (!Number.isInteger(maxQueues) || maxQueues < 1 || maxQueues > MAX_PAGE) {
      throw new Error(`queues has maxQueues of ${maxQueues}: it must be a whole number from 1 to ${MAX_PAGE}, the page size limit of the HTTP API`);
    }
    try {
      new RegExp(asJavaScript(required(pattern)));
    } catch (error) {
      throw new Error(`queues matches "${pattern}", which is not a regular expression: ${(error as Error).message}`);
    }
    return new RabbitMQConsumedQueues(pattern, vhost, maxQueues);
  }

  private constructor(
    /** @internal */
    public readonly _name: string,
    /** @internal */
    public readonly _vhost: string,
    /**
     * How many may match, where the name is a pattern.
     * @internal
     */
    public readonly _maxQueues?: number,
  ) {}
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
