import { ApiObject } from 'cdk8s';
import { ISecret, k8s, Secret } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { addSecretsBootstrap } from './bootstrap/cluster-secrets';
import { addCertificates, certificateAuthority } from './certificates';
import { RabbitMQClusterProps } from './cluster-props';
import { addConfigMap } from './config-map';
import { ImportedCluster } from './imported-cluster';
import { IRabbitMQCluster, RabbitMQAuthority, RabbitMQClusterAttributes, RabbitMQStreamAddressOptions } from './interface/cluster-interface';
import { IRabbitMQCertificateHolder, IRabbitMQScalable, IRabbitMQStreamAdvertiser } from './interface/traits';
import { LiveModel } from './live-model';
import { addNetworkPolicy } from './network-policy';
import { connectionsRevision, RabbitMQConnections } from './network/connections';
import { addProgramsConfigMap } from './programs';
import { addPodDisruptionBudget } from './pod-disruption-budget';
import { addBrokerAccess } from './rbac';
import { replicaRange, requireBrokers } from './interface/replica-range';
import { ResolvedCluster } from './resolved-cluster';
import { CLUSTER_RULES } from './rules';
import { ClusterSubject, clusterSubject } from './rules/subject';
import { addClientService, addNodesService } from './services';
import { addStatefulSet } from './stateful-set';
import { Manifest } from '../kubernetes/manifest';
import { requireCertifiedName } from '../kubernetes/dns-name';
import { requireType, validateProps } from '../validation/props';
import { Validation } from '../validation/validation';

/**
 * A RabbitMQ cluster: brokers that find each other, keep their data, stop and start safely, and the Services that
 * clients reach them by. Every object takes JSON patches: `ApiObject.of(cluster.statefulSet).addJsonPatch(…)`.
 *
 * @throws at construction if a prop is wrong in itself; at synth, all at once, if props don't go together
 */
