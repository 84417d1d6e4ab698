import { Chart } from 'cdk8s';
import { IPodSelector, ISecret, NetworkPolicyPeerConfig, PodSelectorConfig } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { podSelector } from './imported-cluster';
import { RabbitMQAuxiliaryPodOptions } from './interface/auxiliary-pods';
import { RabbitMQNetworkPolicyOptions } from './interface/network-policy';
import { RabbitMQCredentialsKeys } from './interface/cluster-interface';
import { METRICS_PATH } from './interface/names';
import { defaultVirtualHost } from '../configuration/default-virtual-host';
import { requireNamespace } from '../kubernetes/dns-name';
import { LiveModel } from './live-model';
import { RabbitMQImage } from '../rabbitmq/image';
import { RabbitMQMemoryBudget } from '../rabbitmq/memory-budget';
import { serverNameOf } from './server-name';
import { RabbitMQVersion } from '../rabbitmq/version';

/**
 * The properties of a cluster that other constructs read, each from its model.
 *
 * @internal
 */
export abstract class ResolvedCluster extends Construct {
  /**
   * Whether `memoryBudget` follows from a known memory limit. For an imported cluster without `memoryLimit` it
   * is an assumption.
   */
  public readonly isMemoryLimitKnown = true;

  protected constructor(scope: Construct, id: string, private readonly live: LiveModel) {
    super(scope, id);
    const { namespace } = Chart.of(this);
    if (namespace !== undefined) {
      requireNamespace('namespace of the chart', namespace);
    }
  }

  /** The cluster's name, which is the StatefulSet's too. */
  public get clusterName(): string {
    return this.live.current.names.cluster;
  }

  /**
   * The namespace.
   * @default - the chart's
   */
  public get namespace(): string | undefined {
    return Chart.of(this).namespace;
  }

  /** The release of RabbitMQ. */
  public get version(): RabbitMQVersion {
    return this.live.current.image.version;
  }

  /**
   * The container image of the brokers.
   * @default - the official image of the version, with the management plugin
   */
  public get image(): RabbitMQImage {
    return this.live.current.image;
  }

  /**
   * The Secrets that open the image's registry.
   * @default - none
   */
  public get imagePullSecrets(): ISecret[] {
    return [...this.live.current.imagePullSecrets];
  }

  /**
   * Settings of the pods that serve the cluster: Jobs, CronJobs and Deployments.
   * @default - the cluster's image and pull Secrets
   */
  public get auxiliaryPods(): RabbitMQAuxiliaryPodOptions {
    return this.live.current.auxiliaryPods;
  }

  /** Whether there are NetworkPolicies, and which addresses DNS and the API server have in them. */
  public get networkPolicyOptions(): RabbitMQNetworkPolicyOptions {
    return { ...this.live.props.networkPolicy, enabled: this.live.current.networkPolicy.enabled };
  }

  /**
   * The number of brokers.
   * @default 3
   */
  public get replicas(): number {
    return this.live.current.replicas;
  }

  /**
   * The highest number of brokers that there may be, where an autoscaler decides.
   * @default - the number of replicas
   */
  public get maxReplicas(): number {
    return this.live.current.maxReplicas;
  }

  /**
   * The name of the Service that clients connect to.
   * @default - the cluster's name
   */
  public get serviceName(): string {
    return this.live.current.names.clientService;
  }

  /**
   * The name of the headless Service.
   * @default - the cluster's name and `-nodes`
   */
  public get nodesServiceName(): string {
    return this.live.current.names.nodesService;
  }

  /**
   * The client ports by name.
   * @default - those of AMQP, management and Prometheus: 5672, 15672, 15692
   */
  public get ports(): Record<string, number> {
    return Object.fromEntries(this.live.current.ports.map(({ name, number }) => [name, number]));
  }

  /**
   * The labels that select the brokers' pods.
   * @default - those that this library gives
   */
  public get podLabels(): Record<string, string> {
    return { ...this.live.current.selector };
  }

  /**
   * The keys of the administrator's name and password in that Secret.
   * @default - `username` and `password`
   */
  public get credentialsKeys(): RabbitMQCredentialsKeys {
    const { username, password } = this.live.current.credentials;
    return { username: username.key, password: password.key };
  }

  /**
   * The administrator's name, so that nobody else gets it.
   * @default - not known
   */
  public get administrator(): string | undefined {
    const { makesCredentials, administrator } = this.live.current.credentials;
    return makesCredentials ? administrator : undefined;
  }

  /**
   * Whether it is checked by what production needs.
   * @default false
   */
  public get production(): boolean {
    return this.live.current.production;
  }

  /**
   * The number of the first pod.
   * @default 0
   */
  public get ordinalStart(): number {
    return this.live.current.ordinalStart;
  }

  /**
   * The path under which the management UI and API are found: `/rabbitmq`.
   * @default - the root
   */
  public get managementPath(): string {
    return this.live.current.configuration.get('management.path_prefix') ?? '';
  }

  /**
   * The name that the brokers' certificate is for: see `RabbitMQTlsOptions.serverName`.
   * @default - that of the client Service
   */
  public get serverName(): string | undefined {
    return serverNameOf(this, this.live.current);
  }

  /**
   * The virtual host that RabbitMQ creates, and that clients use if they name none: `default_vhost`.
   * @default '/'
   */
  public get defaultVirtualHost(): string {
    return defaultVirtualHost(this.live.current.configuration);
  }

  /**
   * Whether the metrics are given to users with the tag `monitoring` only.
   * @default false
   */
  public get metricsNeedLogin(): boolean {
    return this.live.current.configuration.get('prometheus.authentication.enabled') === 'true';
  }

  /**
   * The path of the aggregated metrics: `prometheus.path`.
   * @default '/metrics'
   */
  public get metricsPath(): string {
    return this.live.current.configuration.get('prometheus.path') ?? METRICS_PATH;
  }

  /** How each broker divides its memory. */
  public get memoryBudget(): RabbitMQMemoryBudget {
    return this.live.current.memoryBudget;
  }

  /** All plugins that are switched on. */
  public get plugins(): string[] {
    return [...this.live.current.plugins];
  }

  /** Returns the labels and the namespace of the broker pods, for NetworkPolicies of cdk8s-plus. */
  public toPodSelectorConfig(): PodSelectorConfig {
    return podSelector(this.namespace, this.podLabels);
  }

  /** Returns the broker pods as a peer of a NetworkPolicy. */
  public toNetworkPolicyPeerConfig(): NetworkPolicyPeerConfig {
    return { podSelector: this.toPodSelectorConfig() };
  }

  /** Returns the broker pods as a pod selector. */
  public toPodSelector(): IPodSelector | undefined {
    return this;
  }
}
