import { RabbitMQProfile } from 'cdk8s-rabbitmq';

/** The library's profiles by their names. */
export const PROFILES = { dev: RabbitMQProfile.DEV, test: RabbitMQProfile.TEST, prod: RabbitMQProfile.PROD } as const;

/** The sizes that the library's autoscaler has by default. */
export const AUTOSCALER = { oddSizes: true, minReplicas: 3, maxReplicas: 9 } as const;

/** Values that make what a profile makes, without access from outside. */
export function profileValues({
  cluster,
  monitoring,
  backup,
  autoscaler,
  allowsOwnNamespace,
}: RabbitMQProfile): object {
  const { name, replicas = 0, production, resources, storage, tls, scheduling } = cluster;
  const watched = (part?: { readonly enabled?: boolean }): object => ({
    enabled: monitoring !== undefined && (part?.enabled ?? true),
  });
  return {
    cluster: { name, replicaCount: replicas, production },
    hpa: { ...AUTOSCALER, enabled: autoscaler !== undefined, minReplicas: Math.max(replicas, AUTOSCALER.minReplicas) },
    resources: {
      requests: { cpu: resources?.cpuRequest },
      limits: { cpu: resources?.cpuLimit, memory: resources?.memoryLimit },
    },
    persistence: { size: storage?.size, storageClass: storage?.storageClass },
    tls: { enabled: tls !== undefined, only: tls?.disablePlainListeners, interNode: tls?.interNode !== undefined },
    scheduling: { nodeSpread: scheduling?.nodeSpread, zoneSpread: scheduling?.zoneSpread },
    networkPolicy: { ownNamespace: allowsOwnNamespace },
    serviceMonitor: watched(),
    prometheusRule: watched(monitoring?.alerting),
    dashboards: watched(monitoring?.dashboards),
    exporter: watched(monitoring?.exporter),
    backup: { enabled: backup !== undefined },
  };
}