export class RabbitMQCluster
  extends ResolvedCluster
  implements IRabbitMQCluster, IRabbitMQScalable, IRabbitMQCertificateHolder, IRabbitMQStreamAdvertiser {
  /** A cluster that was made elsewhere, for constructs that serve one. Nothing about it is checked. */
  public static fromClusterAttributes(
    scope: Construct,
    id: string,
    attributes: RabbitMQClusterAttributes,
  ): IRabbitMQCluster {
    return new ImportedCluster(scope, id, attributes);
  }

  /** The Secret with the administrator's name and password, and what else applications bind by. */
  public readonly credentialsSecret: ISecret;
  /** The Secret with the Erlang cookie. */
  public readonly erlangCookieSecret: ISecret;
  /** The StatefulSet of the brokers. */
  public readonly statefulSet: ApiObject;
  /** The Service that clients connect to. */
  public readonly service: ApiObject;
  /** The headless Service that gives each broker its name. */
  public readonly nodesService: ApiObject;
  /** The ConfigMap with rabbitmq.conf and the plugins. */
  public readonly configMap: ApiObject;
  /** The NetworkPolicy of the brokers, where there is one. */
  public readonly networkPolicy?: ApiObject;
  public readonly authority?: RabbitMQAuthority;
  /** Network access to and from the brokers. */
  public readonly connections = new RabbitMQConnections();

  private readonly model: LiveModel;
  private readonly validation: Validation<ClusterSubject>;

  public constructor(scope: Construct, id: string, props: RabbitMQClusterProps = {}) {
    const model = new LiveModel(props, [scope.node.path, id].filter(part => part !== '').join('/'));
    super(scope, id, model);
    this.model = model;
    const { credentials } = validateProps(this, 'RabbitMQClusterProps', props, { model: () => model.current }).model;
    this.credentialsSecret = Secret.fromSecretName(this, 'Credentials', credentials.username.secret);
    this.erlangCookieSecret = Secret.fromSecretName(this, 'ErlangCookie', credentials.cookie.secret);

    addBrokerAccess(this, model);
    addProgramsConfigMap(this, model);
    addSecretsBootstrap(this, model);
    this.authority = certificateAuthority(this, model);
    addCertificates(this, model);
    this.networkPolicy = addNetworkPolicy(this, model, this.connections);
    this.configMap = addConfigMap(this, model);
    this.nodesService = addNodesService(this, model);
    this.service = addClientService(this, model);
    addPodDisruptionBudget(this, model);
    this.statefulSet = addStatefulSet(this, model);

    const checked = [this.statefulSet, this.service, this.nodesService, this.networkPolicy].filter(
      object => object instanceof Manifest,
    );
    const revision = (): string =>
      [model.revision, connectionsRevision(this.connections), ...checked.map(manifest => manifest.revision)].join();
    this.validation = new Validation(this, CLUSTER_RULES, () => clusterSubject(model.current, this), props, revision);
  }

  /**
   * Warnings that aren't acknowledged: settings that are valid but probably unintended. The same texts are
   * printed at synth.
   */
  public get warnings(): string[] {
    return this.validation.warnings;
  }

  /**
   * Switches plugins on that RabbitMQ ships.
   *
   * @param plugins their names: `rabbitmq_mqtt`
   */
  public addPlugins(...plugins: string[]): void {
    this.model.add((added) => {
      plugins.forEach((plugin) => { requireType('addPlugins(): a plugin', 'string', plugin); });
      added.plugins.push(...plugins);
    });
  }

  /**
   * Sets a key of rabbitmq.conf.
   *
   * @param key as in rabbitmq.conf: `channel_max`
   * @param value as in rabbitmq.conf: `128`
   * @throws if the key was set before, in props or by this method
   */
  public addConfig(key: string, value: string): void {
    this.model.add((added) => {
      requireType('addConfig(): the key', 'string', key);
      requireType(`addConfig(): the value of "${key}"`, 'string', value);
      if (key in added.raw || key in (this.model.props.configuration?.raw ?? {})) {
        throw new Error(`configuration key "${key}" is set already: set it once`);
      }
      added.raw[key] = value;
    });
  }

  public addCertificateNames(...names: string[]): void {
    this.model.add((added) => {
      names.forEach((name) => { requireCertifiedName('addCertificateNames()', name); });
      added.certificateNames.push(...names);
    });
  }

  public reserveReplicas(maxReplicas: number): void {
    this.model.add((added) => {
      added.reservedReplicas = Math.max(added.reservedReplicas, requireBrokers('maxReplicas', maxReplicas, 1));
    });
  }

  public advertiseStreams(address: RabbitMQStreamAddressOptions): void {
    validateProps(this, 'RabbitMQStreamAddressOptions', address, {});
    const { host, port, tlsPort } = address;
    const keys = { 'stream.advertised_host': host, 'stream.advertised_port': port, 'stream.advertised_tls_host': host, 'stream.advertised_tls_port': tlsPort };
    for (const [key, value] of Object.entries(keys)) {
      if (value !== undefined) {
        this.addConfig(key, String(value));
      }
    }
  }

  public scaleBetween(minReplicas: number, maxReplicas: number): void {
    this.model.add((added) => {
      added.scaling = replicaRange({ minReplicas, maxReplicas }, this.model.props.replicas, added.scaling);
    });
  }

  /** Adds an environment variable to the broker's container. */
  public addEnv(variable: k8s.EnvVar): void {
    this.model.add((added) => {
      requireType('addEnv(): the variable', 'k8s.EnvVar', variable);
      added.pod.env.push(variable);
    });
  }

  /** Adds a container that runs beside the broker. */
  public addSidecar(container: k8s.Container): void {
    this.model.add((added) => {
      requireType('addSidecar(): the container', 'k8s.Container', container);
      added.pod.sidecars.push(container);
    });
  }

  /** Adds a container that runs before the broker, after the cluster's own. */
  public addInitContainer(container: k8s.Container): void {
    this.model.add((added) => {
      requireType('addInitContainer(): the container', 'k8s.Container', container);
      added.pod.initContainers.push(container);
    });
  }

  /**
   * Adds a volume to the pods.
   *
   * @param volume the volume
   * @param mounts where it is mounted in the broker's container; each names the volume
   */
  public addVolume(volume: k8s.Volume, ...mounts: k8s.VolumeMount[]): void {
    this.model.add(({ pod }) => {
      requireType('addVolume(): the volume', 'k8s.Volume', volume);
      mounts.forEach((mount) => { requireType('addVolume(): a mount', 'k8s.VolumeMount', mount); });
      pod.volumes.push(volume);
      pod.volumeMounts.push(...mounts);
    });
  }
}
