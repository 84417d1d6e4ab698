import { untilTestsEnd } from './until-tests-end';
import { Consumer as LoadConsumer, type ConsumerOptions } from '../../../ops/src/load-generator/consumer';

export type { ConsumerOptions } from '../../../ops/src/load-generator/consumer';

/** A consumer that ends with the test file at the latest. */
export type Consumer = LoadConsumer;

export const Consumer = {
  start: (options: ConsumerOptions): Consumer => untilTestsEnd(options, own => LoadConsumer.start(own)),
};
