import { commandLine } from '../core/cluster-ref';
import { problemsOf } from '../chart-values/problems';
import { PROFILES } from '../chart-values/profiles';
import { RefusedError, UsageError } from '../core/errors';

/** What a cluster is for: sizes and guards, as docs/cluster.md has them. */
export type ProfileName = 'dev' | 'test' | 'prod';

export const PROFILE_NAMES: readonly ProfileName[] = ['dev', 'test', 'prod'];

/** CPU and memory, as Kubernetes quantities. */
export interface ResourceQuantities {
  readonly cpu?: string;
  readonly memory?: string;
}

/** Backups of definitions by a CronJob, to a volume of their own, `<cluster>-backup`: what RabbitMQBackup deploys. */
export interface BackupSchedule {
  /**
   * When they are made, as cron has it: minute, hour, day of the month, month, day of the week.
   * @default '17 2 * * *'
   */
  readonly schedule?: string;
  /**
   * How many are kept: the newest ones.
   * @default 30
   */
  readonly keep?: number;
  /**
   * The Secret with the key for encryption: `NAME`, or `NAME/KEY` where the key in it isn't `key`.
   * @default - not encrypted
   */
  readonly keySecret?: string;
}

/** Values of the Helm chart, as its README lists them. */
export type ChartValues = Readonly<Record<string, unknown>>;

/**
 * What to deploy. Unset options keep the value of the last deploy. Otherwise they come from the profile, or the
 * defaults named here.
 */
export interface DeploymentConfig {
  /**
   * Sizes and guards of a kind of cluster.
   * @default - none: three brokers, sized as below
   */
  readonly profile?: ProfileName;
  /** @default 'default' */
  readonly namespace?: string;
  /** @default 'rabbitmq-cluster' */
  readonly clusterName?: string;
  /**
   * The number of brokers; with `hpa`, the fewest.
   * @default 3
   */
  readonly replicas?: number;
  /**
   * The container image.
   * @default - that of the cluster that is there; of a new one, the official image of the newest release, with
   * the management plugin
   */
  readonly image?: string;
  /**
   * The release of RabbitMQ in the image, where its tag doesn't say it.
   * @default - read from the tag
   */
  readonly release?: string;
  /**
   * Each broker's.
   * @default - 500m to 1 CPU, 1Gi to 2Gi of memory
   */
  readonly resources?: { readonly requests?: ResourceQuantities; readonly limits?: ResourceQuantities };
  /**
   * The size of each volume.
   * @default - that of the cluster that is there; of a new one, 20Gi
   */
  readonly storageSize?: string;
  /**
   * The volumes' storage class.
   * @default - the Kubernetes cluster's own
   */
  readonly storageClass?: string;
  /**
   * The host name of the management UI, to reach it from outside; false for no access from outside.
   * @default - no access from outside
   */
  readonly ingress?: string | false;
  /**
   * The controller whose Ingress serves the management UI.
   * @default - with the profile prod none: the Gateway `rabbitmq` serves it; otherwise nginx
   */
  readonly ingressController?: IngressController;
  /**
   * Names of namespaces whose pods may connect to the client ports, beside those that are allowed by default.
   * @default - namespaces labelled `rabbitmq-client=true`; without a profile, in dev and in test also the
   * cluster's own namespace
   */
  readonly allowNamespaces?: readonly string[];
  /**
   * Whether an autoscaler sets the number of brokers.
   * @default - as in the profile: true for prod; without a profile false
   */
  readonly hpa?: boolean;
  /**
   * Whether there are monitors and alerts for the Prometheus operator.
   * @default - as in the profile; without one false
   */
  readonly monitoring?: boolean;
  /**
   * The namespace of the Prometheus that may scrape the brokers.
   * @default 'monitoring'
   */
  readonly prometheusNamespace?: string;
  /**
   * When backups of definitions are made; false for none.
   * @default - as the profile has it: daily in prod, otherwise none
   */
  readonly backup?: BackupSchedule | false;
  /**
   * Plugins that RabbitMQ ships.
   * @default - those that are always on
   */
  readonly plugins?: readonly string[];
  /**
   * Keys of rabbitmq.conf.
   * @default - none beyond the library's
   */
  readonly configuration?: Readonly<Record<string, string>>;
  /**
   * Values of the Helm chart for what no option says. Options go over them. They are added to those of the last deploy:
   * a null takes one away.
   * @default - none
   */
  readonly values?: ChartValues;
}

