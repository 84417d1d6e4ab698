import { ApiObject, ApiObjectMetadata } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { parentRef } from './gateway';
import { RabbitMQIngressController, RabbitMQIngressTlsOptions, RabbitMQManagementIngressOptions } from './management-options';
import { controllerAnnotations, TRAEFIK_TLS_SERVICE } from './presets';
import { BackendTlsPolicy, HttpRoute, HttpRouteSpecRulesMatchesPathType } from '../../imports/gateway.networking.k8s.io';
import { verifiedName } from '../cluster/interface/address';
import { IRabbitMQCluster } from '../cluster/interface/cluster-interface';
import { requireHost } from '../kubernetes/dns-name';
import { addManifest } from '../kubernetes/manifest';

/** The Ingress or HTTPRoute of the management UI, and what its backend needs. */
export class ManagementIngress extends Construct {
  /** The Ingress or HTTPRoute. */
  public readonly resource: ApiObject;

  private readonly cluster: IRabbitMQCluster;
  private readonly options: RabbitMQManagementIngressOptions;
  private readonly metadata: ApiObjectMetadata;
  /** The plain port where it is open, as it stays within the NetworkPolicy. */
  private readonly port: 'management' | 'management-tls';

  /** @throws if an option is wrong in itself, or the cluster has no port for it */
  public constructor(
    scope: Construct,
    id: string,
    cluster: IRabbitMQCluster,
    options: RabbitMQManagementIngressOptions,
    metadata: ApiObjectMetadata,
  ) {
    super(scope, id);
    this.cluster = cluster;
    this.options = options;
    this.metadata = metadata;
    const { host, path = '/', gateway, tls } = options;
    requireHost('management.host', host);
    if (!/^\/[-\w./~]*$/.test(path)) {
      throw new Error(`management.path is "${path}": it must start with "/" and have letters, digits, "-", "_", "." and "~" in it, such as /rabbitmq`);
    }
    if (cluster.ports.management === undefined && cluster.ports['management-tls'] === undefined) {
      throw new Error(`cluster "${cluster.clusterName}" has no port named "management" or "management-tls". Add it to the ports of fromClusterAttributes(), or remove management`);
    }
    this.port = cluster.ports.management === undefined ? 'management-tls' : 'management';
    if (tls) {
      requireTls(tls);
    }
    requireForWay(options);
    this.resource = gateway ? this.addRoute() : this.addIngress();
  }

  private get isTls(): boolean {
    return this.port === 'management-tls';
  }

  private addIngress(): ApiObject {
    const { cluster, options } = this;
    const { host, path = '/', ingressClass, controller, annotations, tls } = options;
    const secretName = tls && (tls.secret?.name ?? `${cluster.clusterName}-management-tls`);
    const ownService = this.isTls && controller === RabbitMQIngressController.TRAEFIK
      ? this.addTraefikService()
      : undefined;
    return addManifest(this, 'Resource', k8s.KubeIngress, {
      ...this.metadata,
      annotations: given({ ...controllerAnnotations(options, cluster), ...issuerAnnotations(tls), ...annotations }),
    }, {
      spec: () => ({
        ingressClassName: ingressClass,
        tls: secretName === undefined ? undefined : [{ hosts: [host], secretName }],
        rules: [{ host, http: { paths: [{
          path,
          pathType: 'Prefix',
          backend: { service: { name: ownService ?? cluster.serviceName, port: { name: this.port } } },
        }] } }],
      }),
    });
  }

  private addTraefikService(): string {
    const { cluster } = this;
    addManifest(this, 'Service', k8s.KubeService, { ...this.metadata, annotations: TRAEFIK_TLS_SERVICE }, {
      spec: () => ({
        selector: cluster.podLabels,
        ports: [{ name: this.port, port: cluster.ports[this.port], targetPort: k8s.IntOrString.fromString(this.port), appProtocol: 'https' }],
      }),
    });
    return `${cluster.clusterName}-management`;
  }

  private addRoute(): ApiObject {
    const { cluster, options } = this;
    const { host, path = '/', gateway, annotations } = options;
    if (this.isTls) {
      this.addBackendPolicy();
    }
    return addManifest(this, 'Resource', HttpRoute, { ...this.metadata, annotations: given({ ...annotations }) }, {
      spec: () => ({
        parentRefs: gateway && [parentRef(gateway)],
        hostnames: [host],
        rules: [{
          matches: [{ path: { type: HttpRouteSpecRulesMatchesPathType.PATH_PREFIX, value: path } }],
          backendRefs: [{ name: cluster.serviceName, port: cluster.ports[this.port] }],
        }],
      }),
    });
  }

  /** A Gateway uses plain HTTP to its backends unless a BackendTLSPolicy names their authority. */
  private addBackendPolicy(): void {
    const { cluster, options } = this;
    if (cluster.authority && !options.backendAuthority) {
      throw new Error(`management.backendAuthority is missing: brokers accept TLS only, and Gateways can't read their authority from Secret "${cluster.authority.secret.name}". `
        + 'Name a ConfigMap that has it under "ca.crt"');
    }
    addManifest(this, 'BackendPolicy', BackendTlsPolicy, this.metadata, {
      spec: () => ({
        targetRefs: [{ group: '', kind: 'Service', name: cluster.serviceName, sectionName: this.port }],
        validation: {
          hostname: verifiedName(cluster),
          ...(options.backendAuthority
            ? { caCertificateRefs: [{ group: '', kind: 'ConfigMap', name: options.backendAuthority.name }] }
            : { wellKnownCaCertificates: 'System' }),
        },
      }),
    });
  }
}

function issuerAnnotations({ issuer, clusterIssuer }: RabbitMQIngressTlsOptions = {}): Record<string, string> {
  return { ...(issuer && { 'cert-manager.io/issuer': issuer }), ...(clusterIssuer && { 'cert-manager.io/cluster-issuer': clusterIssuer }) };
}

function requireTls({ secret, issuer, clusterIssuer }: RabbitMQIngressTlsOptions): void {
  const named = [secret && 'secret', issuer && 'issuer', clusterIssuer && 'clusterIssuer'].filter(field => field !== undefined);
  if (named.length === 0 || (issuer !== undefined && clusterIssuer !== undefined)) {
    throw new Error(`management.tls has ${named.length === 0 ? 'no source' : 'both issuer and clusterIssuer'}. Name the Secret with the certificate, or one issuer`);
  }
}

/** @throws if an option is given for the other way */
function requireForWay({
  gateway,
  ingressClass,
  controller,
  controllerAuthority,
  tls,
  backendAuthority,
}: RabbitMQManagementIngressOptions): void {
  const inVain = gateway ? { ingressClass, controller, controllerAuthority, tls } : { backendAuthority };
  const field = Object.entries(inVain).find(([, value]) => value !== undefined)?.[0];
  if (field !== undefined) {
    throw new Error(gateway
      ? `management.${field} applies to an Ingress only, but management.gateway is set: class and certificate are those of the Gateway. Remove one of them`
      : `management.${field} applies to a Gateway only. Set management.gateway, or remove it`);
  }
}

function given(annotations: Record<string, string>): Record<string, string> | undefined {
  return Object.keys(annotations).length > 0 ? annotations : undefined;
}
