import type { Dialect } from '../dialect';
import { joined, ONLY_CONSTRUCTS } from './common';

const IMAGE = /^(?:(?<registry>[^/]*[.:][^/]*|localhost)\/)?(?<repository>[^@:]+)(?::(?<tag>[^@]+))?(?:@.*)?$/;

function imagePart(part: 'registry' | 'repository' | 'tag'): (value: unknown) => unknown {
  return value => IMAGE.exec(String(value))?.groups?.[part];
}

/** A `RabbitmqCluster` of the Cluster Operator, 2.x: https://www.rabbitmq.com/kubernetes/operator/using-operator */
export const CLUSTER_OPERATOR: Dialect = {
  title: 'a RabbitmqCluster of the Cluster Operator',
  same: {
    'metadata.name': ['fullnameOverride'],
    'spec.replicas': ['replicaCount'],
    'spec.image': [['image.registry', imagePart('registry')], ['image.repository', imagePart('repository')], ['image.tag', imagePart('tag')]],
    'spec.imagePullSecrets': ['image.pullSecrets'],
    'spec.service.type': ['service.type'],
    'spec.service.annotations': ['service.annotations'],
    'spec.persistence.storageClassName': ['persistence.storageClass'],
    'spec.persistence.storage': ['persistence.size'],
    'spec.resources': ['resources'],
    'spec.tolerations': ['tolerations'],
    'spec.rabbitmq.additionalPlugins': ['extraPlugins', joined],
    'spec.rabbitmq.additionalConfig': ['extraConfiguration'],
    'spec.rabbitmq.advancedConfig': ['advancedConfiguration'],
    'spec.tls.secretName': [['auth.tls.existingSecret'], ['auth.tls.enabled', isGiven]],
  },
  none: {
    apiVersion: '', kind: '', status: '', metadata: '',
    'spec.affinity': 'scheduling.nodeSpread and zoneSpread spread brokers; nodeSelector selects nodes',
    'spec.override': 'patches of objects: only the constructs take them',
    'spec.rabbitmq.envConfig': ONLY_CONSTRUCTS, 'spec.rabbitmq.erlangInetConfig': 'only the constructs have it: ipv6',
    'spec.secretBackend': 'name an existing Secret in credentials.existingSecret',
    'spec.tls.caSecretName': 'ca.crt is a key of tls.existingSecret', 'spec.tls.disableNonTLSListeners': 'set tls.only to true',
    'spec.service.ipFamilyPolicy': ONLY_CONSTRUCTS, 'spec.service.labels': ONLY_CONSTRUCTS,
    'spec.terminationGracePeriodSeconds': '', 'spec.skipPostDeploySteps': '', 'spec.autoEnableAllFeatureFlags': '', 'spec.delayStartSeconds': '',
  },
  granted: { replicaCount: 1, 'persistence.size': '10Gi', 'networkPolicy.allowExternal': true },
};

function isGiven(): boolean {
  return true;
}
