import { MountedCertificate } from './resolve';

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
