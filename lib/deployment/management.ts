import { INetworkPolicyPeer, Namespaces, Pods } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { RabbitMQIngressController, RabbitMQManagementIngressOptions } from '../ingress/management-options';

/** `app.kubernetes.io/name` of a controller's pods, as its own chart has it. */
const POD_NAMES: Readonly<Record<RabbitMQIngressController, string>> = {
  [RabbitMQIngressController.NGINX]: 'ingress-nginx',
  [RabbitMQIngressController.TRAEFIK]: 'traefik',
  [RabbitMQIngressController.HAPROXY]: 'kubernetes-ingress',
};

/** The management UI of a production cluster: over TLS, and by a controller that is let in. A Gateway has its own certificate and class. */
export function productionManagement(scope: Construct, management: RabbitMQManagementIngressOptions): RabbitMQManagementIngressOptions {
  if (management.gateway) {
    return management;
  }
  const controller = management.controller ?? RabbitMQIngressController.NGINX;
  return {
    ...completeManagement(scope, management, controller),
    tls: management.tls ?? (management.allowPlain ? undefined : { issuer: 'rabbitmq' }),
  };
}

/** The management UI with the class of a controller, whose pods may connect. */
export function completeManagement(scope: Construct, management: RabbitMQManagementIngressOptions, controller: RabbitMQIngressController): RabbitMQManagementIngressOptions {
  return {
    ...management,
    controller,
    ingressClass: management.ingressClass ?? controller,
    allowFrom: management.allowFrom ?? controllerPods(scope, controller),
  };
}

/** The pods of a controller, in whichever namespace it is. */
export function controllerPods(scope: Construct, controller: RabbitMQIngressController): INetworkPolicyPeer {
  return Pods.select(scope, 'IngressController', {
    labels: { 'app.kubernetes.io/name': POD_NAMES[controller] },
    namespaces: Namespaces.all(scope, 'IngressControllerNamespaces'),
  });
}
