import { INetworkPolicyPeer, Namespaces, Pods } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { RabbitMQIngressController } from './management-options';

/** `app.kubernetes.io/name` of a controller's pods, and their namespace, as in the controller's own chart. */
const PODS: Readonly<Record<RabbitMQIngressController, { readonly name: string; readonly namespace: string }>> = {
  [RabbitMQIngressController.NGINX]: { name: 'ingress-nginx', namespace: 'ingress-nginx' },
  [RabbitMQIngressController.TRAEFIK]: { name: 'traefik', namespace: 'traefik' },
  [RabbitMQIngressController.HAPROXY]: { name: 'kubernetes-ingress', namespace: 'haproxy-controller' },
};

/** The pods of a controller, in the namespace of its chart. */
export function controllerPods(scope: Construct, controller: RabbitMQIngressController): INetworkPolicyPeer {
  const { name, namespace } = PODS[controller];
  return Pods.select(scope, 'IngressController', {
    labels: { 'app.kubernetes.io/name': name },
    namespaces: Namespaces.select(scope, 'IngressControllerNamespace', { names: [namespace] }),
  });
}
