import { JsonPatch } from 'cdk8s';
import { CustomImageOptions, RabbitMQImage, RabbitMQVersion } from '../../../../lib';
import { BROKER, Case, patched, POD } from '../check';

const DIGEST = `sha256:${'0'.repeat(64)}`;
const image = (reference: string, options?: CustomImageOptions): RabbitMQImage =>
  RabbitMQImage.fromReference(reference, options);

export const IMAGE_CASES: readonly Case[] = [
  {
    id: 'version-unsupported', rule: 29,
    outside: { version: RabbitMQVersion.V4_2 },
    says: /^version is 4\.2\.10: community support of 4\.2 ended .*released\. Upgrade to 4\.3\.6$/,
    inside: { version: RabbitMQVersion.V4_3 },
  },
  {
    id: 'version-unsupported', rule: 29, about: 'with the way',
    outside: {
      version: RabbitMQVersion.V3_13,
    }, says: /^version is 3\.13\.7: community support of 3\.13 ended .*4\.3\.6, through 4\.2 first$/,
    inside: { version: RabbitMQVersion.of('4.3.0') },
  },
  {
    id: 'image-floating', rule: 28,
    outside: { image: image('rabbitmq:4.3-management') }, says: /^image is "rabbitmq:4\.3-management".*a patch version, or a digest/,
    inside: { image: image('rabbitmq:4.3.6-management') },
  },
  {
    id: 'image-floating', rule: 28, about: 'with a digest',
    outside: { image: image('rabbitmq:latest', { version: RabbitMQVersion.V4_3 }) }, says: /"rabbitmq:latest"/,
    inside: { image: image(`rabbitmq:4.3@${DIGEST}`) },
  },
  {
    id: 'image-without-digest',
    outside: { production: true },
    says: /^image is "rabbitmq:4\.3\.6-management".*add the digest, which is sha256:[0-9a-f]{64} at Docker Hub, as in RabbitMQImage\.official\(\{ pinned: true \}\)$/,
    inside: { production: true, image: RabbitMQImage.official({ pinned: true }) },
  },
  {
    id: 'image-without-digest', about: 'of a release or a registry whose digest is unknown',
    outside: { production: true, image: image('registry.example.com/rabbitmq:4.3.6-management') },
    says: /add the digest, as in RabbitMQImage\.official\(\{ digest: 'sha256:…' \}\)$/,
    inside: { production: true, image: RabbitMQImage.official({ digest: DIGEST }) },
  },
  {
    id: 'image-without-digest', about: 'outside of production',
    outside: { production: true }, says: /add the digest/,
    inside: {},
  },
  {
    id: 'image-alpine', rule: 27,
    outside: { production: true, image: RabbitMQImage.official({ alpine: true }) },
    says: /^image is "rabbitmq:4\.3\.6-management-alpine" in production/,
    inside: { image: RabbitMQImage.official({ alpine: true }) },
  },
  {
    id: 'image-user', rule: 23,
    outside: { image: image('rabbitmq:4.3.6', { user: 1000 }) }, says: /^runAsUser of the pods is 1000: .*belong to user 999/,
    inside: { image: image('registry.example.com/broker:4.3.6', { user: 1000, version: RabbitMQVersion.V4_3 }) },
  },
  {
    id: 'image-user', rule: 23, about: 'of the Alpine variant',
    outside: { image: image('rabbitmq:4.3.6-alpine', { user: 999 }) }, says: /is 999: .*user 100,/,
    inside: { image: image('rabbitmq:4.3.6-alpine') },
  },
  {
    id: 'image-user', rule: 23, about: 'by a patch',
    outside: patched(JsonPatch.replace(`${POD}/securityContext/runAsUser`, 1)), says: /runAsUser of the pods is 1:/,
    inside: patched(JsonPatch.add(`${BROKER}/securityContext/runAsUser`, 999)),
  },
  {
    id: 'image-user-number',
    outside: { image: image('registry.example.com/broker:4.3.6', { user: 0 }) }, says: /^the image's user is 0 and its group 999: they must be/,
    inside: { image: image('registry.example.com/broker:4.3.6', { user: 1, group: 0 }) },
  },
  {
    id: 'image-user-number', about: 'of a group',
    outside: { image: image('registry.example.com/broker:4.3.6', { group: 2147483648 }) }, says: /its group 2147483648/,
    inside: { image: image('registry.example.com/broker:4.3.6', { group: 2147483647 }) },
  },
];
