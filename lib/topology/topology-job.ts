import { ApiObject, ApiObjectMetadata, Cron } from 'cdk8s';
import { k8s, Pods } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { DeclaredObject } from './model';
import { BOOTSTRAP, SecretsBootstrap } from '../cluster/bootstrap/bootstrap';
import { ApiAddress, apiAddress } from '../cluster/interface/address';
import { IRabbitMQCluster } from '../cluster/interface/cluster-interface';
import { Component, objectLabels } from '../cluster/interface/labels';
import { addPrograms } from '../cluster/interface/programs';
import { toolContainer, toolPod, toolPodMetadata } from '../cluster/interface/tool-pod';
import { renderApiClientPolicy, renderBrokerClientPolicy } from '../cluster/network/client-policies';
import { clientNetworkPolicy, ResolvedNetworkPolicy } from '../cluster/network/options';
import { addContentNamed, addManifest } from '../kubernetes/manifest';
import { readEscript } from '../rabbitmq/programs';

const PROGRAM = 'apply-topology';

/** Where each thing is mounted. */
const FOLDER = { programs: '/programs', topology: '/topology', administrator: '/run/secrets/administrator', secrets: '/run/secrets/topology' } as const;

/** The constructs whose objects one ConfigMap holds: it stays below the 256 KiB that client-side `kubectl apply` can take. */
const PARTS_PER_CONFIG_MAP = 400;

/** The exit code that says that only a changed declaration helps. */
const NO_RETRY = 2;

/** The names and labels of the objects of a Job that applies a topology. */
export interface TopologyJobProps {
  readonly cluster: IRabbitMQCluster;
  /** The name of its objects. */
  readonly name: string;
  readonly component: Extract<Component, 'topology' | 'user'>;
  /** Labels that select its pods, and no others. */
  readonly selector: Readonly<Record<string, string>>;
  readonly deadlineSeconds: number;
  readonly ttlSeconds?: number;
  /** When it runs again. */
  readonly schedule?: Cron;
}

/** A Secret that the Job reads. */
interface MountedSecret {
  readonly keys: Set<string>;
  isOptional: boolean;
}

/** What applies declared objects to a cluster: ConfigMaps with the objects and with the program, and a Job named by their content. */
export class TopologyJob extends Construct {
  public readonly job: ApiObject;
  public readonly cronJob?: ApiObject;

  private readonly props: TopologyJobProps;
  private readonly api: ApiAddress;
  private readonly parts: (() => readonly DeclaredObject[])[] = [];
  private readonly configMaps: string[] = [];
  private readonly programs: string;
  private readonly mounted = new Map<string, MountedSecret>();
  private readonly secrets: Record<string, () => object> = {};

