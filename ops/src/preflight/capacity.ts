import { counted } from '../core/counted';
import { type Check, type CheckContext, finding, ifAllowed } from './check';
import { brokerPodIn, claimIn, podsIn, totalOf } from './pod-needs';
import { limitViolations } from './limit-range';
import { BROKER_CONTAINER } from '../core/cluster-ref';
import { firstOf } from '../core/first-of';
import type { Kubernetes } from '../kubernetes/library';
import { scalar } from '../kubernetes/quantity';

const ZONE = 'topology.kubernetes.io/zone';
const HOSTNAME = 'kubernetes.io/hostname';

/** Whether the namespace and the nodes have room for the brokers. */
export const capacityChecks: readonly Check[] = [
  ['Nodes', ifAllowed('Nodes', async ({ kubernetes, synthesized }) => {
    const pod = brokerPodIn(synthesized.manifests);
    const [cpu, memory] = ['cpu', 'memory'].map(resource => pod === undefined ? 0 : totalOf(pod, 'requests', resource) ?? 0);
    const { items } = await kubernetes.core.listNode();
    const usable = items.filter(({ spec, status, metadata }) => spec?.unschedulable !== true
      && (spec?.taints ?? []).every(taint => taint.effect === 'PreferNoSchedule' || isTolerated(taint, pod?.tolerations ?? []))
      && Object.entries(pod?.nodeSelector ?? {}).every(([label, value]) => metadata?.labels?.[label] === value)
      && scalar(status?.allocatable?.cpu ?? '0') >= cpu && scalar(status?.allocatable?.memory ?? '0') >= memory);
    const zones = new Set(usable.map(({ metadata }) => metadata?.labels?.[ZONE]).filter(zone => zone !== undefined));
    const spreadBy = pod === undefined ? [] : requiredSpread(pod);
    if (usable.length === 0) {
      return finding('nodes-none', 'critical', `None of ${items.length} nodes can run a broker that requests ${counted(cpu, 'CPU')} and ${Math.round(memory / 2 ** 20)}Mi of memory`, 'Lower the requests, or add nodes that the node selector and tolerations allow');
    }
    if (usable.length < synthesized.replicas) {
      const isStrict = spreadBy.includes(HOSTNAME);
      return finding('nodes-few', isStrict ? 'critical' : 'warning', `${synthesized.replicas} brokers share ${usable.length} ${usable.length === 1 ? 'node' : 'nodes'}`, isStrict ? 'Each broker needs a node of its own: add nodes, or deploy fewer brokers' : 'Add nodes: a node that fails stops several brokers');
    }
    return spreadBy.includes(ZONE) && zones.size < 3
      ? finding('zones-few', 'warning', `There ${zones.size === 1 ? 'is' : 'are'} ${counted(zones.size, 'zone')}`, 'Use 3 zones: the loss of one can cost the majority otherwise')
      : [`${usable.length} with room for a broker, in ${zones.size === 0 ? 'no zones' : `${zones.size} ${zones.size === 1 ? 'zone' : 'zones'}`}`];
  })],
  ['Quota', ifAllowed('Quotas', async (context) => {
    const { kubernetes, cluster } = context;
    const { items } = await kubernetes.core.listNamespacedResourceQuota({ namespace: cluster.namespace });
    const short = items.filter(counts).flatMap(quota => shortages(quota, context));
    return short.length > 0
      ? finding('quota-short', 'critical', 'The quota of the namespace is too small for the brokers', 'Raise the quota, or lower --replicas, --storage-size or the resources', short.join('; '))
      : [items.length === 0 ? 'none in the namespace' : 'enough left'];
  })],
  ['Limit range', ifAllowed('Limit ranges', async ({ kubernetes, cluster, synthesized, claims }) => {
    const { items } = await kubernetes.core.listNamespacedLimitRange({ namespace: cluster.namespace });
    const storage = claims < synthesized.replicas ? claimIn(synthesized).storage : undefined;
    const violations = items.flatMap(range => limitViolations(range, podsIn(synthesized.manifests), storage));
    return violations.length > 0
      ? finding('limit-range', 'critical', 'A LimitRange of the namespace does not allow the resources', `Change the LimitRange ("kubectl -n ${cluster.namespace} describe limitrange"), or the resources`, firstOf(violations))
      : [items.length === 0 ? 'none in the namespace' : 'allows the resources'];
  })],
  ['Image', ifAllowed('Which nodes have the image', async ({ kubernetes, synthesized }) => {
    const { image = '', imagePullPolicy } = brokerPodIn(synthesized.manifests)?.containers.find(({ name }) => name === BROKER_CONTAINER) ?? {};
    const { items } = await kubernetes.core.listNode();
    const has = items.filter(({ status }) => status?.images?.some(({ names }) => names?.some(name => name === image || name.endsWith(`/${image}`)) === true)).length;
    if (has === 0 && imagePullPolicy === 'Never') {
      return finding('image-not-there', 'critical', `${image} is on no node, and the pull policy Never forbids pulling it`, 'Load the image onto the nodes, or change the pull policy');
    }
    return has === items.length
      ? [`${image} is on every node`]
      : finding('image-not-there', 'info', `${image} is listed on ${has} of ${items.length} nodes`, 'The others pull it: check that they reach its registry');
  })],
];

