import { Duration } from 'cdk8s';

const MAX_SECONDS = 2 ** 31 - 1;

/**
 * A duration in whole seconds, which is what Kubernetes takes.
 *
 * @param field its name for the message: `shutdown.drainTimeout`
 * @throws if it has a fraction of a second, or is longer than 68 years
 */
export function wholeSeconds(field: string, duration: Duration): number {
  const seconds = duration.toSeconds({ integral: false });
  if (!Number.isInteger(seconds)) {
    throw new Error(`${field} is ${seconds} seconds: it must be a whole number of seconds, such as Duration.seconds(${Math.ceil(seconds)})`);
  }
  if (seconds > MAX_SECONDS) {
    throw new Error(`${field} is ${seconds} seconds: it must be at most ${MAX_SECONDS} seconds, the largest number that Kubernetes accepts`);
  }
  return seconds;
}
