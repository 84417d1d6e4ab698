import { Chart } from 'cdk8s';
import { IPodSelector, ISecret, NetworkPolicyPeerConfig, PodSelectorConfig } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { podSelector } from './imported-cluster';
import { RabbitMQAuxiliaryPodOptions } from './interface/auxiliary-pods';
import { RabbitMQNetworkPolicy } from './network/options';
import { RabbitMQCredentialsKeys } from './interface/cluster-interface';
import { LiveModel } from './live-model';
import { RabbitMQImage } from '../rabbitmq/image';
import { RabbitMQMemoryBudget } from '../rabbitmq/memory-budget';
import { RabbitMQVersion } from '../rabbitmq/version';

/**
 * The properties of a cluster that other constructs read, each from its model.
 *
 * @internal
 */
export abstract class ResolvedCluster extends Construct {
  public readonly isMemoryLimitKnown = true;

  protected constructor(scope: Construct, id: string, private readonly live: LiveModel) {
    super(scope, id);
  }

  public get clusterName(): string {
    return this.live.current.names.cluster;
  }

  public get namespace(): string | undefined {
    return Chart.of(this).namespace;
  }

  public get version(): RabbitMQVersion {
    return this.live.current.image.version;
  }

  public get image(): RabbitMQImage {
    return this.live.current.image;
  }

  public get imagePullSecrets(): ISecret[] {
    return [...this.live.current.imagePullSecrets];
  }

  public get auxiliaryPods(): RabbitMQAuxiliaryPodOptions {
    return this.live.current.auxiliaryPods;
  }

  public get networkPolicyOptions(): RabbitMQNetworkPolicy {
    return { ...this.live.props.networkPolicy, enabled: this.live.current.networkPolicy.enabled };
  }

  public get replicas(): number {
    return this.live.current.replicas;
  }

  public get maxReplicas(): number {
    return this.live.current.maxReplicas;
  }

  public get serviceName(): string {
    return this.live.current.names.clientService;
  }

  public get nodesServiceName(): string {
    return this.live.current.names.nodesService;
  }

  public get ports(): Record<string, number> {
    return Object.fromEntries(this.live.current.ports.map(({ name, number }) => [name, number]));
  }

  public get podLabels(): Record<string, string> {
    return { ...this.live.current.selector };
  }

  public get credentialsKeys(): RabbitMQCredentialsKeys {
    const { username, password } = this.live.current.credentials;
    return { username: username.key, password: password.key };
  }

  public get administrator(): string | undefined {
    const { makesCredentials, administrator } = this.live.current.credentials;
    return makesCredentials ? administrator : undefined;
  }

  public get production(): boolean {
    return this.live.current.production;
  }

  public get ordinalStart(): number {
    return this.live.current.ordinalStart;
  }

  public get managementPath(): string {
    return this.live.current.configuration.get('management.path_prefix') ?? '';
  }

  public get metricsNeedLogin(): boolean {
    return this.live.current.configuration.get('prometheus.authentication.enabled') === 'true';
  }

  /** How each broker divides its memory. */
  public get memoryBudget(): RabbitMQMemoryBudget {
    return this.live.current.memoryBudget;
  }

  /** All plugins that are switched on. */
  public get plugins(): string[] {
    return [...this.live.current.plugins];
  }

  public toPodSelectorConfig(): PodSelectorConfig {
    return podSelector(this.namespace, this.podLabels);
  }

  public toNetworkPolicyPeerConfig(): NetworkPolicyPeerConfig {
    return { podSelector: this.toPodSelectorConfig() };
  }

  public toPodSelector(): IPodSelector | undefined {
    return this;
  }
}
