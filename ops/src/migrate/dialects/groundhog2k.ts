import type { Convert, Dialect, Note } from '../dialect';
import { isEmpty, isMap, valueAt } from '../draft';
import {
  always, hostOf, isFilled, joined, line, ONE_CLAIM, OWN_SECURITY, sameKeys, sameReasons, SECRET, STATEFUL_SET,
  tlsSecretOf, withoutIds,
} from './common';
import { whyUnsupported } from '../unsupported-values';

type Map = Readonly<Record<string, unknown>>;

const PORTS = 'ports are RabbitMQ\'s own: change those of clients';
const MONITOR = 'the chart\'s ServiceMonitor has no such field: leave serviceMonitor.enabled off, and write a ServiceMonitor in extraObjects';
const CERTIFICATE = 'the certificate is in the Secret of tls.existingSecret, or cert-manager issues it by tls.issuer';

/**
 * Values of the chart `rabbitmq` of groundhog2k, 2.3:
 * https://github.com/groundhog2k/helm-charts/tree/master/charts/rabbitmq
 */
export const GROUNDHOG2K: Dialect = {
  title: 'groundhog2k\'s chart',
  same: {
    ...sameKeys(
      'image.registry', 'image.repository', 'image.tag', 'image.pullPolicy', 'fullnameOverride', 'replicaCount',
      'clusterDomain', 'podAnnotations', 'podLabels', 'resources', 'nodeSelector', 'tolerations', 'affinity',
      'topologySpreadConstraints', 'service.type', 'service.annotations', 'service.loadBalancerSourceRanges',
      'serviceAccount.create', 'serviceAccount.name', 'serviceAccount.annotations', 'readinessProbe.periodSeconds',
      'readinessProbe.failureThreshold', 'clustering.rebalance', 'ingress.enabled', 'ingress.annotations',
      'httpRoute', 'priorityClassName',
    ),
    imagePullSecrets: ['image.pullSecrets'],
    'service.amqp.nodePort': ['service.nodePorts.amqp'],
    'service.amqps.nodePort': ['service.nodePorts.amqpTls'],
    'service.mgmt.nodePort': ['service.nodePorts.manager'],
    'service.prometheus.nodePort': ['service.nodePorts.metrics'],
    'serviceMonitor.enabled': ['metrics.serviceMonitor.default.enabled'],
    'serviceMonitor.interval': ['metrics.serviceMonitor.default.interval'],
    'serviceMonitor.scrapeTimeout': ['metrics.serviceMonitor.default.scrapeTimeout'],
    'serviceMonitor.additionalLabels': ['metrics.serviceMonitor.labels'],
    'serviceMonitor.detailed.enabled': ['metrics.serviceMonitor.detailed.enabled'],
    'serviceMonitor.detailed.family': ['metrics.serviceMonitor.detailed.family'],
    'ingress.className': ['ingress.ingressClassName'],
    'ingress.hosts': ['ingress.hostname', hostOf],
    'ingress.tls': [['ingress.tls', isFilled], ['ingress.existingSecret', tlsSecretOf]],
    plugins: ['extraPlugins', joined],
    'authentication.user': [['auth.username', plainValue], ['auth.existingSecretUsernameKey', secretKey]],
    'authentication.password': ['auth.existingSecretPasswordKey', secretOnly],
    'authentication.erlangCookie': ['auth.existingSecretErlangKey', secretOnly],
    'authentication.existingSecret': [['auth.existingPasswordSecret'], ['auth.existingErlangSecret']],
    customConfig: ['extraConfiguration'],
    customAdvancedConfig: ['advancedConfiguration'],
    'options.memoryHighWatermark': ['memoryHighWatermark', watermark],
    'options.memory.totalAvailableOverrideValue': ['extraConfiguration', line('total_memory_available_override_value')],
    'options.memory.calculationStrategy': ['extraConfiguration', line('vm_memory_calculation_strategy')],
    'options.ssl.enabled': ['auth.tls.enabled'],
    'options.ssl.verify': ['auth.tls.sslOptionsVerify', verification],
    'options.ssl.failIfNoPeerCert': ['auth.tls.failIfNoPeerCert'],
    'options.ssl.depth': ['auth.tls.depth'],
    'options.ssl.certPaths': [['auth.tls.existingSecret', certificateSecret], ['auth.tls.existingSecretKeys', certificateKeys]],
    env: ['extraEnvVars'],
    extraInitContainers: ['initContainers'],
    extraContainers: ['sidecars'],
    extraSecrets: [['extraVolumes', volumes('secret', 'secretName')], ['extraVolumeMounts', mounts]],
    extraConfigs: [['extraVolumes', volumes('configMap', 'name')], ['extraVolumeMounts', mounts]],
    extraStorage: [['extraVolumes', claims], ['extraVolumeMounts', mounts]],
    'networkPolicy.ingress': [
      ['networkPolicy.extraIngress', listOf], ['networkPolicy.allowExternal', always(false)],
      ['networkPolicy.addExternalClientAccess', always(false)],
    ],
    'networkPolicy.egress': ['networkPolicy.extraEgress', listOf],
    'storage.requestedSize': ['persistence.size'],
    'storage.className': ['persistence.storageClass'],
    'storage.accessModes': ['persistence.accessModes'],
    'storage.labels': ['persistence.labels'],
    'storage.annotations': ['persistence.annotations'],
  },
  none: {
    ...sameReasons(
      'livenessProbe', 'readinessProbe', 'startupProbe', 'customLivenessProbe', 'customReadinessProbe',
      'customStartupProbe', 'args', 'clustering.forceBoot', 'nameOverride', 'revisionHistoryLimit',
      'podManagementPolicy', 'terminationGracePeriodSeconds', 'service.labels', 'service.clusterIP',
      'service.loadBalancerIP',
    ),
    updateStrategyType: whyUnsupported('updateStrategy') ?? '',
    initImage: '', initResources: '', rbac: '', 'clustering.useLongName': '', k8sPeerDiscoveryPlugin: '', prometheusPlugin: '',
    'managementPlugin.enabled': 'the management plugin is always on', 'managementPlugin.tcp': PORTS, 'prometheusPlugin.tcp': PORTS,
    'service.amqp': PORTS, 'service.amqps': PORTS, 'service.mgmt': PORTS, 'service.prometheus': PORTS,
    'options.tcp': PORTS, 'options.ssl.port': PORTS,
    'service.extraPorts': 'containers and Services have the ports of enabled plugins and of tls: add the plugin to plugins',
    extraServices: 'ports of plugins are part of the client Service: write a further Service in extraObjects',
    authentication: SECRET, certificates: CERTIFICATE,
    securityContext: OWN_SECURITY, podSecurityContext: OWN_SECURITY,
    extraEnvSecrets: 'all variables of a Secret at once have no counterpart: write each in pod.env with valueFrom.secretKeyRef',
    extraSecretConfigs: 'write what is in the Secret into rabbitmqConf, with $(NAME) instead of passwords, and set the variable NAME '
      + 'in pod.env with valueFrom.secretKeyRef',
    extraSecretAdvancedConfigs: 'write what is in the Secret, without passwords, into advancedConfiguration',
    podDisruptionBudget: 'one broker at a time may be evicted',
    statefulsetLabels: STATEFUL_SET, statefulsetAnnotations: STATEFUL_SET, customLabels: STATEFUL_SET,
    customAnnotations: STATEFUL_SET,
    'ingress.labels': 'an Ingress has the labels of the chart: write one of your own in extraObjects',
    'storage.persistentVolumeClaimName': ONE_CLAIM, 'storage.volumeName': '',
    'serviceMonitor.detailed': MONITOR, 'serviceMonitor.annotations': MONITOR, 'serviceMonitor.extraEndpointParameters': MONITOR,
    'serviceMonitor.extraParameters': MONITOR,
  },
  granted: { replicaCount: 1, 'auth.username': 'guest', 'networkPolicy.allowExternal': true },
  defaults: {
    'service.amqp.port': 5672, 'service.amqps.port': 5671, 'service.mgmt.port': 15672,
    'service.prometheus.port': 15692,
    'options.tcp.port': 5672, 'options.ssl.port': 5671, 'managementPlugin.enabled': true, 'managementPlugin.tcp.port': 15672,
    'prometheusPlugin.tcp.port': 15692, 'serviceMonitor.detailed.interval': '30s',
    podManagementPolicy: 'OrderedReady', updateStrategyType: 'RollingUpdate', terminationGracePeriodSeconds: 60,
    'serviceAccount.create': true,
    podSecurityContext: { fsGroup: 999, supplementalGroups: [999] },
    securityContext: {
      allowPrivilegeEscalation: false, privileged: false, readOnlyRootFilesystem: true, runAsNonRoot: true,
      runAsGroup: 999, runAsUser: 999,
      capabilities: { drop: ['ALL'] },
    },
    livenessProbe: {
      enabled: true, initialDelaySeconds: 60, timeoutSeconds: 20, periodSeconds: 30, failureThreshold: 5,
      successThreshold: 1,
    },
    readinessProbe: {
      enabled: true, initialDelaySeconds: 60, timeoutSeconds: 20, periodSeconds: 30, failureThreshold: 5,
      successThreshold: 1,
    },
    startupProbe: {
      enabled: true, initialDelaySeconds: 10, timeoutSeconds: 5, failureThreshold: 30, successThreshold: 1,
      periodSeconds: 10,
    },
  },
  unsaid(theirs, set) {
    withoutIds(theirs, set, 'podSecurityContext', 'podSecurityContext.fsGroup', 'securityContext', 'securityContext.runAsUser');
    return isEmpty(valueAt(theirs, 'storage.requestedSize')) && isEmpty(valueAt(theirs, 'storage.persistentVolumeClaimName'))
      ? [{
          key: 'storage.requestedSize',
          what: 'without it brokers lost their data with their pods; here each has a volume of the chart\'s own size. '
            + 'Set persistence.size, or persistence.enabled to false',
        }]
      : [];
  },
};

