import { ApiObject, ApiObjectMetadataDefinition, ApiObjectProps, Chart, Cron, Duration, Testing } from 'cdk8s';
import { ConfigMap, ImagePullPolicy, INetworkPolicyPeer, ISecret, k8s, Namespaces, PersistentVolumeClaim, Pods, Secret, ServiceType } from 'cdk8s-plus-28';
import { parse } from 'yaml';
import * as lib from '../../lib';
import { isEnforced } from '../../lib/cluster/network/connections';
import { controllerPods } from '../../lib/deployment/management';
import { requireCidrs } from '../../lib/kubernetes/cidr';
import { corrected } from './corrections';
import { filled, given, peerOf, typed } from './kubernetes';
import { Values } from './values-file';

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
  values.extraObjects.forEach((object, i) => {
    new ApiObject(chart, `Extra${i}`, (typeof object === 'string' ? parse(object) : object) as ApiObjectProps);
  });
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
  addGateway(chart, cluster, values);
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
    networkPolicy.clientCidrs.forEach((cidr) => { connections.allowClientsFrom(peerOf({ ipBlock: { cidr } })); });
    networkPolicy.managementFrom.forEach((peer) => { connections.allowManagementFrom(peerOf(peer)); });
    networkPolicy.allowTo.flatMap(({ to, ports = [] }) => to.map(peer => ({ peer, ports }))).forEach(({ peer, ports }) => {
      connections.allowTo(peerOf(peer), ...ports);
    });
  }
}

function controllerPeers(chart: Chart, { ingress }: Values): [first?: INetworkPolicyPeer, ...others: INetworkPolicyPeer[]] {
  return ingress.allowFrom.length > 0 || ingress.controller === ''
    ? ingress.allowFrom.map(peerOf)
    : [controllerPods(chart, ingress.controller as unknown as lib.RabbitMQIngressController)];
}

function addGateway(chart: Chart, cluster: lib.RabbitMQCluster, { gateway, ingress }: Values): void {
  const { management, routes, allowFrom } = gateway;
  if (!management.enabled && routes.length === 0) {
    return;
  }
  requireGateway(gateway, ingress);
  new lib.RabbitMQIngress(chart, 'Gateway', {
    cluster,
    management: management.enabled
      ? {
          host: management.host,
          gateway: gatewayOf(gateway, management.sectionName),
          annotations: filled(management.annotations),
          backendAuthority: management.backendAuthority === '' ? undefined : ConfigMap.fromConfigMapName(chart, 'BackendAuthority', management.backendAuthority),
        }
      : undefined,
    routes: routes.map(({ port, hosts, sectionName, allowPlain }) => ({ port, hosts, allowPlain, gateway: gatewayOf(gateway, sectionName) })),
    acknowledgedWarnings: allowFrom.length > 0 ? ['outside-not-let-in'] : [],
  });
  allowFrom.map(peerOf).forEach((peer) => {
    if (management.enabled) {
      cluster.connections.allowManagementFrom(peer);
    }
    if (routes.length > 0) {
      cluster.connections.allowClientsFrom(peer);
    }
  });
}

/** @throws if values of the Gateway don't go together */
function requireGateway({ name, management, routes }: Values['gateway'], ingress: Values['ingress']): void {
  if (name === '') {
    throw new Error('gateway.name is "": it must be the name of a Gateway. Set it, or remove gateway.management and gateway.routes');
  }
  if (management.enabled && ingress.enabled) {
    throw new Error('gateway.management.enabled and ingress.enabled are both true: the management UI is exposed once. Set one of them to false');
  }
  const twice = routes.find(({ port }, i) => routes.slice(0, i).some(other => other.port === port));
  if (twice !== undefined) {
    throw new Error(`gateway.routes has "${twice.port}" twice. Add all hosts to one of them`);
  }
}

