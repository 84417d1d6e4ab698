import { Json } from '../model';

/** The values that RabbitMQ takes for an argument of a queue. */
export interface Values {
  /** For messages: `a whole number from 0 up`. */
  readonly expected: string;
  readonly fits: (value: Json) => boolean;
}

function whole(least: number, most?: number): Values {
  return {
    expected: most === undefined ? `a whole number from ${least} up` : `a whole number from ${least} to ${most}`,
    fits: value => typeof value === 'number' && Number.isInteger(value) && value >= least && value <= (most ?? Number.MAX_SAFE_INTEGER),
  };
}

function oneOf(...values: string[]): Values {
  return { expected: values.map(value => `"${value}"`).join(' or '), fits: value => typeof value === 'string' && values.includes(value) };
}

const TEXT: Values = { expected: 'a text', fits: value => typeof value === 'string' };
const FLAG: Values = { expected: 'true or false', fits: value => typeof value === 'boolean' };

/** The values of arguments of queues, as RabbitMQ checks them: `check_arguments` in rabbit_amqqueue.erl. */
export const ARGUMENT_VALUES: Readonly<Record<string, Values>> = {
  'x-queue-type': TEXT,
  'x-dead-letter-exchange': TEXT,
  'x-dead-letter-routing-key': TEXT,
  'x-dead-letter-strategy': oneOf('at-most-once', 'at-least-once'),
  'x-delivery-limit': whole(-1),
  'x-delayed-retry-type': oneOf('all', 'failed', 'returned', 'disabled'),
  'x-delayed-retry-min': whole(0),
  'x-delayed-retry-max': whole(0),
  'x-consumer-timeout': whole(0),
  'x-message-ttl': whole(0),
  'x-expires': whole(1),
  'x-max-length': whole(0),
  'x-max-length-bytes': whole(0),
  'x-overflow': oneOf('drop-head', 'reject-publish', 'reject-publish-dlx'),
  'x-single-active-consumer': FLAG,
  'x-max-priority': whole(0, 255),
  'x-queue-mode': oneOf('default', 'lazy'),
  'x-queue-leader-locator': oneOf('client-local', 'balanced', 'random', 'least-leaders'),
  'x-quorum-initial-group-size': whole(1),
  'x-quorum-target-group-size': whole(1),
  'x-initial-cluster-size': whole(1),
  'x-max-age': { expected: 'a number with a unit of Y, M, D, h, m or s, such as "7D"', fits: value => typeof value === 'string' && /^\d+[YMDhms]$/.test(value) },
  'x-stream-max-segment-size-bytes': whole(0, 3_000_000_000),
  'x-stream-filter-size-bytes': whole(16, 255),
};

/** Arguments that only some types of queues take, and that have no option. */
export const ARGUMENT_TYPES: Readonly<Record<string, readonly string[]>> = {
  'x-queue-mode': ['classic'],
  'x-queue-version': ['classic'],
  'x-quorum-target-group-size': ['quorum'],
};

/** The key of policies that sets the same as an argument that has no option. */
export const ARGUMENT_POLICY_KEYS: Readonly<Record<string, string>> = {
  'x-queue-mode': 'queue-mode',
  'x-queue-version': 'queue-version',
  'x-quorum-target-group-size': 'target-group-size',
  'x-max-in-memory-length': 'max-in-memory-length',
  'x-max-in-memory-bytes': 'max-in-memory-bytes',
};
