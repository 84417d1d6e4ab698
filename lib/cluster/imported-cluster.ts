import { Chart } from 'cdk8s';
import { ImagePullPolicy, IPodSelector, ISecret, LabelSelector, NetworkPolicyPeerConfig, PodSelectorConfig } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { IRabbitMQCluster, RabbitMQAuthority, RabbitMQClusterAttributes, RabbitMQCredentialsKeys } from './interface/cluster-interface';
import { selectorLabels } from './interface/labels';
import { memoryBudget, RabbitMQMemoryBudget } from '../rabbitmq/memory-budget';
import { ClusterNames, METRICS_PATH } from './interface/names';
import { requireBrokers } from './interface/replica-range';
import { resolveResources } from './pod/resources';
import { requireNamespace } from '../kubernetes/dns-name';
import { requirePort } from '../kubernetes/port';
import { byteQuantity, quantityProblems } from '../kubernetes/quantity';
import { RabbitMQImage } from '../rabbitmq/image';
import { auxiliaryPodOptions, RabbitMQAuxiliaryPodOptions, requireAuxiliaryPods } from './interface/auxiliary-pods';
import { RabbitMQNetworkPolicyOptions } from './interface/network-policy';
import { RabbitMQConnections } from './network/connections';
import { RabbitMQVersion } from '../rabbitmq/version';
import { validateProps } from '../validation/props';

/** What selects a cluster's pods for a NetworkPolicy. */
export function podSelector(namespace: string | undefined, labels: Record<string, string>): PodSelectorConfig {
  return {
    labelSelector: LabelSelector.of({ labels }),
    namespaces: namespace === undefined ? undefined : { names: [namespace] },
  };
}

/** A cluster that was made elsewhere. */
export class ImportedCluster extends Construct implements IRabbitMQCluster {
  public readonly clusterName: string;
  public readonly namespace?: string;
  public readonly version: RabbitMQVersion;
  public readonly image: RabbitMQImage;
  public readonly imagePullSecrets: ISecret[];
  public readonly auxiliaryPods: RabbitMQAuxiliaryPodOptions;
  public readonly networkPolicyOptions: RabbitMQNetworkPolicyOptions;
  public readonly replicas: number;
  public readonly maxReplicas: number;
  public readonly serviceName: string;
  public readonly nodesServiceName: string;
  public readonly ports: Record<string, number>;
  public readonly podLabels: Record<string, string>;
  public readonly metricsNeedLogin: boolean;
  public readonly metricsPath: string;
  public readonly production: boolean;
  public readonly ordinalStart: number;
  public readonly managementPath: string;
  public readonly authority?: RabbitMQAuthority;
  public readonly serverName?: string;
  public readonly defaultVirtualHost: string;
  public readonly credentialsSecret: ISecret;
  public readonly credentialsKeys: RabbitMQCredentialsKeys;
  public readonly administrator?: string;
  public readonly connections = new RabbitMQConnections();
  public readonly memoryBudget: RabbitMQMemoryBudget;
  public readonly isMemoryLimitKnown: boolean;

  public constructor(scope: Construct, id: string, attributes: RabbitMQClusterAttributes) {
    super(scope, id);
    const { memoryLimit, replicas, maxReplicas, ordinalStart, ports = {} } = attributes;
    const isLimit = memoryLimit !== undefined && quantityProblems(() => byteQuantity('memoryLimit', memoryLimit, '2Gi')).length === 0;
    const { names, resources } = validateProps(this, 'RabbitMQClusterAttributes', attributes, {
      names: () => new ClusterNames(attributes.clusterName),
      memory: () => memoryLimit !== undefined && byteQuantity('memoryLimit', memoryLimit, '2Gi'),
      resources: () => resolveResources({ memoryLimit: isLimit ? memoryLimit : undefined }),
      numbers: () => { requireNumbers({ replicas, maxReplicas }, ordinalStart); },
      auxiliaryPods: () => { requireAuxiliaryPods('auxiliaryPods', attributes.auxiliaryPods); },
      ports: () => { requirePorts(ports); },
    });
    this.clusterName = names.cluster;
    this.namespace = attributes.namespace ?? Chart.of(this).namespace;
    if (this.namespace !== undefined) {
      requireNamespace('namespace', this.namespace);
    }
    this.version = attributes.version;
    this.image = attributes.image ?? RabbitMQImage.official({ version: attributes.version });
    this.imagePullSecrets = attributes.imagePullSecrets ?? [];
    this.auxiliaryPods = auxiliaryPodOptions(
      { image: this.image, imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT, imagePullSecrets: this.imagePullSecrets },
      attributes.auxiliaryPods,
    );
    this.networkPolicyOptions = attributes.networkPolicy ?? {};
    this.replicas = attributes.replicas ?? 3;
    this.maxReplicas = attributes.maxReplicas ?? this.replicas;
    this.serviceName = attributes.serviceName ?? names.clientService;
    this.nodesServiceName = attributes.nodesServiceName ?? names.nodesService;
    this.ports = attributes.ports ?? { amqp: 5672, management: 15672, prometheus: 15692 };
    this.podLabels = attributes.podLabels ?? selectorLabels(names.cluster);
    this.metricsNeedLogin = attributes.metricsNeedLogin ?? false;
    this.metricsPath = attributes.metricsPath ?? METRICS_PATH;
    this.production = attributes.production ?? false;
    this.ordinalStart = attributes.ordinalStart ?? 0;
    this.managementPath = attributes.managementPath ?? '';
    this.authority = attributes.authority;
    this.serverName = attributes.serverName;
    this.defaultVirtualHost = attributes.defaultVirtualHost ?? '/';
    this.credentialsSecret = attributes.credentialsSecret;
    this.administrator = attributes.administrator;
    this.credentialsKeys = attributes.credentialsKeys ?? {};
    this.isMemoryLimitKnown = attributes.memoryLimit !== undefined;
    this.memoryBudget = memoryBudget(resources.memoryLimitBytes);
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

function requireNumbers(brokers: Readonly<Record<string, number | undefined>>, ordinalStart = 0): void {
  Object.entries(brokers).forEach(([name, value = 0]) => { requireBrokers(name, value); });
  if (!Number.isInteger(ordinalStart) || ordinalStart < 0) {
    throw new Error(`ordinalStart is ${ordinalStart}: it must be a whole number of 0 or more`);
  }
}

function requirePorts(ports: Readonly<Record<string, number>>): void {
  for (const [name, port] of Object.entries(ports)) {
    requirePort(`ports "${name}"`, port);
  }
}
