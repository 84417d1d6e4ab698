/** What a part of a cluster does, in `app.kubernetes.io/component`. */
export type Component = 'broker' | 'bootstrap' | 'tools' | 'user' | 'topology' | 'topology-bootstrap' | 'backup';

/** The labels by which selectors find a cluster's brokers; they can't change on an existing StatefulSet. */
export function selectorLabels(cluster: string): Record<string, string> {
  return { app: 'rabbitmq', cluster, 'app.kubernetes.io/component': 'broker' };
}

/** The labels by which selectors find the pods of the Job that makes a cluster's Secrets. */
export function bootstrapSelectorLabels(cluster: string): Record<string, string> {
  return { app: 'rabbitmq-bootstrap', cluster, 'app.kubernetes.io/component': 'bootstrap' };
}

/** The labels of an object that outlives the release it was made with. */
export function lastingLabels(cluster: string, component: Component = 'broker'): Record<string, string> {
  return {
    app: 'rabbitmq',
    cluster,
    'app.kubernetes.io/name': 'rabbitmq',
    'app.kubernetes.io/instance': cluster,
    'app.kubernetes.io/component': component,
    'app.kubernetes.io/part-of': 'rabbitmq',
    'app.kubernetes.io/managed-by': 'cdk8s',
  };
}

/** The labels that every object of a cluster carries. */
export function objectLabels(cluster: string, version: string, component: Component = 'broker'): Record<string, string> {
  return { ...lastingLabels(cluster, component), 'app.kubernetes.io/version': version };
}