  /** @throws if the cluster has no management port */
  public constructor(scope: Construct, id: string, props: TopologyJobProps) {
    super(scope, id);
    this.props = props;
    const { cluster, schedule } = props;
    const api = apiAddress(cluster);
    if (api === undefined) {
      throw new Error(`cluster "${cluster.clusterName}" has no port named "management" or "management-tls", which the topology is applied through: add it to the ports of fromClusterAttributes().`);
    }
    this.api = api;
    cluster.connections.allowManagementFrom(Pods.select(this, 'Pods', { labels: props.selector }));
    if (this.policy.enabled) {
      addManifest(this, 'NetworkPolicy', k8s.KubeNetworkPolicy, this.metadata(), {
        spec: () => renderBrokerClientPolicy({ podLabels: props.selector, brokers: cluster.podLabels, brokerPorts: [api.port] }, this.policy),
      });
    }
    this.programs = addPrograms(this, 'Programs', this.metadata(), { ...readEscript(PROGRAM), ...readEscript(BOOTSTRAP) });
    this.addConfigMap();
    this.job = addContentNamed(this, 'Job', k8s.KubeJob, this.metadata(), { spec: () => this.jobSpec() }, () => this.content());
    this.cronJob = schedule && addManifest(this, 'CronJob', k8s.KubeCronJob, this.metadata(), { spec: () => this.cronJobSpec(schedule) });
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

  /** Has a Secret created in the cluster, once. */
  public addSecret(file: string, manifest: () => object): void {
    if (Object.keys(this.secrets).length === 0) {
      this.addBootstrap();
    }
    this.secrets[file] = manifest;
  }

  private get policy(): ResolvedNetworkPolicy {
    return clientNetworkPolicy(this.props.cluster);
  }

  private metadata(suffix = ''): ApiObjectMetadata & { readonly name: string } {
    const { cluster, name } = this.props;
    return { name: `${name}${suffix}`, namespace: cluster.namespace, labels: this.labels(this.props.component, this.props.selector) };
  }

  private labels(component: Component, selector: Readonly<Record<string, string>>): Record<string, string> {
    const { cluster } = this.props;
    return { ...objectLabels(cluster.clusterName, cluster.version.version, component), ...selector };
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

  /** An object a line, so that a review shows which one changed. */
  private dataOf(index: number): Record<string, string> {
    const parts = this.parts.slice(index * PARTS_PER_CONFIG_MAP, (index + 1) * PARTS_PER_CONFIG_MAP);
    const lines = parts.flatMap(objects => objects()).map(object => JSON.stringify(object));
    return { [`topology-${String(index).padStart(3, '0')}.json`]: `[\n${lines.join(',\n')}\n]\n` };
  }

  private addBootstrap(): void {
    const { cluster, component } = this.props;
    const selector = { ...this.props.selector, 'app.kubernetes.io/component': `${component}-bootstrap` };
    const labels = this.labels(component === 'user' ? 'user-bootstrap' : 'topology-bootstrap', selector);
    const metadata = { ...this.metadata('-init'), labels };
    new SecretsBootstrap(this, 'Bootstrap', {
      metadata, podMetadata: toolPodMetadata(cluster, { labels }), secrets: this.secrets, programs: this.programs, isCompact: component === 'topology', pod: toolPod(cluster), container: toolContainer(cluster),
    });
    if (this.policy.enabled) {
      addManifest(this, 'BootstrapNetworkPolicy', k8s.KubeNetworkPolicy, metadata, {
        spec: () => renderApiClientPolicy(selector, this.policy),
      });
    }
  }

  private jobSpec(): k8s.JobSpec {
    return {
      activeDeadlineSeconds: this.props.deadlineSeconds,
      backoffLimit: 10,
      ttlSecondsAfterFinished: this.props.ttlSeconds,
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
    const { cluster, name } = this.props;
    const { url, authority, serverName, volumes, volumeMounts } = this.api;
    const { username = 'username', password = 'password' } = cluster.credentialsKeys;
    const secrets = [...this.mounted].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      metadata: toolPodMetadata(cluster, { labels: this.labels(this.props.component, this.props.selector) }),
      spec: {
        ...toolPod(cluster),
        restartPolicy: 'Never',
        containers: [{
          ...toolContainer(cluster, undefined, { memoryLimit: '512Mi' }),
          name: PROGRAM,
          command: ['escript', `${FOLDER.programs}/${PROGRAM}.escript`, url, authority, serverName, FOLDER.administrator, FOLDER.secrets, FOLDER.topology, name, String(cluster.replicas)],
          terminationMessagePolicy: 'FallbackToLogsOnError',
          volumeMounts: [
            { name: 'programs', mountPath: FOLDER.programs, readOnly: true },
            { name: 'topology', mountPath: FOLDER.topology, readOnly: true },
            { name: 'administrator', mountPath: FOLDER.administrator, readOnly: true },
            ...(secrets.length > 0 ? [{ name: 'secrets', mountPath: FOLDER.secrets, readOnly: true }] : []),
            ...volumeMounts,
          ],
        }],
        volumes: [
          { name: 'programs', configMap: { name: this.programs } },
          this.topologyVolume('topology'),
          {
            name: 'administrator',
            secret: { secretName: cluster.credentialsSecret.name, items: [{ key: username, path: 'username' }, { key: password, path: 'password' }] },
          },
          ...(secrets.length > 0 ? [{ name: 'secrets', projected: { sources: secrets.map(source) } }] : []),
          ...volumes,
        ],
      },
    };
  }
}

function source([name, { keys, isOptional }]: [string, MountedSecret]): k8s.VolumeProjection {
  return { secret: { name, optional: isOptional ? true : undefined, items: [...keys].sort().map(key => ({ key, path: `${name}/${key}` })) } };
}
