import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { renderBrokerClientPolicy } from './client-policies';
import { clientNetworkPolicy } from './options';
import { addManifest } from '../../kubernetes/manifest';
import { ApiAddress } from '../interface/address';
import { IRabbitMQCluster } from '../interface/cluster-interface';
import { homeOf } from '../interface/home';
import { objectLabels } from '../interface/labels';
import { PrivateData } from '../../validation/private-data';

/** The values of `app` of the pods that connect to the HTTP API. */
const clients = new PrivateData<IRabbitMQCluster, Set<string>>();

/**
 * Allows pods to connect to DNS and to the HTTP API of the brokers, and to nothing else. All such pods of a cluster
 * share one NetworkPolicy; a pod that connects to more has a second one.
 *
 * @param user the name of the object that has the pods
 * @param app the value of the pods' label `app`
 */
export function addApiClient(cluster: IRabbitMQCluster, user: string, app: string, api: ApiAddress): void {
  const apps = clients.find(cluster) ?? newPolicy(cluster, user, api);
  apps.add(app);
}

/**
 * The policy for an imported cluster has a name of the first user's, as other apps may have theirs in
 * the same namespace.
 */
function newPolicy(cluster: IRabbitMQCluster, user: string, { port }: ApiAddress): Set<string> {
  const apps = clients.set(cluster, new Set<string>());
  const { clusterName, namespace, version, podLabels } = cluster;
  const home = homeOf(cluster);
  const name = `${home ? clusterName : user}-api-clients`;
  const labels = objectLabels(clusterName, version.version, 'tools');
  if (clientNetworkPolicy(cluster).enabled) {
    addManifest(
      home?.scope ?? Chart.of(cluster),
      home ? 'ApiClients' : `${cluster.node.id}-api-clients`,
      k8s.KubeNetworkPolicy,
      { name, namespace, labels },
      {
        spec: () => ({
          ...renderBrokerClientPolicy(
            { podLabels: {}, brokers: podLabels, brokerPorts: [port] },
            clientNetworkPolicy(cluster),
          ),
          podSelector: {
            matchLabels: { cluster: clusterName },
            matchExpressions: [{ key: 'app', operator: 'In', values: [...apps].sort() }],
          },
        }),
      },
    );
  }
  return apps;
}
