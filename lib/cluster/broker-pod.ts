import { k8s } from 'cdk8s-plus-28';
import { bootChecksum, CONFIGURATION_FILES, CONFIGURATION_FOLDER } from './config-map';
import { distributionEnv, IPV6_RESOLVER } from './distribution';
import { ClusterModel } from './model';
import { BROKER_CONTAINER, DATA_CLAIM } from './interface/names';
import { podSecurity, pullSecrets } from './interface/tool-pod';
import { renderResources } from './pod/resources';
import { withEphemeralStorage } from '../kubernetes/ephemeral-storage';
import { renderScheduling } from './pod/scheduling';
import { preStopScript } from './pod/shutdown';
import { bootEnv } from './boot/broker';
import { secretVolume, secretVolumeMount } from './boot/secrets';
import { pluginContainers, pluginEnv } from './plugin-downloads';
import { scalingEnv, scalingVolumeMounts, scalingVolumes } from './membership/broker';
import { clusterProgramsName, PROGRAMS_FOLDER } from './programs';
import { distributionOptions } from './tls/inter-node';
import { INTERNAL_PORTS } from '../rabbitmq/port';

const HOME = '/var/lib/rabbitmq';
const MEBIBYTE = 2 ** 20;
const COOKIE = '/run/secrets/erlang-cookie';
const DISTRIBUTION_OPTIONS = `${HOME}/inter-node-tls.config`;
const RESOLVER = `${HOME}/ipv6.inetrc`;

/** Annotation with the checksum of what a broker reads at its boot: a change of it rolls the pods. */
const CHECKSUM = 'cdk8s-rabbitmq/configuration-checksum';

/** The names of the environment variables that the cluster sets, which nobody else can. */
export const OWN_ENV = [
  'POD_NAME', 'POD_NAMESPACE', 'RABBITMQ_USE_LONGNAME', 'RABBITMQ_NODENAME', 'RABBITMQ_ENABLED_PLUGINS_FILE',
  'RABBITMQ_ADVANCED_CONFIG_FILE', 'RABBITMQ_CONF_ENV_FILE', 'RABBITMQ_LOGS', 'K8S_HOSTNAME_SUFFIX',
];

export function podTemplate(model: ClusterModel): k8s.PodTemplateSpec {
  return {
    metadata: {
      labels: { ...model.pod.labels, ...model.labels },
      annotations: { ...model.pod.annotations, [CHECKSUM]: bootChecksum(model) },
    },
    spec: {
      serviceAccountName: model.serviceAccount.name,
      automountServiceAccountToken: model.serviceAccount.automountToken,
      enableServiceLinks: false,
      imagePullSecrets: pullSecrets(model.imagePullSecrets),
      securityContext: { ...podSecurity(model.image, model.platformAssignedIds), ...(model.platformAssignedIds ? {} : { fsGroupChangePolicy: 'OnRootMismatch' }) },
      terminationGracePeriodSeconds: model.shutdown.gracePeriodSeconds,
      hostAliases: model.pod.hostAliases,
      dnsConfig: model.pod.dnsConfig,
      dnsPolicy: model.pod.dnsPolicy,
      ...renderScheduling(model.scheduling, model.selector),
      initContainers: [
        setupContainer(model),
        ...downloadContainers(model),
        ...model.pod.initContainers.map(restricted),
      ],
      containers: [brokerContainer(model), ...model.pod.sidecars.map(restricted)],
      volumes: [
        ...ownVolumes(model),
        ...scalingVolumes(model.membership),
        ...(model.tls?.volumes ?? []),
        ...model.authentication.volumes,
        ...model.pod.volumes,
      ],
    },
  };
}

const RESTRICTED: k8s.SecurityContext = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };

/** A container of the user's, as restricted as Pod Security asks for where nothing else is said. */
function restricted(container: k8s.Container): k8s.Container {
  return { ...container, securityContext: container.securityContext ?? RESTRICTED };
}

/** The part of a container that is the same for each that runs the broker's image. */
function imageContainer(model: ClusterModel): Pick<k8s.Container, 'image' | 'imagePullPolicy' | 'securityContext'> {
  return {
    image: model.image.reference,
    imagePullPolicy: model.imagePullPolicy,
    securityContext: { ...RESTRICTED, readOnlyRootFilesystem: true },
  };
}

/** Copies what the broker must own or may rewrite: a cookie with any other mode than 600 stops it. */
function setupContainer(model: ClusterModel): k8s.Container {
  const script = [
    'set -eu',
    `cp ${COOKIE}/cookie ${HOME}/.erlang.cookie`,
    `chmod 600 ${HOME}/.erlang.cookie`,
    `cp ${CONFIGURATION_FOLDER}/${CONFIGURATION_FILES.plugins} ${HOME}/${CONFIGURATION_FILES.plugins}`,
    ...(model.tls?.interNode ? [`cat >${DISTRIBUTION_OPTIONS} <<'END'`, `${distributionOptions(model.tls.interNode)}END`] : []),
    ...(model.ipv6 ? [`echo '${IPV6_RESOLVER}' >${RESOLVER}`] : []),
    '',
  ].join('\n');
  return {
    ...imageContainer(model),
    name: 'setup',
    command: ['sh', '-c', script],
    resources: withEphemeralStorage(model.auxiliaryPods.resources ?? {
      requests: { cpu: k8s.Quantity.fromString('50m'), memory: k8s.Quantity.fromString('64Mi') },
      limits: { cpu: k8s.Quantity.fromString('500m'), memory: k8s.Quantity.fromString('64Mi') },
    }, model.resources.ephemeralStorage),
    volumeMounts: [
      { name: 'home', mountPath: HOME },
      { name: 'configuration', mountPath: CONFIGURATION_FOLDER, readOnly: true },
      { name: 'erlang-cookie', mountPath: COOKIE, readOnly: true },
    ],
  };
}

