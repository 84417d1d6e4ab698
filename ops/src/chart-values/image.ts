import { RabbitMQImage, RabbitMQVersion } from 'cdk8s-rabbitmq';
import type { Values } from './values';

/** What of values names Secrets of the registry. */
export interface PullSecrets {
  readonly global?: Partial<Values['global']>;
  readonly image?: Partial<Values['image']>;
}

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
export function pullSecrets(values: PullSecrets): string[] {
  return [...pathsBySecret(values).keys()];
}

/** The key that names one of these Secrets first. */
export function pullSecretPath(values: PullSecrets, index: number): string {
  return [...pathsBySecret(values).values()][index] ?? 'image.pullSecrets';
}

function pathsBySecret({ global, image }: PullSecrets): ReadonlyMap<string, string> {
  const named = [
    ...[...image?.pullSecrets ?? []].map((name, i) => [name, `image.pullSecrets[${i}]`] as const),
    ...global?.imagePullSecrets?.map((one, i) => [typeof one === 'string' ? one : one.name, `global.imagePullSecrets[${i}]`] as const) ?? [],
  ];
  return new Map(named.filter(([name], i) => named.findIndex(([other]) => other === name) === i));
}
