import type { ClusterRef } from '../core/cluster-ref';
import { ifFound, NotFoundError } from '../core/errors';
import type { KubernetesConnection } from '../kubernetes/connection';

/** As rabbitmq.conf has it in the cluster's ConfigMap. */
export async function defaultVirtualHost({ core }: KubernetesConnection, { namespace, name }: ClusterRef): Promise<string> {
  const found = await ifFound(core.readNamespacedConfigMap({ namespace, name: `${name}-config` }));
  const values = Object.values(found?.data ?? {}).flatMap(text => /^default_vhost = '?(.*?)'?$/m.exec(text)?.[1] ?? []);
  return values.at(-1) ?? '/';
}

/** The port of the client Service for AMQP, plain where there is a plain one. */
export async function amqpPort({ core }: KubernetesConnection, { namespace, name }: ClusterRef): Promise<{ port: number; isTls: boolean }> {
  const { spec } = await core.readNamespacedService({ namespace, name });
  const found = ['amqp', 'amqps'].map(portName => spec?.ports?.find(candidate => candidate.name === portName)).find(candidate => candidate !== undefined);
  if (found === undefined) {
    throw new NotFoundError(`Service ${name} has no port named amqp or amqps`);
  }
  return { port: found.port, isTls: found.name === 'amqps' };
}
