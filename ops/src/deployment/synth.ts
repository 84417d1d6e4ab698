import { App, Chart } from 'cdk8s';
import { RabbitMQAutoscaler, RabbitMQDeployment, RabbitMQDeploymentPart, RabbitMQImage, RabbitMQProfile, type RabbitMQClusterProps, type RabbitMQDeploymentProps } from 'cdk8s-rabbitmq';
import { checkConfig, type DeploymentConfig, placeOf, type ProfileName } from './config';
import { quietly } from './quietly';
import type { ClusterRef } from '../cluster-ref';
import { messageOf, UsageError } from '../errors';
import type { Manifest } from '../kubernetes/objects';

/** What a configuration comes to. */
export interface Synthesized {
  readonly cluster: ClusterRef;
  readonly replicas: number;
  readonly manifests: readonly Manifest[];
  /** What is likely not meant. */
  readonly warnings: readonly string[];
}

const PROFILES: Readonly<Record<ProfileName, RabbitMQProfile>> = { dev: RabbitMQProfile.DEV, test: RabbitMQProfile.TEST, prod: RabbitMQProfile.PROD };

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
    const chart = new Chart(new App(), 'deployment', { namespace: cluster.namespace });
    const deployment = new RabbitMQDeployment(chart, 'RabbitMQ', propsOf(config, cluster));
    if (config.hpa) {
      new RabbitMQAutoscaler(chart, 'Autoscaler', { cluster: deployment.cluster, minReplicas: config.replicas });
    }
    const manifests = quietly(() => chart.toJson() as readonly Manifest[]);
    return { cluster, replicas: deployment.cluster.replicas, manifests, warnings: deployment.cluster.warnings };
  } catch (error) {
    throw new UsageError(`this can't be deployed: ${messageOf(error)}`, { cause: error, state: 'nothing was changed' });
  }
}

function propsOf(config: DeploymentConfig, { name }: ClusterRef): RabbitMQDeploymentProps {
  const profile = PROFILES[config.profile ?? 'test'];
  const without = [
    ...profile.monitoring && config.profile === undefined && !config.monitoring ? [RabbitMQDeploymentPart.MONITORING] : [],
    ...profile.hasIngress && config.ingress === undefined ? [RabbitMQDeploymentPart.INGRESS] : [],
  ];
  return {
    profile,
    cluster: clusterProps(config.profile === undefined ? { ...WITHOUT_PROFILE, ...config } : config, name),
    ...config.monitoring && { monitoring: { alerting: { enabled: true }, dashboards: { enabled: true }, exporter: { enabled: true } } },
    ...config.ingress !== undefined && { ingress: { management: { host: config.ingress, ...!profile.hasIngress && { allowPlain: true } } } },
    without,
  };
}

function clusterProps({ replicas, hpa, image, resources, storageSize, storageClass, plugins, configuration }: DeploymentConfig, name: string): RabbitMQClusterProps {
  return given({
    name,
    // the autoscaler's affair where there is one
    replicas: hpa ? undefined : replicas,
    image: image === undefined ? undefined : RabbitMQImage.fromReference(image),
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
