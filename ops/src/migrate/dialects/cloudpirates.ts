import type { Dialect, Note } from '../dialect';
import { isEmpty, isMap } from '../draft';
import {
  hostOf, isFilled, joined, line, ONE_CLAIM, OWN_SECURITY, sameKeys, sameReasons, SECRET, STATEFUL_SET, tlsSecretOf,
  withoutIds,
} from './common';

const PORTS = 'ports are RabbitMQ\'s own: change those of clients';

/**
 * Values of the chart `rabbitmq` of CloudPirates, 0.21:
 * https://github.com/CloudPirates-io/helm-charts/tree/main/charts/rabbitmq
 */
export const CLOUDPIRATES: Dialect = {
  title: 'CloudPirates\' chart',
  same: {
    ...sameKeys(
      'global.imageRegistry', 'global.imagePullSecrets', 'fullnameOverride', 'commonLabels', 'commonAnnotations',
      'clusterDomain', 'image.registry', 'image.repository', 'replicaCount', 'auth.username', 'resources',
      'nodeSelector', 'tolerations', 'affinity', 'topologySpreadConstraints', 'priorityClassName', 'podLabels',
      'podAnnotations', 'extraEnvVars', 'extraVolumes', 'extraVolumeMounts', 'readinessProbe.periodSeconds',
      'readinessProbe.failureThreshold', 'persistence.enabled', 'persistence.storageClass', 'persistence.accessModes',
      'persistence.size', 'persistence.labels', 'persistence.annotations', 'service.type', 'service.annotations',
      'service.trafficDistribution', 'service.externalTrafficPolicy', 'serviceAccount.create', 'serviceAccount.name',
      'serviceAccount.annotations', 'serviceAccount.automountServiceAccountToken', 'metrics.enabled',
      'metrics.serviceMonitor.enabled', 'metrics.serviceMonitor.interval', 'metrics.serviceMonitor.scrapeTimeout',
      'metrics.serviceMonitor.labels', 'metrics.serviceMonitor.path', 'ingress.enabled', 'ingress.annotations',
      'pdb.create',
    ),
    'image.tag': [['image.tag', withoutDigest], ['image.digest', digestOf]],
    'image.imagePullPolicy': ['image.pullPolicy'],
    'service.nodePorts.amqp': ['service.nodePorts.amqp'],
    'service.nodePorts.mgmt': ['service.nodePorts.manager'],
    'service.nodePorts.metrics': ['service.nodePorts.metrics'],
    'auth.existingSecret': [['auth.existingPasswordSecret'], ['auth.existingErlangSecret']],
    'auth.existingPasswordKey': ['auth.existingSecretPasswordKey'],
    'auth.existingErlangCookieKey': ['auth.existingSecretErlangKey'],
    'config.memoryHighWatermark': ['memoryHighWatermark'],
    'config.logging.level': ['extraConfiguration', line('log.console.level')],
    'config.extraConfiguration': ['extraConfiguration'],
    'config.advancedConfiguration': ['advancedConfiguration'],
    queueBalancing: ['extraConfiguration', queueBalancing],
    additionalPlugins: ['extraPlugins', joined],
    definitions: ['loadDefinition', definitions],
    extraObjects: ['extraDeploy'],
    'customScripts.initContainers': ['initContainers'],
    'ingress.className': ['ingress.ingressClassName'],
    'ingress.hosts': ['ingress.hostname', hostOf],
    'ingress.tls': [['ingress.tls', isFilled], ['ingress.existingSecret', tlsSecretOf]],
    'gatewayAPI.httpRoute': ['httpRoute'],
  },
  none: {
    ...sameReasons(
      'livenessProbe', 'readinessProbe', 'startupProbe', 'persistence.mountPath',
      'persistentVolumeClaimRetentionPolicy', 'podManagementPolicy', 'service.allocateLoadBalancerNodePorts',
      'service.annotationsHeadless', 'rbac.rules', 'pdb.minAvailable', 'pdb.maxUnavailable', 'nameOverride',
      'namespaceOverride', 'revisionHistoryLimit', 'metrics.serviceMonitor.namespace',
      'metrics.serviceMonitor.annotations', 'metrics.serviceMonitor.namespaceSelector',
    ),
    'auth.enabled': 'users always need a password', 'auth.erlangCookiePermissions': '',
    peerDiscoveryK8sPlugin: '', 'managementPlugin.enabled': 'the management plugin is always on', initContainer: '',
    'auth.password': SECRET, 'auth.erlangCookie': SECRET,
    'config.logging': 'brokers log to the console: set log.console.level in configuration',
    installPlugins: 'write each in pluginDownloads with its name, the URL of the .ez file and its SHA-256',
    extraPorts: 'containers and Services have the ports of enabled plugins and of tls: add the plugin to plugins',
    'persistence.existingClaim': ONE_CLAIM,
    'service.amqpPort': PORTS, 'service.managementPort': PORTS, 'service.epmdPort': PORTS, 'service.distPort': PORTS, 'metrics.port': PORTS,
    podSecurityContext: OWN_SECURITY, containerSecurityContext: OWN_SECURITY,
    statefulsetLabels: STATEFUL_SET, statefulsetAnnotations: STATEFUL_SET,
    'customScripts.postStart': 'no command runs in a broker: use a container of pod.sidecars; rabbitmq-k8s rebalance spreads leaders',
    'customScripts.preStop': 'a preStop hook of the chart waits for a quorum and drains the broker',
    'rbac.create': 'the chart creates the Roles that its pods need',
  },
  granted: {
    replicaCount: 1, 'auth.username': 'admin', 'auth.existingSecretPasswordKey': 'password', 'auth.existingSecretErlangKey': 'erlang-cookie',
    'persistence.size': '8Gi', 'networkPolicy.allowExternal': true,
  },
  defaults: {
    'auth.enabled': true,
    'config.logging': { console: { enabled: true }, level: 'info' },
    'managementPlugin.enabled': true,
    'metrics.port': 15692,
    'pdb.maxUnavailable': 1,
    'service.allocateLoadBalancerNodePorts': true,
    'service.amqpPort': 5672, 'service.managementPort': 15672, 'service.epmdPort': 4369, 'service.distPort': 25672,
    revisionHistoryLimit: 10,
    podManagementPolicy: 'Parallel',
    'persistence.mountPath': '/var/lib/rabbitmq',
    persistentVolumeClaimRetentionPolicy: { enabled: false, whenDeleted: 'Retain', whenScaled: 'Retain' },
    'serviceAccount.create': true,
    'rbac.create': true,
    podSecurityContext: { fsGroup: 999, fsGroupChangePolicy: 'OnRootMismatch', seccompProfile: { type: 'RuntimeDefault' } },
    containerSecurityContext: {
      allowPrivilegeEscalation: false, runAsNonRoot: true, runAsUser: 999, runAsGroup: 999,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
    livenessProbe: {
      enabled: true, initialDelaySeconds: 120, periodSeconds: 30, timeoutSeconds: 20, failureThreshold: 3,
      successThreshold: 1,
    },
    readinessProbe: {
      enabled: true, initialDelaySeconds: 10, periodSeconds: 30, timeoutSeconds: 20, failureThreshold: 3,
      successThreshold: 1,
    },
  },
  unsaid(theirs, set) {
    withoutIds(theirs, set, 'podSecurityContext', 'podSecurityContext.fsGroup', 'containerSecurityContext', 'containerSecurityContext.runAsUser');
    return [];
  },
};

function withoutDigest(tag: unknown): unknown {
  return String(tag).replace(/@.*$/, '');
}

function digestOf(tag: unknown): unknown {
  return /@(.+)$/.exec(String(tag))?.[1];
}

/** Keys of rabbitmq.conf for queues. */
function queueBalancing(value: unknown, note: Note): unknown {
  const { enabled, queueLeaderLocator, quorumQueues, autoRebalance } = value as Record<string, unknown>;
  if (enabled !== true) {
    return undefined;
  }
  if (isMap(autoRebalance) && autoRebalance.enabled === true) {
    note('leaders of new queues are spread evenly; rabbitmq-k8s rebalance spreads those of existing queues');
  }
  const reconciliation = isMap(quorumQueues) ? quorumQueues.continuousMembershipReconciliation : undefined;
  const { enabled: isOn, targetGroupSize, interval, triggerInterval } = isMap(reconciliation) ? reconciliation : {};
  const keys = { enabled: isOn, target_group_size: targetGroupSize, interval, trigger_interval: triggerInterval };
  return [
    ...queueLeaderLocator === 'client-local' ? ['queue_leader_locator = client-local'] : [],
    ...isOn === true
      ? Object.entries(keys).filter(([, each]) => !isEmpty(each))
          .map(([name, each]) => `quorum_queue.continuous_membership_reconciliation.${name} = ${String(each)}`)
      : [],
  ].join('\n') || undefined;
}

/** Definitions in a Secret; others are written out, or in a ConfigMap. */
function definitions(value: unknown, note: Note): unknown {
  const {
    enabled, existingSecret, existingSecretKey, autoReload, existingConfigMap, ...others
  } = value as Record<string, unknown>;
  const lists = Object.values(others).filter(Array.isArray);
  if (enabled !== true) {
    return undefined;
  }
  if (isMap(autoReload) && autoReload.enabled === true) {
    note('brokers import definitions at their start, if they changed: write what changes without a restart in topology');
  }
  if (isEmpty(existingSecret) || lists.some(list => list.length > 0) || !isEmpty(existingConfigMap)) {
    note('definitions that are written out or in a ConfigMap are not carried over: create a Secret with all of them as JSON, '
      + 'and name it in definitions.existingSecret, or write them in topology');
  }
  return isEmpty(existingSecret)
    ? undefined
    : { enabled, existingSecret, key: isEmpty(existingSecretKey) ? 'defs.json' : existingSecretKey };
}
