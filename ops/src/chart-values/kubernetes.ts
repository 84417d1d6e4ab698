import type { Chart, Cron, Duration } from 'cdk8s';
import type { INetworkPolicyPeer, ISecret, k8s, LabelSelector, NetworkPolicyIpBlock } from 'cdk8s-plus-28';
import { cdk8s, plus } from '../core/cdk8s';

/** Fields whose keys the user chooses. */
const MAPS = ['labels', 'annotations', 'matchLabels', 'nodeSelector', 'volumeAttributes', 'options', 'data'];
const QUANTITIES = ['limits', 'requests'];
const QUANTITY = ['sizeLimit', 'divisor', 'storage'];

type Fields = Readonly<Record<string, unknown>>;

/**
 * Fields of Kubernetes as its YAML has them, in the types of cdk8s-plus: quantities and ports have classes, and
 * abbreviations in names have one capital letter, such as `hostIp`.
 */
export function typed<T>(value: T): T {
  if (Array.isArray(value)) {
    return value.map((item: unknown) => typed(item)) as T;
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value as Fields).map(([key, child]) => [typedName(key), typedField(key, child)]),
  ) as T;
}

function typedField(key: string, value: unknown): unknown {
  if (QUANTITIES.includes(key) && typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, quantity]) => [name, plus.k8s.Quantity.fromString(String(quantity))]),
    );
  }
  if (QUANTITY.includes(key)) {
    return plus.k8s.Quantity.fromString(String(value));
  }
  if (key === 'port') {
    return typeof value === 'number' ? plus.k8s.IntOrString.fromNumber(value) : plus.k8s.IntOrString.fromString(String(value));
  }
  return MAPS.includes(key) ? value : typed(value);
}

function typedName(key: string): string {
  return key.replace(/[A-Z]{2,}/g, capitals => capitals.charAt(0) + capitals.slice(1).toLowerCase());
}

/** Peers that brokers may connect to; without ports, at all of them. */
export interface Target {
  readonly to: readonly k8s.NetworkPolicyPeer[];
  readonly ports?: readonly number[];
}

/** A peer that stands in the NetworkPolicy as it stands in the values. */
export function peerOf({ ipBlock, podSelector, namespaceSelector }: k8s.NetworkPolicyPeer): INetworkPolicyPeer {
  const selecting = (selector: k8s.LabelSelector | undefined): LabelSelector =>
    ({ _toKube: () => selector }) as unknown as LabelSelector;
  const peer: Omit<INetworkPolicyPeer, 'node'> = {
    toNetworkPolicyPeerConfig: () =>
      ipBlock
        ? { ipBlock: ipBlock as unknown as NetworkPolicyIpBlock }
        : {
            podSelector: {
              labelSelector: selecting(podSelector),
              namespaces: namespaceSelector && { labelSelector: selecting(namespaceSelector) },
            },
          },
    toPodSelector: () => undefined,
  };
  return peer as INetworkPolicyPeer;
}

/** A text, or nothing for an empty one. */
export function given<T extends string>(value: T | ''): T | undefined {
  return value === '' ? undefined : value;
}

/** A map or a list in the types of cdk8s-plus, or nothing for an empty one. */
export function filled<T extends object>(value: T): T | undefined {
  return Object.keys(value).length > 0 ? typed(value) : undefined;
}

/** Labels or annotations, in which numbers and switches become texts; nothing for an empty map. */
export function texts(map: Readonly<Record<string, string | number | boolean>>): Record<string, string> | undefined {
  return filled(Object.fromEntries(Object.entries(map).map(([key, value]) => [key, String(value)])));
}

/** A time such as 30s or 2160h, or nothing for an empty text. */
export function duration(text: string): Duration | undefined {
  return text === '' ? undefined : cdk8s.Duration.parse(`PT${text.toUpperCase()}`);
}

/** A schedule in the notation of cron. */
export function cronOf(schedule: string): Cron {
  const [minute, hour, day, month, weekDay] = schedule.split(' ');
  return cdk8s.Cron.schedule({ minute, hour, day, month, weekDay });
}

/** An existing Secret. */
export function secretNamed(chart: Chart, name: string): ISecret {
  return plus.Secret.fromSecretName(chart, `${name}-${chart.node.children.length}`, name);
}
