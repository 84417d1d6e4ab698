import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { TopologyJob } from './topology-job';
import { IRabbitMQCluster } from '../cluster/interface/cluster-interface';
import { homeOf } from '../cluster/interface/home';
import { PrivateData } from '../validation/private-data';

/** The longest name of a Job whose pods' labels have it as a value. */
const MAX_JOB_NAME_LENGTH = 63;

/** Users that constructs create for themselves, by cluster. */
const platformUsers = new PrivateData<IRabbitMQCluster, readonly string[]>();

const appliers = new PrivateData<IRabbitMQCluster, TopologyJob>();

/** The Job that applies what is declared for a cluster, if there is one. */
export function applierOf(cluster: IRabbitMQCluster): TopologyJob | undefined {
  return appliers.find(cluster);
}

export function setApplier(cluster: IRabbitMQCluster, job: TopologyJob): TopologyJob {
  return appliers.set(cluster, job);
}

/** The names of the users that constructs create for themselves in a cluster. */
export function platformUsersOf(cluster: IRabbitMQCluster): readonly string[] {
  return platformUsers.find(cluster) ?? [];
}

/** Keeps a name of a platform user from others. */
export function addPlatformUser(cluster: IRabbitMQCluster, user: string): void {
  platformUsers.set(cluster, [...platformUsersOf(cluster), user]);
}

/**
 * The Job that creates a user of the platform. For an imported cluster it is the user's own: the app that defines the
 * cluster has the Job with the usual name, and removes what its own topology no longer declares.
 *
 * @throws if the cluster's name is too long for the Job
 */
export function platformApplier(scope: Construct, cluster: IRabbitMQCluster, user: string): TopologyJob {
  if (homeOf(cluster) === undefined) {
    requireRoom(cluster, user, `-user-${user}-init-12345`);
    return new TopologyJob(scope, 'Apply', cluster, `${cluster.clusterName}-user-${user}`);
  }
  const existing = applierOf(cluster);
  if (existing) {
    return existing;
  }
  requireRoom(cluster, user, '-topology-12345');
  return setApplier(cluster, new TopologyJob(Chart.of(cluster), `${cluster.node.id}-apply`, cluster, `${cluster.clusterName}-topology`));
}

function requireRoom({ clusterName }: IRabbitMQCluster, user: string, suffix: string): void {
  const longest = MAX_JOB_NAME_LENGTH - suffix.length;
  if (clusterName.length > longest) {
    throw new Error(`the cluster's name, "${clusterName}", has ${clusterName.length} characters, too long together with its user "${user}": at most ${longest} are allowed. Pass the Secret of a user of your own as credentials, or choose a shorter name for a new cluster. Renaming an existing cluster creates a new, empty one`);
  }
}
