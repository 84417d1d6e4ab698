import { CHECKED_ON, SERIES, Series } from './series';

/**
 * A release of RabbitMQ. It decides which configuration keys, plugins, peer discovery, rights and commands
 * a cluster gets.
 *
 * The constants are the newest release of each series known to this version of the library; any other release of these
 * series is available as `RabbitMQVersion.of('4.2.7')`.
 */
export class RabbitMQVersion {
  /** The newest known release of 3.10. Out of support since the end of 2023. */
  public static readonly V3_10 = RabbitMQVersion.newestOf('3.10');
  /** The newest known release of 3.11. Out of support since June 2024. */
  public static readonly V3_11 = RabbitMQVersion.newestOf('3.11');
  /** The newest known release of 3.12. Out of support since June 2025. */
  public static readonly V3_12 = RabbitMQVersion.newestOf('3.12');
  /** The newest known release of 3.13. Out of community support since September 2024. */
  public static readonly V3_13 = RabbitMQVersion.newestOf('3.13');
  /** The newest known release of 4.0. Out of community support since April 2025. */
  public static readonly V4_0 = RabbitMQVersion.newestOf('4.0');
  /** The newest known release of 4.1. Out of community support since January 2026. */
  public static readonly V4_1 = RabbitMQVersion.newestOf('4.1');
  /** The newest known release of 4.2. Out of community support since July 2026. */
  public static readonly V4_2 = RabbitMQVersion.newestOf('4.2');
  /** The newest known release of 4.3. */
  public static readonly V4_3 = RabbitMQVersion.newestOf('4.3');
  /** The newest release known to this version of the library; what a cluster runs unless told otherwise. */
  public static readonly NEWEST = RabbitMQVersion.V4_3;

  /**
   * A release by its number.
   *
   * @param version `4.3.6`; or a series alone, `4.3`, where the patch isn't known: then only what holds for each
   * release of the series is relied on.
   * @throws if the series is not one that this library knows, with the list of those it does
   */
  public static of(version: string): RabbitMQVersion {
    const match = /^(\d+)\.(\d+)(?:\.(\d+))?$/.exec(version);
    const series = match && SERIES.find(candidate => candidate.name === `${match[1]}.${match[2]}`);
    if (!series) {
      const known = `${SERIES[0].name} to ${SERIES[SERIES.length - 1].name}`;
      throw new Error(`version "${version}" is not a RabbitMQ release that this library knows: use one of the series ${known}, such as "${RabbitMQVersion.NEWEST.version}"`);
    }
    return new RabbitMQVersion(version, series, match[3] === undefined ? undefined : Number(match[3]));
  }

  private static newestOf(name: string): RabbitMQVersion {
    const series = SERIES.find(candidate => candidate.name === name);
    if (!series) {
      throw new Error(`no series ${name}`);
    }
    return new RabbitMQVersion(series.newest, series, Number(series.newest.split('.')[2]));
  }

  /** The release as it was given: `4.3.6`, or `4.3` where the patch isn't known. */
  public readonly version: string;
  /** The series: `4.3`. */
  public readonly series: string;
  /** The last day of the series' community support, as `2026-11-30`. */
  public readonly supportEnds: string;

  private readonly facts: Series;
  private readonly patch?: number;

  private constructor(version: string, facts: Series, patch?: number) {
    this.version = version;
    this.series = facts.name;
    this.supportEnds = facts.supportEnds;
    this.facts = facts;
    this.patch = patch;
  }

  /** Whether the patch is known: false for `RabbitMQVersion.of('4.3')`. */
  public get isExact(): boolean {
    return this.patch !== undefined;
  }

  /** The release; where the patch isn't known, the first one of the series. */
  public get earliest(): string {
    return `${this.series}.${this.patch ?? 0}`;
  }

  /** Whether community support had ended when this version of the library was made. */
  public get isOutOfSupport(): boolean {
    return this.supportEnds < CHECKED_ON;
  }

  /** The newest release of the series that this library knows. */
  public get newestOfSeries(): string {
    return this.facts.newest;
  }

  /** The series that nodes of this one can be upgraded to in place, without a stop in between. */
  public get upgradesTo(): string[] {
    return [...this.facts.upgradesTo];
  }

  /**
   * Whether nodes find each other through the API server (up to 4.0), which needs a Role and a token; newer ones use
   * the ordinals of pods.
   *
   * @see https://www.rabbitmq.com/docs/cluster-formation#peer-discovery-k8s
   */
  public get discoversPeersThroughApi(): boolean {
    return this.facts.peerDiscovery === 'endpoints';
  }

  /** Whether a new cluster keeps its metadata in Khepri (from 4.2); before, in Mnesia. */
  public get usesKhepri(): boolean {
    return this.facts.metadataStore === 'khepri';
  }

  /**
   * Whether this release is the given one or newer. A release whose patch isn't known counts as the first
   * of its series.
   *
   * @param version `4.1` or `4.2.4`
   */
  public isAtLeast(version: string): boolean {
    const mine = [...this.series.split('.').map(Number), this.patch ?? 0];
    const theirs = version.split('.').map(Number);
    for (let i = 0; i < mine.length; i++) {
      const difference = mine[i] - (theirs[i] ?? 0);
      if (difference !== 0) {
        return difference > 0;
      }
    }
    return true;
  }

  /** The release, as `4.3.6`. */
  public toString(): string {
    return this.version;
  }
}
