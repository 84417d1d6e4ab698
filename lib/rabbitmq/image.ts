import { DIGESTS } from './digests';
import { SERIES } from './series';
import { RabbitMQVersion } from './version';
import { requireKnownOptions } from '../validation/props';

/** Options for `RabbitMQImage.official()`. */
export interface OfficialImageOptions {
  /**
   * The release of RabbitMQ.
   * @default RabbitMQVersion.NEWEST
   */
  readonly version?: RabbitMQVersion;
  /**
   * The registry, and the path before `rabbitmq` in it: `registry.example.com/mirror`.
   * @default - none is written: the container runtime's default, Docker Hub
   */
  readonly registry?: string;
  /**
   * The digest that pins the image's content: `sha256:` and 64 hexadecimal digits.
   * @default - by tag alone
   */
  readonly digest?: string;
  /**
   * Whether to pin the image by the digest that this library knows for the release, on Docker Hub. Mirrors that copy
   * all platforms keep it; those that copy one platform or compress again have another one, for `digest`. It must have
   * the management plugin and not be the Alpine variant. A pinned image gets no fixes of its base image until
   * the digest changes.
   * @default false
   */
  readonly pinned?: boolean;
  /**
   * Whether to take the variant with the management plugin switched on and its command line tool.
   * @default true
   */
  readonly management?: boolean;
  /**
   * Whether to take the Alpine variant, which the RabbitMQ team doesn't support.
   * @default false
   */
  readonly alpine?: boolean;
}

/** Options for `RabbitMQImage.fromReference()`. */
export interface CustomImageOptions {
  /**
   * The release of RabbitMQ in the image.
   * @default - read from a tag that is made like the official ones: `4.3.6`, `4.3.6-management-alpine`
   */
  readonly version?: RabbitMQVersion;
  /**
   * The numeric user id that the broker runs as.
   * @default - that of the official image: 999, or 100 where the tag ends in `-alpine`
   */
  readonly user?: number;
  /**
   * The numeric group id that the broker runs as.
   * @default - that of the official image: 999, or 101 where the tag ends in `-alpine`
   */
  readonly group?: number;
}

