import { RabbitMQImage, RabbitMQVersion } from 'cdk8s-rabbitmq';
import type { Values } from './values';

/** The image with its release, user and group. */
export function imageOf(values: Values): RabbitMQImage {
  const { release, user, group } = values.image;
  return RabbitMQImage.fromReference(imageReference(values), {
    version: release === '' ? undefined : RabbitMQVersion.of(release),
    user: user ?? undefined,
    group: group ?? undefined,
  });
}

/** The image as Kubernetes takes it. */
export function imageReference({ global, image: { registry: own, repository, tag, digest } }: Pick<Values, 'global' | 'image'>): string {
  const registry = global.imageRegistry === '' ? own : global.imageRegistry;
  return `${registry === '' ? '' : `${registry}/`}${repository}:${tag}${digest === '' ? '' : `@${digest}`}`;
}

/** The Secrets of the registry, as the chart and a parent chart name them. */
export function pullSecrets({ global, image }: Values): string[] {
  return [...new Set([...image.pullSecrets, ...global.imagePullSecrets.map(one => (typeof one === 'string' ? one : one.name))])];
}
