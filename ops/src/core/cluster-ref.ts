/** Which RabbitMQ cluster is meant. */
export interface ClusterRef {
  readonly namespace: string;
  /** The cluster's name, which is its StatefulSet's too. */
  readonly name: string;
}

/** As messages name a cluster. */
export function titleOf({ namespace, name }: ClusterRef): string {
  return `${namespace}/${name}`;
}

/** A command of this program for a cluster, as messages have it: it can be pasted. */
export function commandLine(text: string, { namespace, name }: ClusterRef): string {
  return `"rabbitmq-k8s ${text} -n ${namespace} -c ${name}"`;
}

/** Finds the brokers' pods, and nothing else. */
export function brokerSelector({ name }: ClusterRef): string {
  return `app=rabbitmq,cluster=${name}`;
}

/** The name of the broker's container. */
export const BROKER_CONTAINER = 'rabbitmq';
