import { Duration } from 'cdk8s';

/**
 * A duration in whole seconds, which is what Kubernetes takes.
 *
 * @param field its name for the message: `shutdown.drainTimeout`
 * @throws if it has a fraction of a second
 */
export function wholeSeconds(field: string, duration: Duration): number {
  const seconds = duration.toSeconds({ integral: false });
  if (!Number.isInteger(seconds)) {
    throw new Error(`${field} is ${seconds} seconds: it must be a whole number of seconds, such as Duration.seconds(${Math.ceil(seconds)})`);
  }
  return seconds;
}
