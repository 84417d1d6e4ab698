import { ApiObject, ApiObjectMetadata } from 'cdk8s';
import { k8s, NetworkPolicyPeerConfig, Pods } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { EXPORTER_PORT, exporterName, MONITORING_USER, monitoringUserSecret } from './names';
import { RabbitMQExporter } from './options';
import { EXPORTER } from './program';
import { ServiceMonitor } from '../../../imports/monitoring.coreos.com';
import { SecretsBootstrap } from '../../bootstrap/bootstrap';
import { userSecret } from '../../bootstrap/secrets';
import { lastingLabels, objectLabels } from '../../cluster/labels';
import { checksum } from '../../kubernetes/checksum';
import { addManifest } from '../../kubernetes/manifest';
import { renderApiClientPolicy, renderExporterPolicy } from '../../security/network/network-policy';
import { resolveNetworkPolicy } from '../../security/network/options';
import { annotated } from '../scrape/annotations';
import { RabbitMQScrapeMethod } from '../scrape/options';
import { metadataFor, MonitoringSubject } from '../subject';
import { ENDPOINT } from '../watched-cluster';

/** Where each thing is mounted. */
const FOLDER = { program: '/exporter', administrator: '/run/secrets/administrator', user: '/run/secrets/monitoring' } as const;

/** Annotation with the checksum of the program: a change of it is a new pod. */
const CHECKSUM = 'cdk8s-rabbitmq/exporter-checksum';

const RESTRICTED: k8s.SecurityContext = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true };

/** How an exporter is scraped. */
export interface ExporterScraping {
  readonly interval: string;
  /** Who scrapes. */
  readonly prometheus: NetworkPolicyPeerConfig;
  /** What tells Prometheus to. */
  readonly method: RabbitMQScrapeMethod;
}

/** Exports what brokers have no metrics of: feature flags, deprecated features, and when certificates end. */
export class Exporter extends Construct {
  /** The Deployment. */
  public readonly deployment: ApiObject;

  private readonly subject: MonitoringSubject;
  private readonly options: RabbitMQExporter;
  private readonly name: string;

