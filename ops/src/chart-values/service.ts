import type { ServiceType } from 'cdk8s-plus-28';
import type { RabbitMQServiceOptions } from 'cdk8s-rabbitmq';
import { duration, filled, given, texts } from './kubernetes';
import type { Values } from './values';

/** The Service for clients. */
export function serviceOptions({ service }: Values): RabbitMQServiceOptions {
  return {
    type: service.type as unknown as ServiceType,
    annotations: texts(service.annotations),
    externalTrafficPolicy: given(service.externalTrafficPolicy),
    internalTrafficPolicy: given(service.internalTrafficPolicy),
    sessionAffinity: duration(service.sessionAffinity),
    loadBalancerClass: given(service.loadBalancerClass),
    loadBalancerSourceRanges: filled(service.loadBalancerSourceRanges),
    ipFamilyPolicy: given(service.ipFamilyPolicy),
    ipFamilies: filled(service.ipFamilies),
    nodePorts: filled(service.nodePorts),
    trafficDistribution: given(service.trafficDistribution),
  };
}