/** The controllers that an Ingress can be made for. */
export const INGRESS_CONTROLLERS = ['nginx', 'traefik', 'haproxy'] as const;

export type IngressController = typeof INGRESS_CONTROLLERS[number];

/** Odd numbers up to the most that the autoscaler makes. */
const FEWEST_WITH_HPA: readonly number[] = [3, 5, 7, 9];

/** Where a deployment goes. */
export function placeOf({ profile, namespace, clusterName }: DeploymentConfig): { namespace: string; name: string } {
  const place = PROFILES[profile ?? 'dev'];
  return { namespace: namespace ?? place.namespace, name: clusterName ?? place.cluster.name ?? 'rabbitmq-cluster' };
}

/** What is in a field is Kubernetes' to judge. */
const CRON = /^[\w*,/-]+( [\w*,/-]+){4}$/;

const SIZE = /^[0-9.]+([KMGTPE]i|[kMGTPE]|[eE][+-]?[0-9]+)?$/;
const DNS_LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/**
 * @throws UsageError for values that the library doesn't check itself
 * @throws RefusedError for 0 brokers
 */
export function checkConfig(config: DeploymentConfig): void {
  const {
    profile,
    ingress,
    ingressController,
    prometheusNamespace,
    replicas,
    hpa,
    image,
    release,
    backup,
    storageSize,
    allowNamespaces = [],
    values,
  } = config;
  if (profile !== undefined && !PROFILE_NAMES.includes(profile)) {
    throw new UsageError(`profile is "${profile as string}": use one of ${PROFILE_NAMES.join(', ')}`);
  }
  if (ingress !== undefined && ingress !== false && !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(ingress)) {
    throw new UsageError(`ingress is "${ingress}": name the host of the management UI, such as rabbitmq.example.com`);
  }
  if (ingressController !== undefined && !INGRESS_CONTROLLERS.includes(ingressController)) {
    throw new UsageError(`ingressController is "${ingressController as string}": use one of ${INGRESS_CONTROLLERS.join(', ')}`);
  }
  if (prometheusNamespace !== undefined && !DNS_LABEL.test(prometheusNamespace)) {
    throw new UsageError(`prometheusNamespace is "${prometheusNamespace}": use the name of a namespace`);
  }
  if (release !== undefined && image === undefined) {
    throw new UsageError(`release is "${release}", and no image is named that it would be in: name the image too`);
  }
  if (replicas === 0) {
    throw new RefusedError(`replicas is 0: a deploy doesn't stop a cluster. Use ${commandLine('hibernate', placeOf(config))}`);
  }
  if (replicas !== undefined && !(Number.isInteger(replicas) && replicas > 0)) {
    throw new UsageError(`replicas is "${replicas}": use a whole number above 0, best an odd one from 3 to 7`);
  }
  if (storageSize !== undefined && !SIZE.test(storageSize)) {
    throw new UsageError(`storageSize is "${storageSize}": write a number and a unit, such as 50Gi`);
  }
  const noNamespace = allowNamespaces.find(name => !DNS_LABEL.test(name));
  if (noNamespace !== undefined) {
    throw new UsageError(`allowNamespaces has "${noNamespace}": use the name of a namespace`);
  }
  if (hpa && replicas !== undefined && !FEWEST_WITH_HPA.includes(replicas)) {
    throw new UsageError(`replicas is "${replicas}", which with hpa is the minimum. Use one of ${FEWEST_WITH_HPA.join(', ')}, or remove hpa`);
  }
  const problems = values === undefined ? [] : problemsOf(values);
  if (problems.length > 0) {
    throw new UsageError(`values: ${problems.map(({ text }) => text).join('\n')}`);
  }
  const { schedule, keySecret }: BackupSchedule = backup === false ? {} : backup ?? {};
  if (keySecret !== undefined && !/^[^/]/.test(keySecret)) {
    throw new UsageError(`backup.keySecret is "${keySecret}": use the name of a Secret, or NAME/KEY`);
  }
  if (schedule !== undefined && !CRON.test(schedule)) {
    throw new UsageError(`backup.schedule is "${schedule}": write the five fields of cron: minute, hour, day of the month, month, day of the week, such as "0 * * * *" for each hour`);
  }
}
