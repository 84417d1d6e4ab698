import { type Draft, isEmpty, isMap } from '../draft';
import { items, list, type Mapping, type Mappings, texts, textsOf, whenOff } from './mapping';

const MANAGEMENT = 15672;
const INTERNAL = [4369, 25672];
/** Ports of metrics there and here. */
const METRICS = [9419, 15692, 15691];

const OPEN = 'there, clients connect from anywhere and brokers to anywhere; here, NetworkPolicies of more than one broker '
  + 'forbid it. Label namespaces of clients rabbitmq-client=true, or set networkPolicy.ownNamespace, clientNamespaces or clientCidrs; '
  + 'write what brokers connect to in networkPolicy.allowTo';
const CLOSED = 'pods labelled <fullname>-client=true in the namespace of the release could connect: '
  + 'set networkPolicy.ownNamespace to true, which allows all pods of the namespace';

const clients: Mapping = (value, draft, key) => {
  if (draft.theirValue('networkPolicy.enabled') === false) {
    return;
  }
  if (value === true) {
    draft.note(key, OPEN);
    return;
  }
  draft.set('networkPolicy.enabled', true);
  if (draft.theirValue('networkPolicy.addExternalClientAccess') !== false) {
    draft.note(key, CLOSED);
  }
};

/** Helm merges maps: the chart's own label would count beside these. */
const namespaces: Mapping = (value, draft, key) => {
  texts('networkPolicy.clientNamespaces')(value, draft, key);
  if (isMap(value) && !('rabbitmq-client' in value)) {
    draft.merge('networkPolicy.clientNamespaces', { 'rabbitmq-client': null, ...textsOf(value) });
  }
};

const ports = list((value, draft) => {
  draft.set('networkPolicy.apiServerPorts', (value as unknown[]).map(Number));
});

/** A rule of a NetworkPolicy: ports that may be without a number, and peers. */
interface PolicyRule {
  readonly numbers: readonly unknown[] | undefined;
  readonly peers: readonly Readonly<Record<string, unknown>>[];
}

/** The number of a TCP port; NaN for others. */
function numberOf(port: unknown): number {
  const isOne = isMap(port) && (port.protocol ?? 'TCP') === 'TCP' && port.endPort === undefined;
  return isOne ? Number(port.port) : NaN;
}

function ruleOf(rule: unknown, direction: 'from' | 'to'): PolicyRule {
  const { ports: given, [direction]: peers } = isMap(rule) ? rule : {};
  return {
    numbers: Array.isArray(given) && given.length > 0
      ? given.map(numberOf)
      : undefined,
    peers: Array.isArray(peers) ? peers.filter(isMap) : [],
  };
}

/** Peers may reach the management API, and networks the ports of clients. */
function ingressRule(rule: unknown, draft: Draft, key: string): void {
  const { numbers, peers } = ruleOf(rule, 'from');
  const rest = numbers?.filter(port => port !== MANAGEMENT && !METRICS.includes(Number(port)));
  const isForClients = rest === undefined
    || (rest.length > 0 && rest.every(port => Number.isInteger(port) && !INTERNAL.includes(Number(port))));
  const networks = peers.filter(({ ipBlock }) => isMap(ipBlock) && isEmpty(ipBlock.except));
  const others = peers.filter(peer => !networks.includes(peer));
  if (numbers === undefined || numbers.includes(MANAGEMENT)) {
    draft.append('networkPolicy.managementFrom', ...peers);
  }
  if (isForClients) {
    draft.append('networkPolicy.clientCidrs', ...networks.map(({ ipBlock }) => (isMap(ipBlock) ? ipBlock.cidr : undefined)));
  }
  if (peers.length === 0 || (isForClients && others.length > 0) || numbers?.some(port => METRICS.includes(Number(port)))
    || (rest !== undefined && rest.length > 0 && !isForClients)) {
    draft.note(key, 'a rule has no whole counterpart: networkPolicy.clientCidrs allows networks at all ports for clients, clientNamespaces '
    + 'whole namespaces, managementFrom any peer at the management API. Write a NetworkPolicy for the rest in extraObjects');
  }
}

function egressRule(rule: unknown, draft: Draft, key: string): void {
  const { numbers, peers } = ruleOf(rule, 'to');
  if (peers.length === 0 || numbers?.some(port => !Number.isInteger(port))) {
    draft.note(key, 'left out a rule without peers, or with ports that are no numbers of TCP: write it with both in networkPolicy.allowTo, '
    + 'or as a NetworkPolicy in extraObjects');
  } else {
    draft.append('networkPolicy.allowTo', { to: peers, ...numbers && { ports: numbers } });
  }
}

/** The NetworkPolicies. */
export const NETWORK_POLICY_MAPPINGS: Mappings = {
  // where nothing is said, the number of brokers decides
  'networkPolicy.enabled': whenOff((_value, draft) => { draft.set('networkPolicy.enabled', false); }),
  'networkPolicy.allowExternal': clients,
  'networkPolicy.ingressNSMatchLabels': namespaces,
  'networkPolicy.kubeAPIServerPorts': ports,
  'networkPolicy.extraIngress': items(ingressRule),
  'networkPolicy.extraEgress': items(egressRule),
};
