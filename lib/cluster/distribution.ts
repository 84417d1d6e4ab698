import { k8s } from 'cdk8s-plus-28';
import { ResolvedTls } from './tls/resolve';

/**
 * How often brokers look whether a certificate's file has changed; Erlang's own 2 minutes come on top of Kubernetes'
 * one and a half.
 */
const PEM_CACHE_MS = 10_000;

/** The variables that TLS and IPv6 set, as rabbitmq-server and the command line tools read them. */
export const DISTRIBUTION_ENV = ['RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS', 'RABBITMQ_CTL_ERL_ARGS'];

/** The variable with the file of Erlang's resolver. */
export const RESOLVER_ENV = 'ERL_INETRC';

/** What of a cluster decides on connections between brokers. */
interface Distribution {
  readonly tls?: ResolvedTls;
  readonly ipv6: boolean;
}

/** How Erlang connects brokers and command line tools. */
export function distributionEnv(
  { tls, ipv6 }: Distribution,
  files: { readonly tlsOptions: string; readonly resolver: string },
): k8s.EnvVar[] {
  const carrier = `${ipv6 ? 'inet6' : 'inet'}_${tls?.interNode ? 'tls' : 'tcp'}`;
  const distribution = [
    ...(carrier === 'inet_tcp' ? [] : [`-proto_dist ${carrier}`]),
    ...(tls?.interNode ? [`-ssl_dist_optfile ${files.tlsOptions}`] : []),
  ].join(' ');
  const server = [...(tls ? [`-ssl ssl_pem_cache_clean ${PEM_CACHE_MS}`] : []), ...(distribution === '' ? [] : [distribution])].join(' ');
  return [
    ...(ipv6 ? [{ name: RESOLVER_ENV, value: files.resolver }] : []),
    ...[server, distribution].flatMap((value, i) => (value === '' ? [] : [{ name: DISTRIBUTION_ENV[i], value }])),
  ];
}

/** The file that has Erlang look up IPv6 addresses first. RabbitMQ's peer discovery uses IPv6 where it is set. */
export const IPV6_RESOLVER = '{inet6, true}.';

/**
 * What the data's claim is marked by, so that Kubernetes refuses a change for brokers that have data: old and new ones
 * don't reach each other.
 */
export function lastingDistribution({ tls, ipv6 }: Distribution): Record<string, string> | undefined {
  const marks = {
    ...(tls?.interNode && { 'cdk8s-rabbitmq/inter-node-tls': 'true' }),
    ...(ipv6 && { 'cdk8s-rabbitmq/inter-node-ipv6': 'true' }),
  };
  return Object.keys(marks).length > 0 ? marks : undefined;
}
