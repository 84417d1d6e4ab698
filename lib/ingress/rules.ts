import { RabbitMQIngressProps } from './ingress-props';
import { openedPorts } from './load-balancer';
import { RabbitMQCommonLoadBalancerOptions } from './load-balancer-options';
import { RabbitMQIngressController } from './management-options';
import { isEnforced } from '../cluster/network/connections';
import { isUnusualNodePort, UNUSUAL_NODE_PORT } from '../kubernetes/port';
import { isTlsPort } from '../rabbitmq/protocols';
import { Rule, rule, ruleForEach, Severity } from '../validation/rule';

interface Opened {
  readonly field: string;
  readonly ports: readonly string[];
  readonly allowPlain: boolean;
  readonly options: Pick<RabbitMQCommonLoadBalancerOptions, 'allowFrom' | 'sourceRanges'>;
}

/** Each way by which ports are reached from outside, but for the Ingress. */
function opened({ cluster, routes = [], loadBalancer, nodes }: RabbitMQIngressProps): Opened[] {
  const ofLoadBalancer = (field: string, options: RabbitMQCommonLoadBalancerOptions): Opened =>
    ({ field, ports: openedPorts(cluster, options), allowPlain: options.allowPlain ?? false, options });
  return [
    ...routes.map(({ port, allowPlain = false, allowFrom }, i) => ({ field: `routes[${i}]`, ports: [port], allowPlain, options: { allowFrom } })),
    ...(loadBalancer ? [ofLoadBalancer('loadBalancer', loadBalancer)] : []),
    ...(nodes ? [ofLoadBalancer('nodes', nodes)] : []),
  ];
}

function plainPorts(props: RabbitMQIngressProps): { readonly field: string; readonly port: string }[] {
  return opened(props)
    .filter(({ allowPlain }) => !allowPlain)
    .flatMap(({ field, ports }) => ports.filter(name => !isTlsPort(name)).map(port => ({ field, port })));
}

/** A row that is an error for production, and a warning elsewhere. */
function strictInProduction(
  make: (severity: Severity, applies: (props: RabbitMQIngressProps) => boolean) => Rule<RabbitMQIngressProps>,
): Rule<RabbitMQIngressProps>[] {
  return [make('error', ({ cluster }) => cluster.production), make('warning', ({ cluster }) => !cluster.production)];
}

/** Settings that an imported cluster can't take over. */
export interface LeftToImportedCluster {
  readonly certificateNames: string[];
  readonly streamHosts: string[];
}

/** What the rules of an ingress look at. */
export type IngressSubject = RabbitMQIngressProps & { readonly left?: LeftToImportedCluster };

/** The controllers that can verify brokers by an annotation. */
const VERIFYING: readonly (RabbitMQIngressController | undefined)[] = [
  RabbitMQIngressController.NGINX,
  RabbitMQIngressController.HAPROXY,
];

