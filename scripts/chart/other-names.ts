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
  hpa: ['autoscaling'],
  podDisruptionBudget: ['pdb'],
  'plugins and communityPlugins': ['extraPlugins'],
  configuration: ['extraConfiguration', 'rabbitmqConfiguration', 'additionalConfig'],
  advancedConfiguration: ['advancedConfig'],
  platformAssignedIds: ['securityContext', 'podSecurityContext', 'containerSecurityContext'],
  definitions: ['loadDefinition', 'loadDefinitions', 'load_definitions'],
  'authentication.ldap': ['ldap'],
  'authentication.oauth2': ['oauth', 'oauth2'],
  'commonLabels and podLabels': ['labels', 'extraLabels'],
  'commonAnnotations and podAnnotations': ['annotations'],
};

/** A schema that refuses values by names of other charts with a message that has the name here. */
export function otherNames(): Record<string, { readonly const: string }> {
  return Object.fromEntries(Object.entries(OTHER_NAMES).flatMap(([ours, theirs]) =>
    theirs.map(name => [name, { const: `Remove it. Did you mean ${ours}?` }])));
}
