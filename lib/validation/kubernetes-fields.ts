const REFERENCE = { kind: 'string?', name: 'string?' };
const REQUIREMENT = { key: 'string?', operator: 'string?', values: 'string[]?' };

/**
 * Types of fields in structs of Kubernetes that props take: those that untyped code often gets wrong. Others are
 * passed on unchecked.
 */
export const KUBERNETES_FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'k8s.ConfigMapKeySelector': { name: 'string?', key: 'string?' },
  'k8s.ConfigMapVolumeSource': { name: 'string?' },
  'k8s.Container': {
    name: 'string?', image: 'string?', command: 'string[]?', args: 'string[]?', env: 'k8s.EnvVar[]?', volumeMounts: 'k8s.VolumeMount[]?', workingDir: 'string?',
  },
  'k8s.EnvVar': { name: 'string?', value: 'string?', valueFrom: 'k8s.EnvVarSource?' },
  'k8s.EnvVarSource': { configMapKeyRef: 'k8s.ConfigMapKeySelector?', secretKeyRef: 'k8s.SecretKeySelector?' },
  'k8s.HostAlias': { ip: 'string?', hostnames: 'string[]?' },
  'k8s.LabelSelector': { matchExpressions: 'k8s.LabelSelectorRequirement[]?', matchLabels: 'Record<string, string>?' },
  'k8s.LabelSelectorRequirement': REQUIREMENT,
  'k8s.NodeAffinity': {
    preferredDuringSchedulingIgnoredDuringExecution: 'k8s.PreferredSchedulingTerm[]?', requiredDuringSchedulingIgnoredDuringExecution: 'k8s.NodeSelector?',
  },
  'k8s.NodeSelector': { nodeSelectorTerms: 'k8s.NodeSelectorTerm[]?' },
  'k8s.NodeSelectorRequirement': REQUIREMENT,
  'k8s.NodeSelectorTerm': { matchExpressions: 'k8s.NodeSelectorRequirement[]?', matchFields: 'k8s.NodeSelectorRequirement[]?' },
  'k8s.PersistentVolumeClaimVolumeSource': { claimName: 'string?' },
  'k8s.PodDnsConfig': { nameservers: 'string[]?', searches: 'string[]?' },
  'k8s.PreferredSchedulingTerm': { preference: 'k8s.NodeSelectorTerm?', weight: 'number?' },
  'k8s.SecretKeySelector': { name: 'string?', key: 'string?' },
  'k8s.SecretVolumeSource': { secretName: 'string?' },
  'k8s.Toleration': { key: 'string?', operator: 'string?', value: 'string?', effect: 'string?', tolerationSeconds: 'number?' },
  'k8s.TopologySpreadConstraint': { labelSelector: 'k8s.LabelSelector?', maxSkew: 'number?', minDomains: 'number?', topologyKey: 'string?', whenUnsatisfiable: 'string?' },
  'k8s.TypedLocalObjectReference': REFERENCE,
  'k8s.TypedObjectReference': { ...REFERENCE, namespace: 'string?' },
  'k8s.Volume': {
    name: 'string?', configMap: 'k8s.ConfigMapVolumeSource?', persistentVolumeClaim: 'k8s.PersistentVolumeClaimVolumeSource?', secret: 'k8s.SecretVolumeSource?',
  },
  'k8s.VolumeMount': { name: 'string?', mountPath: 'string?', subPath: 'string?', readOnly: 'boolean?' },
};
