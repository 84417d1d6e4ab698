import { ApiObject, ApiObjectMetadata } from 'cdk8s';
import { ISecret, k8s, NetworkPolicyPeerConfig, Pods } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { EXPORTER_PORT, exporterName } from './names';
import { RabbitMQExporterOptions } from './options';
import { ServiceMonitor } from '../../../imports/monitoring.coreos.com';
import { ApiAddress, apiAddress } from '../../cluster/interface/address';
import { objectLabels } from '../../cluster/interface/labels';
import { readEscript } from '../../rabbitmq/programs';
import { isTlsPort } from '../../rabbitmq/protocols';
import { addTools } from '../../cluster/interface/programs';
import { toolContainer, toolPod, toolPodMetadata } from '../../cluster/interface/tool-pod';
import { addManifest } from '../../kubernetes/manifest';
import { clientNetworkPolicy } from '../../cluster/network/options';
import { renderExporterPolicy } from '../../cluster/network/client-policies';
import { Declarations } from '../../topology/declarations';
import { whenDeclared } from '../../topology/topology';
import { PlatformUser } from '../../topology/users/platform-user';
import { TopologyReader } from '../../topology/users/topology-reader';
import { annotated } from '../scrape/annotations';
import { RabbitMQScrapeMethod } from '../scrape/options';
import { metadataFor, MonitoringSubject } from '../subject';
import { ENDPOINT } from '../labels';

/** Where each thing is mounted. */
const FOLDER = { program: '/exporter', user: '/run/secrets/monitoring', topology: '/topology', reader: '/run/secrets/topology-reader' } as const;

const PROGRAM = 'exporter';

/** How an exporter is scraped. */
export interface ExporterScraping {
  readonly interval: string;
  /** Who scrapes. */
  readonly prometheus: NetworkPolicyPeerConfig;
  /** What tells Prometheus to. */
  readonly method: RabbitMQScrapeMethod;
}

/**
 * Exports what brokers have no metrics of: feature flags, deprecated features, when certificates end, and what differs
 * from the topology.
 */
export class Exporter extends Construct {
  /** The Deployment. */
  public readonly deployment: ApiObject;

  private readonly subject: MonitoringSubject;
  private readonly options: RabbitMQExporterOptions;
  private readonly api: ApiAddress;
  private readonly user: ISecret;
  private readonly name: string;
  private readonly programs: () => string;
  private topology?: { readonly declared: Declarations; readonly reader: ISecret };

  /** @throws if the cluster has no plain management port */
  public constructor(
    scope: Construct,
    id: string,
    subject: MonitoringSubject,
    options: RabbitMQExporterOptions,
    scraping: ExporterScraping,
  ) {
    super(scope, id);
    this.subject = subject;
    this.options = options;
    const { cluster } = subject;
    this.name = exporterName(cluster);
    const api = apiAddress(cluster);
    if (api === undefined) {
      throw new Error(`exporter.enabled is true, but cluster "${cluster.clusterName}" has no port named "management" or "management-tls", which the exporter uses. Remove it`);
    }
    this.api = api;
    const pods = Pods.select(this, 'Pods', { labels: this.selector });
    cluster.connections.allowManagementFrom(pods);
    if (this.tlsPorts.length > 0 && clientNetworkPolicy(cluster).enabled) {
      cluster.connections.allowClientsFrom(pods);
    }
    this.user = options.credentials ?? new PlatformUser(this, 'User', cluster, 'monitoring').secret;
    whenDeclared(cluster, (declared) => {
      this.topology = { declared, reader: new TopologyReader(this, 'TopologyReader', cluster, declared).secret };
    });
    this.programs = addTools(cluster, this.name, readEscript(PROGRAM));
    const target = { port: EXPORTER_PORT.number, path: '/metrics', scheme: 'http', endpoint: ENDPOINT.exporter } as const;
    const isAnnotated = scraping.method === RabbitMQScrapeMethod.ANNOTATIONS;
    addManifest(this, 'Service', k8s.KubeService, isAnnotated ? annotated(this.metadata, cluster, target) : this.metadata, {
      spec: () => ({
        selector: this.selector,
        ports: [{ name: EXPORTER_PORT.name, port: EXPORTER_PORT.number, targetPort: k8s.IntOrString.fromString(EXPORTER_PORT.name), appProtocol: 'prometheus.io/metrics' }],
      }),
    });
    if (clientNetworkPolicy(cluster).enabled) {
      addManifest(this, 'NetworkPolicy', k8s.KubeNetworkPolicy, this.metadata, {
        spec: () => renderExporterPolicy({
          podLabels: this.selector,
          port: EXPORTER_PORT.number,
          from: [scraping.prometheus],
          brokers: cluster.podLabels,
          brokerPorts: [...new Set([api.port, ...this.tlsPorts.map(({ number }) => number)])],
        }, clientNetworkPolicy(cluster)),
      });
    }
    this.deployment = addManifest(this, 'Resource', k8s.KubeDeployment, this.metadata, {
      spec: () => ({ replicas: 1, strategy: { type: 'Recreate' }, selector: { matchLabels: this.selector }, template: this.podTemplate() }),
    });
    if (
      scraping.method === RabbitMQScrapeMethod.SERVICE_MONITOR
      || scraping.method === RabbitMQScrapeMethod.POD_MONITOR
    ) {
      addManifest(this, 'ServiceMonitor', ServiceMonitor, this.metadata, { spec: () => this.monitorSpec(scraping.interval) });
    }
  }

