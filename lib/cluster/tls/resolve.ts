import { k8s } from 'cdk8s-plus-28';
import { requireCiphers } from './cipher-suites';
import { certificateSource, CertificateSource, folderOf, RabbitMQCertificate } from './certificate';
import { requireHost } from '../../kubernetes/dns-name';
import { RabbitMQClientCertificates, RabbitMQTlsOptions, RabbitMQTlsVersion } from './options';

/** Where a certificate's files are in the broker's container. */
export interface CertificateFiles {
  readonly certificate: string;
  readonly privateKey: string;
  readonly authority?: string;
}

/** A certificate with the volume that its files come from. */
export interface MountedCertificate {
  readonly source: CertificateSource;
  readonly files: CertificateFiles;
  /** The name of its Secret; none where it is in files. */
  readonly secretName?: string;
}

/** `RabbitMQTlsOptions` with the defaults in place. */
export interface ResolvedTls {
  readonly server: MountedCertificate;
  readonly serverName?: string;
  readonly disablePlainListeners: boolean;
  readonly clientCertificates: RabbitMQClientCertificates;
  /** The file with the authorities that sign the clients' certificates. */
  readonly clientAuthority?: string;
  readonly clientCertificateDepth?: number;
  readonly versions: readonly RabbitMQTlsVersion[];
  readonly ciphers?: readonly string[];
  readonly interNode?: MountedCertificate;
  readonly volumes: readonly k8s.Volume[];
  readonly volumeMounts: readonly k8s.VolumeMount[];
}

/** Where each thing is mounted. */
const FOLDER = { server: '/etc/rabbitmq-tls', clients: '/etc/rabbitmq-tls-clients', nodes: '/etc/rabbitmq-tls-nodes' } as const;

interface Mount {
  readonly certificate: MountedCertificate;
  readonly volumes: readonly k8s.Volume[];
  readonly volumeMounts: readonly k8s.VolumeMount[];
}

/** @throws if a prop is wrong in itself, or an authority is needed and there is none */
export function resolveTls(
  tls: RabbitMQTlsOptions | undefined,
  names: { certificate: string; nodesCertificate: string },
): ResolvedTls | undefined {
  if (tls === undefined) {
    return undefined;
  }
  if (tls.serverName !== undefined) {
    requireHost('tls.serverName', tls.serverName);
  }
  const versions = requireVersions(tls.versions ?? [RabbitMQTlsVersion.V1_3, RabbitMQTlsVersion.V1_2]);
  if (tls.ciphers !== undefined) {
    requireCiphers(tls.ciphers, versions);
  }
  const clientCertificates = tls.clientCertificates ?? RabbitMQClientCertificates.NONE;
  requireUsed(tls, clientCertificates);
  const server = mountOf(tls.certificate, 'tls', FOLDER.server, names.certificate);
  const nodes = tls.interNode?.certificate && mountOf(tls.interNode.certificate, 'tls-nodes', FOLDER.nodes, names.nodesCertificate);
  const clients = tls.clientAuthority && {
    volume: { name: 'tls-clients', secret: { secretName: tls.clientAuthority.name, items: [{ key: tls.clientAuthorityKey ?? 'ca.crt', path: 'ca.crt' }] } },
    volumeMount: { name: 'tls-clients', mountPath: FOLDER.clients, readOnly: true },
  };
  const clientAuthority = clients ? `${FOLDER.clients}/ca.crt` : server.certificate.files.authority;
  if (clientCertificates !== RabbitMQClientCertificates.NONE && clientAuthority === undefined) {
    throw new Error(`tls.clientCertificates is ${clientCertificates}, but the brokers' certificate has no authority to verify client certificates. Set tls.clientAuthority`);
  }
  const interNode = tls.interNode && (nodes ?? server).certificate;
  if (interNode && interNode.files.authority === undefined) {
    throw new Error(`tls.interNode is set, but the certificate ${interNode.secretName === undefined ? '' : `in Secret "${interNode.secretName}" `}has no authority, which brokers need to verify each other. `
      + 'Set tls.interNode.certificate');
  }
  return {
    server: server.certificate,
    serverName: tls.serverName,
    disablePlainListeners: tls.disablePlainListeners ?? false,
    clientCertificates,
    clientAuthority: clientCertificates === RabbitMQClientCertificates.NONE ? undefined : clientAuthority,
    clientCertificateDepth: tls.clientCertificateDepth,
    versions,
    ciphers: tls.ciphers,
    interNode,
    volumes: [...server.volumes, ...(clients ? [clients.volume] : []), ...(nodes?.volumes ?? [])],
    volumeMounts: [...server.volumeMounts, ...(clients ? [clients.volumeMount] : []), ...(nodes?.volumeMounts ?? [])],
  };
}

function mountOf(certificate: RabbitMQCertificate, name: string, folder: string, issuedSecret: string): Mount {
  const source = certificateSource(certificate);
  if (source.files) {
    const volumeMounts = source.volume
      ? [{ name: source.volume.name, mountPath: folderOf(source.files.certificate), readOnly: true }]
      : [];
    return {
      certificate: { source, files: source.files },
      volumes: source.volume ? [source.volume] : [],
      volumeMounts,
    };
  }
  const secretName = source.secret?.name ?? issuedSecret;
  const { certificate: certificateKey, privateKey, authority } = source.keys;
  const items = [
    { key: certificateKey, path: 'tls.crt' },
    { key: privateKey, path: 'tls.key' },
    ...(authority === undefined ? [] : [{ key: authority, path: 'ca.crt' }]),
  ];
  return {
    certificate: {
      source,
      secretName,
      files: { certificate: `${folder}/tls.crt`, privateKey: `${folder}/tls.key`, authority: authority && `${folder}/ca.crt` },
    },
    volumes: [{ name, secret: { secretName, items, defaultMode: 0o440 } }],
    volumeMounts: [{ name, mountPath: folder, readOnly: true }],
  };
}

function requireVersions(versions: readonly RabbitMQTlsVersion[]): readonly RabbitMQTlsVersion[] {
  const known: readonly string[] = Object.values(RabbitMQTlsVersion);
  const unknown = versions.find(version => !known.includes(version));
  if (versions.length === 0 || unknown !== undefined) {
    throw new Error(`tls.versions is [${versions.join(', ')}]: it must have one or both of ${known.join(' and ')}`);
  }
  return versions;
}

/** Reject TLS options that have no effect. */
function requireUsed(tls: RabbitMQTlsOptions, clientCertificates: RabbitMQClientCertificates): void {
  const { clientAuthority, clientAuthorityKey, clientCertificateDepth } = tls;
  if (
    clientCertificates === RabbitMQClientCertificates.NONE
    && (clientAuthority !== undefined || clientCertificateDepth !== undefined)
  ) {
    throw new Error(`tls.${clientAuthority ? 'clientAuthority' : 'clientCertificateDepth'} is set, but tls.clientCertificates is none: brokers request no certificate. `
      + 'Set it to OPTIONAL or REQUIRED, or remove the other');
  }
  if (clientAuthorityKey !== undefined && clientAuthority === undefined) {
    throw new Error('tls.clientAuthorityKey is set, but tls.clientAuthority is not. Name the Secret that has the key, or remove the key');
  }
  if (
    clientCertificateDepth !== undefined
    && !(Number.isInteger(clientCertificateDepth) && clientCertificateDepth >= 0 && clientCertificateDepth <= 255)
  ) {
    throw new Error(`tls.clientCertificateDepth is ${clientCertificateDepth}: it must be a whole number from 0 to 255`);
  }
}
