import { Chart } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { RabbitMQAuthority } from './interface/cluster-interface';
import { lastingLabels } from './interface/labels';
import { LiveModel } from './live-model';
import { namedCluster } from './server-name';
import { hasInternalNames } from './tls/certificate';
import { certificateNames } from './tls/dns-names';
import { MAX_REPLICAS, renderCertificate } from './tls/issued-certificate';
import { MountedCertificate } from './tls/resolve';
import { Certificate } from '../../imports/cert-manager.io';
import { addManifest } from '../kubernetes/manifest';

/**
 * Adds the Certificates that cert-manager issues: one for clients, and one between brokers if that is a different one.
 */
export function addCertificates(scope: Construct, model: LiveModel): void {
  const { tls } = model.current;
  if (tls) {
    addCertificate(scope, 'Certificate', model, tls.server, () => model.current.certificateNames);
  }
  if (tls?.interNode && tls.interNode !== tls.server) {
    addCertificate(scope, 'NodesCertificate', model, tls.interNode, () => []);
  }
}

/** The authority that signed the brokers' certificate, if its Secret holds one. */
export function certificateAuthority(scope: Construct, model: LiveModel): RabbitMQAuthority | undefined {
  const { server } = model.current.tls ?? {};
  return server?.secretName === undefined
    || server.files.authority === undefined
    || server.source.keys.authority === undefined
    ? undefined
    : { secret: Secret.fromSecretName(scope, 'Authority', server.secretName), key: server.source.keys.authority };
}

function addCertificate(
  scope: Construct,
  id: string,
  model: LiveModel,
  { source, secretName = '' }: MountedCertificate,
  more: () => readonly string[],
): void {
  const { issued } = source;
  if (issued === undefined) {
    return;
  }
  const { namespace } = Chart.of(scope);
  const cluster = namedCluster(model.current, namespace);
  const isInternal = hasInternalNames(issued);
  if (isInternal && cluster === undefined) {
    throw new Error('tls.certificate is issued by cert-manager and contains names with the namespace, but the chart has none. Set the namespace of the chart.');
  }
  addManifest(scope, id, Certificate, model.metadata(secretName), {
    spec: () => {
      const replicas = Math.max(issued.maxReplicas ?? MAX_REPLICAS, model.current.maxReplicas);
      const internal = isInternal && cluster ? certificateNames(cluster, replicas) : [];
      const dnsNames = [...new Set([...internal, ...(issued.dnsNames ?? []), ...more()])];
      const isClient = model.current.tls?.interNode?.source === source;
      return renderCertificate(issued, secretName, dnsNames, lastingLabels(model.current.names.cluster), isClient);
    },
  });
}
