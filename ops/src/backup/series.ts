import { RabbitMQVersion } from 'cdk8s-rabbitmq';

/** Whether a release is of a newer series than another: 4.3.6 than 4.0.5, and not than 4.3.1. */
export function isNewerSeries(version: string, than: string): boolean {
  return !knownVersion(than).isAtLeast(version.split('.').slice(0, 2).join('.'));
}

/** The oldest of some releases. */
export function oldest(versions: readonly string[]): string {
  return versions.reduce((least, version) => (knownVersion(version).isAtLeast(least) ? least : version));
}

/** A release as brokers give it: `4.3.6`, `4.3.0-rc.1`, `4.3.6+12.gabc`. */
function knownVersion(version: string): RabbitMQVersion {
  return RabbitMQVersion.of(version.replace(/[-+].*$/, ''));
}
