/** Names of values in other charts, by the values of this chart that mean the same. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  'pod.env': ['env', 'environment', 'extraEnv', 'extraEnvs', 'extraEnvVars', 'extraEnvVarsCM', 'extraEnvVarsSecret', 'extraEnvFrom'],
  'pod.sidecars': ['sidecars', 'extraContainers', 'sidecarContainers'],
  'pod.initContainers': ['initContainers', 'extraInitContainers'],
  'pod.volumes': ['volumes', 'extraVolumes', 'additionalVolumes'],
  'pod.volumeMounts': ['volumeMounts', 'extraVolumeMounts', 'additionalVolumeMounts'],
  'pod.hostAliases': ['hostAliases'],
  'pod.dnsConfig': ['dnsConfig'],
  'pod.dnsPolicy': ['dnsPolicy'],
  extraObjects: ['extraDeploy', 'extraManifests', 'extraResources'],
  'cluster.name': ['nameOverride', 'fullnameOverride'],
  'cluster.replicaCount': ['replicaCount', 'replicas'],
  'image.pullSecrets': ['imagePullSecrets'],
  persistence: ['storage', 'volumeClaimTemplates'],
  'scheduling.nodeSelector': ['nodeSelector'],
  'scheduling.tolerations': ['tolerations'],
  'scheduling.nodeAffinity': ['affinity', 'nodeAffinity'],
  'scheduling.topologySpreadConstraints': ['topologySpreadConstraints'],
  'scheduling.priorityClassName': ['priorityClassName'],
  credentials: ['auth', 'rabbitmqUsername', 'rabbitmqPassword'],
  'serviceMonitor, prometheusRule and dashboards': ['metrics', 'monitoring'],
  hpa: ['autoscaling', 'horizontalPodAutoscaler'],
  podDisruptionBudget: ['pdb'],
  'plugins, communityPlugins and pluginDownloads': ['extraPlugins', 'additionalPlugins'],
  'configuration or rabbitmqConf': ['extraConfiguration', 'rabbitmqConfiguration', 'additionalConfig', 'customConfig', 'rabbitmqConfig'],
  'configuration (vm_memory_high_watermark.relative)': ['memoryHighWatermark', 'rabbitmqMemoryHighWatermark', 'rabbitmqMemoryHighWatermarkType'],
  'configuration (default_vhost)': ['rabbitmqVhost', 'defaultVhost'],
  'configuration (log.console.level)': ['logs', 'logLevel'],
  probes: ['livenessProbe', 'readinessProbe', 'startupProbe', 'customLivenessProbe', 'customReadinessProbe', 'customStartupProbe'],
  'scheduling.nodeSpread and scheduling.zoneSpread': ['podAntiAffinityPreset', 'podAffinityPreset', 'nodeAffinityPreset', 'antiAffinity', 'podAntiAffinity'],
  'tls.existingSecret': ['certificates', 'ssl', 'rabbitmqCert'],
  'tls.interNode': ['interNodeTls'],
  'gateway.management and gateway.routes': ['httpRoute', 'gatewayAPI', 'tcpRoute', 'tlsRoute'],
  'credentials.existingErlangCookieSecret': ['rabbitmqErlangCookie', 'erlangCookie'],
  'serviceMonitor (kind PodMonitor)': ['podMonitor'],
  'prometheusRule.additional': ['extraAlerts', 'prometheusRules'],
  'extraObjects, or Secrets created before the release': ['extraSecrets', 'extraConfigMaps', 'secrets'],
  clusterDomain: ['clusterDomainSuffix'],
  cluster: ['clustering'],
  advancedConfiguration: ['advancedConfig'],
  platformAssignedIds: ['securityContext', 'podSecurityContext', 'containerSecurityContext'],
  definitions: ['loadDefinition', 'loadDefinitions', 'load_definitions'],
  'authentication.ldap': ['ldap'],
  'authentication.oauth2': ['oauth', 'oauth2'],
  'commonLabels and podLabels': ['labels', 'extraLabels'],
  'commonAnnotations and podAnnotations': ['annotations'],
};

/** Values of other charts that have no counterpart here, with the reason. */
const WITHOUT_COUNTERPART: Readonly<Record<string, readonly string[]>> = {
  'Remove it. Brokers restart one at a time, by a rolling update.': ['updateStrategy', 'updateStrategyType', 'statefulset', 'strategy'],
  'Remove it. Pods start in parallel: in order, a stopped cluster could not start again.': ['podManagementPolicy'],
  'Remove it. A preStop hook waits for a quorum and drains the broker; pod.sidecars and pod.initContainers add programs.': ['lifecycle', 'lifecycleHooks'],
  'Remove it. The grace period covers the time that a broker needs to leave, drain and stop.': ['terminationGracePeriodSeconds'],
  'Remove it. Brokers use the network of their pod; service.type and gateway expose them.': ['hostNetwork', 'hostPorts', 'hostPID'],
  'Remove it. The chart starts RabbitMQ itself; use pod.env, pod.initContainers and configuration.': ['command', 'args', 'diagnosticMode'],
  'Remove it. The container runtime sets the limit of open files.': ['ulimitNofiles'],
  'Remove it. Pods run without root, and an fsGroup gives them the volume.': ['volumePermissions'],
  'Remove it. The chart creates the Roles that its pods need.': ['rbac'],
  'Remove it. Pod Security "restricted" holds without it.': ['podSecurityPolicy'],
};

/** The same within parts of the values. */
const WITHIN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  persistence: { existingClaim: 'Remove it. Each broker has a claim of its own; persistence.dataSource fills new ones.', accessMode: 'Remove it. Did you mean accessModes?' },
  ingress: { hostname: 'Remove it. Did you mean host?', hosts: 'Remove it. Did you mean host?', ingressClassName: 'Remove it. Did you mean className?' },
  service: {
    extraPorts: 'Remove it. The ports follow plugins and tls.', ports: 'Remove it. The ports follow plugins and tls.', port: 'Remove it. The ports follow plugins and tls.',
    loadBalancerIP: 'Remove it. Set the annotation of your cloud in service.annotations.',
  },
  networkPolicy: { allowExternal: 'Remove it. Did you mean ownNamespace, clientNamespaces or clientCidrs?', extraEgress: 'Remove it. Did you mean allowTo?' },
  serviceMonitor: { scrapeTimeout: 'Remove it. Did you mean timeout?', namespace: 'Remove it. It is in the namespace of the release.' },
};

/** Schemas that refuse names of other charts within a part of the values. */
export function otherNamesIn(part: keyof typeof WITHIN): Record<string, { readonly const: string }> {
  return Object.fromEntries(Object.entries(WITHIN[part]).map(([name, reason]) => [name, { const: reason }]));
}

/** A schema that refuses values by names of other charts with a message that has the name here. */
export function otherNames(): Record<string, { readonly const: string }> {
  return Object.fromEntries(Object.entries(OTHER_NAMES).flatMap(([ours, theirs]) =>
    theirs.map(name => [name, { const: `Remove it. Did you mean ${ours}?` }])).concat(Object.entries(WITHOUT_COUNTERPART).flatMap(([reason, theirs]) =>
    theirs.map(name => [name, { const: reason }]))));
}
