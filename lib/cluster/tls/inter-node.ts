import { MountedCertificate, ResolvedTls } from './resolve';

/** How often brokers look whether a certificate's file has changed; Erlang's own 2 minutes come on top of Kubernetes' one and a half. */
const PEM_CACHE_MS = 10_000;

/** The variables that TLS sets, as rabbitmq-server and the command line tools read them. */
export const TLS_ENV = ['RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS', 'RABBITMQ_CTL_ERL_ARGS'];

/** What the data's claim is marked by, so that Kubernetes refuses to switch it on or off for brokers that have data. */
export const LASTING_DISTRIBUTION = { 'cdk8s-rabbitmq/inter-node-tls': 'true' };

/** What Erlang is started with, in the order of `TLS_ENV`. */
export function tlsEnv(tls: ResolvedTls | undefined, optionsFile: string): { name: string; value: string }[] {
  if (tls === undefined) {
    return [];
  }
  const distribution = tls.interNode && `-proto_dist inet_tls -ssl_dist_optfile ${optionsFile}`;
  const server = [`-ssl ssl_pem_cache_clean ${PEM_CACHE_MS}`, ...(distribution === undefined ? [] : [distribution])].join(' ');
  const values = [server, ...(distribution === undefined ? [] : [distribution])];
  return values.map((value, i) => ({ name: TLS_ENV[i], value }));
}

/** The file of Erlang terms that `-ssl_dist_optfile` names: https://www.rabbitmq.com/docs/clustering-ssl */
export function distributionOptions({ files }: MountedCertificate): string {
  const common = [
    `{certfile, "${files.certificate}"}`,
    `{keyfile, "${files.privateKey}"}`,
    `{cacertfile, "${files.authority ?? ''}"}`,
    '{verify, verify_peer}',
  ];
  return `[{server, [${[...common, '{fail_if_no_peer_cert, true}'].join(', ')}]},\n {client, [${common.join(', ')}]}].\n`;
}