/** A value, or a map with it or with a reference to a Secret. */
function plainValue(given: unknown): unknown {
  return isMap(given) ? given.value : given;
}

function verification(isOn: unknown): unknown {
  return isOn === true ? 'verify_peer' : 'verify_none';
}

function secretKey(given: unknown): unknown {
  return isMap(given) ? given.secretKey : undefined;
}

/** The key of a secret in its Secret; a value is not carried over. */
function secretOnly(given: unknown, note: Note): unknown {
  if (!isEmpty(plainValue(given))) {
    note(SECRET);
  }
  return secretKey(given);
}

function watermark(given: unknown, note: Note): unknown {
  const { pagingRatio, ...rest } = given as Record<string, unknown>;
  if (!isEmpty(pagingRatio)) {
    note('RabbitMQ pages nothing out since 4.0: pagingRatio has no effect');
  }
  return rest;
}

function listOf(rules: unknown): unknown {
  return Array.isArray(rules) ? rules : [rules];
}

function volumes(kind: string, field: string): Convert {
  return list => items(list).map(({ name, defaultMode }) => ({
    name, [kind]: { [field]: name, defaultMode: isEmpty(defaultMode) ? 0o440 : defaultMode },
  }));
}

function claims(list: unknown): unknown {
  return items(list).map(({ name, pvcName }) => ({ name, persistentVolumeClaim: { claimName: pvcName } }));
}

function mounts(list: unknown): unknown {
  return items(list).map(({ name, mountPath }) => ({ name, mountPath }));
}

function items(list: unknown): Map[] {
  return [list].flat().filter(isMap);
}

/** The Secret among those that are mounted where the certificate is read. */
function certificateSecret(paths: unknown, note: Note, theirs: Map): unknown {
  const { cert } = paths as Map;
  const secret = items(theirs.extraSecrets).find(({ mountPath }) => String(cert).startsWith(`${String(mountPath)}/`));
  if (secret === undefined) {
    note('the files of the certificate are in no Secret of extraSecrets: name a Secret in tls.existingSecret');
  }
  return secret?.name;
}

function certificateKeys(paths: unknown): unknown {
  const { cacert, cert, key } = paths as Map;
  const file = (path: unknown): string | undefined => (isEmpty(path) ? undefined : String(path).split('/').at(-1));
  return { ca: file(cacert), cert: file(cert), key: file(key) };
}
