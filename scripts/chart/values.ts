import { ApiObject, ApiObjectMetadataDefinition, Chart, Cron, Duration, Testing } from 'cdk8s';
import { ImagePullPolicy, INetworkPolicyPeer, ISecret, k8s, LabelSelector, Namespaces, NetworkPolicyIpBlock, PersistentVolumeClaim, Pods, Secret, ServiceType } from 'cdk8s-plus-28';
import * as lib from '../../lib';
import { isEnforced } from '../../lib/cluster/network/connections';
import { controllerPods } from '../../lib/deployment/management';
import { requireCidrs } from '../../lib/kubernetes/cidr';
import { corrected } from './corrections';

/** YAML has `2` as a number and `2Gi` as a text. */
type Quantity = string | number;

/** What a values file of the chart says; the defaults are in `chart/values.yaml`. */
export interface Values {
  readonly cluster: { readonly enabled: boolean; readonly name: string; readonly replicaCount: number; readonly production: boolean };
  readonly image: {
    readonly registry: string;
    readonly repository: string;
    readonly tag: string;
    readonly digest: string;
    readonly pullPolicy: string;
    readonly pullSecrets: readonly string[];
  };
  readonly resources: {
    readonly requests: { readonly cpu: Quantity; readonly memory: Quantity };
    readonly limits: { readonly cpu: Quantity; readonly memory: Quantity };
  };
  readonly persistence: { readonly enabled: boolean; readonly storageClass: string; readonly size: Quantity; readonly accessModes: readonly string[] };
  readonly plugins: readonly string[];
  readonly configuration: Readonly<Record<string, string | number | boolean>>;
  readonly advancedConfiguration: string;
  readonly credentials: {
    readonly username: string;
    readonly existingSecret: string;
    readonly usernameKey: string;
    readonly passwordKey: string;
    readonly existingErlangCookieSecret: string;
    readonly erlangCookieKey: string;
  };
  readonly tls: {
    readonly enabled: boolean; readonly only: boolean; readonly interNode: boolean;
    readonly existingSecret: string; readonly issuer: string; readonly issuerKind: string;
  };
  readonly scheduling: {
    readonly nodeSpread: string; readonly zoneSpread: string; readonly nodeSelector: Readonly<Record<string, string>>;
    readonly tolerations: readonly object[]; readonly priorityClassName: string;
  };
  readonly service: { readonly type: string; readonly annotations: Readonly<Record<string, string>> };
  readonly podDisruptionBudget: { readonly enabled: boolean | null };
  readonly networkPolicy: {
    readonly enabled: boolean | null; readonly ownNamespace: boolean; readonly clientNamespaces: Readonly<Record<string, string>>;
    readonly clientCidrs: readonly string[]; readonly managementFrom: readonly k8s.NetworkPolicyPeer[];
  };
  readonly podLabels: Readonly<Record<string, string>>;
  readonly podAnnotations: Readonly<Record<string, string>>;
  readonly commonLabels: Readonly<Record<string, string>>;
  readonly commonAnnotations: Readonly<Record<string, string>>;
  readonly hpa: {
    readonly enabled: boolean; readonly oddSizes: boolean; readonly minReplicas: number; readonly maxReplicas: number;
    readonly targetCPUUtilizationPercentage: number; readonly targetMemoryUtilizationPercentage: number;
  };
  readonly serviceMonitor: {
    readonly enabled: boolean;
    readonly interval: string;
    readonly path: string;
    readonly port: string;
    readonly labels: Readonly<Record<string, string>>;
  };
  readonly prometheusRule: { readonly enabled: boolean };
  readonly dashboards: { readonly enabled: boolean };
  readonly exporter: { readonly enabled: boolean };
  readonly ingress: {
    readonly enabled: boolean; readonly host: string; readonly className: string; readonly controller: string;
    readonly controllerAuthority: string;
    readonly allowFrom: readonly k8s.NetworkPolicyPeer[];
    readonly annotations: Readonly<Record<string, string>>; readonly allowPlain: boolean;
    readonly tls: { readonly existingSecret: string; readonly issuer: string; readonly clusterIssuer: string };
  };
  readonly backup: {
    readonly enabled: boolean; readonly schedule: string; readonly timeZone: string; readonly keep: number; readonly suspend: boolean;
    readonly credentials: string;
    readonly encryption: { readonly secret: string; readonly key: string };
    readonly destination: {
      readonly volume: { readonly size: Quantity; readonly storageClass: string; readonly accessMode: string };
      readonly claim: { readonly name: string; readonly folder: string };
      readonly s3: {
        readonly bucket: string; readonly credentials: string; readonly accessKeyIdKey: string; readonly secretAccessKeyKey: string;
        readonly endpoint: string; readonly region: string; readonly prefix: string; readonly virtualHosted: boolean;
        readonly authority: { readonly secret: string; readonly key: string };
      };
    };
  };
}

