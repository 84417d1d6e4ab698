import { RabbitMQAutoscalerOptions } from '../autoscaling/autoscaler-props';
import { RabbitMQBackupOptions } from '../backup/backup-props';
import { RabbitMQClusterProps } from '../cluster/cluster-props';
import { RabbitMQSpread } from '../cluster/pod/scheduling';
import { RabbitMQMonitoringOptions } from '../monitoring/monitoring-props';
import { RabbitMQCertificate } from '../cluster/tls/certificate';

/** What a profile is made from. */
interface ProfileOptions {
  readonly name: string;
  readonly namespace: string;
  readonly cluster: RabbitMQClusterProps;
  readonly monitoring?: RabbitMQMonitoringOptions;
  readonly backup?: RabbitMQBackupOptions;
  readonly autoscaler?: RabbitMQAutoscalerOptions;
  readonly hasIngress: boolean;
  readonly gateway?: string;
  readonly allowsOwnNamespace: boolean;
}

/** What a `RabbitMQDeployment` is for, and so how large and how guarded it is. */
export class RabbitMQProfile {
  /** One broker on a laptop: 1 GiB of memory, 10 GiB of storage, nothing around it. */
  public static readonly DEV = new RabbitMQProfile({
    name: 'dev',
    namespace: 'default',
    hasIngress: false,
    allowsOwnNamespace: true,
    cluster: {
      name: 'rabbitmq-cluster',
      replicas: 1,
      resources: { cpuRequest: '500m', cpuLimit: '1', memoryLimit: '1Gi' },
      storage: { size: '10Gi' },
    },
  });

  /** Three brokers to test applications against: 2 GiB of memory and 20 GiB of storage each, metrics for Prometheus. */
  public static readonly TEST = new RabbitMQProfile({
    name: 'test',
    namespace: 'rabbitmq-test',
    hasIngress: false,
    allowsOwnNamespace: true,
    cluster: {
      name: 'rabbitmq-test',
      replicas: 3,
      resources: { cpuRequest: '500m', cpuLimit: '1', memoryLimit: '2Gi' },
      storage: { size: '20Gi' },
    },
    monitoring: { alerting: { enabled: false }, dashboards: { enabled: false }, exporter: { enabled: false } },
  });

  /**
   * Five brokers that outlast the loss of any two, or of a zone of three: 4 GiB of memory and 100 GiB of `ssd-storage`
   * each, TLS only, by an Issuer of cert-manager named `rabbitmq`, with alerts and dashboards, a Gateway for the
   * management UI, and a daily encrypted backup of definitions.
   */
  public static readonly PROD = new RabbitMQProfile({
    name: 'prod',
    namespace: 'production',
    hasIngress: true,
    gateway: 'rabbitmq',
    allowsOwnNamespace: false,
    cluster: {
      name: 'rabbitmq-prod',
      replicas: 5,
      production: true,
      // 2 cores a broker, where 4 are recommended: enough until the alerts on CPU say otherwise; the digest depends
      // on the registry
      acknowledgedWarnings: ['cpu-few', 'image-without-digest'],
      resources: { cpuRequest: '2', cpuLimit: '2', memoryLimit: '4Gi' },
      storage: { size: '100Gi', storageClass: 'ssd-storage' },
      tls: { certificate: RabbitMQCertificate.fromIssuer({ issuer: 'rabbitmq' }), disablePlainListeners: true, interNode: {} },
      scheduling: { nodeSpread: RabbitMQSpread.REQUIRED, zoneSpread: RabbitMQSpread.REQUIRED },
    },
    monitoring: {},
    backup: {},
    autoscaler: {},
  });

  /** The profile's name: `dev`, `test` or `prod`. */
  public readonly name: string;
  /** The namespace that is meant for it; the chart decides. */
  public readonly namespace: string;
  /** Its cluster. */
  public readonly cluster: RabbitMQClusterProps;
  /** How the cluster is watched; not at all where there is nothing. */
  public readonly monitoring?: RabbitMQMonitoringOptions;
  /** How its definitions are backed up; not at all where there is nothing. */
  public readonly backup?: RabbitMQBackupOptions;
  /** The autoscaler of its brokers; none if undefined. */
  public readonly autoscaler?: RabbitMQAutoscalerOptions;
  /** Whether the management UI is reachable from outside, for which a deployment must set the host. */
  public readonly hasIngress: boolean;
  /** The name of the Gateway that serves the management UI by default; none if undefined. */
  public readonly gateway?: string;
  /** Whether pods in the cluster's own namespace may connect by default. */
  public readonly allowsOwnNamespace: boolean;

  private constructor(options: ProfileOptions) {
    this.name = options.name;
    this.namespace = options.namespace;
    this.cluster = options.cluster;
    this.monitoring = options.monitoring;
    this.backup = options.backup;
    this.autoscaler = options.autoscaler;
    this.hasIngress = options.hasIngress;
    this.gateway = options.gateway;
    this.allowsOwnNamespace = options.allowsOwnNamespace;
  }
}