function gatewayOf({ name, namespace }: Values['gateway'], sectionName = ''): lib.RabbitMQGatewayOptions {
  return { name, namespace: given(namespace), sectionName: given(sectionName) };
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
    image: lib.RabbitMQImage.fromReference(imageReference(values), {
      version: image.release === '' ? undefined : lib.RabbitMQVersion.of(image.release),
      user: image.user ?? undefined,
      group: image.group ?? undefined,
    }),
    imagePullPolicy: image.pullPolicy as unknown as ImagePullPolicy,
    imagePullSecrets: pullSecrets(values).map(secret),
    resources: {
      cpuRequest: String(resources.requests.cpu),
      cpuLimit: String(resources.limits.cpu ?? 'none'),
      memoryRequest: given(String(resources.requests.memory)),
      memoryLimit: String(resources.limits.memory),
    },
    storage: {
      ephemeral: !persistence.enabled,
      size: String(persistence.size),
      storageClass: storageClass(values, persistence.storageClass),
      accessMode: persistence.accessModes[0],
      labels: filled(persistence.labels),
      annotations: filled(persistence.annotations),
      selector: filled(persistence.selector),
      dataSource: filled(persistence.dataSource),
      dataSourceRef: filled(persistence.dataSourceRef),
    },
    plugins: [...plugins],
    communityPlugins: [...values.communityPlugins],
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
    tls: tls.enabled ? tlsOptions(tls, secret) : undefined,
    scheduling: {
      nodeSpread: scheduling.nodeSpread as unknown as lib.RabbitMQSpread,
      zoneSpread: scheduling.zoneSpread as unknown as lib.RabbitMQSpread,
      nodeSelector: filled(scheduling.nodeSelector),
      tolerations: scheduling.tolerations.length > 0 ? [...scheduling.tolerations] as k8s.Toleration[] : undefined,
      priorityClassName: given(scheduling.priorityClassName),
      nodeAffinity: filled(scheduling.nodeAffinity),
      topologySpreadConstraints: typed(scheduling.topologySpreadConstraints),
    },
    service: serviceOptions(service),
    serviceAccount: {
      create: values.serviceAccount.create,
      name: given(values.serviceAccount.name),
      annotations: filled(values.serviceAccount.annotations),
      automountToken: values.serviceAccount.automountToken ?? undefined,
    },
    platformAssignedIds: values.platformAssignedIds,
    ipv6: values.ipv6,
    clusterDomain: values.clusterDomain,
    disruptionBudget: { enabled: values.podDisruptionBudget.enabled ?? undefined },
    networkPolicy: networkPolicyOptions(values.networkPolicy),
    pod: podOptions(values),
    labels: filled(values.commonLabels),
    annotations: filled(values.commonAnnotations),
  };
}

type SecretNamed = (name: string) => ISecret;

function tlsOptions(tls: Values['tls'], secret: SecretNamed): lib.RabbitMQTlsOptions {
  const { serverName, clientCertificates, clientAuthority, clientAuthorityKey, clientCertificateDepth, versions, ciphers } = tls;
  return {
    certificate: certificate(tls, secret),
    serverName: given(serverName),
    disablePlainListeners: tls.only,
    clientCertificates,
    clientAuthority: clientAuthority === '' ? undefined : secret(clientAuthority),
    clientAuthorityKey: clientAuthority === '' ? undefined : clientAuthorityKey,
    clientCertificateDepth: clientCertificateDepth ?? undefined,
    versions,
    ciphers: filled(ciphers),
    interNode: tls.interNode
      ? { certificate: tls.interNodeSecret === '' ? undefined : lib.RabbitMQCertificate.fromSecret(secret(tls.interNodeSecret)) }
      : undefined,
  };
}

function certificate(tls: Values['tls'], secret: SecretNamed): lib.RabbitMQCertificate {
  const { issuer, issuerKind, issuerGroup, dnsNames, publiclyTrusted, privateKeyAlgorithm, certificateKey, privateKeyKey, authorityKey } = tls;
  return tls.existingSecret === ''
    ? lib.RabbitMQCertificate.fromIssuer({
        issuer, issuerKind, issuerGroup, dnsNames, publiclyTrusted, privateKeyAlgorithm,
        internalNames: tls.internalNames ?? undefined,
        duration: duration(tls.duration),
        renewBefore: duration(tls.renewBefore),
      })
    : lib.RabbitMQCertificate.fromSecret(secret(tls.existingSecret), {
        certificateKey, privateKeyKey, publiclyTrusted, authorityKey: publiclyTrusted ? undefined : authorityKey,
      });
}

/** A time such as 30s or 2160h. */
function duration(text: string): Duration | undefined {
  return text === '' ? undefined : Duration.parse(`PT${text.toUpperCase()}`);
}

