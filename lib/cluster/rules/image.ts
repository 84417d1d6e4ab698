import { isCount, MAX_COUNT } from './count';
import { ClusterSubject } from './subject';
import { Rule, rule } from '../../validation/rule';
import { knownDigest } from '../../rabbitmq/image';
import { RabbitMQVersion } from '../../rabbitmq/version';

const OFFICIAL = /(^|\/)rabbitmq[:@]/;

/** Image, version and user. */
export const IMAGE_RULES: readonly Rule<ClusterSubject>[] = [
  rule({
    id: 'version-unsupported',
    severity: 'warning',
    when: ({ image }) => image.version.isOutOfSupport,
    message: ({ image: { version } }) => `version is ${version.version}: community support of ${version.series} ended on ${version.supportEnds}, and security fixes are no longer released. Upgrade to ${RabbitMQVersion.NEWEST.version}${path(version)}`,
  }),
  rule({
    id: 'image-floating',
    severity: 'warning',
    when: ({ image }) => !image.isPinned,
    message: ({ image }) => `image is "${image.reference}", a floating tag: a rescheduled pod could run another release. Use a tag with a patch version, or a digest`,
  }),
  rule({
    id: 'image-without-digest',
    severity: 'warning',
    when: ({ image, production }) => production && image.isPinned && !image.reference.includes('@'),
    message: ({ image: { reference } }) => `image is "${reference}": a tag can be moved to other content, so add the digest, ${digestRemedy(reference)}`,
  }),
  rule({
    id: 'image-alpine',
    severity: 'warning',
    when: ({ image, production }) => production && image.isAlpine,
    message: ({ image }) => `image is "${image.reference}" in production: the RabbitMQ team does not support the Alpine variant. Remove "-alpine"`,
  }),
  rule({
    id: 'image-user',
    severity: 'warning',
    // other images may use another user
    // an absent user is one that the platform assigns
    when: ({ image, podSpec, broker }) => {
      const user = broker.securityContext?.runAsUser ?? podSpec.securityContext?.runAsUser;
      return user !== undefined
        && user !== (OFFICIAL.test(image.reference) ? officialUser(image.isAlpine) : image.user);
    },
    message: ({ image, podSpec, broker }) => `runAsUser of the pods is ${broker.securityContext?.runAsUser ?? podSpec.securityContext?.runAsUser}: the files in "${image.reference}" belong to user `
      + `${OFFICIAL.test(image.reference) ? officialUser(image.isAlpine) : image.user}, and the broker may fail to read them. Remove the patch of runAsUser, or acknowledge the warning for a custom image`,
  }),
  rule({
    id: 'image-user-number',
    severity: 'error',
    when: ({ image: { user, group } }) => !isCount(user, 1) || !isCount(group, 0),
    message: ({ image: { user, group } }) => `the image's user is ${user} and its group ${group}: they must be whole numbers up to ${MAX_COUNT}, and the user must not be 0 (root)`,
  }),
];

function officialUser(isAlpine: boolean): number {
  return isAlpine ? 100 : 999;
}

function digestRemedy(reference: string): string {
  const digest = knownDigest(reference);
  return digest === undefined
    ? 'as in RabbitMQImage.official({ digest: \'sha256:…\' })'
    : `which is ${digest} at Docker Hub, as in RabbitMQImage.official({ pinned: true })`;
}

/** The first step of an upgrade that takes several. */
function path({ upgradesTo }: RabbitMQVersion): string {
  return upgradesTo.includes(RabbitMQVersion.NEWEST.series) || upgradesTo.length === 0 ? '' : `, through ${upgradesTo[upgradesTo.length - 1]} first`;
}
