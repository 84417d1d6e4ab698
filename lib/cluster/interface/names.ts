/** The longest name of a StatefulSet whose pods' `controller-revision-hash` label still fits in 63 characters. */
export const MAX_NAME_LENGTH = 52;

const DNS_LABEL = /^[a-z]([a-z0-9-]*[a-z0-9])?$/;

/**
 * The name of each object of a cluster, all from the cluster's own. A pod's name is its node's name in RabbitMQ: a
 * changed name is a new, empty cluster.
 */
export class ClusterNames {
  public readonly clientService: string;
  public readonly nodesService: string;
  public readonly statefulSet: string;
  public readonly configMap: string;
  public readonly credentialsSecret: string;
  public readonly cookieSecret: string;
  public readonly certificate: string;
  public readonly nodesCertificate: string;
  public readonly serviceAccount: string;
  public readonly bootstrap: string;
  public readonly peerDiscovery: string;
  public readonly scaling: string;
  public readonly disruptionBudget: string;
  public readonly networkPolicy: string;
  public readonly autoscaler: string;
  public readonly verticalAdvisor: string;

  /** @throws if the name isn't a DNS label that starts with a letter, or is longer than 52 characters */
  public constructor(public readonly cluster: string) {
    if (!DNS_LABEL.test(cluster)) {
      throw new Error(`name "${cluster}" is not a valid cluster name. Use lower-case letters, digits and "-", starting with a letter and ending with a letter or digit`);
    }
    if (cluster.length > MAX_NAME_LENGTH) {
      throw new Error(`name "${cluster}" has ${cluster.length} characters: at most ${MAX_NAME_LENGTH} are allowed, because Kubernetes extends it in names and labels of pods. Choose a shorter one for a new cluster. Renaming an existing cluster creates a new, empty one`);
    }
    this.clientService = cluster;
    this.nodesService = `${cluster}-nodes`;
    this.statefulSet = cluster;
    this.configMap = `${cluster}-config`;
    this.credentialsSecret = `${cluster}-credentials`;
    this.cookieSecret = `${cluster}-erlang-cookie`;
    this.certificate = `${cluster}-tls`;
    this.nodesCertificate = `${cluster}-nodes-tls`;
    this.serviceAccount = cluster;
    this.bootstrap = `${cluster}-init`;
    this.peerDiscovery = `${cluster}-peer-discovery`;
    this.scaling = `${cluster}-scaling`;
    this.disruptionBudget = cluster;
    this.networkPolicy = cluster;
    this.autoscaler = `${cluster}-hpa`;
    this.verticalAdvisor = `${cluster}-vpa`;
  }
}

/** The name of a ConfigMap with programs, which is immutable: changed programs get another name. */
export function programsName(owner: string, hash?: string): string {
  return hash === undefined ? `${owner}-programs` : `${owner}-programs-${hash}`;
}

/** The name of the claim template, and so the first part of each claim's name: `rabbitmq-data-rabbitmq-cluster-0`. */
export const DATA_CLAIM = 'rabbitmq-data';

/** The name of the broker's container. */
export const BROKER_CONTAINER = 'rabbitmq';

/** The path of a broker's aggregated metrics, where `prometheus.path` doesn't say another. */
export const METRICS_PATH = '/metrics';
