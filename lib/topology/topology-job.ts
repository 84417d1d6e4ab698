import { ApiObject, ApiObjectMetadata, Cron } from 'cdk8s';
import { k8s, Pods } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { DeclaredObject } from './model';
import { objectLine } from './object-line';
import { addApiAccess, TOKEN_FOLDER, tokenVolume } from '../cluster/bootstrap/api-access';
import { SecretsBootstrap } from '../cluster/bootstrap/bootstrap';
import { ApiAddress, apiAddress } from '../cluster/interface/address';
import { IRabbitMQCluster } from '../cluster/interface/cluster-interface';
import { homeOf } from '../cluster/interface/home';
import { Component, objectLabels } from '../cluster/interface/labels';
import { addTools } from '../cluster/interface/programs';
import { toolContainer, toolPod, toolPodMetadata } from '../cluster/interface/tool-pod';
import { addApiClient } from '../cluster/network/api-clients';
import { renderApiClientPolicy } from '../cluster/network/client-policies';
import { clientNetworkPolicy } from '../cluster/network/options';
import { addContentNamed, addManifest } from '../kubernetes/manifest';
import { readEscript } from '../rabbitmq/programs';

const PROGRAM = 'apply-topology';

/** The label `app` of its pods. */
const APP = 'rabbitmq-topology';

/** Where each thing is mounted. */
const FOLDER = { programs: '/programs', topology: '/topology', administrator: '/run/secrets/administrator', secrets: '/run/secrets/topology' } as const;

/**
 * The constructs whose objects one ConfigMap holds: it stays below the 256 KiB that client-side
 * `kubectl apply` can take.
 */
const PARTS_PER_CONFIG_MAP = 400;

/** The exit code that says that only a changed declaration helps. */
const NO_RETRY = 2;

/** How long a run may take, waiting for brokers included, unless a topology says otherwise. */
const DEADLINE_S = 3600;

