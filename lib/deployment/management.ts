import { ConfigMap, INetworkPolicyPeer, Namespaces, Pods, Secret } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { IRabbitMQCluster } from '../cluster/interface/cluster-interface';
import { controllerPods } from '../ingress/controller-pods';
import { RabbitMQGatewayOptions } from '../ingress/gateway';
import { RabbitMQIngressController, RabbitMQManagementIngressOptions } from '../ingress/management-options';

/** The label of the pods that serve a Gateway: https://gateway-api.sigs.k8s.io/geps/gep-1762 */
const GATEWAY_LABEL = 'gateway.networking.k8s.io/gateway-name';

/**
 * The management UI of a production cluster: through a Gateway, unless an option is for an Ingress. Both are allowed to
 * connect, and verify the brokers.
 */
export function productionManagement(
  scope: Construct,
  cluster: IRabbitMQCluster,
  management: RabbitMQManagementIngressOptions,
  usualGateway: string,
): RabbitMQManagementIngressOptions {
  const { controller, ingressClass, tls } = management;
  // the authority is an object of its own: the Secret of the brokers' certificate contains their private key
  const authority = isVerified(cluster) ? `${cluster.clusterName}-ca` : undefined;
  if (controller === undefined && ingressClass === undefined && tls === undefined) {
    const gateway = management.gateway ?? { name: usualGateway };
    return {
      ...management,
      gateway,
      backendAuthority: management.backendAuthority ?? (authority === undefined ? undefined : ConfigMap.fromConfigMapName(scope, 'Authority', authority)),
      allowFrom: management.allowFrom ?? gatewayPods(scope, gateway),
    };
  }
  if (management.gateway) {
    return management;
  }
  const verifies = controller === RabbitMQIngressController.NGINX || controller === RabbitMQIngressController.HAPROXY;
  return {
    ...management,
    ...controller && completeManagement(scope, management, controller),
    controllerAuthority: management.controllerAuthority ?? (verifies && authority !== undefined ? Secret.fromSecretName(scope, 'Authority', authority) : undefined),
    tls: tls ?? (management.allowPlain ? undefined : { issuer: 'rabbitmq' }),
  };
}

/** The management UI with the class of a controller, whose pods may connect. */
export function completeManagement(
  scope: Construct,
  management: RabbitMQManagementIngressOptions,
  controller: RabbitMQIngressController,
): RabbitMQManagementIngressOptions {
  return {
    ...management,
    controller,
    ingressClass: management.ingressClass ?? controller,
    allowFrom: management.allowFrom ?? controllerPods(scope, controller),
  };
}

/** Whether the management port has a certificate of an authority that not everybody trusts. */
function isVerified({ ports, authority }: IRabbitMQCluster): boolean {
  return ports.management === undefined && authority !== undefined;
}

function gatewayPods(scope: Construct, { name, namespace }: RabbitMQGatewayOptions): INetworkPolicyPeer {
  return Pods.select(scope, 'Gateway', {
    labels: { [GATEWAY_LABEL]: name },
    namespaces: namespace === undefined ? undefined : Namespaces.select(scope, 'GatewayNamespace', { names: [namespace] }),
  });
}
