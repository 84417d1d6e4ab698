import { Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { ClusterModel } from './model';
import { NamedCluster } from './tls/dns-names';
import { certifiedName } from './tls/server-name';

/** A cluster by the names in its certificates; undefined if its namespace, which they contain, is unknown. */
export function namedCluster(model: ClusterModel, namespace: string | undefined): NamedCluster | undefined {
  const { names, ordinalStart, clusterDomain } = model;
  return namespace === undefined
    ? undefined
    : {
        clusterName: names.cluster,
        serviceName: names.clientService,
        nodesServiceName: names.nodesService,
        namespace,
        ordinalStart,
        clusterDomain,
      };
}

/** The name that the brokers' certificate is for, where it isn't for the client Service. */
export function serverNameOf(scope: IConstruct, model: ClusterModel): string | undefined {
  return certifiedName(model.tls, namedCluster(model, Chart.of(scope).namespace));
}