/** A Kubernetes object. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

/**
 * What the constructs make of a values file: the one place that says which value is which prop.
 *
 * @throws with all that the library has against it
 */
export function synthesize(values: Values, namespace: string): Manifest[] {
  return Testing.synth(checked(corrected(values).values, namespace)) as Manifest[];
}

/** What the library warns of, by the names of its warnings. */
export function warningsOf(values: Values, namespace: string): string[] {
  return checked(corrected(values).values, namespace).node.findAll().flatMap(construct => (construct as { warnings?: string[] }).warnings ?? []);
}

function checked(values: Values, namespace: string): Chart {
  const chart = new Chart(Testing.app(), 'chart', { namespace });
  lib.RabbitMQWarnings.of(chart).silence();
  if (values.cluster.enabled) {
    addParts(chart, values);
  }
  const errors = chart.node.findAll().flatMap(construct => construct.node.validate());
  if (errors.length > 0) {
    throw new Error(errors.join('\n'));
  }
  return chart;
}

function addParts(chart: Chart, values: Values): void {
  const cluster = new lib.RabbitMQCluster(chart, 'Cluster', clusterProps(chart, values));
  letIn(chart, cluster, values);
  // until a broker is replaced, it mounts the programs of the release before
  keep(ApiObject.of(cluster.node.findChild('Programs')));
  const { serviceMonitor, prometheusRule, dashboards, exporter, hpa, backup } = values;
  if (serviceMonitor.enabled || prometheusRule.enabled || dashboards.enabled || exporter.enabled) {
    new lib.RabbitMQMonitoring(chart, 'Monitoring', { cluster, ...monitoringOptions(values) });
  }
  if (hpa.enabled) {
    new lib.RabbitMQAutoscaler(chart, 'Autoscaler', {
      cluster,
      minReplicas: hpa.minReplicas,
      maxReplicas: hpa.maxReplicas,
      metrics: [lib.RabbitMQScalingMetric.cpu(hpa.targetCPUUtilizationPercentage), lib.RabbitMQScalingMetric.memory(hpa.targetMemoryUtilizationPercentage)],
      oddSizes: hpa.oddSizes,
    });
  }
  if (backup.enabled) {
    const { claim } = new lib.RabbitMQBackup(chart, 'Backup', { cluster, ...backupOptions(chart, values) });
    // helm would take the backups along with the release, or with backup.enabled
    keep(claim);
  }
  if (values.ingress.enabled) {
    const [first, ...others] = controllerPeers(chart, values);
    new lib.RabbitMQIngress(chart, 'Ingress', { cluster, management: { ...managementIngress(chart, values), allowFrom: first } });
    others.forEach((peer) => { cluster.connections.allowManagementFrom(peer); });
  }
}

/** Has helm leave an object where a release no longer has it. */
function keep(object: { readonly metadata: ApiObjectMetadataDefinition } | undefined): void {
  object?.metadata.addAnnotation('helm.sh/resource-policy', 'keep');
}

function letIn(chart: Chart, { connections }: lib.RabbitMQCluster, { networkPolicy }: Values): void {
  requireCidrs('networkPolicy.clientCidrs', networkPolicy.clientCidrs);
  if (isEnforced(connections)) {
    connections.allowClientsFrom(Namespaces.select(chart, 'Clients', { labels: { ...networkPolicy.clientNamespaces } }));
    if (networkPolicy.ownNamespace) {
      connections.allowClientsFrom(Pods.all(chart, 'OwnNamespace'));
    }
    networkPolicy.clientCidrs.forEach((cidr) => { connections.allowClientsFrom(asGiven({ ipBlock: { cidr } })); });
    networkPolicy.managementFrom.forEach((peer) => { connections.allowManagementFrom(asGiven(peer)); });
  }
}