/** What an Event says of the pod that it is about. */
const POD_ENV: k8s.EnvVar[] = [
  { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
  { name: 'POD_UID', valueFrom: { fieldRef: { fieldPath: 'metadata.uid' } } },
];

/** What a topology decides on the Job that applies it. */
export interface TopologyJobSettings {
  readonly deadlineSeconds: number;
  readonly ttlSeconds?: number;
}

/** A Secret that the Job reads. */
interface MountedSecret {
  readonly keys: Set<string>;
  isOptional: boolean;
}

/** What applies declared objects to a cluster: ConfigMaps with the objects, and a Job named by their content. */
export class TopologyJob extends Construct {
  public readonly job: ApiObject;

  private readonly selector: Record<string, string>;
  private readonly api: ApiAddress;
  private readonly platform: (() => readonly DeclaredObject[])[] = [];
  private readonly parts: (() => readonly DeclaredObject[])[] = [];
  private readonly configMaps: string[] = [];
  private readonly programs: () => string;
  private readonly mounted = new Map<string, MountedSecret>();
  private reportsEvents = false;
  private settings: TopologyJobSettings = { deadlineSeconds: DEADLINE_S };
  private bootstrap?: SecretsBootstrap;

  /**
   * @param name the name of its objects, and of what it records in the brokers
   * @throws if the cluster has no management port
   */
  public constructor(
    scope: Construct,
    id: string,
    private readonly cluster: IRabbitMQCluster,
    public readonly name: string,
  ) {
    super(scope, id);
    this.selector = { app: APP, cluster: cluster.clusterName, 'app.kubernetes.io/component': 'topology', 'cdk8s-rabbitmq/topology': name };
    const api = apiAddress(cluster);
    if (api === undefined) {
      throw new Error(`cluster "${cluster.clusterName}" has no port named "management" or "management-tls", which the topology is applied through: add it to the ports of fromClusterAttributes().`);
    }
    this.api = api;
    cluster.connections.allowManagementFrom(Pods.select(this, 'Pods', { labels: this.selector }));
    addApiClient(cluster, name, APP, api);
    this.programs = addTools(cluster, name, readEscript(PROGRAM));
    this.addConfigMap();
    this.job = addContentNamed(this, 'Job', k8s.KubeJob, this.metadata(), { spec: () => this.jobSpec() }, () => this.content());
  }

  public configure(settings: TopologyJobSettings): void {
    this.settings = settings;
  }

  /** Adds a CronJob that applies the objects again. */
  public addCronJob(schedule: Cron): ApiObject {
    return addManifest(this, 'CronJob', k8s.KubeCronJob, this.metadata(), { spec: () => this.cronJobSpec(schedule) });
  }

  /** Has an Event created for each object that fails, by an account with no other right. */
  public reportEvents(): void {
    this.reportsEvents = true;
    addApiAccess(this, this.metadata(), () => [{ apiGroups: [''], resources: ['events'], verbs: ['create'] }]);
    if (clientNetworkPolicy(this.cluster).enabled) {
      addManifest(this, 'NetworkPolicy', k8s.KubeNetworkPolicy, this.metadata(), {
        spec: () => renderApiClientPolicy(this.selector, clientNetworkPolicy(this.cluster)),
      });
    }
  }

  /** Adds what a construct declares for itself, in a file of its own: whoever adopts a topology leaves it out. */
  public addPlatformObjects(objects: () => readonly DeclaredObject[]): void {
    this.platform.push(objects);
  }

  /** Adds what a construct declares; asked for at synth. */
  public addObjects(objects: () => readonly DeclaredObject[]): void {
    this.parts.push(objects);
    if (this.parts.length > this.configMaps.length * PARTS_PER_CONFIG_MAP) {
      this.addConfigMap();
    }
  }

  /** The declared objects as a volume; there may be more ConfigMaps of them at synth than now. */
  public topologyVolume(name: string): k8s.Volume {
    // projected even if there is one: server-side apply by another field manager can't change the type of a volume
    return { name, projected: { sources: this.configMaps.map(configMap => ({ configMap: { name: configMap } })) } };
  }

  /** Mounts keys of a Secret. The Job waits for one that isn't optional. */
  public mount(secret: string, keys: readonly string[], isOptional: boolean): void {
    const mounted = this.mounted.get(secret) ?? { keys: new Set<string>(), isOptional };
    keys.forEach(key => mounted.keys.add(key));
    mounted.isOptional &&= isOptional;
    this.mounted.set(secret, mounted);
  }

  /**
   * Has a Secret created in the cluster, once: by the cluster's own Job, or by one of this topology if the
   * cluster is imported.
   */
  public addSecret(file: string, manifest: () => object, isCompact = false): void {
    const home = homeOf(this.cluster);
    if (home) {
      home.addSecret(file, manifest, isCompact);
      return;
    }
    this.bootstrap ??= this.addBootstrap();
    this.bootstrap.addSecret(file, manifest, isCompact);
  }

  private metadata(suffix = ''): ApiObjectMetadata & { readonly name: string } {
    return { name: `${this.name}${suffix}`, namespace: this.cluster.namespace, labels: this.labels('topology', this.selector) };
  }

  private labels(component: Component, selector: Record<string, string>): Record<string, string> {
    const { clusterName, version } = this.cluster;
    return { ...objectLabels(clusterName, version.version, component), ...selector };
  }

  private addConfigMap(): void {
    const index = this.configMaps.length;
    const metadata = this.metadata(index === 0 ? '' : `-${index}`);
    this.configMaps.push(metadata.name);
    addManifest(this, `ConfigMap${index === 0 ? '' : index}`, k8s.KubeConfigMap, metadata, { data: () => this.dataOf(index) });
  }

  private data(): Record<string, string>[] {
    return this.configMaps.map((_, index) => this.dataOf(index));
  }

  /** What the Job's name has the checksum of: what it is in a manifest, for which others can compute the same name. */
  private content(): object {
    const { spec } = k8s.KubeJob.manifest({ spec: this.jobSpec() }) as { readonly spec: object };
    return { spec, data: this.data() };
  }

  private dataOf(index: number): Record<string, string> {
    const parts = this.parts.slice(index * PARTS_PER_CONFIG_MAP, (index + 1) * PARTS_PER_CONFIG_MAP);
    return {
      ...(parts.length > 0 && { [`topology-${String(index).padStart(3, '0')}.json`]: fileOf(parts) }),
      ...(index === 0 && this.platform.length > 0 && { 'topology-platform.json': fileOf(this.platform) }),
    };
  }

  private addBootstrap(): SecretsBootstrap {
    const selector = { ...this.selector, 'app.kubernetes.io/component': 'topology-bootstrap' };
    const labels = this.labels('topology-bootstrap', selector);
    return new SecretsBootstrap(this, 'Bootstrap', { cluster: this.cluster, metadata: { ...this.metadata('-init'), labels }, selector, podLabels: labels });
  }

  private jobSpec(): k8s.JobSpec {
    return {
      activeDeadlineSeconds: this.settings.deadlineSeconds,
      backoffLimit: 10,
      ttlSecondsAfterFinished: this.settings.ttlSeconds,
      // what a broker refuses is refused again
      podFailurePolicy: { rules: [{ action: 'FailJob', onExitCodes: { operator: 'In', values: [NO_RETRY] }, onPodConditions: [] }] },
      template: this.podTemplate(),
    };
  }

  private cronJobSpec(schedule: Cron): k8s.CronJobSpec {
    return {
      schedule: schedule.expressionString,
      concurrencyPolicy: 'Forbid',
      // a controller manager that was away makes up for it, instead of giving up after a hundred missed runs
      startingDeadlineSeconds: 300,
      successfulJobsHistoryLimit: 1,
      failedJobsHistoryLimit: 1,
      jobTemplate: { spec: { ...this.jobSpec(), ttlSecondsAfterFinished: undefined, backoffLimit: 2 } },
    };
  }

  private podTemplate(): k8s.PodTemplateSpec {
    const { cluster, name } = this;
    const { url, authority, serverName, volumes, volumeMounts } = this.api;
    const { username = 'username', password = 'password' } = cluster.credentialsKeys;
    const secrets = [...this.mounted].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      metadata: toolPodMetadata(cluster, { labels: this.labels('topology', this.selector) }),
      spec: {
        ...toolPod(cluster),
        serviceAccountName: this.reportsEvents ? name : undefined,
        restartPolicy: 'Never',
        containers: [{
          ...toolContainer(cluster, undefined, { memoryLimit: '512Mi' }),
          name: PROGRAM,
          command: ['escript', `${FOLDER.programs}/${PROGRAM}.escript`, url, authority, serverName, FOLDER.administrator, FOLDER.secrets, FOLDER.topology, name, String(cluster.replicas)],
          env: this.reportsEvents ? POD_ENV : undefined,
          terminationMessagePolicy: 'FallbackToLogsOnError',
          volumeMounts: [
            { name: 'programs', mountPath: FOLDER.programs, readOnly: true },
            { name: 'topology', mountPath: FOLDER.topology, readOnly: true },
            { name: 'administrator', mountPath: FOLDER.administrator, readOnly: true },
            ...(secrets.length > 0 ? [{ name: 'secrets', mountPath: FOLDER.secrets, readOnly: true }] : []),
            ...(this.reportsEvents ? [{ name: 'token', mountPath: TOKEN_FOLDER, readOnly: true }] : []),
            ...volumeMounts,
          ],
        }],
        volumes: [
          { name: 'programs', configMap: { name: this.programs() } },
          this.topologyVolume('topology'),
          {
            name: 'administrator',
            secret: { secretName: cluster.credentialsSecret.name, items: [{ key: username, path: 'username' }, { key: password, path: 'password' }] },
          },
          ...(secrets.length > 0 ? [{ name: 'secrets', projected: { sources: secrets.map(source) } }] : []),
          ...(this.reportsEvents ? [tokenVolume()] : []),
          ...volumes,
        ],
      },
    };
  }
}

/** An object a line, so that a review shows which one changed. */
function fileOf(parts: readonly (() => readonly DeclaredObject[])[]): string {
  const lines = parts.flatMap(objects => objects()).map(objectLine);
  return `[\n${lines.join(',\n')}\n]\n`;
}

function source([name, { keys, isOptional }]: [string, MountedSecret]): k8s.VolumeProjection {
  return { secret: { name, optional: isOptional ? true : undefined, items: [...keys].sort().map(key => ({ key, path: `${name}/${key}` })) } };
}
