import { k8s, ServiceType } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { LiveModel } from './live-model';
import { RabbitMQServiceOptions } from './service-options';
import { addManifest, Manifest } from '../kubernetes/manifest';
import { INTERNAL_PORTS, Port } from '../rabbitmq/port';
import { wholeSeconds } from '../kubernetes/seconds';

/** Adds the headless Service that gives each broker its name. */
export function addNodesService(scope: Construct, model: LiveModel): Manifest {
  return addManifest(scope, 'NodesService', k8s.KubeService, model.metadata(model.current.names.nodesService), {
    spec: () => renderNodesService(model.current.service, model.current.selector),
  });
}

/** Adds the Service that clients connect to. */
export function addClientService(scope: Construct, model: LiveModel): Manifest {
  const metadata = model.metadata(model.current.names.clientService);
  return addManifest(scope, 'Service', k8s.KubeService, {
    ...metadata,
    annotations: { ...metadata.annotations, ...model.current.service.annotations },
  }, {
    spec: () => renderClientService(model.current.service, model.current.ports, model.current.selector),
  });
}

function renderClientService(service: RabbitMQServiceOptions, ports: readonly Port[], selector: Record<string, string>): k8s.ServiceSpec {
  return {
    type: service.type ?? ServiceType.CLUSTER_IP,
    selector,
    ports: ports.map(({ name, number, appProtocol }) => ({ name, port: number, targetPort: k8s.IntOrString.fromString(name), appProtocol })),
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
    ports: Object.entries(INTERNAL_PORTS).map(([name, port]) => ({ name, port, targetPort: k8s.IntOrString.fromString(name) })),
    ipFamilyPolicy: service.ipFamilyPolicy,
    ipFamilies: service.ipFamilies,
  };
}
