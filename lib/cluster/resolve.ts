import { ImagePullPolicy } from 'cdk8s-plus-28';
import { RabbitMQClusterProps } from './cluster-props';
import { resolveCredentials } from './credentials';
import { defaultEntries, ESSENTIAL_PLUGINS } from './defaults';
import { auxiliaryPodOptions, RabbitMQAuxiliaryPodOptions, requireAuxiliaryPods } from './interface/auxiliary-pods';
import { objectLabels, selectorLabels } from './interface/labels';
import { MemoryChoices, memoryBudget } from '../rabbitmq/memory-budget';
import { ClusterModel, PodAdditions } from './model';
import { ClusterNames } from './interface/names';
import { clientPorts } from './ports';
import { resolvePluginDownloads } from './plugin-downloads';
import { resolveProbes } from './pod/probes';
import { ReplicaRange, requireBrokers } from './interface/replica-range';
import { resolveResources } from './pod/resources';
import { resolveShutdown } from './pod/shutdown';
import { resolveServiceAccount } from './service-account-options';
import { resolveStorage } from './pod/storage';
import { parseBrokerBytes } from '../configuration/bytes';
import { rawEntries, typedEntries } from '../configuration/configuration';
import { defaultVirtualHost } from '../configuration/default-virtual-host';
import { textEntries } from '../configuration/conf-text';
import { EffectiveConfiguration } from '../configuration/effective';
import { requireDomain } from '../kubernetes/dns-name';
import { RabbitMQImage } from '../rabbitmq/image';
import { resolveMembership } from './membership/options';
import { resolveAuthentication } from './authentication/resolve';
import { resolveNetworkPolicy } from './network/options';
import { tlsEntries } from './tls/entries';
import { resolveTls } from './tls/resolve';
import { amqpPort } from '../rabbitmq/port';
import { RabbitMQVersion } from '../rabbitmq/version';
import { collect, once } from '../validation/errors';

/** The label of an application that a cluster may be a part of. */
const PART_OF = 'app.kubernetes.io/part-of';

/** What was added to a cluster after its construction. */
export interface Additions {
  readonly plugins: readonly string[];
  readonly raw: Readonly<Record<string, string>>;
  readonly certificateNames: readonly string[];
  readonly reservedReplicas: number;
  readonly scaling?: ReplicaRange;
  readonly pod: Pick<PodAdditions, 'env' | 'sidecars' | 'initContainers' | 'volumes' | 'volumeMounts'>;
}

/** @throws if `version` and `image` contradict each other */
export function resolveImage(image?: RabbitMQImage, version?: RabbitMQVersion): RabbitMQImage {
  if (image && version && image.version.version !== version.version) {
    throw new Error(`version is ${version.version}, but image "${image.reference}" has ${image.version.version}. Remove one of them, or make them agree`);
  }
  return image ?? RabbitMQImage.official({ version });
}

