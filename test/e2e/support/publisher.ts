import { untilTestsEnd } from './until-tests-end';
import { Publisher as LoadPublisher, type PublisherOptions } from '../../../ops/src/load-generator/publisher';

export type { Lap, PublisherOptions } from '../../../ops/src/load-generator/publisher';

/** A publisher that ends with the test file at the latest. */
export type Publisher = LoadPublisher;

export const Publisher = {
  start: (options: PublisherOptions): Publisher => untilTestsEnd(options, own => LoadPublisher.start(own)),
};