function downloadContainers(model: ClusterModel): k8s.Container[] {
  const resources = model.auxiliaryPods.resources ?? {
    requests: { cpu: k8s.Quantity.fromString('50m'), memory: k8s.Quantity.fromString('64Mi') },
    limits: { cpu: k8s.Quantity.fromString('500m'), memory: k8s.Quantity.fromString('256Mi') },
  };
  const container = {
    ...imageContainer(model),
    resources: withEphemeralStorage(resources, model.resources.ephemeralStorage),
  };
  return pluginContainers(model.pluginDownloads, container, PROGRAMS_FOLDER);
}

function brokerContainer(model: ClusterModel): k8s.Container {
  return {
    ...imageContainer(model),
    name: BROKER_CONTAINER,
    env: [
      ...ownEnv(model),
      ...pluginEnv(model.pluginDownloads),
      ...bootEnv(PROGRAMS_FOLDER),
      ...scalingEnv(model.membership, PROGRAMS_FOLDER),
      ...distributionEnv(model, { tlsOptions: DISTRIBUTION_OPTIONS, resolver: RESOLVER }),
      ...model.pod.env,
    ],
    ports: [
      ...model.ports.map(({ name, number }) => ({ name, containerPort: number })),
      ...Object.entries(INTERNAL_PORTS).map(([name, containerPort]) => ({ name, containerPort })),
    ],
    resources: renderResources(model.resources),
    ...model.probes,
    lifecycle: { preStop: { exec: { command: ['sh', '-c', preStopScript(model)] } } },
    volumeMounts: [
      { name: 'home', mountPath: HOME },
      { name: DATA_CLAIM, mountPath: `${HOME}/mnesia` },
      { name: 'conf', mountPath: '/etc/rabbitmq/conf.d', readOnly: true },
      { name: 'configuration', mountPath: CONFIGURATION_FOLDER, readOnly: true },
      { name: 'programs', mountPath: PROGRAMS_FOLDER, readOnly: true },
      secretVolumeMount(),
      { name: 'logs', mountPath: '/var/log/rabbitmq' },
      { name: 'tmp', mountPath: '/tmp' },
      ...model.storage.additionalClaims.map(({ name, mountPath }) => ({ name, mountPath })),
      ...scalingVolumeMounts(model.membership),
      ...(model.tls?.volumeMounts ?? []),
      ...model.authentication.volumeMounts,
      ...model.pod.volumeMounts,
    ],
  };
}

function ownEnv(model: ClusterModel): k8s.EnvVar[] {
  const { names } = model;
  const fromField = (name: string, fieldPath: string): k8s.EnvVar => ({ name, valueFrom: { fieldRef: { fieldPath } } });
  return [
    fromField('POD_NAME', 'metadata.name'),
    fromField('POD_NAMESPACE', 'metadata.namespace'),
    { name: 'RABBITMQ_USE_LONGNAME', value: 'true' },
    { name: 'RABBITMQ_NODENAME', value: `rabbit@$(POD_NAME).${names.nodesService}.$(POD_NAMESPACE)` },
    { name: 'RABBITMQ_ENABLED_PLUGINS_FILE', value: `${HOME}/${CONFIGURATION_FILES.plugins}` },
    // "-", the value in some images, logs to the console without the format of rabbitmq.conf
    { name: 'RABBITMQ_LOGS', value: '' },
    ...(model.image.version.discoversPeersThroughApi
      ? [{ name: 'K8S_HOSTNAME_SUFFIX', value: `.${names.nodesService}.$(POD_NAMESPACE)` }]
      : []),
    ...(model.advancedConfig === undefined ? [] : [{ name: 'RABBITMQ_ADVANCED_CONFIG_FILE', value: `${CONFIGURATION_FOLDER}/${CONFIGURATION_FILES.advanced}` }]),
    ...(model.envConfig === undefined ? [] : [{ name: 'RABBITMQ_CONF_ENV_FILE', value: `${CONFIGURATION_FOLDER}/${CONFIGURATION_FILES.env}` }]),
  ];
}

function ownVolumes(model: ClusterModel): k8s.Volume[] {
  const { names, credentials } = model;
  return [
    // with the cookie, so never on a disk of the Kubernetes node
    { name: 'home', emptyDir: { medium: 'Memory', sizeLimit: k8s.Quantity.fromString('64Mi') } },
    // a crash dump has all of the memory as text, and a pod above the limit is evicted
    { name: 'logs', emptyDir: { sizeLimit: k8s.Quantity.fromString(`${Math.ceil(3 * model.resources.memoryLimitBytes / MEBIBYTE)}Mi`) } },
    { name: 'tmp', emptyDir: { sizeLimit: k8s.Quantity.fromString('1Gi') } },
    { name: 'conf', configMap: { name: names.configMap, items: [CONFIGURATION_FILES.conf, CONFIGURATION_FILES.size].map(file => ({ key: file, path: file })) } },
    { name: 'configuration', configMap: { name: names.configMap } },
    { name: 'programs', configMap: { name: clusterProgramsName(model) } },
    { name: 'erlang-cookie', secret: { secretName: credentials.cookie.secret, items: [{ key: credentials.cookie.key, path: 'cookie' }], defaultMode: 0o400 } },
    secretVolume(model),
    ...(model.storage.ephemeral ? [{ name: DATA_CLAIM, emptyDir: {} }] : []),
  ];
}
