import { X509Certificate } from 'node:crypto';
import { ClusterSubject } from './subject';
import { certifiedPods, NamedCluster, serviceNames } from '../tls/dns-names';
import { MountedCertificate } from '../tls/resolve';
import { Rule, rule, ruleForEach } from '../../validation/rule';

/** The names that certificates are for, where their content is known. */
export const CERTIFICATE_RULES: readonly Rule<ClusterSubject>[] = [
  rule({
    id: 'certificate-names',
    severity: 'error',
    when: subject => missingNames(subject).length > 0,
    message: subject => `tls.certificate is for ${namesOf(subject.tls?.server)}, but not for ${missingNames(subject).join(', ')}: clients would reject the brokers. Issue it for the client Service and for each pod`,
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

/** The cluster by its names, where the namespace is known that they have in them. */
function named({ names, namespace, ordinalStart }: ClusterSubject): NamedCluster | undefined {
  return namespace === undefined
    ? undefined
    : { clusterName: names.cluster, serviceName: names.clientService, nodesServiceName: names.nodesService, namespace, ordinalStart };
}

/** The Service and the pods that the certificate doesn't cover in any form of their names. */
function missingNames(subject: ClusterSubject): string[] {
  const [certificate, cluster] = [certificateOf(subject.tls?.server), named(subject)];
  return certificate === undefined || cluster === undefined
    ? []
    : [serviceNames(cluster), ...certifiedPods(cluster, subject.maxReplicas)].filter(forms => !forms.some(name => certificate.checkHost(name))).map(forms => forms[1]);
}

/** The nodes whose very names the certificate hasn't. */
function missingNodes(subject: ClusterSubject): string[] {
  const [certificate, cluster] = [certificateOf(subject.tls?.interNode), named(subject)];
  return certificate === undefined || cluster === undefined
    ? []
    : certifiedPods(cluster, subject.maxReplicas).map(([node]) => node).filter(node => !certificate.checkHost(node, { wildcards: false }));
}
