import { ApiObject, ApiObjectMetadata } from 'cdk8s';
import { INetworkPolicyPeer, k8s, NetworkPolicyIpBlock } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { controllerPods } from './controller-pods';
import { parentRef } from './gateway';
import { RabbitMQIngressProps } from './ingress-props';
import { loadBalancerAnnotations, openedPorts, renderLoadBalancer, requireLoadBalancer, requirePortNames } from './load-balancer';
import { RabbitMQLoadBalancerOptions, RabbitMQCommonLoadBalancerOptions, RabbitMQNodeAccessOptions } from './load-balancer-options';
import { ManagementIngress } from './management';
import { RabbitMQIngressController, RabbitMQManagementIngressOptions } from './management-options';
import { RabbitMQRouteOptions } from './route-options';
import { INGRESS_RULES, IngressSubject, LeftToImportedCluster } from './rules';
import { TcpRoute, TlsRoute } from '../../imports/gateway.networking.k8s.io';
import { RabbitMQStreamAddressOptions } from '../cluster/interface/cluster-interface';
import { requireBrokers } from '../cluster/interface/replica-range';
import { objectLabels } from '../cluster/interface/labels';
import { isCertificateHolder, isStreamAdvertiser } from '../cluster/interface/traits';
import { isTlsPort } from '../rabbitmq/protocols';
import { requireHost } from '../kubernetes/dns-name';
import { addManifest } from '../kubernetes/manifest';
import { Validation } from '../validation/validation';
import { validateProps } from '../validation/props';

/**
 * Access to a cluster from outside Kubernetes: the management UI through an Ingress or a Gateway, clients through a
 * Gateway's routes or a load balancer, and an address for each broker for stream clients.
 *
 * @throws at construction if a prop is wrong in itself; at synth, all at once, if props don't go together
 */
export class RabbitMQIngress extends Construct {
  /**
   * Returns the pods of an ingress controller in the namespace of its own chart, as a peer for `management.allowFrom`.
   *
   * @param scope where the peer's constructs are added; once per scope
   * @param controller the controller
   */
  public static controllerPods(scope: Construct, controller: RabbitMQIngressController): INetworkPolicyPeer {
    return controllerPods(scope, controller);
  }

  /** The Ingress or HTTPRoute of the management UI. */
  public readonly management?: ApiObject;
  /** The TLSRoutes and TCPRoutes, in the order of `routes`. */
  public readonly routes: ApiObject[];
  /** The Service of the load balancer. */
  public readonly loadBalancer?: ApiObject;
  /** The Service of each broker. */
  public readonly nodes: ApiObject[];

  private readonly props: RabbitMQIngressProps;
  private readonly left: LeftToImportedCluster = { certificateNames: [], streamHosts: [] };
  private readonly validation: Validation<IngressSubject>;

  public constructor(scope: Construct, id: string, props: RabbitMQIngressProps) {
    super(scope, id);
    this.props = props;
    const { management, routes = [], loadBalancer, nodes } = props;
    const added = validateProps(this, 'RabbitMQIngressProps', props, {
      any: () => { requireAny(props); },
      management: () => management && this.addManagement(management),
      routes: () => routes.map((route, i) => this.addRoute(route, i)),
      loadBalancer: () => loadBalancer && this.addLoadBalancer(loadBalancer),
      nodes: () => (nodes ? this.addNodes(nodes) : []),
    });
    this.management = added.management;
    this.routes = added.routes;
    this.loadBalancer = added.loadBalancer;
    this.nodes = added.nodes;
    this.validation = new Validation<IngressSubject>(
      this,
      INGRESS_RULES,
      () => ({ ...this.props, left: this.left }),
      props,
    );
  }

  /**
   * Warnings that aren't acknowledged: settings that are valid but probably unintended. The same texts are
   * printed at synth.
   */
  public get warnings(): string[] {
    return this.validation.warnings;
  }

  private addManagement(management: RabbitMQManagementIngressOptions): ApiObject {
    if (management.allowFrom) {
      this.props.cluster.connections.allowManagementFrom(management.allowFrom);
    }
    return new ManagementIngress(this, 'Management', this.props.cluster, management, this.metadata('management')).resource;
  }

  private addRoute({ port, gateway, hosts = [], allowFrom }: RabbitMQRouteOptions, i: number): ApiObject {
    const { cluster } = this.props;
    const field = `routes[${i}]`;
    requirePortNames(`${field}.port`, cluster, [port]);
    hosts.forEach((host) => { requireHost(`${field}.hosts`, host, { wildcard: true }); });
    if (isTlsPort(port) !== (hosts.length > 0)) {
      throw new Error(isTlsPort(port)
        ? `${field}.hosts is empty, but ${port} is found by the host that a client asks for: name it`
        : `${field}.hosts is [${hosts.join(', ')}], but clients of ${port} send no host name. Remove hosts, and use a separate listener for the port`);
    }
    if (allowFrom) {
      cluster.connections.allowClientsFrom(allowFrom);
    }
    this.certify([port], hosts);
    const rules = [{ backendRefs: [{ name: cluster.serviceName, port: cluster.ports[port] }] }];
    const metadata = this.metadata(port);
    return isTlsPort(port)
      ? addManifest(this, `Route-${port}`, TlsRoute, metadata, { spec: () => ({ parentRefs: [parentRef(gateway)], hostnames: hosts, rules }) })
      : addManifest(this, `Route-${port}`, TcpRoute, metadata, { spec: () => ({ parentRefs: [parentRef(gateway)], rules }) });
  }

