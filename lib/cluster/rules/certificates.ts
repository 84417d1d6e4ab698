import { X509Certificate } from 'node:crypto';
import { ClusterSubject } from './subject';
import { namedCluster } from '../server-name';
import { certifiedPods, NamedCluster, serviceNames } from '../tls/dns-names';
import { hasInternalNames } from '../tls/certificate';
import { certifiedName } from '../tls/server-name';
import { MountedCertificate } from '../tls/resolve';
import { Rule, rule, ruleForEach } from '../../validation/rule';

/** The names that certificates are for, where their content is known. */
export const CERTIFICATE_RULES: readonly Rule<ClusterSubject>[] = [
  rule({
    id: 'certificate-names',
    severity: 'error',
    when: subject => missingNames(subject).length > 0,
    message: subject => `tls.certificate is for ${namesOf(subject.tls?.server)}, but not for ${missingNames(subject).join(', ')}: clients would reject the brokers. `
      + 'Issue it for the client Service and for each pod, or set tls.serverName to a name that it is for',
  }),
  rule({
    id: 'certificate-server-name',
    severity: 'error',
    when: (subject) => {
      const name = serverName(subject);
      return name !== undefined && !(isFor(name, subject.tls?.server) && isIssuedFor(name, subject));
    },
    message: subject => `tls.serverName is "${serverName(subject) ?? ''}", and tls.certificate is for ${issuedNames(subject)?.join(', ') ?? namesOf(subject.tls?.server)}: clients would reject the brokers. Set one of these names`,
  }),
  rule({
    id: 'certificate-server-name-missing',
    severity: 'error',
    when: (subject) => {
      const issued = subject.tls?.server.source.issued;
      return issued !== undefined && !hasInternalNames(issued) && serverName(subject) === undefined;
    },
    message: ({ tls }) => `tls.certificate is issued ${tls?.server.source.isPublic ? 'by a public authority' : 'with internalNames false'}, so it is for no Service and no pod, and dnsNames has no host without "*". `
      + 'Add the host that clients connect to, such as "mq.example.com", or set tls.serverName to a host that dnsNames covers',
  }),
  rule({
    id: 'certificate-server-name-unknown',
    severity: 'warning',
    when: (subject) => {
      const { source } = subject.tls?.server ?? {};
      return source !== undefined
        && source.isPublic
        && source.issued === undefined
        && source.content === undefined
        && serverName(subject) === undefined;
    },
    message: ({ names }) => `tls.certificate is signed by a public authority, which signs no name of a Service, so clients that verify "${names.clientService}" reject the brokers, including those of this library. `
      + 'Set tls.serverName to a name that the certificate is for',
  }),
  rule({
    id: 'certificate-internal-names-between-nodes',
    severity: 'error',
    when: ({ tls }) => tls?.interNode?.source.issued !== undefined && !hasInternalNames(tls.interNode.source.issued),
    message: () => 'the certificate of tls.interNode is issued without internalNames, and brokers verify each other by the name of each pod. Set another certificate in tls.interNode.certificate',
  }),
  rule({
    id: 'certificate-names-between-nodes',
    severity: 'error',
    when: subject => missingNodes(subject).length > 0,
    message: subject => `the certificate of tls.interNode is for ${namesOf(subject.tls?.interNode)}, but not for ${missingNodes(subject).join(', ')}: brokers would reject each other, because they accept no wildcard. Issue it for the name of each pod`,
  }),
  ruleForEach({
    id: 'certificate-names-added',
    severity: 'error',
    each: ({ certificateNames }) => certificateNames,
    when: (name, { tls }) => !isFor(name, tls?.server),
    message: (name, { tls }) => tls === undefined
      ? `addCertificateNames() has "${name}", but brokers have no certificate. Set tls, or remove the name`
      : `addCertificateNames() has "${name}", but tls.certificate is for ${namesOf(tls.server)}. Issue it for that name too`,
  }),
];

/** The certificate itself, where it was given. */
function certificateOf(mounted?: MountedCertificate): X509Certificate | undefined {
  return mounted?.source.content === undefined ? undefined : new X509Certificate(mounted.source.content);
}

/** Whether it is for a name, as far as that is known. */
function isFor(name: string, mounted?: MountedCertificate): boolean {
  const certificate = certificateOf(mounted);
  return mounted !== undefined && (certificate === undefined || certificate.checkHost(name) !== undefined);
}

function namesOf(mounted?: MountedCertificate): string {
  return certificateOf(mounted)?.subjectAltName?.replaceAll('DNS:', '') ?? 'no name';
}

/** The names that are requested for the certificate, if cert-manager issues it. */
function issuedNames(subject: ClusterSubject): string[] | undefined {
  const issued = subject.tls?.server.source.issued;
  const cluster = named(subject);
  return issued && [
    ...(hasInternalNames(issued) && cluster ? serviceNames(cluster) : []),
    ...(issued.dnsNames ?? []),
    ...subject.certificateNames,
  ];
}

function isIssuedFor(host: string, subject: ClusterSubject): boolean {
  return issuedNames(subject)?.some(name => name === host || (name.startsWith('*.') && host.slice(host.indexOf('.')) === name.slice(1))) ?? true;
}

function named(subject: ClusterSubject): NamedCluster | undefined {
  return namedCluster(subject, subject.namespace);
}

/** The name that clients verify, if it is another than that of the Service. */
function serverName(subject: ClusterSubject): string | undefined {
  return certifiedName(subject.tls, named(subject));
}

/** The Service and the pods that the certificate doesn't cover in any form of their names. */
function missingNames(subject: ClusterSubject): string[] {
  const [certificate, cluster] = [certificateOf(subject.tls?.server), named(subject)];
  return certificate === undefined || cluster === undefined || serverName(subject) !== undefined
    ? []
    : [serviceNames(cluster), ...certifiedPods(cluster, subject.maxReplicas)]
        .filter(forms => !forms.some(name => certificate.checkHost(name)))
        .map(forms => forms[1]);
}

/** The nodes whose very names the certificate hasn't. */
function missingNodes(subject: ClusterSubject): string[] {
  const [certificate, cluster] = [certificateOf(subject.tls?.interNode), named(subject)];
  return certificate === undefined || cluster === undefined
    ? []
    : certifiedPods(cluster, subject.maxReplicas)
        .map(([node]) => node)
        .filter(node => !certificate.checkHost(node, { wildcards: false }));
}