function isTolerated(
  { key, value, effect }: Kubernetes.V1Taint,
  tolerations: readonly Kubernetes.V1Toleration[],
): boolean {
  return tolerations.some(toleration => (!toleration.effect || toleration.effect === effect)
    && (toleration.operator === 'Exists' ? !toleration.key || toleration.key === key : toleration.key === key && (toleration.value ?? '') === (value ?? '')));
}

/** The topologies over which brokers must spread. */
function requiredSpread({ topologySpreadConstraints = [], affinity }: Kubernetes.V1PodSpec): string[] {
  return [
    ...topologySpreadConstraints.filter(({ whenUnsatisfiable }) => whenUnsatisfiable === 'DoNotSchedule').map(({ topologyKey }) => topologyKey),
    ...(affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.map(({ topologyKey }) => topologyKey)
      ?? []),
  ];
}

/**
 * Whether a quota counts pods of brokers: they have resources and no deadline. Quotas by priority class depend
 * on the class.
 */
function counts({ spec }: Kubernetes.V1ResourceQuota): boolean {
  return spec?.scopeSelector === undefined && !(spec?.scopes ?? []).some(scope => scope !== 'NotTerminating' && scope !== 'NotBestEffort');
}

/** A quantity in the unit that people compare: Kubernetes adds up to `118975146666m` of memory. */
function shown(resource: string, quantity: string | number): string {
  const amount = scalar(quantity);
  return /memory|storage$/.test(resource) ? bytesText(amount) : String(Math.round(amount * 1000) / 1000);
}

function bytesText(bytes: number): string {
  const { unit, size } = bytes >= 2 ** 30 ? { unit: 'Gi', size: 2 ** 30 } : { unit: 'Mi', size: 2 ** 20 };
  return `${Math.round(bytes / size * 10) / 10}${unit}`;
}

/**
 * Quantities of a quota that the brokers which don't exist yet exceed, and resources that it requires and the
 * pod doesn't set.
 */
function shortages(
  { metadata, status }: Kubernetes.V1ResourceQuota,
  { synthesized, pods, claims }: CheckContext,
): string[] {
  const pod = brokerPodIn(synthesized.manifests);
  const [morePods, moreClaims] = [pods, claims].map(number => Math.max(0, synthesized.replicas - number));
  const { storage, storageClassName } = claimIn(synthesized);
  const perPod = (resource: string): number | undefined => {
    const [, side, name] = /^(requests|limits)\.(cpu|memory|ephemeral-storage)$/.exec(resource) ?? [undefined, 'requests', resource];
    return pod === undefined || !['cpu', 'memory', 'ephemeral-storage'].includes(name) ? 0 : totalOf(pod, side as 'requests' | 'limits', name);
  };
  const ofClass = `${storageClassName}.storageclass.storage.k8s.io`;
  const fixed: Readonly<Record<string, number>> = {
    pods: morePods,
    'count/pods': morePods,
    persistentvolumeclaims: moreClaims,
    'count/persistentvolumeclaims': moreClaims,
    'requests.storage': moreClaims * scalar(storage),
    [`${ofClass}/requests.storage`]: moreClaims * scalar(storage),
    [`${ofClass}/persistentvolumeclaims`]: moreClaims,
  };
  return Object.entries(status?.hard ?? {}).flatMap(([resource, hard]) => {
    const used = status?.used?.[resource] ?? '0';
    const each = perPod(resource);
    if (each === undefined && morePods > 0) {
      return [`${metadata?.name} requires that every container sets ${resource}`];
    }
    const amount = fixed[resource] ?? (each ?? 0) * morePods;
    return amount > 0 && scalar(hard) - scalar(used) < amount ? [`${metadata?.name}: ${resource} has ${shown(resource, used)} of ${shown(resource, hard)} used, and the brokers need ${shown(resource, amount)} more`] : [];
  });
}
