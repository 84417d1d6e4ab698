import type { Chart } from 'cdk8s';
import type { INetworkPolicyPeer } from 'cdk8s-plus-28';
import {
  type RabbitMQBackupOptions, type RabbitMQClusterProps, RabbitMQDeployment, type RabbitMQDeploymentMonitoringOptions,
  type RabbitMQDeploymentProps, RabbitMQImage, RabbitMQIngressController, type RabbitMQManagementIngressOptions, RabbitMQProfile, RabbitMQWarnings,
} from 'cdk8s-rabbitmq';
import { type BackupSchedule, checkConfig, type DeploymentConfig, type IngressController, placeOf, type ProfileName } from './config';
import { addDeployedValues } from './deployed-values';
import { hasAutoscaler } from './has-autoscaler';
import { cdk8s, plus } from '../core/cdk8s';
import type { ClusterRef } from '../core/cluster-ref';
import { messageOf, UsageError } from '../core/errors';
import type { Manifest } from '../kubernetes/objects';
import { releaseOf } from '../broker/release';

/** The synthesized form of a configuration. */
export interface Synthesized {
  readonly cluster: ClusterRef;
  readonly replicas: number;
  readonly manifests: readonly Manifest[];
  /** Settings that are valid but probably unintended. */
  readonly warnings: readonly string[];
}

const PROFILES: Readonly<Record<ProfileName, RabbitMQProfile>> = { dev: RabbitMQProfile.DEV, test: RabbitMQProfile.TEST, prod: RabbitMQProfile.PROD };

const CONTROLLERS: Readonly<Record<IngressController, RabbitMQIngressController>> = {
  nginx: RabbitMQIngressController.NGINX,
  traefik: RabbitMQIngressController.TRAEFIK,
  haproxy: RabbitMQIngressController.HAPROXY,
};

/** Without a profile: what the field's deploy script deploys. */
const WITHOUT_PROFILE = {
  replicas: 3,
  resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '1', memory: '2Gi' } },
  storageSize: '20Gi',
} as const satisfies DeploymentConfig;

/**
 * The manifests of a deployment, synthesized by cdk8s-rabbitmq.
 *
 * @throws UsageError with what the library says is wrong, all of it
 */
export function synthesize(config: DeploymentConfig): Synthesized {
  checkConfig(config);
  const cluster = placeOf(config);
  try {
    const chart = new cdk8s.Chart(new cdk8s.App(), 'deployment', { namespace: cluster.namespace });
    RabbitMQWarnings.of(chart).silence();
    const { cluster: brokers, notes } = config.values === undefined
      ? { cluster: new RabbitMQDeployment(chart, 'RabbitMQ', propsOf(chart, config, cluster)).cluster, notes: [] }
      : addDeployedValues(chart, config);
    const manifests = chart.toJson() as readonly Manifest[];
    return { cluster, replicas: brokers.replicas, manifests, warnings: [...notes, ...brokers.warnings, ...plainIngressWarnings(config)] };
  } catch (error) {
    throw new UsageError(`this can't be deployed: ${messageOf(error).replaceAll(/\[deployment\/[^\]]*\] /g, '')}`, { cause: error, state: 'nothing was changed' });
  }
}

function plainIngressWarnings({ profile, ingress }: DeploymentConfig): string[] {
  return ingress && !PROFILES[profile ?? 'test'].hasIngress
    ? [`ingress serves ${ingress} without TLS: passwords travel in plain text. Use --profile prod, or TLS in front of the Ingress`]
    : [];
}

function propsOf(chart: Chart, config: DeploymentConfig, { name }: ClusterRef): RabbitMQDeploymentProps {
  const profile = PROFILES[config.profile ?? 'test'];
  return {
    profile,
    cluster: {
      ...clusterProps(config.profile === undefined ? { ...WITHOUT_PROFILE, ...config } : config, name),
      // nobody can act on a warning about our own default
      ...config.profile === undefined && config.resources === undefined && { acknowledgedWarnings: ['memory-request-below-limit'] },
    },
    autoscaler: hasAutoscaler(config) ? given({ minReplicas: config.replicas }) : { enabled: false },
    monitoring: monitoringOptions(config, profile),
    ingress: config.ingress ? { management: managementOptions(config.ingress, config, profile.hasIngress) } : { enabled: false },
    ...config.backup !== undefined && { backup: config.backup ? backupOptions(chart, config.backup) : { enabled: false } },
    ...config.allowNamespaces && config.allowNamespaces.length > 0 && { additionalClients: [namespacesNamed(chart, config.allowNamespaces)] },
  };
}

function monitoringOptions({ profile: name, monitoring, prometheusNamespace }: DeploymentConfig, profile: RabbitMQProfile): RabbitMQDeploymentMonitoringOptions {
  return {
    enabled: monitoring ?? (name !== undefined && profile.monitoring !== undefined),
    ...monitoring && { alerting: { enabled: true }, dashboards: { enabled: true }, exporter: { enabled: true } },
    ...prometheusNamespace !== undefined && { scraping: { prometheusNamespace } },
  };
}

/** Without a controller, a production cluster is reached through a Gateway. */
function managementOptions(host: string, { ingressController }: DeploymentConfig, isProduction: boolean): RabbitMQManagementIngressOptions {
  const controller = ingressController ?? (isProduction ? undefined : 'nginx');
  return { host, ...controller && { controller: CONTROLLERS[controller] }, ...!isProduction && { allowPlain: true } };
}

function namespacesNamed(chart: Chart, names: readonly string[]): INetworkPolicyPeer {
  return plus.Namespaces.select(chart, 'AllowedNamespaces', { names: [...names] });
}

function backupOptions(chart: Chart, { schedule, keep, keySecret }: BackupSchedule): RabbitMQBackupOptions {
  const [minute, hour, day, month, weekDay] = schedule?.split(' ') ?? [];
  const [name = '', key] = keySecret?.split('/') ?? [];
  return given({
    schedule: schedule === undefined ? undefined : cdk8s.Cron.schedule({ minute, hour, day, month, weekDay }),
    keep,
    encryption: keySecret === undefined ? undefined : { secret: plus.Secret.fromSecretName(chart, 'BackupKey', name), key },
  });
}

function clusterProps(config: DeploymentConfig, name: string): RabbitMQClusterProps {
  const { replicas, image, release, resources, storageSize, storageClass, plugins, configuration } = config;
  return given({
    name,
    // the autoscaler's affair where there is one
    replicas: hasAutoscaler(config) ? undefined : replicas,
    image: image === undefined ? undefined : RabbitMQImage.fromReference(image, { version: releaseOf(image, release) }),
    resources: resources && given({
      cpuRequest: resources.requests?.cpu,
      cpuLimit: resources.limits?.cpu,
      memoryRequest: resources.requests?.memory,
      memoryLimit: resources.limits?.memory,
    }),
    storage: storageSize === undefined && storageClass === undefined ? undefined : given({ size: storageSize, storageClass }),
    plugins: plugins && [...plugins],
    configuration: configuration && { raw: { ...configuration } },
  });
}

function given<T extends object>(props: T): Partial<T> {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as Partial<T>;
}