/** What must not get out, and what doesn't get in. */
export const INGRESS_RULES: readonly Rule<IngressSubject>[] = [
  ...strictInProduction((severity, applies) => rule({
    id: severity === 'error' ? 'management-plain-in-production' : 'management-plain',
    severity,
    when: props =>
      applies(props)
      && props.management !== undefined
      && !props.management.gateway
      && !props.management.tls
      && !props.management.allowPlain,
    message: ({ management }) => `management is reached at ${management?.host ?? ''} without TLS: the administrator's password travels in plain text. `
      + 'Set management.tls, or management.allowPlain if a proxy terminates TLS',
  })),
  ...strictInProduction((severity, applies) => ruleForEach({
    id: severity === 'error' ? 'plain-outside-in-production' : 'plain-outside',
    severity,
    each: props => (applies(props) ? plainPorts(props) : []),
    when: () => true,
    message: ({ field, port }) => `${field} has "${port}", where passwords and messages travel in plain text. Use the TLS port, or set ${field}.allowPlain`,
  })),
  ruleForEach({
    id: 'management-outside',
    severity: 'warning',
    each: props => opened(props).flatMap(({ field, ports }) => ports.filter(name => /^(management|prometheus)/.test(name)).map(port => ({ field, port }))),
    when: () => true,
    message: ({ field, port }) => `${field} has "${port}", which applications do not use. Remove it, and use management for the UI`,
  }),
  rule({
    id: 'management-path',
    severity: 'error',
    when: ({ cluster, management }) => management !== undefined && withoutSlash(management.path ?? '/') !== withoutSlash(cluster.managementPath),
    message: ({ cluster, management }) => `management.path is "${management?.path ?? '/'}", but the broker serves its UI under "${cluster.managementPath === '' ? '/' : cluster.managementPath}". `
      + 'Set both to the same path; configuration.management.pathPrefix sets the broker\'s',
  }),
  rule({
    id: 'management-backend-unverified',
    severity: 'warning',
    when: ({ cluster, management }) => VERIFYING.includes(management?.controller) && !management?.controllerAuthority
      && cluster.ports.management === undefined && cluster.authority !== undefined,
    message: () => 'management.controllerAuthority is not set, so that the controller does not verify the certificates of brokers: '
      + 'create a Secret with their authority only, and set it',
  }),
  rule({
    id: 'management-authority-with-key',
    severity: 'error',
    when: ({ cluster, management }) =>
      management?.controllerAuthority !== undefined
      && management.controllerAuthority.name === cluster.authority?.secret.name,
    message: ({ management }) => `management.controllerAuthority is "${management?.controllerAuthority?.name ?? ''}", the Secret of the brokers' certificate, so that the controller gets `
      + 'their private key: create a Secret with ca.crt only, and set it',
  }),
  rule({
    id: 'management-traefik-trust',
    severity: 'warning',
    when: ({ cluster, management }) =>
      management?.controller === RabbitMQIngressController.TRAEFIK
      && !management.gateway
      && cluster.ports.management === undefined && cluster.authority !== undefined,
    message: ({ cluster }) => `brokers accept TLS only: Traefik needs a ServersTransport with the authority in Secret "${cluster.authority?.secret.name ?? ''}". `
      + 'Create one, and name it in the annotation traefik.ingress.kubernetes.io/service.serverstransport',
  }),
  ruleForEach({
    id: 'outside-not-let-in',
    severity: 'warning',
    each: props => [
      ...(props.management ? [{ field: 'management', options: props.management as Opened['options'] }] : []),
      ...opened(props),
    ],
    when: ({ options: { allowFrom, sourceRanges = [] } }, { cluster }) =>
      isEnforced(cluster.connections) && allowFrom === undefined && sourceRanges.length === 0,
    message: ({ field }) => `the brokers' NetworkPolicy allows no traffic from ${field}. Name its source pods or networks in ${field}.allowFrom`,
  }),
  ruleForEach({
    id: 'load-balancer-for-everybody',
    severity: 'warning',
    each: ({ loadBalancer, nodes }) => [{ field: 'loadBalancer', options: loadBalancer }, { field: 'nodes', options: nodes }],
    when: ({ options }, { cluster }) =>
      cluster.production && options !== undefined && (options.sourceRanges ?? []).length === 0,
    message: ({ field }) => `${field} allows every address in production. Name the networks of clients in ${field}.sourceRanges`,
  }),
  ruleForEach({
    id: 'health-check-port-range',
    severity: 'warning',
    each: ({ loadBalancer, nodes }) => [{ field: 'loadBalancer', port: loadBalancer?.healthCheckNodePort }, { field: 'nodes', port: nodes?.healthCheckNodePort }],
    when: ({ port }) => port !== undefined && isUnusualNodePort(port),
    message: ({ field, port = 0 }) => `${field}.healthCheckNodePort is ${port}: ${UNUSUAL_NODE_PORT}`,
  }),
  rule({
    id: 'nodes-without-streams',
    severity: 'warning',
    when: ({ cluster, nodes }) =>
      nodes !== undefined && cluster.ports.stream === undefined && cluster.ports.streams === undefined,
    message: ({ cluster }) => `nodes creates an address for each broker, which only streams need, but cluster "${cluster.clusterName}" has no streams. Add rabbitmq_stream to its plugins, or use loadBalancer`,
  }),
  rule({
    id: 'imported-certificate-names',
    severity: 'warning',
    when: ({ left }) => (left?.certificateNames ?? []).length > 0,
    message: ({ cluster, left }) => `cluster "${cluster.clusterName}" is imported, so its certificate is not changed here. `
      + `Make sure that it has ${left?.certificateNames.join(', ') ?? ''}, and acknowledge this warning.`,
  }),
  rule({
    id: 'imported-stream-address',
    severity: 'warning',
    when: ({ left }) => (left?.streamHosts ?? []).length > 0,
    message: ({ cluster, left }) => `cluster "${cluster.clusterName}" is imported, so its brokers don't announce ${left?.streamHosts.join(', ') ?? ''} to stream clients. `
      + 'Set stream.advertised_host where the cluster is defined, and acknowledge this warning.',
  }),
];

function withoutSlash(path: string): string {
  return path.replace(/\/$/, '');
}
