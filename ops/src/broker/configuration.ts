import type { Kubernetes } from '../kubernetes/library';

/** The value of a key in the rabbitmq.conf files of a cluster's ConfigMap; the last one counts, as for RabbitMQ. */
export function configuredIn(configMap: Kubernetes.V1ConfigMap | undefined, key: string): string | undefined {
  const line = new RegExp(`^${key.replaceAll('.', '\\.')} = '?(.*?)'?$`, 'm');
  return Object.values(configMap?.data ?? {}).flatMap(text => line.exec(text)?.[1] ?? []).at(-1);
}