const HOST = /[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?(?::\d+)?/;
const PATH_PART = /[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*/;
/** https://github.com/distribution/reference */
const REFERENCE = new RegExp(
  `^(?:${HOST.source}/)?${PATH_PART.source}(?:/${PATH_PART.source})*(?::(?<tag>\\w[\\w.-]{0,127}))?(?:@(?<digest>sha256:[0-9a-f]{64}))?$`,
);
/** Tags that name no release, and tags that start with a major number or a series instead of a release. */
const FLOATING_WORD = /^(?:latest|stable|edge|nightly|main|master|management|alpine|$)(?:-|$)/;
const FLOATING_NUMBER = /^v?(?<number>\d+(?:\.\d+)?)(?![\d.])/;
/** Tags as those of the official image. House images have versions of their own, so nothing is read from other tags. */
const OFFICIAL_TAG = /^v?(?<number>\d{1,2}(?:\.\d+){0,2})(?:-management)?(?:-alpine)?$/;
/** The tags of Docker Hub whose digests are known. */
const OFFICIAL_MANAGEMENT = /^(?:docker\.io\/(?:library\/)?)?rabbitmq:(?<release>\d+\.\d+\.\d+)-management$/;
/** Images with other paths, another user and another entrypoint than the official one. */
const OTHER_LAYOUT = /(?:^|\/)bitnami(?:legacy|secure)?\//;

/** The container image that a cluster's pods run, with what has to be known of it: its release and its user. */
export class RabbitMQImage {
  /**
   * The Docker official image of a release.
   *
   * @throws if the digest isn't one, or if `pinned` is true and no digest is known for the image or `digest` is set too
   * @see https://hub.docker.com/_/rabbitmq
   */
  public static official(options: OfficialImageOptions = {}): RabbitMQImage {
    requireKnownOptions('OfficialImageOptions', options, 'RabbitMQImage.official()');
    const version = options.version ?? RabbitMQVersion.NEWEST;
    const tag = `${version.version}${options.management ?? true ? '-management' : ''}${options.alpine ? '-alpine' : ''}`;
    const name = options.registry ? `${options.registry.replace(/\/$/, '')}/rabbitmq` : 'rabbitmq';
    const digest = options.pinned ? pinnedDigest(tag, options.digest) : options.digest;
    return RabbitMQImage.fromReference(`${name}:${tag}${digest ? `@${digest}` : ''}`, { version });
  }

  /**
   * Any image by its reference. It must be laid out as the official one is: its tools on the PATH,
   * `/etc/rabbitmq/conf.d`, a shell.
   *
   * @param reference `registry.example.com/team/rabbitmq:4.3.6-management`, with a tag, a digest or both
   * @throws if it is no image reference, if neither its tag nor `version` says the release, or if both do and
   * contradict each other
   */
  public static fromReference(reference: string, options: CustomImageOptions = {}): RabbitMQImage {
    requireKnownOptions('CustomImageOptions', options, 'RabbitMQImage.fromReference()');
    const parts = REFERENCE.exec(reference)?.groups;
    if (!parts) {
      throw new Error(`image "${reference}" is not an image reference: write it as "registry/repository:tag", "repository:tag" or with "@sha256:" and 64 hexadecimal digits`);
    }
    if (OTHER_LAYOUT.test(reference)) {
      throw new Error(`image "${reference}" is one of Bitnami: its paths, its user and its entrypoint differ from those of the official image, and brokers would not start. Use RabbitMQImage.official()`);
    }
    const tag = parts.tag ?? '';
    const tagged = OFFICIAL_TAG.exec(tag)?.groups?.number;
    if (!options.version && (!tagged?.includes('.') || tag.startsWith('v'))) {
      throw new Error(`image "${reference}" has no RabbitMQ release in its tag. Pass it, as in RabbitMQImage.fromReference('${reference}', { version: RabbitMQVersion.of('${likelyRelease(tag)}') })`);
    }
    const version = options.version ?? RabbitMQVersion.of(tagged ?? '');
    if (tagged && isRelease(tagged) && !contains(tagged, version)) {
      throw new Error(`image "${reference}" is tagged ${tagged}, but version is ${version.version}. Remove one of them, or make them agree`);
    }
    const alpine = tag.endsWith('-alpine');
    return new RabbitMQImage(reference, version, {
      user: options.user ?? (alpine ? 100 : 999),
      group: options.group ?? (alpine ? 101 : 999),
      alpine,
      pinned: parts.digest !== undefined || !floats(tag, version),
    });
  }

  /** The reference, as Kubernetes takes it. */
  public readonly reference: string;
  /** The release of RabbitMQ in the image. */
  public readonly version: RabbitMQVersion;
  /** The numeric user id that the broker runs as. */
  public readonly user: number;
  /** The numeric group id that the broker runs as. */
  public readonly group: number;
  /** Whether it is an Alpine variant. */
  public readonly isAlpine: boolean;
  /** Whether it stays the same release when it is pulled again: a digest or a tag with a patch version. */
  public readonly isPinned: boolean;

  private constructor(
    reference: string,
    version: RabbitMQVersion,
    facts: { user: number; group: number; alpine: boolean; pinned: boolean },
  ) {
    this.reference = reference;
    this.version = version;
    this.user = facts.user;
    this.group = facts.group;
    this.isAlpine = facts.alpine;
    this.isPinned = facts.pinned;
  }
}

/** The digest that this library knows for an image of Docker Hub by its tag; undefined where it knows none. */
export function knownDigest(reference: string): string | undefined {
  const release = OFFICIAL_MANAGEMENT.exec(reference)?.groups?.release;
  return release === undefined ? undefined : DIGESTS[release];
}

function pinnedDigest(tag: string, given: string | undefined): string {
  if (given !== undefined) {
    throw new Error('RabbitMQImage.official(): both pinned and digest are set. Remove one of them');
  }
  const known = knownDigest(`rabbitmq:${tag}`);
  if (known === undefined) {
    const tags = Object.keys(DIGESTS).map(release => `${release}-management`).join(', ');
    throw new Error(`RabbitMQImage.official(): pinned is true, and no digest is known for the tag ${tag}, but for ${tags}. Pass digest instead`);
  }
  return known;
}

/** Whether a tag's number, `4`, `4.3` or `4.3.6`, can be the given release. */
function contains(tagged: string, version: RabbitMQVersion): boolean {
  return `${version.version}.`.startsWith(`${tagged}.`) || tagged.startsWith(`${version.version}.`);
}

/** Whether the number in a tag is one of RabbitMQ. A number alone may be one of a build: `17`. */
function isRelease(tagged: string): boolean {
  return tagged.includes('.') || SERIES.some(({ name }) => name.startsWith(`${tagged}.`));
}

/** Whether a tag names another image after a release: `latest`, `4`, `4.3-debian13`. */
function floats(tag: string, version: RabbitMQVersion): boolean {
  const number = FLOATING_NUMBER.exec(tag)?.groups?.number;
  return FLOATING_WORD.test(tag) || (number !== undefined && `${version.series}.`.startsWith(`${number}.`));
}

/** The release that a tag is likely about, for messages; the newest where it tells nothing. */
function likelyRelease(tag: string): string {
  const [, release] = /(?<![\d.])(\d+\.\d+\.\d+)(?![\d.]*\d)/.exec(tag) ?? [];
  const [, series = ''] = /(?<![\d.])(\d+(?:\.\d+)?)/.exec(tag) ?? [];
  return SERIES.some(({ name }) => release?.startsWith(`${name}.`)) && release
    ? release
    : [...SERIES].reverse().find(({ name }) => `${name}.`.startsWith(`${series}.`))?.newest ?? RabbitMQVersion.NEWEST.version;
}
