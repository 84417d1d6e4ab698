import { X509Certificate } from 'node:crypto';
import { hasInternalNames } from './certificate';
import { NamedCluster, serviceNames } from './dns-names';
import { ResolvedTls } from './resolve';

/**
 * The name that clients verify in the brokers' certificate, if it is another than that of the client Service: the given
 * one, else the first name of a certificate that is known to have no internal names.
 */
export function certifiedName(tls: ResolvedTls | undefined, cluster: NamedCluster | undefined): string | undefined {
  if (tls === undefined || tls.serverName !== undefined) {
    return tls?.serverName;
  }
  const { issued, isPublic, content } = tls.server.source;
  if (issued !== undefined) {
    return hasInternalNames(issued) ? undefined : firstHost(issued.dnsNames ?? []);
  }
  if (content === undefined || !isPublic) {
    return undefined;
  }
  const certificate = new X509Certificate(content);
  const isInternal = cluster !== undefined && serviceNames(cluster).some(name => certificate.checkHost(name));
  return isInternal ? undefined : firstHost(namesIn(certificate));
}

/** The DNS names of a certificate. */
export function namesIn({ subjectAltName = '' }: X509Certificate): string[] {
  return subjectAltName.split(', ').filter(name => name.startsWith('DNS:')).map(name => name.slice('DNS:'.length));
}

function firstHost(names: readonly string[]): string | undefined {
  return names.find(name => !name.startsWith('*'));
}
