import { RabbitMQImage, RabbitMQVersion } from 'cdk8s-rabbitmq';
import { messageOf, UsageError } from '../core/errors';

/** The release in an image, by its tag or as it is stated. */
export function releaseOf(image: string, stated?: string): RabbitMQVersion {
  try {
    return RabbitMQImage.fromReference(
      image,
      stated === undefined ? {} : { version: RabbitMQVersion.of(stated) },
    ).version;
  } catch (error) {
    throw new UsageError(messageOf(error).replace(/Pass it, as in .*$/, 'Pass it with --release'));
  }
}

/**
 * The release in an image that is there: by its tag, or what is known of it otherwise; undefined where neither says.
 */
export function knownReleaseOf(image: string, known?: string): RabbitMQVersion | undefined {
  try {
    return releaseOf(image);
  } catch {
    return known === undefined ? undefined : RabbitMQVersion.of(known);
  }
}

/**
 * The series on the way from one release to another, the last one included: each takes a rolling upgrade of its own.
 * Empty within a series; undefined where no way leads there.
 */
export function upgradePath(from: RabbitMQVersion, to: RabbitMQVersion): string[] | undefined {
  if (from.series === to.series) {
    return [];
  }
  let ways: string[][] = from.upgradesTo.map(series => [series]);
  while (ways.length > 0) {
    const found = ways.find(way => way.at(-1) === to.series);
    if (found) {
      return found;
    }
    ways = ways.flatMap(way => RabbitMQVersion.of(way.at(-1) ?? '').upgradesTo.map(next => [...way, next]));
  }
  return undefined;
}

/** Why brokers can't go from one release to another in one step; undefined where they can. */
export function pathRefusal(from: RabbitMQVersion, to: RabbitMQVersion): string | undefined {
  const path = upgradePath(from, to);
  if (path === undefined) {
    return `${from.version} can't become ${to.version}: RabbitMQ can't go back to an older series. Restore a backup of definitions into a new cluster instead`;
  }
  if (path.length > 1) {
    const way = path.map(series => RabbitMQVersion.of(series).newestOfSeries).slice(0, -1);
    return `${from.version} can't become ${to.version} in one step: upgrade to ${[...way, to.version].join(', then to ')}, each with all stable feature flags enabled`;
  }
  if (path.length === 0 && from.isExact && to.isExact && !to.isAtLeast(from.version)) {
    return `${to.version} is older than ${from.version}, which runs. After an upgrade, the command rollback returns to the image before it`;
  }
  return undefined;
}
