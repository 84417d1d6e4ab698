import { ApiObject, ApiObjectMetadata, Chart } from 'cdk8s';
import { IPodSelector, ISecret, k8s, NetworkPolicyPeerConfig, PodSelectorConfig, Secret } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { configFiles, imageContainer, podSecurity, podTemplate, pullSecrets } from './broker-pod';
import { IRabbitMQCluster, RabbitMQAuthority, RabbitMQClusterAttributes, RabbitMQCredentialsKeys, RabbitMQStreamAddress } from './interface/cluster-interface';
import { RabbitMQClusterProps } from './cluster-props';
import { hasDisruptionBudget, renderDisruptionBudget } from './disruption-budget';
import { ImportedCluster, podSelector } from './imported-cluster';
import { bootstrapSelectorLabels, lastingLabels, objectLabels } from './interface/labels';
import { RabbitMQMemoryBudget } from '../rabbitmq/memory-budget';
import { ClusterModel } from './model';
import { amqpPort } from './ports';
import { ReplicaRange, replicaRange } from './replica-range';
import { Additions, resolveCluster } from './resolve';
import { CLUSTER_RULES } from './rules';
import { clusterSubject } from './rules/subject';
import { renderClientService, renderNodesService } from './service';
import { renderClaims, renderRetention } from './pod/storage';
import { Certificate } from '../../imports/cert-manager.io';
import { SecretsBootstrap } from './bootstrap/bootstrap';
import { cookieSecret, userSecret } from './bootstrap/secrets';
import { RabbitMQImage } from '../rabbitmq/image';
import { addManifest, Manifest } from '../kubernetes/manifest';
import { scalingRights } from './membership/broker';
import { RabbitMQConnections } from './network/connections';
import { renderApiClientPolicy, renderBrokerPolicy } from './network/network-policy';
import { LASTING_DISTRIBUTION } from './tls/inter-node';
import { certificateNames } from './tls/dns-names';
import { MAX_REPLICAS, renderCertificate } from './tls/issued-certificate';
import { MountedCertificate } from './tls/resolve';
import { printOnce, Report, report, requireKnown } from '../validation/report';
import { findings } from '../validation/rule';
import { RabbitMQVersion } from '../rabbitmq/version';

/**
 * A RabbitMQ cluster: brokers that find each other, keep their data, stop and start safely, and the Services that clients
 * reach them by. Every object takes JSON patches: `ApiObject.of(cluster.statefulSet).addJsonPatch(…)`.
 *
 * @throws at construction if a prop is wrong in itself; at synth, all at once, if props don't go together
 */
