import type { TopologyObject } from './objects';
import { commandLine, type ClusterRef, titleOf } from '../core/cluster-ref';
import { NotFoundError, OperationError } from '../core/errors';
import type { KubernetesConnection } from '../kubernetes/connection';
import type { Kubernetes } from '../kubernetes/library';

/** What a file of a topology declares. */
export interface DeclaredTopology {
  /** The name of the topology: of its CronJob and first ConfigMap. */
  readonly name: string;
  /** Whether it has users of the platform, such as `monitoring`. */
  readonly isPlatform: boolean;
  readonly objects: readonly TopologyObject[];
}

const TOPOLOGY_LABEL = 'cdk8s-rabbitmq/topology';
const PLATFORM_FILE = 'topology-platform.json';
const FILE = /^topology-(\d+|platform)\.json$/;

/**
 * What is declared for a cluster, by all apps that declare something for it.
 *
 * @throws OperationError if a ConfigMap does not have the form of the library
 */
export async function declaredTopologies(
  { core }: KubernetesConnection,
  cluster: ClusterRef,
): Promise<DeclaredTopology[]> {
  const { items } = await core.listNamespacedConfigMap({ namespace: cluster.namespace, labelSelector: `cluster=${cluster.name}` });
  return items.flatMap(declaredIn);
}

/**
 * The names of the topologies that are applied to a cluster: the one asked for, or all.
 *
 * @throws NotFoundError if there is none
 */
export function topologyNames(declared: readonly DeclaredTopology[], cluster: ClusterRef, wanted?: string): string[] {
  const names = [...new Set(declared.filter(({ isPlatform }) => !isPlatform).map(({ name }) => name))].sort();
  if (wanted !== undefined && !names.includes(wanted)) {
    throw new NotFoundError(`${titleOf(cluster)} has no topology "${wanted}": it has ${names.join(', ') || 'none'}`);
  }
  if (names.length === 0) {
    throw new NotFoundError(`${titleOf(cluster)} has no declared topology: declare one with cdk8s-rabbitmq, or start with ${commandLine('topology adopt', cluster)}`);
  }
  return wanted === undefined ? names : [wanted];
}

function declaredIn({ metadata: { name = '', labels = {} } = {}, data = {} }: Kubernetes.V1ConfigMap): DeclaredTopology[] {
  return Object.entries(data)
    .filter(([file]) => FILE.test(file))
    .map(([file, text]) => ({
      name: labels[TOPOLOGY_LABEL] ?? name,
      isPlatform: file === PLATFORM_FILE,
      objects: objectsIn(name, file, text),
    }));
}

function objectsIn(configMap: string, file: string, text: string): TopologyObject[] {
  try {
    return JSON.parse(text) as TopologyObject[];
  } catch (error) {
    throw new OperationError(`${file} of ConfigMap ${configMap} is not the JSON that cdk8s-rabbitmq writes: deploy the app that declares it again`, { cause: error });
  }
}
