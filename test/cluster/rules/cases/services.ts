import { Duration, JsonPatch } from 'cdk8s';
import { ServiceType } from 'cdk8s-plus-28';
import { RabbitMQIpFamilyPolicy, RabbitMQTrafficPolicy } from '../../../../lib';
import { tls } from '../certified';
import { Case, patchedNodesService, patchedService, raw } from '../check';

export const SERVICE_CASES: readonly Case[] = [
  {
    id: 'internal-ports-outside', rule: 87,
    outside: patchedNodesService(JsonPatch.replace('/spec/type', 'LoadBalancer')),
    says: /^Service "rabbitmq-cluster-nodes" of type LoadBalancer has port 4369 or 25672/,
    inside: patchedNodesService(JsonPatch.replace('/spec/type', 'ClusterIP')),
  },
  {
    id: 'internal-ports-outside', rule: 87, about: 'of the client Service',
    outside: { service: { type: ServiceType.NODE_PORT }, ...patchedService(JsonPatch.add('/spec/ports/-', { name: 'epmd', port: 4369 })) },
    says: /^Service "rabbitmq-cluster" of type NodePort/,
    inside: patchedService(JsonPatch.add('/spec/ports/-', { name: 'epmd', port: 4369 })),
  },
  {
    id: 'plain-ports-outside', rule: 66,
    outside: { service: { type: ServiceType.LOAD_BALANCER } },
    says: /^service\.type is LoadBalancer: ports 5672, 15672, 15692 are reachable from outside without/,
    inside: { service: { type: ServiceType.CLUSTER_IP } },
  },
  {
    id: 'plain-ports-outside', rule: 66, about: 'beside TLS',
    outside: { ...tls(), service: { type: ServiceType.LOAD_BALANCER } },
    says: /: ports 5672, 15672, 15692 are reachable .*Set tls\.disablePlainListeners to true/,
    inside: { ...tls(undefined, { disablePlainListeners: true }), service: { type: ServiceType.LOAD_BALANCER } },
  },
  {
    id: 'service-node-port',
    outside: { service: { type: ServiceType.NODE_PORT, nodePorts: { amqps: 30_671 } } },
    says: /^service\.nodePorts has "amqps": 30671: there is no port of this name; use amqp, management, prometheus$/,
    inside: { service: { type: ServiceType.NODE_PORT, nodePorts: { amqp: 30_672, management: 31_672 } } },
  },
  {
    id: 'service-node-port', about: 'of a Service without any',
    outside: { service: { nodePorts: { amqp: 30_672 } } },
    says: /service\.type is ClusterIP, which has no node ports/,
    inside: { service: { type: ServiceType.LOAD_BALANCER, nodePorts: { amqp: 30_672 } } },
  },
  {
    id: 'service-node-port', about: 'beyond the last',
    outside: { service: { type: ServiceType.NODE_PORT, nodePorts: { amqp: 65_536 } } },
    says: /it must be a whole number from 1 to 65535/,
    inside: { service: { type: ServiceType.NODE_PORT, nodePorts: { amqp: 65_535 } } },
  },
  {
    id: 'service-node-port', about: 'of two ports',
    outside: { service: { type: ServiceType.NODE_PORT, nodePorts: { amqp: 30_672, management: 30_672 } } },
    says: /^service\.nodePorts has "management": 30672: port "amqp" has the same number; use another$/,
    inside: { service: { type: ServiceType.NODE_PORT, nodePorts: { amqp: 30_672, management: 30_673 } } },
  },
  {
    id: 'service-node-port-range', about: 'below',
    outside: { service: { type: ServiceType.NODE_PORT, nodePorts: { amqp: 29_999 } } },
    says: /^service\.nodePorts has "amqp": 29999: most API servers allow node ports from 30000 to 32767 only\. Use one of those, or acknowledge/,
    inside: { service: { type: ServiceType.NODE_PORT, nodePorts: { amqp: 30_000 } } },
  },
  {
    id: 'service-node-port-range', about: 'above',
    outside: { service: { type: ServiceType.NODE_PORT, nodePorts: { amqp: 32_768 } } },
    says: /"amqp": 32768: /,
    inside: { service: { type: ServiceType.NODE_PORT, nodePorts: { amqp: 32_767 } } },
  },
  {
    id: 'service-traffic-distribution',
    outside: { service: { trafficDistribution: 'Close' } },
    says: /^service\.trafficDistribution is "Close": it must be one of PreferClose, /,
    inside: { service: { trafficDistribution: 'PreferClose' } },
  },
  {
    id: 'metrics-outside', rule: 81,
    outside: { service: { type: ServiceType.NODE_PORT } },
    says: /^service\.type is NodePort: the metrics are readable from outside without a password\./,
    inside: { service: { type: ServiceType.NODE_PORT }, ...raw({ 'prometheus.authentication.enabled': 'true' }) },
  },
  {
    id: 'service-type',
    outside: { service: { type: ServiceType.EXTERNAL_NAME } },
    says: /^service\.type is ExternalName/,
    inside: { service: { type: ServiceType.NODE_PORT } },
  },
  {
    id: 'service-option-of-other-type',
    outside: { service: { externalTrafficPolicy: RabbitMQTrafficPolicy.LOCAL } },
    says: /^service\.externalTrafficPolicy is "Local", and service\.type is ClusterIP/,
    inside: { service: { type: ServiceType.NODE_PORT, externalTrafficPolicy: RabbitMQTrafficPolicy.LOCAL } },
  },
  {
    id: 'service-option-of-other-type',
    outside: { service: { type: ServiceType.NODE_PORT, loadBalancerClass: 'example.com/lb' } },
    says: /^service\.loadBalancerClass is "example\.com\/lb"/,
    inside: { service: { type: ServiceType.LOAD_BALANCER, loadBalancerClass: 'example.com/lb' } },
  },
  {
    id: 'service-option-of-other-type',
    outside: { service: { loadBalancerSourceRanges: ['192.0.2.0/24'] } },
    says: /^service\.loadBalancerSourceRanges is "192\.0\.2\.0\/24"/,
    inside: { service: { type: ServiceType.LOAD_BALANCER, loadBalancerSourceRanges: ['192.0.2.0/24', '2001:db8::/32'] } },
  },
  ...['192.0.2.0', '192.0.2.0/33', '256.0.0.0/8', 'everywhere', '2001:db8::/129', '10.0.0.0/08', '10.0.0.0/8/8', ''].map(range => ({
    id: 'service-source-range', about: range,
    outside: { service: { type: ServiceType.LOAD_BALANCER, loadBalancerSourceRanges: [range] } },
    says: /^service\.loadBalancerSourceRanges has ".*as a CIDR/,
    inside: { service: { type: ServiceType.LOAD_BALANCER, loadBalancerSourceRanges: ['0.0.0.0/0', '::/0', '2001:db8::/128', '10.1.2.3/32'] } },
  })),
  {
    id: 'service-load-balancer-class',
    outside: { service: { type: ServiceType.LOAD_BALANCER, loadBalancerClass: 'internal' } },
    says: /^service\.loadBalancerClass is "internal"/,
    inside: { service: { type: ServiceType.LOAD_BALANCER, loadBalancerClass: 'example.com/internal' } },
  },
  {
    id: 'service-session-affinity',
    outside: { service: { sessionAffinity: Duration.seconds(86401) } },
    says: /^service\.sessionAffinity is 86401 s/,
    inside: { service: { sessionAffinity: Duration.days(1) } },
  },
  {
    id: 'service-session-affinity',
    outside: { service: { sessionAffinity: Duration.seconds(0) } },
    says: /is 0 s/,
    inside: { service: { sessionAffinity: Duration.seconds(1) } },
  },
  {
    id: 'service-ip-families',
    outside: { service: { ipFamilies: ['IPv5'] } },
    says: /^service\.ipFamilies is \[IPv5\]/,
    inside: { service: { ipFamilies: ['IPv4'] } },
  },
  {
    id: 'service-without-ip-family',
    outside: { ipv6: true, service: { ipFamilies: ['IPv4'] } },
    says: /^service\.ipFamilies is \[IPv4\], but ipv6 is true/,
    inside: { ipv6: true, service: { ipFamilies: ['IPv6', 'IPv4'], ipFamilyPolicy: RabbitMQIpFamilyPolicy.REQUIRE_DUAL_STACK } },
  },
  {
    id: 'service-ip-families', about: 'of one stack',
    outside: { service: { ipFamilies: ['IPv4', 'IPv6'] } },
    says: /with service\.ipFamilyPolicy SingleStack/,
    inside: { service: { ipFamilies: ['IPv4', 'IPv6'], ipFamilyPolicy: RabbitMQIpFamilyPolicy.PREFER_DUAL_STACK } },
  },
  {
    id: 'service-ip-families', about: 'twice the same',
    outside: { service: { ipFamilies: ['IPv4', 'IPv4'], ipFamilyPolicy: RabbitMQIpFamilyPolicy.PREFER_DUAL_STACK } },
    says: /\[IPv4, IPv4\]/,
    inside: { service: { ipFamilyPolicy: RabbitMQIpFamilyPolicy.PREFER_DUAL_STACK } },
  },
  {
    id: 'plain-ports-outside', rule: 66, about: 'beside TLS',
    outside: { ...tls(), service: { type: ServiceType.LOAD_BALANCER } },
    says: /: ports 5672, 15672, 15692 are reachable .*Set tls\.disablePlainListeners to true/,
    inside: { ...tls(undefined, { disablePlainListeners: true }), service: { type: ServiceType.LOAD_BALANCER } },
  },
  {
    id: 'service-traffic-distribution',
    outside: { service: { trafficDistribution: 'Close' } },
    says: /^service\.trafficDistribution is "Close": it must be one of PreferClose, /,
    inside: { service: { trafficDistribution: 'PreferClose' } },
  },
  {
    id: 'metrics-outside', rule: 81, about: 'without their port',
    outside: { service: { type: ServiceType.LOAD_BALANCER } },
    says: /service\.type is LoadBalancer/,
    inside: { service: { type: ServiceType.LOAD_BALANCER }, ...patchedService(JsonPatch.remove('/spec/ports/2')) },
  },
  {
    id: 'plain-ports-outside', rule: 66, about: 'beside TLS',
    outside: { ...tls(), service: { type: ServiceType.LOAD_BALANCER } },
    says: /: ports 5672, 15672, 15692 are reachable .*Set tls\.disablePlainListeners to true/,
    inside: { ...tls(undefined, { disablePlainListeners: true }), service: { type: ServiceType.LOAD_BALANCER } },
  },
  {
    id: 'service-traffic-distribution',
    outside: { service: { trafficDistribution: 'Close' } },
    says: /^service\.trafficDistribution is "Close": it must be one of PreferClose, /,
    inside: { service: { trafficDistribution: 'PreferClose' } },
  },
  {
    id: 'metrics-outside', rule: 81, about: 'over TLS only',
    outside: { service: { type: ServiceType.LOAD_BALANCER }, ...raw({ 'prometheus.tcp.listener': 'none', 'prometheus.ssl.port': '15691' }) },
    says: /service\.type is LoadBalancer/,
    inside: { service: { type: ServiceType.LOAD_BALANCER }, ...raw({ 'prometheus.tcp.listener': 'none', 'prometheus.ssl.port': '15691', 'prometheus.authentication.enabled': 'true' }) },
  },
];
