import type { Convert, Counterpart, Dialect, Note } from '../dialect';
import { isEmpty, isMap, valueAt } from '../draft';
import { scalar } from '../../kubernetes/quantity';
import { always, joined, withoutIds } from './common';

type Map = Readonly<Record<string, unknown>>;

const IMAGE = /^(?:(?<registry>[^/]*[.:][^/]*|localhost)\/)?(?<repository>[^@:]+)(?::(?<tag>[^@]+))?(?:@(?<digest>.*))?$/;
const POD = 'spec.override.statefulSet.spec.template.spec';
const POD_METADATA = 'spec.override.statefulSet.spec.template.metadata';
const SERVICE = 'spec.override.service';
/** Labels and annotations of tools, which own what has them. */
const OF_TOOLS = /^(app\.kubernetes\.io|helm\.sh|meta\.helm\.sh|kubectl\.kubernetes\.io|([\w-]+\.)*argoproj\.io|([\w-]+\.)*fluxcd\.io|rabbitmq\.com)\//;
/** Names in rabbitmq-env.conf that RabbitMQ reads as they are. */
const UNPREFIXED = /^(RABBITMQ|ERL|POD|K8S)_/;

function imagePart(part: 'registry' | 'repository' | 'tag' | 'digest'): Convert {
  return value => IMAGE.exec(String(value))?.groups?.[part];
}

/** A `RabbitmqCluster` of the Cluster Operator, 2.x: https://www.rabbitmq.com/kubernetes/operator/using-operator */
export const CLUSTER_OPERATOR: Dialect = {
  title: 'a RabbitmqCluster of the Cluster Operator',
  same: {
    'metadata.name': ['fullnameOverride'],
    'metadata.labels': [['commonLabels', ownTexts], ['podLabels', ownTexts]],
    'metadata.annotations': [['commonAnnotations', ownTexts], ['podAnnotations', ownTexts]],
    'spec.replicas': ['replicaCount'],
    'spec.image': (['registry', 'repository', 'tag', 'digest'] as const).map((part): Counterpart => [`image.${part}`, imagePart(part)]),
    'spec.imagePullSecrets': ['image.pullSecrets'],
    'spec.service.type': ['service.type'],
    'spec.service.annotations': ['service.annotations'],
    'spec.service.ipFamilyPolicy': ['service.ipFamilyPolicy'],
    'spec.persistence.storageClassName': ['persistence.storageClass'],
    'spec.persistence.storage': [['persistence.size', unlessZero], ['persistence.enabled', offIfZero]],
    'spec.resources': ['resources'],
    'spec.affinity': ['affinity'],
    'spec.tolerations': ['tolerations'],
    'spec.rabbitmq.additionalPlugins': ['extraPlugins', joined],
    'spec.rabbitmq.additionalConfig': ['extraConfiguration'],
    'spec.rabbitmq.advancedConfig': ['advancedConfiguration'],
    'spec.rabbitmq.envConfig': [['extraEnvVars', environment], ['ipv6', isIpv6]],
    'spec.rabbitmq.erlangInetConfig': ['ipv6', inet],
    'spec.tls.secretName': [['auth.tls.existingSecret'], ['auth.tls.enabled', always(true)]],
    'spec.tls.caSecretName': [
      ['auth.tls.sslOptionsVerify', always('verify_peer')], ['auth.tls.failIfNoPeerCert', always(false)],
      ['auth.tls.overrideCaCertificate', otherAuthority],
    ],
    'spec.tls.disableNonTLSListeners': ['auth.tls.only'],
    'spec.secretBackend.externalSecret.name': [
      ['auth.existingPasswordSecret'], ['auth.existingSecretPasswordKey', always('password')], ['auth.existingSecretUsernameKey', always('username')],
    ],
    [`${POD_METADATA}.labels`]: ['podLabels'],
    [`${POD_METADATA}.annotations`]: ['podAnnotations'],
    ...under(POD, '', [
      'nodeSelector', 'tolerations', 'affinity', 'topologySpreadConstraints', 'priorityClassName', 'hostAliases', 'dnsPolicy', 'dnsConfig',
    ]),
    [`${POD}.volumes`]: ['extraVolumes'],
    [`${POD}.initContainers`]: ['initContainers', initContainers],
    [`${POD}.containers`]: [['sidecars', sidecars], ['extraEnvVars', ofBroker('env')], ['extraVolumeMounts', ofBroker('volumeMounts')]],
    [`${POD}.serviceAccountName`]: [['serviceAccount.name'], ['serviceAccount.create', always(false)]],
    [`${SERVICE}.metadata.annotations`]: ['service.annotations'],
    ...under(`${SERVICE}.spec`, 'service.', [
      'type', 'externalTrafficPolicy', 'internalTrafficPolicy', 'sessionAffinity', 'sessionAffinityConfig', 'loadBalancerClass',
      'loadBalancerSourceRanges', 'ipFamilyPolicy', 'ipFamilies', 'trafficDistribution', 'loadBalancerIP',
    ]),
  },
  none: {
    apiVersion: '', kind: '', status: '', metadata: '',
    'spec.override': 'a patch without a value in the chart: write it with the constructs and addJsonPatch (docs/cluster.md)',
    [`${SERVICE}.spec.ports`]: 'containers and Services have the ports of enabled plugins and of tls: add the plugin to plugins, '
      + 'or write a further Service in extraObjects',
    'spec.override.statefulSet.spec.replicas': 'set cluster.replicaCount',
    'spec.override.statefulSet.spec.podManagementPolicy': '', 'spec.override.statefulSet.spec.updateStrategy': '',
    'spec.override.statefulSet.spec.volumeClaimTemplates': 'persistence has size, storageClass, accessModes, labels, annotations, selector and '
      + 'dataSource of the claims; only the constructs have further claims (storage.additionalClaims)',
    [`${POD}.securityContext`]: 'pods run under Pod Security "restricted", with the ids of image.user and image.group, '
      + 'or those of the platform with platformAssignedIds',
    [`${POD}.terminationGracePeriodSeconds`]: '',
    'spec.secretBackend': 'copy the login into a Secret with username and password, as External Secrets does, and name it in credentials.existingSecret',
    'spec.service.labels': 'set commonLabels, which all Services of the cluster have',
    'spec.terminationGracePeriodSeconds': '', 'spec.skipPostDeploySteps': '', 'spec.autoEnableAllFeatureFlags': '', 'spec.delayStartSeconds': '',
  },
  granted: { replicaCount: 1, 'persistence.size': '10Gi', 'networkPolicy.allowExternal': true },
  defaults: {},
  unsaid(theirs, set) {
    withoutIds(theirs, set, `${POD}.securityContext`);
    return [];
  },
};