  /** @throws if the cluster has no plain management port */
  public constructor(scope: Construct, id: string, subject: MonitoringSubject, options: RabbitMQExporter, scraping: ExporterScraping) {
    super(scope, id);
    this.subject = subject;
    this.options = options;
    const { cluster } = subject;
    this.name = exporterName(cluster);
    if (cluster.ports.management === undefined) {
      throw new Error(`exporter.enabled is true, but cluster "${cluster.clusterName}" has no port named "management", which the exporter asks: leave it out`);
    }
    const pods = Pods.select(this, 'Pods', { labels: this.selector });
    cluster.connections.allowManagementFrom(pods);
    if (this.tlsPorts.length > 0) {
      cluster.connections.allowClientsFrom(pods);
    }
    if (!options.credentials) {
      this.addUserSecret();
    }
    addManifest(this, 'Program', k8s.KubeConfigMap, this.metadata, { data: () => ({ exporter: EXPORTER }) });
    const target = { port: EXPORTER_PORT.number, path: '/metrics', scheme: 'http', endpoint: ENDPOINT.exporter } as const;
    const isAnnotated = scraping.method === RabbitMQScrapeMethod.ANNOTATIONS;
    addManifest(this, 'Service', k8s.KubeService, isAnnotated ? annotated(this.metadata, cluster, target) : this.metadata, {
      spec: () => ({
        selector: this.selector,
        ports: [{ name: EXPORTER_PORT.name, port: EXPORTER_PORT.number, targetPort: k8s.IntOrString.fromString(EXPORTER_PORT.name), appProtocol: 'prometheus.io/metrics' }],
      }),
    });
    addManifest(this, 'NetworkPolicy', k8s.KubeNetworkPolicy, this.metadata, {
      spec: () => renderExporterPolicy({
        podLabels: this.selector,
        port: EXPORTER_PORT.number,
        from: scraping.prometheus,
        brokers: cluster.podLabels,
        brokerPorts: [cluster.ports.management, ...this.tlsPorts.map(({ number }) => number)],
      }),
    });
    this.deployment = addManifest(this, 'Resource', k8s.KubeDeployment, this.metadata, {
      spec: () => ({ replicas: 1, strategy: { type: 'Recreate' }, selector: { matchLabels: this.selector }, template: this.podTemplate() }),
    });
    if (scraping.method === RabbitMQScrapeMethod.SERVICE_MONITOR || scraping.method === RabbitMQScrapeMethod.POD_MONITOR) {
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

  private get userSecretName(): string {
    return this.options.credentials?.name ?? monitoringUserSecret(this.subject.cluster);
  }

  /** The ports that have a certificate. */
  private get tlsPorts(): { name: string; number: number }[] {
    return Object.entries(this.subject.cluster.ports).filter(([name]) => /^amqps$|-tls$/.test(name)).map(([name, number]) => ({ name, number }));
  }

  private addUserSecret(): void {
    const { cluster } = this.subject;
    const name = `${this.name}-init`;
    const podLabels = { ...this.selector, 'app.kubernetes.io/component': 'exporter-bootstrap' };
    new SecretsBootstrap(this, 'Bootstrap', {
      name,
      podLabels: { ...objectLabels(cluster.clusterName, cluster.version.version), ...podLabels },
      labels: { ...objectLabels(cluster.clusterName, cluster.version.version), ...podLabels },
      secrets: {
        'monitoring.json': () => userSecret(monitoringUserSecret(cluster), lastingLabels(cluster.clusterName), {
          username: MONITORING_USER,
          service: cluster.serviceName,
          port: cluster.ports.amqp,
        }),
      },
      pod: { imagePullSecrets: this.pullSecrets(), securityContext: this.podSecurity() },
      container: this.image(),
    });
    addManifest(this, 'BootstrapNetworkPolicy', k8s.KubeNetworkPolicy, { ...this.metadata, name }, {
      spec: () => renderApiClientPolicy(podLabels, resolveNetworkPolicy({}, { replicas: cluster.replicas, production: false })),
    });
  }

  private podTemplate(): k8s.PodTemplateSpec {
    const { cluster } = this.subject;
    const url = `http://${cluster.serviceName}:${cluster.ports.management}`;
    const user = { name: 'monitoring', mountPath: FOLDER.user, readOnly: true };
    const program = { name: 'program', mountPath: FOLDER.program, readOnly: true };
    const script = ['escript', `${FOLDER.program}/exporter`];
    return {
      metadata: {
        labels: { ...objectLabels(cluster.clusterName, cluster.version.version), ...this.selector },
        annotations: { [CHECKSUM]: checksum({ exporter: EXPORTER }, 16) },
      },
      spec: {
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        imagePullSecrets: this.pullSecrets(),
        securityContext: this.podSecurity(),
        initContainers: this.options.credentials
          ? undefined
          : [{
              ...this.image(),
              name: 'user',
              command: [...script, 'user', url, FOLDER.administrator, FOLDER.user],
              resources: this.resources(),
              volumeMounts: [program, user, { name: 'administrator', mountPath: FOLDER.administrator, readOnly: true }],
            }],
        containers: [{
          ...this.image(),
          name: 'exporter',
          command: [...script, 'serve', url, FOLDER.user, String(EXPORTER_PORT.number), ...this.targets()],
          ports: [{ name: EXPORTER_PORT.name, containerPort: EXPORTER_PORT.number }],
          readinessProbe: { httpGet: { path: '/health', port: k8s.IntOrString.fromString(EXPORTER_PORT.name) }, periodSeconds: 10, timeoutSeconds: 3 },
          resources: this.resources(),
          volumeMounts: [program, user],
        }],
        volumes: [
          { name: 'program', configMap: { name: this.name } },
          { name: 'monitoring', secret: { secretName: this.userSecretName } },
          ...(this.options.credentials ? [] : [{ name: 'administrator', secret: { secretName: cluster.credentialsSecret.name } }]),
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

  private image(): Pick<k8s.Container, 'image' | 'imagePullPolicy' | 'securityContext'> {
    return { image: this.subject.cluster.image.reference, imagePullPolicy: 'IfNotPresent', securityContext: RESTRICTED };
  }

  private pullSecrets(): k8s.LocalObjectReference[] | undefined {
    const { imagePullSecrets } = this.subject.cluster;
    return imagePullSecrets.length > 0 ? imagePullSecrets.map(({ name }) => ({ name })) : undefined;
  }

  private podSecurity(): k8s.PodSecurityContext {
    const { user, group } = this.subject.cluster.image;
    return { runAsNonRoot: true, runAsUser: user, runAsGroup: group, fsGroup: group, seccompProfile: { type: 'RuntimeDefault' } };
  }

  private resources(): k8s.ResourceRequirements {
    return {
      requests: { cpu: k8s.Quantity.fromString('10m'), memory: k8s.Quantity.fromString('64Mi') },
      limits: { cpu: k8s.Quantity.fromString('500m'), memory: k8s.Quantity.fromString('128Mi') },
    };
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
