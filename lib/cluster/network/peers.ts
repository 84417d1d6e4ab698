import { k8s, NetworkPolicyPeerConfig } from 'cdk8s-plus-28';

const NAMESPACE_NAME = 'kubernetes.io/metadata.name';

/** A peer of cdk8s-plus as it stands in a NetworkPolicy. */
export function renderPeer({ ipBlock, podSelector }: NetworkPolicyPeerConfig): k8s.NetworkPolicyPeer {
  if (ipBlock !== undefined) {
    return { ipBlock: { cidr: ipBlock.cidr, except: ipBlock.except } };
  }
  const namespaces = podSelector?.namespaces;
  return {
    podSelector: podSelector?.labelSelector._toKube(),
    namespaceSelector: namespaces && withNames(namespaces.labelSelector?._toKube(), namespaces.names),
  };
}

/**
 * A selector of namespaces by labels, by names, or by both; a label can't have several values, but be one of several.
 */
function withNames(selector: k8s.LabelSelector = {}, names: readonly string[] = []): k8s.LabelSelector {
  if (names.length === 0) {
    return selector;
  }
  return {
    matchLabels: selector.matchLabels,
    matchExpressions: [...(selector.matchExpressions ?? []), { key: NAMESPACE_NAME, operator: 'In', values: [...names] }],
  };
}

/** Whether a peer is everybody. */
export function isEverybody({ ipBlock }: NetworkPolicyPeerConfig): boolean {
  return ipBlock !== undefined && /^(?:0\.0\.0\.0|::)\/0$/.test(ipBlock.cidr);
}
