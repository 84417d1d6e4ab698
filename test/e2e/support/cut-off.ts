import type { Deployment } from './deployment';
import { apply, type Manifest } from './manifests';

/** The policy of the brokers' own ports. */
function ownPolicy({ manifests, name }: Deployment): Manifest {
  return manifests.find(({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name === name)!;
}

/** The same with one broker left out, so that neither it nor the others get through to the other side. */
function without(policy: Manifest, pod: string): Manifest {
  const others = { key: 'statefulset.kubernetes.io/pod-name', operator: 'NotIn', values: [pod] };
  const only = (selector: object): object => ({ ...selector, matchExpressions: [others] });
  const { podSelector, ingress } = policy.spec;
  const from = (peers: { podSelector: object }[]): object[] =>
    peers.map(peer => ({ podSelector: only(peer.podSelector) }));
  return { ...policy, spec: {
    ...policy.spec,
    podSelector: only(podSelector),
    ingress: [{ ...ingress[0], from: from(ingress[0].from) }, ...ingress.slice(1)],
  } };
}

/** Cuts one broker off from the others by policies, but not from the tests. */
export async function cutOff(deployment: Deployment, ordinal: number): Promise<void> {
  await apply([without(ownPolicy(deployment), `${deployment.name}-${ordinal}`)], deployment.namespace);
  // a policy does not end existing connections
  await deployment.broker(ordinal).run(['rabbitmqctl', 'eval', '[erlang:disconnect_node(Peer) || Peer <- nodes()].']);
}

export async function connectAgain(deployment: Deployment): Promise<void> {
  await apply([ownPolicy(deployment)], deployment.namespace);
}
