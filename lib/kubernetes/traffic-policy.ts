/** Which endpoints a Service sends traffic to. */
export enum RabbitMQTrafficPolicy {
  /** To any pod. */
  CLUSTER = 'Cluster',
  /** To pods on the Kubernetes node that the traffic reached, with the client's address kept. */
  LOCAL = 'Local',
}
