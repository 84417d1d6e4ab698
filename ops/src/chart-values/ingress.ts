import type { Chart } from 'cdk8s';
import type { INetworkPolicyPeer } from 'cdk8s-plus-28';
import { RabbitMQIngress, type RabbitMQManagementIngressOptions } from 'cdk8s-rabbitmq';
import { given, peerOf, secretNamed, texts } from './kubernetes';
import type { Values } from './values';

/** The Ingress of the management UI, without the peers that it comes from. */
export function managementOptions(chart: Chart, { ingress }: Values): RabbitMQManagementIngressOptions {
  const { existingSecret, issuer, clusterIssuer } = ingress.tls;
  return {
    host: ingress.host,
    ingressClass: given(ingress.className),
    controller: given(ingress.controller),
    controllerAuthority: ingress.controllerAuthority === '' ? undefined : secretNamed(chart, ingress.controllerAuthority),
    annotations: texts(ingress.annotations),
    allowPlain: ingress.allowPlain,
    tls: existingSecret + issuer + clusterIssuer === ''
      ? undefined
      : { secret: existingSecret === '' ? undefined : secretNamed(chart, existingSecret), issuer: given(issuer), clusterIssuer: given(clusterIssuer) },
  };
}

/** The peers that the management UI is reached from: those that values name, or the controller's pods. */
export function controllerPeers(chart: Chart, { ingress }: Values): INetworkPolicyPeer[] {
  return ingress.allowFrom.length > 0 || ingress.controller === ''
    ? ingress.allowFrom.map(peerOf)
    : [RabbitMQIngress.controllerPods(chart, ingress.controller)];
}