  private addLoadBalancer(options: RabbitMQLoadBalancerOptions): ApiObject {
    const { cluster } = this.props;
    const { hosts = [] } = options;
    requireLoadBalancer('loadBalancer', cluster, options);
    hosts.forEach((host) => { requireHost('loadBalancer.hosts', host); });
    this.certify(openedPorts(cluster, options), hosts);
    this.letIn('LoadBalancer', options);
    return addManifest(this, 'LoadBalancer', k8s.KubeService, this.metadata('external', loadBalancerAnnotations(cluster, options, hosts)), {
      spec: () => renderLoadBalancer(cluster, options, cluster.podLabels),
    });
  }

  private addNodes(options: RabbitMQNodeAccessOptions): ApiObject[] {
    const { cluster } = this.props;
    const { domain, maxReplicas = cluster.maxReplicas } = options;
    requireLoadBalancer('nodes', cluster, options);
    requireHost('nodes.domain', domain);
    if (!Number.isInteger(maxReplicas) || maxReplicas < cluster.replicas) {
      throw new Error(`nodes.maxReplicas is ${maxReplicas}: it must be a whole number of at least replicas, ${cluster.replicas}`);
    }
    requireBrokers('nodes.maxReplicas', maxReplicas);
    if (options.healthCheckNodePort !== undefined && maxReplicas > 1) {
      throw new Error(`nodes.healthCheckNodePort is ${options.healthCheckNodePort}, but there are ${maxReplicas} Services, and each needs a port of its own. Remove it`);
    }
    const names = openedPorts(cluster, options);
    this.certify(names, [`*.${domain}`]);
    const advertised = (name: string): number | undefined => (names.includes(name) ? cluster.ports[name] : undefined);
    if (names.includes('stream') || names.includes('streams')) {
      this.advertiseStreams({ host: `$(POD_NAME).${domain}`, port: advertised('stream'), tlsPort: advertised('streams') });
    }
    this.letIn('Nodes', options);
    return Array.from({ length: maxReplicas }, (_, i) => {
      const ordinal = cluster.ordinalStart + i;
      const pod = `${cluster.clusterName}-${ordinal}`;
      return addManifest(this, `Node-${ordinal}`, k8s.KubeService, this.metadata(String(ordinal), loadBalancerAnnotations(cluster, options, [`${pod}.${domain}`])), {
        spec: () => renderLoadBalancer(cluster, options, { ...cluster.podLabels, 'statefulset.kubernetes.io/pod-name': pod }),
      });
    });
  }

  /** What is reached over TLS from outside shows a certificate for the name it has there. */
  private certify(ports: readonly string[], hosts: readonly string[]): void {
    const { cluster } = this.props;
    if (!ports.some(isTlsPort)) {
      return;
    }
    if (isCertificateHolder(cluster)) {
      cluster.addCertificateNames(...hosts);
    } else {
      this.left.certificateNames.push(...hosts);
    }
  }

  private advertiseStreams(address: RabbitMQStreamAddressOptions): void {
    const { cluster } = this.props;
    if (isStreamAdvertiser(cluster)) {
      cluster.advertiseStreams(address);
    } else {
      this.left.streamHosts.push(address.host);
    }
  }

  /** Those that are named, or the networks that the load balancer takes. */
  private letIn(id: string, { allowFrom, sourceRanges = [] }: RabbitMQCommonLoadBalancerOptions): void {
    const networks = sourceRanges.map((range, i) =>
      range.includes(':') ? NetworkPolicyIpBlock.ipv6(this, `${id}-${i}`, range) : NetworkPolicyIpBlock.ipv4(this, `${id}-${i}`, range));
    (allowFrom ? [allowFrom] : networks).forEach((peer) => { this.props.cluster.connections.allowClientsFrom(peer); });
  }

  private metadata(suffix: string, annotations?: Record<string, string>): ApiObjectMetadata {
    const { cluster, labels } = this.props;
    return {
      name: `${cluster.clusterName}-${suffix}`,
      namespace: cluster.namespace,
      labels: { ...labels, ...objectLabels(cluster.clusterName, cluster.version.version) },
      annotations: annotations && Object.keys(annotations).length > 0 ? annotations : undefined,
    };
  }
}

function requireAny({ management, routes = [], loadBalancer, nodes }: RabbitMQIngressProps): void {
  if (!management && routes.length === 0 && !loadBalancer && !nodes) {
    throw new Error('the ingress is empty. Set at least one of management, routes, loadBalancer and nodes');
  }
}