/** Fields of an object that have keys of the same name. */
function under(parent: string, prefix: string, fields: readonly string[]): Record<string, Counterpart> {
  return Object.fromEntries(fields.map((field): [string, Counterpart] => [`${parent}.${field}`, [`${prefix}${field}`]]));
}

/** Labels and annotations that the operator hands on, without those of tools. */
function ownTexts(texts: unknown): unknown {
  const own = Object.entries(isMap(texts) ? texts : {}).filter(([name]) => !OF_TOOLS.test(name));
  return own.length > 0 ? Object.fromEntries(own) : undefined;
}

/** The operator makes no volumes for a size of zero. */
function isZero(size: unknown): boolean {
  return /^0+(\.0+)?[a-zA-Z]*$/.test(String(size)) && scalar(String(size)) === 0;
}

function offIfZero(size: unknown): unknown {
  return isZero(size) ? false : undefined;
}

function isIpv6(envConfig: unknown): unknown {
  return String(envConfig).includes('inet6_t') || undefined;
}

/** The authority may be in the Secret of the certificate. */
function otherAuthority(secret: unknown, _note: Note, theirs: Map): unknown {
  return valueAt(theirs, 'spec.tls.secretName') === secret ? undefined : secret;
}

function unlessZero(size: unknown): unknown {
  return isZero(size) ? undefined : size;
}

/** Lines of rabbitmq-env.conf as variables of the container. */
function environment(text: unknown, note: Note): unknown {
  const lines = String(text).split('\n').map(raw => raw.trim()).filter(each => each !== '' && !each.startsWith('#'));
  const parsed = lines.map(each => /^(?:export\s+)?([A-Za-z_]\w*)=(?:"([^"]*)"|'([^']*)'|(\S*))$/.exec(each));
  if (parsed.some(each => each === null || /[$`\\]/.test(each[0]))) {
    note('left out lines that a shell has to read: write what comes out of them in pod.env');
  }
  const variables = parsed.flatMap((each) => {
    const [all = '', name = '', ...values] = each ?? [];
    const value = values.find(one => one !== undefined) ?? '';
    return each === null || /[$`\\]/.test(all) || value.includes('inet6_t') ? [] : [{ name: UNPREFIXED.test(name) ? name : `RABBITMQ_${name}`, value }];
  });
  return variables.length > 0 ? variables : undefined;
}

/** Erlang's resolver for a cluster of IPv6. */
function inet(text: unknown, note: Note): unknown {
  const terms = String(text).replaceAll(/%.*/g, '').replaceAll(/\s/g, '');
  if (!/^(\{inet6,(true|false)\}\.)*$/.test(terms)) {
    note('the resolver of brokers has ipv6 only: write name servers in pod.dnsConfig, and hosts in pod.hostAliases');
  }
  return terms.includes('{inet6,true}') || undefined;
}

function containers(list: unknown): Map[] {
  return (Array.isArray(list) ? list : []).filter(isMap);
}

function sidecars(list: unknown): unknown {
  const others = containers(list).filter(({ name }) => name !== 'rabbitmq');
  return others.length > 0 ? others : undefined;
}

/** A field of the broker container; the first one notes what of it has no counterpart. */
function ofBroker(field: 'env' | 'volumeMounts'): Convert {
  return (list, note) => {
    const broker = containers(list).find(({ name }) => name === 'rabbitmq') ?? {};
    const others = Object.keys(broker).filter(key => !['name', 'env', 'volumeMounts'].includes(key) && !isEmpty(broker[key]));
    if (field === 'env' && others.length > 0) {
      note(`left out of the broker container: ${others.join(', ')}. The chart has resources, probes, lifecycle and ports of its own; `
        + 'write other patches with the constructs and addJsonPatch (docs/cluster.md)');
    }
    return isEmpty(broker[field]) ? undefined : broker[field];
  };
}

/** Containers that run before the broker, without patches of the operator's own. */
function initContainers(list: unknown, note: Note): unknown {
  const own = containers(list).filter(({ name }) => name !== 'setup-container');
  if (own.length < containers(list).length) {
    note('left out the patch of setup-container: the chart has init containers of its own');
  }
  return own.length > 0 ? own : undefined;
}
