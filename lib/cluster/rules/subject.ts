import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { ContainerManifest, NetworkPolicyManifest, PodManifest, ServiceManifest, StatefulSetManifest } from './manifests';
import { ClusterModel } from '../model';
import { BROKER_CONTAINER } from '../interface/names';
import { secretKeys } from '../../kubernetes/secret-keys';
import { RabbitMQConnections } from '../network/connections';

/**
 * What the rules of a cluster look at: the cluster with its defaults, and its objects as they come
 * out, patches included.
 */
export interface ClusterSubject extends ClusterModel {
  readonly statefulSet: StatefulSetManifest;
  readonly podSpec: PodManifest;
  readonly broker: ContainerManifest;
  readonly clientService: ServiceManifest;
  readonly headlessService: ServiceManifest;
  /** The brokers' NetworkPolicy, where there is one. */
  readonly brokerPolicy?: NetworkPolicyManifest;
  readonly connections: RabbitMQConnections;
  readonly namespace?: string;
  /** The keys of a Secret that is made in the same app; undefined for any other. */
  readonly secretKeys: (name: string) => readonly string[] | undefined;
}

/** What of a cluster rules look at besides its model. */
interface ClusterObjects {
  readonly statefulSet: ApiObject;
  readonly service: ApiObject;
  readonly nodesService: ApiObject;
  readonly networkPolicy?: ApiObject;
  readonly connections: RabbitMQConnections;
  readonly namespace?: string;
}

export function clusterSubject(model: ClusterModel, objects: ClusterObjects & IConstruct): ClusterSubject {
  const statefulSet = objects.statefulSet.toJson() as StatefulSetManifest;
  const podSpec = statefulSet.spec?.template?.spec ?? {};
  return {
    ...model,
    statefulSet,
    podSpec,
    broker: podSpec.containers?.find(({ name }) => name === BROKER_CONTAINER) ?? {},
    clientService: objects.service.toJson() as ServiceManifest,
    headlessService: objects.nodesService.toJson() as ServiceManifest,
    brokerPolicy: objects.networkPolicy?.toJson() as NetworkPolicyManifest | undefined,
    connections: objects.connections,
    namespace: objects.namespace,
    secretKeys: secretKeys(objects),
  };
}
