import type { Options } from 'yargs';
import { type DeploymentConfig, PROFILES } from '../../inventory/config';
import { readValues } from '../../deploy/values';

/** The options that say what to deploy; `--namespace` and `--cluster-name` are those of every command. */
export const DEPLOY_OPTIONS = {
  profile: { choices: PROFILES, describe: 'Sizes and guards of a kind of cluster; other options go over it' },
  values: { type: 'string', describe: 'A file with values, some of those that the Helm chart has: docs/cli.md lists them; options go over it' },
  replicas: { type: 'number', describe: 'The number of brokers, with --hpa the fewest [default: 3, or the profile\'s]' },
  image: { type: 'string', describe: 'The image, with its tag [default: the cluster\'s own; of a new one, that of the newest release]' },
  release: { type: 'string', describe: 'The release of RabbitMQ in the image, where its tag doesn\'t say it' },
  'storage-class': { type: 'string', describe: 'The volumes\' storage class [default: the Kubernetes cluster\'s own]' },
  'storage-size': { type: 'string', describe: 'The size of each volume [default: the cluster\'s own; of a new one, 20Gi]' },
  ingress: { type: 'string', describe: 'Host name of the management UI; --no-ingress removes its Ingress' },
  'allow-namespace': { type: 'string', array: true, describe: 'Namespace whose pods may connect; repeat for more' },
  hpa: { type: 'boolean', describe: 'Whether the number of brokers follows the load' },
  monitoring: { type: 'boolean', describe: 'Monitors and alerts for the Prometheus operator; --no-monitoring leaves out those of the profile' },
} as const satisfies Record<string, Options>;

/** The option of commands that take those of the last deploy over. */
export const RESET_OPTION = {
  reset: { type: 'boolean', default: false, describe: 'Drop options of earlier deploys and start from the defaults' },
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
  readonly allowNamespace?: readonly string[];
  readonly hpa?: boolean;
  readonly monitoring?: boolean;
}

/** The configuration: options over values over the profile. */
export function configOf(args: DeployArguments, cluster: { readonly namespace?: string; readonly name?: string }): DeploymentConfig {
  const { profile, values, replicas, image, release, storageClass, storageSize, ingress, allowNamespace: allowNamespaces, hpa, monitoring } = args;
  const options = { profile, namespace: cluster.namespace, clusterName: cluster.name, replicas, image, release, storageClass, storageSize, ingress, allowNamespaces, hpa, monitoring };
  return {
    ...values === undefined ? {} : readValues(values),
    ...Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)),
  };
}