export class RabbitMQCluster extends Construct implements IRabbitMQCluster {
  /** A cluster that was made elsewhere, for constructs that serve one. Nothing about it is checked. */
  public static fromClusterAttributes(scope: Construct, id: string, attributes: RabbitMQClusterAttributes): IRabbitMQCluster {
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
  /** Who may reach the brokers, and whom they may reach. */
  public readonly connections = new RabbitMQConnections();

  private readonly props: RabbitMQClusterProps;
  private readonly added: Additions & { plugins: string[]; raw: Record<string, string>; certificateNames: string[]; reservedReplicas: number; scaling?: ReplicaRange } =
    { plugins: [], raw: {}, certificateNames: [], reservedReplicas: 0, pod: { env: [], sidecars: [], initContainers: [], volumes: [], volumeMounts: [] } };

  private resolved?: ClusterModel;
  private readonly checkedManifests: Manifest[];
  private lastReport?: { readonly model: ClusterModel; readonly revision: string; readonly report: Report };

  public constructor(scope: Construct, id: string, props: RabbitMQClusterProps = {}) {
    super(scope, id);
    this.props = props;
    requireKnown(props.acknowledgedWarnings ?? [], CLUSTER_RULES);
    const { names, credentials, replicas, image } = this.model;
    this.credentialsSecret = Secret.fromSecretName(this, 'Credentials', credentials.username.secret);
    this.erlangCookieSecret = Secret.fromSecretName(this, 'ErlangCookie', credentials.cookie.secret);

    addManifest(this, 'ServiceAccount', k8s.KubeServiceAccount, this.metadata(names.serviceAccount), { automountServiceAccountToken: () => false });
    if (image.version.discoversPeersThroughApi) {
      this.addPeerDiscoveryRole();
    }
    if (this.model.scaling.safe) {
      this.addRole('Scaling', names.scaling, () => scalingRights(names.statefulSet));
    }
    this.addBootstrap();
    const { tls } = this.model;
    if (tls) {
      this.authority = this.authorityOf(tls.server);
      this.addCertificate('Certificate', tls.server, () => this.model.certificateNames);
    }
    if (tls?.interNode && tls.interNode !== tls.server) {
      this.addCertificate('NodesCertificate', tls.interNode, () => []);
    }
    this.model.authentication.reached.forEach(({ peer, port }) => {
      this.connections.allowTo(peer, port);
    });
    const networkPolicy = this.model.networkPolicy.enabled ? this.addNetworkPolicy() : undefined;
    this.configMap = addManifest(this, 'Configuration', k8s.KubeConfigMap, this.metadata(names.configMap), {
      data: () => configFiles(this.model),
    });
    const nodesService = addManifest(this, 'NodesService', k8s.KubeService, this.metadata(names.nodesService), {
      spec: () => renderNodesService(this.model.service, this.model.selector),
    });
    const serviceMetadata = this.metadata(names.clientService);
    const service = addManifest(this, 'Service', k8s.KubeService, {
      ...serviceMetadata,
      annotations: { ...serviceMetadata.annotations, ...props.service?.annotations },
    }, {
      spec: () => renderClientService(this.model.service, this.model.ports, this.model.selector),
    });
    if (hasDisruptionBudget(this.model.disruptionBudget, replicas)) {
      addManifest(this, 'DisruptionBudget', k8s.KubePodDisruptionBudget, this.metadata(names.disruptionBudget), {
        spec: () => renderDisruptionBudget(this.model.disruptionBudget, this.model.replicas, this.model.selector),
      });
    }
    const statefulSet = addManifest(this, 'Resource', k8s.KubeStatefulSet, this.metadata(names.statefulSet), {
      spec: () => this.renderStatefulSet(),
    });
    this.nodesService = nodesService;
    this.service = service;
    this.statefulSet = statefulSet;
    this.networkPolicy = networkPolicy;
    this.checkedManifests = [statefulSet, service, nodesService, ...(networkPolicy ? [networkPolicy] : [])];
    this.node.addValidation({ validate: () => this.check() });
  }

  public get clusterName(): string {
    return this.model.names.cluster;
  }

  public get namespace(): string | undefined {
    return Chart.of(this).namespace;
  }

  public get version(): RabbitMQVersion {
    return this.model.image.version;
  }

  public get image(): RabbitMQImage {
    return this.model.image;
  }

  public get imagePullSecrets(): ISecret[] {
    return [...this.model.imagePullSecrets];
  }

  public get replicas(): number {
    return this.model.replicas;
  }

  public get maxReplicas(): number {
    return this.model.maxReplicas;
  }

  public get serviceName(): string {
    return this.model.names.clientService;
  }

  public get nodesServiceName(): string {
    return this.model.names.nodesService;
  }

  public get ports(): Record<string, number> {
    return Object.fromEntries(this.model.ports.map(({ name, number }) => [name, number]));
  }

  public get podLabels(): Record<string, string> {
    return { ...this.model.selector };
  }

  public get credentialsKeys(): RabbitMQCredentialsKeys {
    const { username, password } = this.model.credentials;
    return { username: username.key, password: password.key };
  }

  public get administrator(): string | undefined {
    const { makesCredentials, administrator } = this.model.credentials;
    return makesCredentials ? administrator : undefined;
  }

  public get production(): boolean {
    return this.model.production;
  }

  public get ordinalStart(): number {
    return this.model.ordinalStart;
  }

  public get managementPath(): string {
    return this.model.configuration.get('management.path_prefix') ?? '';
  }

  public get metricsNeedLogin(): boolean {
    return this.model.configuration.get('prometheus.authentication.enabled') === 'true';
  }

  /** How each broker divides its memory. */
  public get memoryBudget(): RabbitMQMemoryBudget {
    return this.model.memoryBudget;
  }

  /** All plugins that are switched on. */
  public get plugins(): string[] {
    return [...this.model.plugins];
  }

  /** What is not wrong, but likely not meant either; the same as is printed at synth, acknowledged ones left out. */
  public get warnings(): string[] {
    return this.report().warnings;
  }

  /**
   * Switches plugins on that RabbitMQ ships.
   *
   * @param plugins their names: `rabbitmq_mqtt`
   */
  public addPlugins(...plugins: string[]): void {
    this.added.plugins.push(...plugins);
    this.resolved = undefined;
  }

  /**
   * Sets a key of rabbitmq.conf.
   *
   * @param key as in rabbitmq.conf: `channel_max`
   * @param value as in rabbitmq.conf: `128`
   * @throws if the key was set before, in props or by this method
   */
  public addConfig(key: string, value: string): void {
    if (key in this.added.raw || key in (this.props.configuration?.raw ?? {})) {
      throw new Error(`configuration key "${key}" is set already: set it once`);
    }
    this.added.raw[key] = value;
    this.resolved = undefined;
  }

  public addCertificateNames(...names: string[]): void {
    this.added.certificateNames.push(...names);
    this.resolved = undefined;
  }

  public reserveReplicas(maxReplicas: number): void {
    if (!Number.isInteger(maxReplicas) || maxReplicas < 1) {
      throw new Error(`maxReplicas is ${maxReplicas}: it must be a whole number from 1 up`);
    }
    this.added.reservedReplicas = Math.max(this.added.reservedReplicas, maxReplicas);
    this.resolved = undefined;
  }

  public advertiseStreams({ host, port, tlsPort }: RabbitMQStreamAddress): void {
    const keys = { 'stream.advertised_host': host, 'stream.advertised_port': port, 'stream.advertised_tls_host': host, 'stream.advertised_tls_port': tlsPort };
    for (const [key, value] of Object.entries(keys)) {
      if (value !== undefined) {
        this.addConfig(key, String(value));
      }
    }
  }

  public scaleBetween(minReplicas: number, maxReplicas: number): void {
    this.added.scaling = replicaRange({ minReplicas, maxReplicas }, this.props.replicas, this.added.scaling);
    this.resolved = undefined;
  }

  /** Adds an environment variable to the broker's container. */
  public addEnv(variable: k8s.EnvVar): void {
    this.added.pod.env.push(variable);
    this.resolved = undefined;
  }

  /** Adds a container that runs beside the broker. */
  public addSidecar(container: k8s.Container): void {
    this.added.pod.sidecars.push(container);
    this.resolved = undefined;
  }

  /** Adds a container that runs before the broker, after the cluster's own. */
  public addInitContainer(container: k8s.Container): void {
    this.added.pod.initContainers.push(container);
    this.resolved = undefined;
  }

  /**
   * Adds a volume to the pods.
   *
   * @param volume the volume
   * @param mounts where it is mounted in the broker's container; each names the volume
   */
  public addVolume(volume: k8s.Volume, ...mounts: k8s.VolumeMount[]): void {
    this.added.pod.volumes.push(volume);
    this.added.pod.volumeMounts.push(...mounts);
    this.resolved = undefined;
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

  private get model(): ClusterModel {
    this.resolved ??= resolveCluster(this.props, this.added);
    return this.resolved;
  }

  private metadata(name: string): ApiObjectMetadata {
    return { name, labels: { ...this.props.labels, ...this.model.labels }, annotations: this.props.annotations };
  }

  private renderStatefulSet(): k8s.StatefulSetSpec {
    const { model } = this;
    return {
      // an autoscaler's number is not ours to set back at each apply
      replicas: model.isScaled ? undefined : model.replicas,
      ordinals: model.ordinalStart > 0 ? { start: model.ordinalStart } : undefined,
      serviceName: model.names.nodesService,
      podManagementPolicy: 'Parallel',
      updateStrategy: { type: 'RollingUpdate' },
      selector: { matchLabels: model.selector },
      template: podTemplate(model),
      volumeClaimTemplates: renderClaims(model.storage, model.selector, model.tls?.interNode && LASTING_DISTRIBUTION),
      persistentVolumeClaimRetentionPolicy: renderRetention(model.storage),
    };
  }

  /** Up to 4.0 a node asks the API server who else there is, and writes an event about it. */
  private addPeerDiscoveryRole(): void {
    const { names } = this.model;
    this.addRole('PeerDiscovery', names.peerDiscovery, () => [
      { apiGroups: [''], resources: ['endpoints'], resourceNames: [names.nodesService], verbs: ['get'] },
      { apiGroups: [''], resources: ['events'], verbs: ['create'] },
    ]);
  }

  /** A Role for the brokers. */
  private addRole(id: string, name: string, rules: () => k8s.PolicyRule[]): void {
    addManifest(this, `${id}Role`, k8s.KubeRole, this.metadata(name), { rules });
    addManifest(this, `${id}RoleBinding`, k8s.KubeRoleBinding, this.metadata(name), {
      roleRef: () => ({ apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name }),
      subjects: () => [{ kind: 'ServiceAccount', name: this.model.names.serviceAccount }],
    });
  }

  private addNetworkPolicy(): Manifest {
    this.connections._isEnforced = true;
    return addManifest(this, 'NetworkPolicy', k8s.KubeNetworkPolicy, this.metadata(this.model.names.networkPolicy), {
      spec: () => renderBrokerPolicy({ ...this.model, asksApiServer: this.version.discoversPeersThroughApi || this.model.scaling.safe }, this.connections),
    });
  }

  private addCertificate(id: string, { source, secretName = '' }: MountedCertificate, more: () => readonly string[]): void {
    const { issued } = source;
    if (issued === undefined) {
      return;
    }
    const { clusterName, serviceName, nodesServiceName, namespace, ordinalStart } = this;
    if (namespace === undefined) {
      throw new Error('tls.certificate is one that cert-manager makes, for names that have the namespace in them, and the chart has none: give the chart a namespace');
    }
    addManifest(this, id, Certificate, this.metadata(secretName), {
      spec: () => {
        const replicas = Math.max(issued.maxReplicas ?? MAX_REPLICAS, this.maxReplicas);
        const names = certificateNames({ clusterName, serviceName, nodesServiceName, namespace, ordinalStart }, replicas);
        return renderCertificate(issued, secretName, [...names, ...(issued.dnsNames ?? []), ...more()], lastingLabels(clusterName));
      },
    });
  }

  private authorityOf({ secretName, files, source }: MountedCertificate): RabbitMQAuthority | undefined {
    return secretName === undefined || files.authority === undefined || source.keys.authority === undefined
      ? undefined
      : { secret: Secret.fromSecretName(this, 'Authority', secretName), key: source.keys.authority };
  }

  private addBootstrap(): void {
    const { model } = this;
    const { names, credentials, image } = model;
    const podLabels = { ...objectLabels(names.cluster, image.version.version, 'bootstrap'), ...bootstrapSelectorLabels(names.cluster) };
    const secrets = {
      ...(credentials.makesCredentials && {
        'credentials.json': () => userSecret(names.credentialsSecret, lastingLabels(names.cluster), {
          username: credentials.administrator,
          service: names.clientService,
          port: amqpPort(this.model.ports),
        }),
      }),
      ...(credentials.makesCookie && { 'erlang-cookie.json': () => cookieSecret(names.cookieSecret, lastingLabels(names.cluster)) }),
    };
    if (Object.keys(secrets).length === 0) {
      return;
    }
    new SecretsBootstrap(this, 'Bootstrap', {
      metadata: { name: names.bootstrap, labels: { ...this.props.labels, ...podLabels }, annotations: this.props.annotations },
      podLabels,
      secrets,
      pod: {
        imagePullSecrets: pullSecrets(model.imagePullSecrets),
        nodeSelector: model.scheduling.nodeSelector,
        tolerations: model.scheduling.tolerations,
        priorityClassName: model.scheduling.priorityClassName,
        securityContext: podSecurity(model),
      },
      container: imageContainer(model),
    });
    if (model.networkPolicy.enabled) {
      addManifest(this, 'BootstrapNetworkPolicy', k8s.KubeNetworkPolicy, { ...this.metadata(names.bootstrap), labels: { ...this.props.labels, ...podLabels } }, {
        spec: () => renderApiClientPolicy(bootstrapSelectorLabels(names.cluster), this.model.networkPolicy),
      });
    }
  }

  /** cdk8s validates a construct once for each chart of its app. */
  private report(): Report {
    const { model } = this;
    const revision = [this.connections._revision, ...this.checkedManifests.map(manifest => manifest.revision)].join();
    if (this.lastReport?.model !== model || this.lastReport.revision !== revision) {
      this.lastReport = { model, revision, report: report(findings(CLUSTER_RULES, clusterSubject(model, this)), this.props) };
    }
    return this.lastReport.report;
  }

  private check(): string[] {
    const { errors, warnings } = this.report();
    for (const warning of warnings) {
      printOnce(this, warning);
    }
    return errors;
  }
}
