import { ApiObjectMetadata, Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { IRabbitMQCluster } from './cluster-interface';
import { homeOf } from './home';
import { objectLabels } from './labels';
import { programsName } from './names';
import { checksum } from '../../kubernetes/checksum';
import { addContentNamed, addManifest } from '../../kubernetes/manifest';
import { Programs } from '../../rabbitmq/programs';
import { PrivateData } from '../../validation/private-data';

/** Well-known annotation: https://kubernetes.io/docs/reference/labels-annotations-taints/#description */
const DESCRIPTION = 'kubernetes.io/description';

/** The length of the checksum in the name of a ConfigMap with programs. */
const HASH_LENGTH = 10;

/** Whose programs a ConfigMap has, in its description. */
const PURPOSES = {
  brokers: 'Erlang programs of cdk8s-rabbitmq that brokers run.',
  tools: 'Erlang programs of cdk8s-rabbitmq that Jobs, CronJobs and the exporter run beside the brokers.',
} as const;

/** The name of the ConfigMap that `addPrograms` makes. */
export function programsConfigMap(owner: string, programs: Programs): string {
  return programsName(owner, checksum(programs, HASH_LENGTH));
}

/**
 * Adds an immutable ConfigMap with the programs of brokers, whose name has a hash of them. Nobody can change a program
 * that a pod runs, and pods keep theirs until they are replaced.
 *
 * @param owner the metadata of what the programs belong to, whose name the ConfigMap's starts with
 */
export function addPrograms(
  scope: Construct,
  id: string,
  owner: ApiObjectMetadata & { readonly name: string },
  programs: Programs,
): void {
  const name = programsConfigMap(owner.name, programs);
  addManifest(scope, id, k8s.KubeConfigMap, described({ ...owner, name }, 'brokers'), { immutable: () => true, data: () => programs });
}

const tools = new PrivateData<IRabbitMQCluster, { readonly name: () => string; readonly programs: Programs }>();

/**
 * Adds programs to the ConfigMap that all pods beside the brokers share. It is not that of the brokers, which would
 * restart when a program of a Job changes.
 *
 * @param user the name of the object whose pods run the programs
 * @returns the name of the ConfigMap; ask at synth, as it has a hash of all programs
 */
export function addTools(cluster: IRabbitMQCluster, user: string, programs: Programs): () => string {
  const { name, programs: all } = tools.find(cluster) ?? newTools(cluster, user);
  Object.assign(all, programs);
  return name;
}

/**
 * The tools of an imported cluster have a name of the first user's, as other apps may have theirs in
 * the same namespace.
 */
function newTools(
  cluster: IRabbitMQCluster,
  user: string,
): { readonly name: () => string; readonly programs: Programs } {
  const programs: Programs = {};
  const { clusterName, namespace, version } = cluster;
  const labels = objectLabels(clusterName, version.version, 'tools');
  const home = homeOf(cluster);
  const owner = `${home ? clusterName : user}-tools`;
  const base = programsName(owner);
  const metadata = home?.metadata(base, labels) ?? { name: base, namespace, labels };
  addContentNamed(home?.scope ?? Chart.of(cluster), home ? 'Tools' : `${cluster.node.id}-tools`, k8s.KubeConfigMap, described(metadata, 'tools'), {
    immutable: () => true, data: () => programs,
  }, () => programs, HASH_LENGTH);
  return tools.set(cluster, { name: () => programsConfigMap(owner, programs), programs });
}

function described<Metadata extends ApiObjectMetadata>(metadata: Metadata, purpose: keyof typeof PURPOSES): Metadata {
  const description = `${PURPOSES[purpose]} They only change with the library, which then makes a ConfigMap of another name. `
    + 'Delete old ones when no pod uses them.';
  return { ...metadata, annotations: { ...metadata.annotations, [DESCRIPTION]: description } };
}
