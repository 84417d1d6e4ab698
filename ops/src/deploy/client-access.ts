import type { Manifest } from '../kubernetes/objects';

/** How a deploy changes who may connect to the brokers. */
export interface ClientAccessChange {
  /** Peers that can no longer connect, with the ports. */
  readonly blocks: readonly string[];
  /** Peers that can connect from then on, with the ports. */
  readonly allows: readonly string[];
  /** Peers that may connect after the deploy. */
  readonly allowed: readonly string[];
}

interface PolicySpec {
  readonly podSelector?: Selector;
  readonly ingress?: readonly {
    readonly from?: readonly Peer[];
    readonly ports?: readonly { readonly port: number | string }[];
  }[];
}

interface Peer {
  readonly podSelector?: Selector;
  readonly namespaceSelector?: Selector;
  readonly ipBlock?: { readonly cidr: string };
}

interface Selector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: string;
    readonly values?: readonly string[];
  }[];
}

const EVERYONE = 'every pod in this Kubernetes cluster';
const NAMESPACE_NAME = 'kubernetes.io/metadata.name';

/**
 * Compares the brokers' NetworkPolicy before and after a deploy; without one, everyone may connect. Undefined if access
 * stays the same.
 */
export function clientAccessChange(
  before: Manifest | undefined,
  after: Manifest | undefined,
): ClientAccessChange | undefined {
  const allowed = allowedPeers(after);
  if (before === undefined || after === undefined) {
    return before === after ? undefined : { allowed, ...after === undefined ? { blocks: [], allows: [EVERYONE] } : { blocks: ['every other pod'], allows: [] } };
  }
  const [had, has] = [before, after].map(policy => new Set(entriesOf(policy).map(({ peer, port }) => `${peer}|${port}`)));
  const blocks = grouped([...had].filter(entry => !has.has(entry)));
  const allows = grouped([...has].filter(entry => !had.has(entry)));
  return blocks.length + allows.length === 0 ? undefined : { blocks, allows, allowed };
}

/** AMQP without and with TLS. */
const AMQP_PORTS = ['5672', '5671', 'all'];

/** Pods that the library deploys beside the brokers. */
const LIBRARY_PODS = 'pods labelled app=rabbitmq-';

/** The peers that a NetworkPolicy of brokers allows to use AMQP, in words; everyone where there is none. */
export function allowedPeers(policy: Manifest | undefined): string[] {
  if (policy === undefined) {
    return [EVERYONE];
  }
  const entries = entriesOf(policy).filter(
    ({ peer, port }) => AMQP_PORTS.includes(port) && !peer.startsWith(LIBRARY_PODS),
  );
  return [...new Set(entries.map(({ peer }) => peer))];
}

function entriesOf({ spec, metadata }: Manifest): { readonly peer: string; readonly port: string }[] {
  const { podSelector, ingress = [] } = (spec ?? {}) as PolicySpec;
  const own = JSON.stringify(podSelector);
  return ingress.flatMap(({ from = [], ports = [] }) => {
    const others = from.filter(
      peer => peer.namespaceSelector !== undefined || JSON.stringify(peer.podSelector) !== own,
    );
    const peers = from.length === 0 ? [EVERYONE] : others.map(peer => wordsOf(peer, metadata.namespace));
    const numbers = ports.length === 0 ? ['all'] : ports.map(({ port }) => String(port));
    return peers.flatMap(peer => numbers.map(port => ({ peer, port })));
  });
}

/** `peer|port` entries as `peer (ports 1, 2)`. */
function grouped(entries: readonly string[]): string[] {
  const ports = new Map<string, string[]>();
  for (const entry of entries) {
    const [peer, port] = entry.split('|');
    ports.set(peer, [...ports.get(peer) ?? [], port]);
  }
  return [...ports].map(([peer, numbers]) => `${peer} (${numbers.length === 1 ? 'port' : 'ports'} ${numbers.join(', ')})`);
}

function wordsOf({ podSelector, namespaceSelector, ipBlock }: Peer, namespace: string | undefined): string {
  if (ipBlock !== undefined) {
    return `addresses in ${ipBlock.cidr}`;
  }
  const pods = labelsOf(podSelector);
  const names = namespaceSelector?.matchExpressions?.find(({ key }) => key === NAMESPACE_NAME)?.values;
  const where = names !== undefined
    ? `namespace ${names.join(', ')}`
    : namespaceSelector === undefined
      ? `namespace ${namespace ?? ''}`
      : labelsOf(namespaceSelector) === '' ? 'any namespace' : `namespaces labelled ${labelsOf(namespaceSelector)}`;
  return `${pods === '' ? 'pods' : `pods labelled ${pods}`} in ${where}`;
}

function labelsOf({ matchLabels = {}, matchExpressions = [] }: Selector = {}): string {
  return [
    ...Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`),
    ...matchExpressions.filter(({ key }) => key !== NAMESPACE_NAME).map(({ key, operator, values = [] }) => `${key} ${operator} ${values.join(', ')}`),
  ].join(', ');
}
