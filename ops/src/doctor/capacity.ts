import { type Check, finding, ifAllowed, type Patient } from './examination';
import { claimOf } from './environment';
import { BROKER_CONTAINER } from '../core/cluster-ref';
import { scalar } from '../kubernetes/quantity';

const ZONE = 'topology.kubernetes.io/zone';

/** What a broker's pod asks for. */
interface PodNeeds {
  readonly image: string;
  readonly requests: Readonly<Record<string, string>>;
  readonly limits: Readonly<Record<string, string>>;
  /** Whether each broker has to be on a node, or in a zone, of its own. */
  readonly spreadBy: readonly string[];
}

interface PodSpec {
  readonly containers: readonly { name: string; image: string; resources?: { requests?: Record<string, string>; limits?: Record<string, string> } }[];
  readonly topologySpreadConstraints?: readonly { topologyKey: string; whenUnsatisfiable: string }[];
  readonly affinity?: { podAntiAffinity?: { requiredDuringSchedulingIgnoredDuringExecution?: { topologyKey: string }[] } };
}

/** Whether there is room for the brokers. */
export const capacityChecks: readonly Check[] = [
  ['Nodes', ifAllowed('Nodes', async ({ kubernetes, synthesized }) => {
    const { requests, spreadBy } = needsOf(synthesized);
    const { items } = await kubernetes.core.listNode();
    const usable = items.filter(({ spec, status }) => spec?.unschedulable !== true
      && spec?.taints?.some(({ effect }) => effect === 'NoSchedule' || effect === 'NoExecute') !== true
      && scalar(status?.allocatable?.cpu ?? '0') >= scalar(requests.cpu ?? '0') && scalar(status?.allocatable?.memory ?? '0') >= scalar(requests.memory ?? '0'));
    const zones = new Set(usable.map(({ metadata }) => metadata?.labels?.[ZONE]).filter(zone => zone !== undefined));
    const seen = `${usable.length} with room for a broker, in ${zones.size === 0 ? 'no zones' : `${zones.size} ${zones.size === 1 ? 'zone' : 'zones'}`}`;
    if (usable.length === 0) {
      return finding('nodes-none', 'critical', `None of ${items.length} nodes has room for a broker of ${requests.cpu} CPUs and ${requests.memory}`, 'lower the requests, or add nodes');
    }
    if (usable.length < synthesized.replicas) {
      const strict = spreadBy.includes('kubernetes.io/hostname');
      return finding('nodes-few', strict ? 'critical' : 'warning', `${synthesized.replicas} brokers share ${usable.length} nodes`, strict ? 'each needs its own node: add nodes, or deploy fewer brokers' : 'a node failure stops several brokers: add nodes');
    }
    return spreadBy.includes(ZONE) && zones.size < 3 ? finding('zones-few', 'warning', `There are ${zones.size} zones`, 'the loss of a zone can lose the majority: use 3 zones') : [seen];
  })],
  ['Quota', ifAllowed('Quotas', async ({ kubernetes, cluster, synthesized }) => {
    const { items } = await kubernetes.core.listNamespacedResourceQuota({ namespace: cluster.namespace });
    const wanted = totals(synthesized);
    const short = items.flatMap(({ metadata, status }) => Object.entries(wanted)
      .filter(([resource]) => status?.hard?.[resource] !== undefined)
      .filter(([resource, amount]) => scalar(status?.hard?.[resource] ?? '0') - scalar(status?.used?.[resource] ?? '0') < amount)
      .map(([resource]) => `${metadata?.name}: ${resource} has ${status?.used?.[resource] ?? 0} of ${status?.hard?.[resource]} used`));
    return short.length > 0
      ? finding('quota-short', 'critical', 'The namespace\'s quota is too small for the brokers', 'raise the quota, or lower the requests', short.join('; '))
      : [items.length === 0 ? 'none in the namespace' : 'enough left'];
  })],
  ['Image', ifAllowed('Which nodes have the image', async ({ kubernetes, synthesized }) => {
    const { image } = needsOf(synthesized);
    const { items } = await kubernetes.core.listNode();
    const has = items.filter(({ status }) => status?.images?.some(({ names }) => names?.some(name => name === image || name.endsWith(`/${image}`)) === true)).length;
    return has === items.length
      ? [`${image} is on every node`]
      : finding('image-not-there', 'info', `${image} is on ${has} of ${items.length} nodes, as they report`, 'the other nodes pull it, and must reach its registry');
  })],
];

function needsOf({ manifests }: Patient['synthesized']): PodNeeds {
  const statefulSet = manifests.find(({ kind }) => kind === 'StatefulSet') as {
    spec?: { template?: { spec?: PodSpec } };
  } | undefined;
  const pod = statefulSet?.spec?.template?.spec;
  const broker = pod?.containers.find(({ name }) => name === BROKER_CONTAINER);
  return {
    image: broker?.image ?? '',
    requests: broker?.resources?.requests ?? {},
    limits: broker?.resources?.limits ?? {},
    spreadBy: [
      ...pod?.topologySpreadConstraints?.filter(({ whenUnsatisfiable }) => whenUnsatisfiable === 'DoNotSchedule').map(({ topologyKey }) => topologyKey) ?? [],
      ...pod?.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.map(({ topologyKey }) => topologyKey) ?? [],
    ],
  };
}

/** What all brokers take together, by the names that quotas have for it. */
function totals(synthesized: Patient['synthesized']): Readonly<Record<string, number>> {
  const { requests, limits } = needsOf(synthesized);
  const { replicas } = synthesized;
  const cpu = scalar(requests.cpu ?? '0') * replicas;
  const memory = scalar(requests.memory ?? '0') * replicas;
  return {
    pods: replicas + 1,
    'requests.cpu': cpu,
    cpu,
    'requests.memory': memory,
    memory,
    'limits.cpu': scalar(limits.cpu ?? '0') * replicas,
    'limits.memory': scalar(limits.memory ?? '0') * replicas,
    persistentvolumeclaims: replicas,
    'requests.storage': scalar(claimOf(synthesized).storage) * replicas,
  };
}
