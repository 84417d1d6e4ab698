import { JsonPatch } from 'cdk8s';
import { k8s, ServiceType } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { LiveModel } from './live-model';
import { ClusterModel } from './model';
import { RabbitMQIpFamilyPolicy, RabbitMQServiceOptions } from './service-options';
import { addManifest, Manifest } from '../kubernetes/manifest';
import { INTERNAL_PORTS, Port } from '../rabbitmq/port';
import { wholeSeconds } from '../kubernetes/seconds';

/** Adds the headless Service that gives each broker its name. */
export function addNodesService(scope: Construct, model: LiveModel): Manifest {
  return addManifest(scope, 'NodesService', k8s.KubeService, model.metadata(model.current.names.nodesService), {
    spec: () => renderNodesService(familiesOf(model.current), model.current.selector),
  });
}

/** Adds the Service that clients connect to. */
export function addClientService(scope: Construct, model: LiveModel): Manifest {
  const metadata = model.metadata(model.current.names.clientService);
  const { annotations, trafficDistribution } = model.current.service;
  const service = addManifest(scope, 'Service', k8s.KubeService, { ...metadata, annotations: { ...metadata.annotations, ...annotations } }, {
    spec: () => renderClientService(familiesOf(model.current), model.current.ports, model.current.selector),
  });
  if (trafficDistribution !== undefined) {
    // newer than the types of cdk8s-plus-28
    service.addJsonPatch(JsonPatch.add('/spec/trafficDistribution', trafficDistribution));
  }
  return service;
}

/** The options of the Services. A family is stated only where one has to be. */
function familiesOf({ service, ipv6 }: ClusterModel): RabbitMQServiceOptions {
  const isStated = (service.ipFamilies ?? service.ipFamilyPolicy) !== undefined;
  return ipv6 && !isStated ? { ...service, ipFamilyPolicy: RabbitMQIpFamilyPolicy.SINGLE_STACK, ipFamilies: ['IPv6'] } : service;
}

function renderClientService(
  service: RabbitMQServiceOptions,
  ports: readonly Port[],
  selector: Record<string, string>,
): k8s.ServiceSpec {
  return {
    type: service.type ?? ServiceType.CLUSTER_IP,
    selector,
    ports: ports.map(({ name, number, appProtocol }) => ({
      name,
      port: number,
      targetPort: k8s.IntOrString.fromString(name),
      appProtocol,
      nodePort: service.nodePorts?.[name],
    })),
    externalTrafficPolicy: service.externalTrafficPolicy,
    internalTrafficPolicy: service.internalTrafficPolicy,
    sessionAffinity: service.sessionAffinity && 'ClientIP',
    sessionAffinityConfig: service.sessionAffinity && { clientIp: { timeoutSeconds: wholeSeconds('service.sessionAffinity', service.sessionAffinity) } },
    loadBalancerClass: service.loadBalancerClass,
    loadBalancerSourceRanges: service.loadBalancerSourceRanges,
    ipFamilyPolicy: service.ipFamilyPolicy,
    ipFamilies: service.ipFamilies,
  };
}

/** Publishes the addresses of brokers that aren't ready yet, as brokers find each other while they boot. */
function renderNodesService(service: RabbitMQServiceOptions, selector: Record<string, string>): k8s.ServiceSpec {
  return {
    clusterIp: 'None',
    publishNotReadyAddresses: true,
    selector,
    ports: Object.entries(INTERNAL_PORTS).map(([name, port]) => ({
      name,
      port,
      targetPort: k8s.IntOrString.fromString(name),
    })),
    ipFamilyPolicy: service.ipFamilyPolicy,
    ipFamilies: service.ipFamilies,
  };
}
