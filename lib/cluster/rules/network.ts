import { ClusterSubject } from './subject';
import { isEverybody } from '../../security/network/peers';
import { Rule, rule, ruleForEach } from '../../validation/rule';
import { enabledPlugins } from '../shipped-plugins';

/** Plugins that connect from the brokers to something else. */
const OUTWARD = ['rabbitmq_auth_backend_http', 'rabbitmq_auth_backend_ldap', 'rabbitmq_auth_backend_oauth2', 'rabbitmq_federation', 'rabbitmq_shovel'];

/** Who reaches whom: https://kubernetes.io/docs/concepts/services-networking/network-policies/ */
export const NETWORK_RULES: readonly Rule<ClusterSubject>[] = [
  rule({
    id: 'network-nobody',
    // a workload's own connections may let it in, as cdk8s-plus does it, which isn't seen from here
    severity: 'note',
    when: ({ networkPolicy, connections }) => networkPolicy.enabled && connections._from('clients').length === 0,
    message: () => 'networkPolicy lets no client in: name them by cluster.connections.allowClientsFrom(…), or set networkPolicy.enabled to false',
  }),
  rule({
    id: 'network-unused',
    severity: 'warning',
    when: ({ networkPolicy, connections }) => !networkPolicy.enabled
      && (connections._to.length > 0 || connections._from('clients').length > 0),
    message: () => 'cluster.connections lets peers in, but networkPolicy is off and everybody can connect: set networkPolicy.enabled to true, or leave the peers out',
  }),
  ruleForEach({
    id: 'network-everybody',
    severity: 'warning',
    each: ({ connections }) => (['clients', 'management', 'scraping'] as const).flatMap(purpose => connections._from(purpose).filter(isEverybody).map(() => purpose)),
    when: (_purpose, { production }) => production,
    message: purpose => `connections let everybody in for ${purpose} in production: name the networks, namespaces or pods that need it`,
  }),
  ruleForEach({
    id: 'network-outward',
    severity: 'warning',
    each: subject => OUTWARD.filter(plugin => enabledPlugins(subject).has(plugin)),
    when: (_plugin, { networkPolicy, connections }) => networkPolicy.enabled && connections._to.length === 0,
    message: plugin => `plugins has "${plugin}", which connects to something else, and networkPolicy lets brokers reach each other only: name where by cluster.connections.allowTo(…)`,
  }),
];