/** A peer that stands in the NetworkPolicy as it stands in the values. */
function asGiven({ ipBlock, podSelector, namespaceSelector }: k8s.NetworkPolicyPeer): INetworkPolicyPeer {
  const selecting = (selector: k8s.LabelSelector | undefined): LabelSelector => ({ _toKube: () => selector }) as unknown as LabelSelector;
  const peer: Omit<INetworkPolicyPeer, 'node'> = {
    toNetworkPolicyPeerConfig: () => (ipBlock
      ? { ipBlock: ipBlock as unknown as NetworkPolicyIpBlock }
      : { podSelector: { labelSelector: selecting(podSelector), namespaces: namespaceSelector && { labelSelector: selecting(namespaceSelector) } } }),
    toPodSelector: () => undefined,
  };
  return peer as INetworkPolicyPeer;
}

function controllerPeers(chart: Chart, { ingress }: Values): [first?: INetworkPolicyPeer, ...others: INetworkPolicyPeer[]] {
  return ingress.allowFrom.length > 0 || ingress.controller === ''
    ? ingress.allowFrom.map(asGiven)
    : [controllerPods(chart, ingress.controller as unknown as lib.RabbitMQIngressController)];
}

function clusterProps(chart: Chart, values: Values): lib.RabbitMQClusterProps {
  const { cluster, image, resources, persistence, plugins, configuration, advancedConfiguration, credentials, tls, scheduling, service } = values;
  const secret = (name: string): ISecret => secretNamed(chart, name);
  if (tls.interNode && !tls.enabled) {
    throw new Error('tls.interNode is true without tls.enabled: brokers have no certificate for it; set tls.enabled to true');
  }
  return {
    name: cluster.name,
    replicas: values.hpa.enabled ? undefined : cluster.replicaCount,
    production: cluster.production,
    image: lib.RabbitMQImage.fromReference(imageReference(values)),
    imagePullPolicy: image.pullPolicy as unknown as ImagePullPolicy,
    imagePullSecrets: image.pullSecrets.map(secret),
    resources: {
      cpuRequest: String(resources.requests.cpu),
      cpuLimit: String(resources.limits.cpu),
      memoryRequest: given(String(resources.requests.memory)),
      memoryLimit: String(resources.limits.memory),
    },
    storage: { ephemeral: !persistence.enabled, size: String(persistence.size), storageClass: given(persistence.storageClass), accessMode: persistence.accessModes[0] },
    plugins: [...plugins],
    configuration: { raw: Object.fromEntries(Object.entries(configuration).map(([key, value]) => [key, String(value)])), advancedConfig: given(advancedConfiguration) },
    credentials: {
      ...(credentials.existingSecret === ''
        ? { username: credentials.username }
        : { secret: secret(credentials.existingSecret), usernameKey: credentials.usernameKey, passwordKey: credentials.passwordKey }),
      ...(credentials.existingErlangCookieSecret !== '' && {
        erlangCookieSecret: secret(credentials.existingErlangCookieSecret),
        erlangCookieKey: credentials.erlangCookieKey,
      }),
    },
    tls: tls.enabled
      ? {
          certificate: tls.existingSecret === ''
            ? lib.RabbitMQCertificate.fromIssuer({ issuer: tls.issuer, issuerKind: tls.issuerKind })
            : lib.RabbitMQCertificate.fromSecret(secret(tls.existingSecret)),
          disablePlainListeners: tls.only,
          interNode: tls.interNode ? {} : undefined,
        }
      : undefined,
    scheduling: {
      nodeSpread: scheduling.nodeSpread as unknown as lib.RabbitMQSpread,
      zoneSpread: scheduling.zoneSpread as unknown as lib.RabbitMQSpread,
      nodeSelector: filled(scheduling.nodeSelector),
      tolerations: scheduling.tolerations.length > 0 ? [...scheduling.tolerations] as k8s.Toleration[] : undefined,
      priorityClassName: given(scheduling.priorityClassName),
    },
    service: { type: service.type as unknown as ServiceType, annotations: filled(service.annotations) },
    disruptionBudget: { enabled: values.podDisruptionBudget.enabled ?? undefined },
    networkPolicy: { enabled: values.networkPolicy.enabled ?? undefined },
    pod: { labels: { ...values.podLabels }, annotations: { ...values.podAnnotations } },
    labels: filled(values.commonLabels),
    annotations: filled(values.commonAnnotations),
  };
}

