/** Types of fields in structs of Kubernetes that props take: those that untyped code often gets wrong. Others are passed on unchecked. */
export const KUBERNETES_FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'k8s.Container': { name: 'string?', image: 'string?', command: 'string[]?', args: 'string[]?', env: 'k8s.EnvVar[]?', volumeMounts: 'k8s.VolumeMount[]?', workingDir: 'string?' },
  'k8s.EnvVar': { name: 'string?', value: 'string?' },
  'k8s.HostAlias': { ip: 'string?', hostnames: 'string[]?' },
  'k8s.PodDnsConfig': { nameservers: 'string[]?', searches: 'string[]?' },
  'k8s.Toleration': { key: 'string?', operator: 'string?', value: 'string?', effect: 'string?', tolerationSeconds: 'number?' },
  'k8s.TopologySpreadConstraint': { maxSkew: 'number?', minDomains: 'number?', topologyKey: 'string?', whenUnsatisfiable: 'string?' },
  'k8s.Volume': { name: 'string?' },
  'k8s.VolumeMount': { name: 'string?', mountPath: 'string?', subPath: 'string?', readOnly: 'boolean?' },
};
