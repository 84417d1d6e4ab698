import { NetworkPolicyIpBlock, Pods } from 'cdk8s-plus-28';
import { RabbitMQPeer } from '../../../lib';
import { find, newChart, newCluster, synth } from '../../support/synth';

/** A peer as another package has it: the same methods, and another class. */
const foreign = (config: object) => ({ toNetworkPolicyPeerConfig: () => config });

test('a peer of another cdk8s-plus package is allowed as one of cdk8s-plus-28 is', () => {
  const rules = (wrap: boolean): unknown => {
    const chart = newChart();
    const cluster = newCluster({ networkPolicy: { enabled: true } }, chart);
    for (const peer of [Pods.select(chart, 'Pods', { labels: { app: 'shop' } }), NetworkPolicyIpBlock.ipv4(chart, 'Office', '192.0.2.0/24')]) {
      cluster.connections.allowClientsFrom(wrap ? RabbitMQPeer.from(foreign(peer.toNetworkPolicyPeerConfig())) : peer);
    }
    return find(synth(chart), 'NetworkPolicy', 'rabbitmq-cluster').spec.ingress;
  };
  expect(rules(true)).toEqual(rules(false));
});

test.each([{}, { ipBlock: {} }, { podSelector: { labelSelector: {} } }])('%j is no peer', (config) => {
  expect(() => RabbitMQPeer.from(foreign(config))).toThrow('RabbitMQPeer.from(): the peer has neither an ipBlock nor a podSelector');
});
