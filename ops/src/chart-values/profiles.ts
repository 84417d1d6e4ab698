/** Values that make the library's profiles, without access from outside. */
export const PROFILE_VALUES: Readonly<Record<'dev' | 'test' | 'prod', object>> = {
  dev: {
    cluster: { replicaCount: 1 },
    resources: { requests: { cpu: '500m' }, limits: { cpu: '1', memory: '1Gi' } },
    networkPolicy: { ownNamespace: true },
  },
  test: {
    cluster: { name: 'rabbitmq-test' },
    resources: { limits: { cpu: '1' } },
    persistence: { size: '20Gi' },
    serviceMonitor: { enabled: true },
    networkPolicy: { ownNamespace: true },
  },
  prod: {
    cluster: { name: 'rabbitmq-prod', production: true },
    hpa: { enabled: true, oddSizes: true, minReplicas: 5, maxReplicas: 9 },
    resources: { requests: { cpu: '2' }, limits: { cpu: '2', memory: '4Gi' } },
    persistence: { size: '100Gi', storageClass: 'ssd-storage' },
    tls: { enabled: true, only: true, interNode: true },
    scheduling: { nodeSpread: 'required', zoneSpread: 'required' },
    serviceMonitor: { enabled: true },
    prometheusRule: { enabled: true },
    dashboards: { enabled: true },
    exporter: { enabled: true },
    backup: { enabled: true },
  },
};
