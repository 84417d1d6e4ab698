import type { Dialect } from '../dialect';
import { isMap } from '../draft';
import { COMPUTED_MEMORY, hostOf, isFilled, joined, ONLY_CONSTRUCTS, OWN_PROBES, OWN_SECURITY, SECRET } from './common';

/** Values of the chart `rabbitmq` of groundhog2k, 2.3: https://github.com/groundhog2k/helm-charts/tree/master/charts/rabbitmq */
export const GROUNDHOG2K: Dialect = {
  title: 'groundhog2k\'s chart',
  same: {
    'image.registry': ['image.registry'],
    'image.repository': ['image.repository'],
    'image.tag': ['image.tag'],
    'image.pullPolicy': ['image.pullPolicy'],
    imagePullSecrets: ['image.pullSecrets'],
    fullnameOverride: ['fullnameOverride'],
    replicaCount: ['replicaCount'],
    podAnnotations: ['podAnnotations'],
    'service.type': ['service.type'],
    'service.annotations': ['service.annotations'],
    'serviceMonitor.enabled': ['metrics.serviceMonitor.enabled'],
    'serviceMonitor.interval': ['metrics.serviceMonitor.interval'],
    'serviceMonitor.additionalLabels': ['metrics.serviceMonitor.labels'],
    'ingress.enabled': ['ingress.enabled'],
    'ingress.annotations': ['ingress.annotations'],
    'ingress.className': ['ingress.ingressClassName'],
    'ingress.hosts': ['ingress.hostname', hostOf],
    'ingress.tls': ['ingress.tls', isFilled],
    resources: ['resources'],
    nodeSelector: ['nodeSelector'],
    tolerations: ['tolerations'],
    plugins: ['extraPlugins', joined],
    'authentication.user': ['auth.username', plainValue],
    customConfig: ['extraConfiguration'],
    customAdvancedConfig: ['advancedConfiguration'],
    'storage.requestedSize': ['persistence.size'],
    'storage.className': ['persistence.storageClass'],
    'storage.accessModes': ['persistence.accessModes'],
  },
  none: {
    initImage: '', initResources: '', nameOverride: 'cluster.name names everything', clusterDomain: '', revisionHistoryLimit: '', rbac: '', clustering: '',
    podManagementPolicy: '', updateStrategyType: '', terminationGracePeriodSeconds: '', k8sPeerDiscoveryPlugin: '', managementPlugin: '', prometheusPlugin: '',
    'service.amqp': '', 'service.amqps': '', 'service.mgmt': '', 'service.prometheus': '', 'service.clusterIP': '', 'service.loadBalancerIP': ONLY_CONSTRUCTS,
    'service.labels': ONLY_CONSTRUCTS, 'options.tcp': '',
    'authentication.password': SECRET, 'authentication.erlangCookie': SECRET,
    'options.memoryHighWatermark': COMPUTED_MEMORY, 'options.memory': COMPUTED_MEMORY,
    'options.ssl': 'set tls.enabled, and tls.existingSecret to a Secret with tls.crt, tls.key and ca.crt',
    securityContext: OWN_SECURITY, podSecurityContext: OWN_SECURITY, livenessProbe: OWN_PROBES,
    readinessProbe: OWN_PROBES, startupProbe: OWN_PROBES,
    customStartupProbe: OWN_PROBES, customLivenessProbe: OWN_PROBES, customReadinessProbe: OWN_PROBES,
    serviceAccount: ONLY_CONSTRUCTS, env: ONLY_CONSTRUCTS, args: 'brokers start as the chart starts them', extraInitContainers: ONLY_CONSTRUCTS, extraContainers: ONLY_CONSTRUCTS,
    extraServices: 'ports of plugins are part of the client Service', extraSecrets: ONLY_CONSTRUCTS, extraEnvSecrets: ONLY_CONSTRUCTS,
    extraSecretConfigs: 'values are no place for secrets; only the constructs read them from Secrets', extraSecretAdvancedConfigs: 'only the constructs have it',
    affinity: 'scheduling.nodeSpread and zoneSpread spread brokers', podDisruptionBudget: 'one broker at a time may be evicted', statefulsetLabels: 'use commonLabels',
    statefulsetAnnotations: 'use commonAnnotations', 'storage.persistentVolumeClaimName': 'each broker has a claim of its own',
    'serviceMonitor.annotations': ONLY_CONSTRUCTS, 'serviceMonitor.scrapeTimeout': 'serviceMonitor has other keys', 'serviceMonitor.extraEndpointParameters': 'serviceMonitor has other keys',
    'serviceMonitor.extraParameters': 'serviceMonitor has other keys',
  },
  granted: { replicaCount: 1, 'auth.username': 'guest', 'networkPolicy.allowExternal': true },
};

/** A value, or a map with it or with a reference to a Secret. */
function plainValue(given: unknown): unknown {
  return isMap(given) ? given.value : given;
}