/** The Secrets of the registry, as the chart and a parent chart name them. */
function pullSecrets({ global, image }: Values): string[] {
  return [...new Set([...image.pullSecrets, ...global.imagePullSecrets.map(one => (typeof one === 'string' ? one : one.name))])];
}

function storageClass({ global }: Values, own: string): string | undefined {
  return given(global.storageClass === '' ? own : global.storageClass);
}

function serviceOptions(service: Values['service']): lib.RabbitMQServiceOptions {
  return {
    type: service.type as unknown as ServiceType,
    annotations: filled(service.annotations),
    externalTrafficPolicy: given(service.externalTrafficPolicy),
    internalTrafficPolicy: given(service.internalTrafficPolicy),
    sessionAffinity: duration(service.sessionAffinity),
    loadBalancerClass: given(service.loadBalancerClass),
    loadBalancerSourceRanges: filled(service.loadBalancerSourceRanges),
    ipFamilyPolicy: given(service.ipFamilyPolicy),
    ipFamilies: filled(service.ipFamilies),
    nodePorts: filled(service.nodePorts),
    trafficDistribution: given(service.trafficDistribution),
  };
}

function networkPolicyOptions({ enabled, apiServerPorts, apiServerPeers, dnsPorts, dnsPeers }: Values['networkPolicy']): lib.RabbitMQNetworkPolicyOptions {
  return {
    enabled: enabled ?? undefined,
    apiServerPorts: [...apiServerPorts],
    apiServerPeers: apiServerPeers.length > 0 ? apiServerPeers.map(peerOf) : undefined,
    dnsPorts: [...dnsPorts],
    dnsPeers: dnsPeers.length > 0 ? dnsPeers.map(peerOf) : undefined,
  };
}

function podOptions({ pod, podLabels, podAnnotations }: Values): lib.RabbitMQPodOptions {
  return {
    labels: { ...podLabels },
    annotations: { ...podAnnotations },
    env: typed(pod.env),
    sidecars: typed(pod.sidecars),
    initContainers: typed(pod.initContainers),
    volumes: typed(pod.volumes),
    volumeMounts: typed(pod.volumeMounts),
    hostAliases: filled(pod.hostAliases),
    dnsConfig: filled(pod.dnsConfig),
    dnsPolicy: given(pod.dnsPolicy),
  };
}

/** The image as Kubernetes takes it. */
export function imageReference({ global, image: { registry: own, repository, tag, digest } }: Values): string {
  const registry = global.imageRegistry === '' ? own : global.imageRegistry;
  return `${registry === '' ? '' : `${registry}/`}${repository}:${tag}${digest === '' ? '' : `@${digest}`}`;
}

function monitoringOptions({ serviceMonitor, prometheusRule, dashboards, exporter }: Values): lib.RabbitMQMonitoringOptions {
  return {
    scraping: {
      method: serviceMonitor.enabled ? lib.RabbitMQScrapeMethod.SERVICE_MONITOR : lib.RabbitMQScrapeMethod.NONE,
      interval: duration(serviceMonitor.interval),
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

function backupOptions(chart: Chart, values: Values): lib.RabbitMQBackupOptions {
  const { backup } = values;
  const { schedule, timeZone, keep, suspend, credentials, encryption } = backup;
  const [minute, hour, day, month, weekDay] = schedule.split(' ');
  return {
    destination: backupDestination(chart, values),
    schedule: Cron.schedule({ minute, hour, day, month, weekDay }),
    timeZone: given(timeZone),
    keep,
    suspend: suspend || undefined,
    credentials: credentials === '' ? undefined : secretNamed(chart, credentials),
    encryption: encryption.secret === '' ? undefined : { secret: secretNamed(chart, encryption.secret), key: encryption.key },
  };
}

function backupDestination(chart: Chart, values: Values): lib.RabbitMQBackupDestination {
  const { volume, claim, s3 } = values.backup.destination;
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
    ? lib.RabbitMQBackupDestination.volume({ size: String(volume.size), storageClass: storageClass(values, volume.storageClass), accessMode: volume.accessMode })
    : lib.RabbitMQBackupDestination.claim(PersistentVolumeClaim.fromClaimName(chart, 'Backups', claim.name), given(claim.folder));
}

function secretNamed(chart: Chart, name: string): ISecret {
  return Secret.fromSecretName(chart, `${name}-${chart.node.children.length}`, name);
}