/** The image as Kubernetes takes it. */
export function imageReference({ image: { registry, repository, tag, digest } }: Values): string {
  return `${registry === '' ? '' : `${registry}/`}${repository}:${tag}${digest === '' ? '' : `@${digest}`}`;
}

function monitoringOptions({ serviceMonitor, prometheusRule, dashboards, exporter }: Values): lib.RabbitMQMonitoringOptions {
  return {
    scraping: {
      method: serviceMonitor.enabled ? lib.RabbitMQScrapeMethod.SERVICE_MONITOR : lib.RabbitMQScrapeMethod.NONE,
      interval: Duration.parse(`PT${serviceMonitor.interval.toUpperCase()}`),
      path: serviceMonitor.path,
    },
    alerting: { enabled: prometheusRule.enabled },
    dashboards: { enabled: dashboards.enabled },
    exporter: { enabled: exporter.enabled },
    labels: filled(serviceMonitor.labels),
  };
}

function managementIngress(chart: Chart, { ingress }: Values): lib.RabbitMQManagementIngressOptions {
  const { existingSecret, issuer, clusterIssuer } = ingress.tls;
  return {
    host: ingress.host,
    ingressClass: given(ingress.className),
    controller: given(ingress.controller) as unknown as lib.RabbitMQIngressController | undefined,
    controllerAuthority: ingress.controllerAuthority === '' ? undefined : secretNamed(chart, ingress.controllerAuthority),
    annotations: filled(ingress.annotations),
    allowPlain: ingress.allowPlain,
    tls: existingSecret + issuer + clusterIssuer === ''
      ? undefined
      : { secret: existingSecret === '' ? undefined : Secret.fromSecretName(chart, 'IngressTls', existingSecret), issuer: given(issuer), clusterIssuer: given(clusterIssuer) },
  };
}

function backupOptions(chart: Chart, { backup }: Values): lib.RabbitMQBackupOptions {
  const { schedule, timeZone, keep, suspend, credentials, encryption } = backup;
  const [minute, hour, day, month, weekDay] = schedule.split(' ');
  return {
    destination: backupDestination(chart, backup.destination),
    schedule: Cron.schedule({ minute, hour, day, month, weekDay }),
    timeZone: given(timeZone),
    keep,
    suspend: suspend || undefined,
    credentials: credentials === '' ? undefined : secretNamed(chart, credentials),
    encryption: encryption.secret === '' ? undefined : { secret: secretNamed(chart, encryption.secret), key: encryption.key },
  };
}

function backupDestination(chart: Chart, { volume, claim, s3 }: Values['backup']['destination']): lib.RabbitMQBackupDestination {
  if (claim.name !== '' && s3.bucket !== '') {
    throw new Error(`backup.destination has both claim "${claim.name}" and bucket "${s3.bucket}": backups are kept in one place, leave one of them out`);
  }
  if (s3.bucket !== '') {
    if (s3.credentials === '') {
      throw new Error(`backup.destination.s3.credentials is "": name the Secret with the credentials for bucket "${s3.bucket}"`);
    }
    const { authority } = s3;
    return lib.RabbitMQBackupDestination.s3({
      ...s3,
      credentials: secretNamed(chart, s3.credentials),
      endpoint: given(s3.endpoint),
      prefix: given(s3.prefix),
      authority: authority.secret === '' ? undefined : { secret: secretNamed(chart, authority.secret), key: authority.key },
    });
  }
  return claim.name === ''
    ? lib.RabbitMQBackupDestination.volume({ size: String(volume.size), storageClass: given(volume.storageClass), accessMode: volume.accessMode })
    : lib.RabbitMQBackupDestination.claim(PersistentVolumeClaim.fromClaimName(chart, 'Backups', claim.name), given(claim.folder));
}

function secretNamed(chart: Chart, name: string): ISecret {
  return Secret.fromSecretName(chart, `${name}-${chart.node.children.length}`, name);
}

function given(value: string): string | undefined {
  return value === '' ? undefined : value;
}

function filled(map: Readonly<Record<string, string>>): Record<string, string> | undefined {
  return Object.keys(map).length > 0 ? { ...map } : undefined;
}
