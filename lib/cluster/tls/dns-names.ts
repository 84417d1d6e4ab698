/** What a certificate's names are made from. */
export interface NamedCluster {
  readonly clusterName: string;
  readonly serviceName: string;
  readonly nodesServiceName: string;
  readonly namespace: string;
  readonly ordinalStart: number;
  readonly clusterDomain: string;
}

/** A name within its namespace, within Kubernetes, and in full. */
function forms(name: string, { namespace, clusterDomain }: NamedCluster): string[] {
  const qualified = `${name}.${namespace}`;
  return [qualified, `${qualified}.svc`, `${qualified}.svc.${clusterDomain}`];
}

/** The names of the pod with a number, as clients and brokers write them; the first is the node's. */
function podNames(cluster: NamedCluster, ordinal: number): string[] {
  return forms(`${cluster.clusterName}-${ordinal}.${cluster.nodesServiceName}`, cluster);
}

/** The names of each pod. */
export function certifiedPods(cluster: NamedCluster, replicas: number): string[][] {
  return Array.from({ length: replicas }, (_, i) => podNames(cluster, cluster.ordinalStart + i));
}

/** The names of the client Service. */
export function serviceNames(cluster: NamedCluster): string[] {
  return forms(cluster.serviceName, cluster);
}

/**
 * All names that a certificate of the brokers needs: of the client Service, of any pod by wildcard, and of each pod, as
 * Erlang takes no wildcard between brokers.
 */
export function certificateNames(cluster: NamedCluster, replicas: number): string[] {
  return [
    cluster.serviceName,
    ...serviceNames(cluster),
    ...forms(`*.${cluster.nodesServiceName}`, cluster),
    ...certifiedPods(cluster, replicas).flat(),
  ];
}
