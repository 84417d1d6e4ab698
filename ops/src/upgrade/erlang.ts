import type { RabbitMQVersion } from 'cdk8s-rabbitmq';
import type { ClusterStatus } from '../broker/broker';

/** What is known of Erlang on the way to an image: what stops it, or what is worth knowing. */
export interface ErlangVerdict {
  readonly refusal?: string;
  readonly risk?: string;
}

/** An image, and RabbitMQ's release in it. */
export interface ImageOfRelease {
  readonly image: string;
  readonly release: RabbitMQVersion;
}

/** Erlang's major release in Docker's official images of a series: https://github.com/docker-library/rabbitmq */
const OFFICIAL: Readonly<Record<string, number>> = { 4.1: 27, 4.2: 27, 4.3: 27 };
const OFFICIAL_NAME = /^(?:docker\.io\/)?(?:library\/)?rabbitmq:[^@]+(?:@sha256:[0-9a-f]{64})?$/;
/** Up to this one, brokers on neighbouring major releases get along. */
const LAST_OF_NEIGHBOURS = 27;
const DOCUMENTED = 'https://www.rabbitmq.com/docs/which-erlang';

/**
 * With Khepri, brokers on different major releases of Erlang don't get along, but for neighbours up to 27. What an
 * image has is known where it is an official one; not where the brokers' own official image turns out to have another
 * than Docker's, as then tags say nothing here.
 */
export function erlangVerdict({ erlang }: Pick<ClusterStatus, 'erlang'>, isKhepri: boolean, from: ImageOfRelease, to: ImageOfRelease): ErlangVerdict {
  const running = [...new Set(Object.values(erlang).map(version => Number(version.split('.')[0])))];
  if (!isKhepri) {
    return {};
  }
  const had = official(from);
  const gets = had === undefined || running.every(major => major === had) ? official(to) : undefined;
  if (gets === undefined) {
    return { risk: `the brokers run on Erlang ${running.join(' and ')}: with Khepri, ${to.image} has to have the same major release, or a neighbouring one up to ${LAST_OF_NEIGHBOURS}: ${DOCUMENTED}` };
  }
  return running.every(major => getAlong(major, gets))
    ? {}
    : { refusal: `the brokers run on Erlang ${running.join(' and ')}, and ${to.image} has ${gets}: with Khepri, these don't get along (${DOCUMENTED}). Use an image with Erlang ${running[0]}, or make a new cluster and move over` };
}

function official({ image, release }: ImageOfRelease): number | undefined {
  return OFFICIAL_NAME.test(image) ? OFFICIAL[release.series] : undefined;
}

function getAlong(one: number, other: number): boolean {
  return one === other || (Math.max(one, other) <= LAST_OF_NEIGHBOURS && Math.abs(one - other) === 1);
}
