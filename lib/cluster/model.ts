import { ImagePullPolicy, ISecret, k8s } from 'cdk8s-plus-28';
import { ResolvedCredentials } from './credentials';
import { RabbitMQDisruptionBudgetOptions } from './disruption-budget-options';
import { RabbitMQAuxiliaryPodOptions } from './interface/auxiliary-pods';
import { RabbitMQMemoryBudget } from '../rabbitmq/memory-budget';
import { ClusterNames } from './interface/names';
import { Port } from '../rabbitmq/port';
import { Probes } from './pod/probes';
import { ResolvedResources } from './pod/resources';
import { RabbitMQPluginDownload } from './plugin-downloads';
import { RabbitMQSchedulingOptions } from './pod/scheduling';
import { ResolvedServiceAccount } from './service-account-options';
import { RabbitMQServiceOptions } from './service-options';
import { ResolvedShutdown } from './pod/shutdown';
import { ResolvedStorage } from './pod/storage';
import { EffectiveConfiguration, Entry } from '../configuration/effective';
import { RabbitMQImage } from '../rabbitmq/image';
import { RabbitMQAuthenticationOptions } from './authentication/options';
import { AuthenticationPart } from './authentication/part';
import { ResolvedMembership } from './membership/options';
import { ResolvedNetworkPolicy } from './network/options';
import { ResolvedTls } from './tls/resolve';

/** The pods' additions, all lists there. */
export interface PodAdditions {
  readonly labels: Record<string, string>;
  readonly annotations: Record<string, string>;
  readonly env: k8s.EnvVar[];
  readonly sidecars: k8s.Container[];
  readonly initContainers: k8s.Container[];
  readonly volumes: k8s.Volume[];
  readonly volumeMounts: k8s.VolumeMount[];
  readonly hostAliases?: k8s.HostAlias[];
  readonly dnsConfig?: k8s.PodDnsConfig;
  readonly dnsPolicy?: string;
}

/** A cluster with every default in place: what its manifests are rendered from and its rules look at. */
export interface ClusterModel {
  readonly names: ClusterNames;
  /** The number of brokers; the smallest where an autoscaler decides. */
  readonly replicas: number;
  /** The highest number of replicas that was said to be possible. */
  readonly maxReplicas: number;
  /** Whether an autoscaler decides on the number of brokers. */
  readonly isScaled: boolean;
  readonly ordinalStart: number;
  readonly production: boolean;
  readonly image: RabbitMQImage;
  readonly imagePullPolicy: ImagePullPolicy;
  readonly imagePullSecrets: ISecret[];
  readonly resources: ResolvedResources;
  readonly memoryBudget: RabbitMQMemoryBudget;
  readonly storage: ResolvedStorage;
  /** What a broker reads at its boot. */
  readonly configuration: EffectiveConfiguration;
  /** What every entry was given as, those replaced by later ones included. */
  readonly entries: readonly Entry[];
  readonly advancedConfig?: string;
  readonly envConfig?: string;
  /** All plugins that are switched on, sorted. */
  readonly plugins: readonly string[];
  /** Those that RabbitMQ does not ship, downloaded ones included. */
  readonly communityPlugins: readonly string[];
  readonly pluginDownloads: readonly RabbitMQPluginDownload[];
  readonly ports: readonly Port[];
  readonly credentials: ResolvedCredentials;
  readonly authentication: AuthenticationPart & { readonly options: RabbitMQAuthenticationOptions };
  readonly tls?: ResolvedTls;
  readonly clusterDomain: string;
  /** Whether brokers and command line tools reach each other by IPv6. */
  readonly ipv6: boolean;
  /** Names that were added to the certificate. */
  readonly certificateNames: readonly string[];
  readonly scheduling: RabbitMQSchedulingOptions;
  readonly service: RabbitMQServiceOptions;
  readonly serviceAccount: ResolvedServiceAccount;
  readonly networkPolicy: ResolvedNetworkPolicy;
  readonly disruptionBudget: RabbitMQDisruptionBudgetOptions;
  readonly probes: Probes;
  readonly shutdown: ResolvedShutdown;
  readonly membership: ResolvedMembership;
  readonly pod: PodAdditions;
  /** Whether the platform assigns the user and group ids of all pods. */
  readonly platformAssignedIds: boolean;
  /** The settings of the pods beside the brokers. */
  readonly auxiliaryPods: RabbitMQAuxiliaryPodOptions;
  readonly labels: Record<string, string>;
  readonly selector: Record<string, string>;
}
