import type { Options } from 'yargs';
import { type DeploymentConfig, INGRESS_CONTROLLERS, PROFILE_NAMES } from '../../inventory/config';
import { valuesBelow } from '../../inventory/inherit';
import { readValues } from '../../deploy/values';

/** The options that say what to deploy; `--namespace` and `--cluster-name` are those of every command. */
export const DEPLOY_OPTIONS = {
  profile: { choices: PROFILE_NAMES, describe: 'Defaults for a kind of cluster; other options override them' },
  values: { type: 'string', describe: 'File with Helm values; options override them' },
  replicas: { type: 'number', describe: 'Number of brokers; with --hpa the minimum [default: 3]' },
  image: { type: 'string', describe: 'Image with its tag [default: the newest release]' },
  release: { type: 'string', describe: 'RabbitMQ release in the image, if its tag has none' },
  'storage-class': { type: 'string', describe: 'Storage class [default: the Kubernetes cluster\'s]' },
  'storage-size': { type: 'string', describe: 'Size of each volume, such as 50Gi [default: 20Gi]' },
  ingress: { type: 'string', describe: 'Host name of the management UI; --no-ingress removes it' },
  'ingress-controller': { choices: INGRESS_CONTROLLERS, describe: 'Ingress controller [default: prod: a Gateway; else nginx]' },
  'allow-namespace': { type: 'string', array: true, describe: 'Namespace whose pods may connect; repeat for more' },
  hpa: { type: 'boolean', describe: 'Scale the number of brokers with the load' },
  monitoring: { type: 'boolean', describe: 'Monitors and alerts; --no-monitoring leaves them out' },
  'prometheus-namespace': { type: 'string', describe: 'Namespace of Prometheus [default: monitoring]' },
} as const satisfies Record<string, Options>;

/** Options that say what a deploy takes over. */
export const TAKEOVER_OPTIONS = {
  reset: { type: 'boolean', default: false, describe: 'Drop options of earlier deploys and start from the defaults' },
  adopt: { type: 'boolean', default: false, describe: 'Take over a cluster of Helm, Argo CD or Flux' },
} as const satisfies Record<string, Options>;

/** What of the options was given. */
export interface DeployArguments {
  readonly profile?: DeploymentConfig['profile'];
  readonly values?: string;
  readonly replicas?: number;
  readonly image?: string;
  readonly release?: string;
  readonly storageClass?: string;
  readonly storageSize?: string;
  readonly ingress?: string;
  readonly ingressController?: DeploymentConfig['ingressController'];
  readonly allowNamespace?: readonly string[];
  readonly hpa?: boolean;
  readonly monitoring?: boolean;
  readonly prometheusNamespace?: string;
}

/** The configuration: options over values over the profile. */
export function configOf(
  args: DeployArguments,
  cluster: { readonly namespace?: string; readonly name?: string },
): DeploymentConfig {
  const { profile, values, replicas, image, release, storageClass, storageSize, ingress, ingressController } = args;
  const { allowNamespace: allowNamespaces, hpa, monitoring, prometheusNamespace } = args;
  const all = {
    profile, namespace: cluster.namespace, clusterName: cluster.name, replicas,
    image, release, storageClass, storageSize,
    ingress, ingressController, allowNamespaces, hpa, monitoring, prometheusNamespace,
  };
  const options: DeploymentConfig = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  const file: DeploymentConfig = values === undefined ? {} : readValues(values);
  const below = valuesBelow(options, file.values);
  return { ...file, ...options, ...below && { values: below } };
}