/** @throws if a prop is wrong in itself; what doesn't go together is for the rules */
export function resolveCluster(props: RabbitMQClusterProps, added: Additions): ClusterModel {
  const production = props.production ?? false;
  const configuration = props.configuration ?? {};
  const communityPlugins = [
    ...new Set([...(props.communityPlugins ?? []), ...(props.pluginDownloads ?? []).map(({ name }) => name)]),
  ];
  const named = [...ESSENTIAL_PLUGINS, ...(props.plugins ?? []), ...communityPlugins, ...added.plugins];
  const clusterNames = once(() => new ClusterNames(props.name ?? 'rabbitmq-cluster'));
  const chosenImage = once(() => resolveImage(props.image, props.version));
  const ownMembership = once(() => resolveMembership(props.membership));
  const parts = collect({
    names: clusterNames,
    replicas: () => requireBrokers('replicas', added.scaling?.minReplicas ?? props.replicas ?? 3),
    ordinalStart: () => wholeNumber('ordinalStart', props.ordinalStart ?? 0),
    image: chosenImage,
    resources: () => resolveResources(props.resources),
    storage: () => resolveStorage(props.storage),
    membership: ownMembership,
    pluginDownloads: () => resolvePluginDownloads(props.pluginDownloads),
    shutdown: () => resolveShutdown(props.shutdown, ownMembership()),
    authentication: () => resolveAuthentication(props.authentication, chosenImage().version, named),
    tls: () => resolveTls(props.tls, clusterNames()),
    credentials: () => resolveCredentials(props.credentials ?? {}, clusterNames()),
    typed: () => typedEntries(configuration, chosenImage().version),
    text: () => textEntries(configuration.rabbitmqConf ?? ''),
    clusterDomain: () => requireDomain('clusterDomain', props.clusterDomain ?? 'cluster.local'),
    serviceAccount: () => resolveServiceAccount(props.serviceAccount, {
      name: clusterNames().serviceAccount, automountToken: chosenImage().version.discoversPeersThroughApi,
    }),
    auxiliaryPods: () => { requireAuxiliaryPods('auxiliaryPods', props.auxiliaryPods); },
    raw: () => rawEntries({ ...configuration.raw, ...added.raw }),
  });
  const { names, replicas, ordinalStart, image, resources, storage, membership, authentication, tls } = parts;
  const plugins = [...new Set([...named, ...authentication.plugins])].sort();
  const chosen = [
    ...parts.typed,
    ...authentication.entries,
    ...tlsEntries(tls, plugins, image.version),
    ...parts.text,
    ...parts.raw,
  ];
  const budget = memoryBudget(
    resources.memoryLimitBytes,
    memoryChoices(new EffectiveConfiguration(chosen), image.version),
  );
  const entries = [
    ...defaultEntries({
      name: names.cluster,
      replicas,
      nodesService: names.nodesService,
      version: image.version,
      budget,
      storageBytes: storage.sizeBytes,
      ordinalStart,
      plugins,
      production,
      hasTls: tls !== undefined,
      defaultVirtualHost: defaultVirtualHost(new EffectiveConfiguration(chosen)),
    }),
    ...chosen,
  ];
  const effective = new EffectiveConfiguration(entries);
  const ports = clientPorts(plugins, effective, image.version);
  const ownLabels = objectLabels(names.cluster, image.version.version);
  for (const label of Object.keys(props.labels ?? {})) {
    if (label in ownLabels && label !== PART_OF) {
      throw new Error(`labels has "${label}", which the cluster sets. Choose another key`);
    }
  }
  const partOf = props.labels?.[PART_OF];
  const labels = { ...ownLabels, ...(partOf !== undefined && { [PART_OF]: partOf }) };
  return {
    names,
    replicas,
    maxReplicas: Math.max(replicas, added.reservedReplicas, added.scaling?.maxReplicas ?? 0),
    isScaled: added.scaling !== undefined,
    ordinalStart,
    production,
    image,
    imagePullPolicy: props.imagePullPolicy ?? ImagePullPolicy.IF_NOT_PRESENT,
    imagePullSecrets: props.imagePullSecrets ?? [],
    resources,
    memoryBudget: budget,
    storage,
    configuration: effective,
    entries,
    // editors on Windows write a byte order mark, which Erlang refuses
    advancedConfig: configuration.advancedConfig?.replace(/^\uFEFF/, ''),
    // a shell would read the returns of Windows as parts of values
    envConfig: configuration.envConfig?.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n'),
    plugins,
    communityPlugins,
    pluginDownloads: parts.pluginDownloads,
    ports,
    credentials: parts.credentials,
    authentication: { ...authentication, options: props.authentication ?? {} },
    tls,
    clusterDomain: parts.clusterDomain,
    certificateNames: added.certificateNames,
    scheduling: props.scheduling ?? {},
    ipv6: props.ipv6 ?? false,
    service: props.service ?? {},
    serviceAccount: parts.serviceAccount,
    networkPolicy: resolveNetworkPolicy(props.networkPolicy, { replicas, production }),
    disruptionBudget: props.disruptionBudget ?? {},
    probes: resolveProbes(props.probes ?? {}, amqpPort(ports).name),
    shutdown: parts.shutdown,
    membership,
    pod: {
      labels: props.pod?.labels ?? {},
      annotations: props.pod?.annotations ?? {},
      env: [...(props.pod?.env ?? []), ...added.pod.env],
      sidecars: [...(props.pod?.sidecars ?? []), ...added.pod.sidecars],
      initContainers: [...(props.pod?.initContainers ?? []), ...added.pod.initContainers],
      volumes: [...(props.pod?.volumes ?? []), ...added.pod.volumes],
      volumeMounts: [...(props.pod?.volumeMounts ?? []), ...added.pod.volumeMounts],
      hostAliases: props.pod?.hostAliases,
      dnsConfig: props.pod?.dnsConfig,
      dnsPolicy: props.pod?.dnsPolicy,
    },
    platformAssignedIds: props.platformAssignedIds ?? false,
    auxiliaryPods: resolveAuxiliaryPods(props, image),
    labels,
    selector: selectorLabels(names.cluster),
  };
}

/** The settings of the pods beside the brokers, which follow the brokers. */
function resolveAuxiliaryPods(props: RabbitMQClusterProps, image: RabbitMQImage): RabbitMQAuxiliaryPodOptions {
  const { nodeSelector, nodeAffinity, tolerations, priorityClassName } = props.scheduling ?? {};
  return auxiliaryPodOptions({
    image,
    imagePullPolicy: props.imagePullPolicy ?? ImagePullPolicy.IF_NOT_PRESENT,
    imagePullSecrets: props.imagePullSecrets,
    labels: props.pod?.labels,
    annotations: props.pod?.annotations,
    nodeSelector,
    nodeAffinity,
    tolerations,
    priorityClassName,
    hostAliases: props.pod?.hostAliases,
    dnsConfig: props.pod?.dnsConfig,
    dnsPolicy: props.pod?.dnsPolicy,
    platformAssignedIds: props.platformAssignedIds,
    ephemeralStorage: props.resources?.ephemeralStorage,
  }, props.auxiliaryPods);
}

function memoryChoices(chosen: EffectiveConfiguration, version: RabbitMQVersion): MemoryChoices {
  return {
    availableBytes: parseBrokerBytes(chosen.get('total_memory_available_override_value') ?? '', version),
    watermark: chosen.number('vm_memory_high_watermark.relative'),
    watermarkBytes: parseBrokerBytes(chosen.get('vm_memory_high_watermark.absolute') ?? '', version),
  };
}

function wholeNumber(field: string, value: number): number {
  if (!Number.isInteger(value) || value < 0) {
    throw new Error(`${field} is ${value}: it must be a whole number of 0 or more`);
  }
  return value;
}