  private get selector(): Record<string, string> {
    return { app: 'rabbitmq-exporter', cluster: this.subject.cluster.clusterName, 'app.kubernetes.io/component': 'exporter' };
  }

  private get metadata(): ApiObjectMetadata {
    const { name, namespace, labels } = metadataFor(this.subject, '-exporter');
    return { name, namespace, labels: { ...labels, ...this.selector } };
  }

  /** The ports that have a certificate. */
  private get tlsPorts(): { name: string; number: number }[] {
    return Object.entries(this.subject.cluster.ports)
      .filter(([name]) => isTlsPort(name))
      .map(([name, number]) => ({ name, number }));
  }

  private podTemplate(): k8s.PodTemplateSpec {
    const { cluster } = this.subject;
    const { url, authority, serverName, volumes, volumeMounts } = this.api;
    return {
      metadata: toolPodMetadata(cluster, {
        labels: { ...objectLabels(cluster.clusterName, cluster.version.version), ...this.selector },
      }, this.options.pod),
      spec: {
        ...toolPod(cluster, this.options.pod),
        containers: [{
          ...toolContainer(cluster, this.options.pod, { cpu: '50m', cpuLimit: '500m', memoryLimit: '128Mi' }),
          name: PROGRAM,
          command: ['escript', `${FOLDER.program}/${PROGRAM}.escript`, url, authority, serverName, FOLDER.user, String(EXPORTER_PORT.number), ...(this.topology ? ['--topology', FOLDER.topology, FOLDER.reader] : []), ...this.targets()],
          ports: [{ name: EXPORTER_PORT.name, containerPort: EXPORTER_PORT.number }],
          readinessProbe: { httpGet: { path: '/health', port: k8s.IntOrString.fromString(EXPORTER_PORT.name) }, periodSeconds: 10, timeoutSeconds: 3 },
          volumeMounts: [
            { name: 'program', mountPath: FOLDER.program, readOnly: true },
            { name: 'monitoring', mountPath: FOLDER.user, readOnly: true },
            ...(this.topology ? [{ name: 'topology', mountPath: FOLDER.topology, readOnly: true }, { name: 'topology-reader', mountPath: FOLDER.reader, readOnly: true }] : []),
            ...volumeMounts,
          ],
        }],
        volumes: [
          { name: 'program', configMap: { name: this.programs() } },
          { name: 'monitoring', secret: { secretName: this.user.name } },
          // optional: the Job of the topology creates the Secret, and all other metrics are served before
          ...(this.topology ? [this.topology.declared.job.topologyVolume('topology'), { name: 'topology-reader', secret: { secretName: this.topology.reader.name, optional: true } }] : []),
          ...volumes,
        ],
      },
    };
  }

  /** Each port of each broker whose certificate is looked at. */
  private targets(): string[] {
    const { clusterName, nodesServiceName, replicas } = this.subject.cluster;
    return this.tlsPorts.flatMap(({ name, number }) =>
      Array.from({ length: replicas }, (_, ordinal) => `${clusterName}-${ordinal}=${name}=${clusterName}-${ordinal}.${nodesServiceName}=${number}`));
  }

  private monitorSpec(interval: string) {
    return {
      jobLabel: 'app',
      selector: { matchLabels: this.selector },
      endpoints: [{
        port: EXPORTER_PORT.name,
        interval,
        // a certificate's "pod" is the broker that has it, not the exporter
        honorLabels: true,
        relabelings: [
          { targetLabel: 'rabbitmq_cluster', replacement: this.subject.cluster.clusterName },
          { targetLabel: 'endpoint', replacement: ENDPOINT.exporter },
        ],
      }],
    };
  }
}
