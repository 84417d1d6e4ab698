import type { k8s } from 'cdk8s-plus-28';
import type { RabbitMQPodOptions, RabbitMQProbesOptions, RabbitMQResourcesOptions, RabbitMQSchedulingOptions, RabbitMQServiceAccountOptions } from 'cdk8s-rabbitmq';
import { definitionsMounts, definitionsVolumes } from './configuration';
import { duration, filled, given, texts, typed } from './kubernetes';
import type { Values } from './values';

/** CPU and memory of brokers. */
export function resourceOptions({ resources: { requests, limits } }: Values): RabbitMQResourcesOptions {
  return {
    cpuRequest: String(requests.cpu),
    cpuLimit: String(limits.cpu ?? 'none'),
    memoryRequest: given(String(requests.memory)),
    memoryLimit: String(limits.memory),
  };
}

/** What pods of brokers have beyond a broker. */
export function podOptions(values: Values): RabbitMQPodOptions {
  const { pod, podLabels, podAnnotations } = values;
  return {
    labels: { ...texts(podLabels) },
    annotations: { ...texts(podAnnotations) },
    env: typed(pod.env),
    sidecars: typed(pod.sidecars),
    initContainers: typed(pod.initContainers),
    volumes: [...definitionsVolumes(values), ...typed(pod.volumes)],
    volumeMounts: [...definitionsMounts(values), ...typed(pod.volumeMounts)],
    hostAliases: filled(pod.hostAliases),
    dnsConfig: filled(pod.dnsConfig),
    dnsPolicy: given(pod.dnsPolicy),
  };
}

/** The times of the probes. */
export function probeOptions({ probes }: Values): RabbitMQProbesOptions {
  return {
    startupTimeout: duration(probes.startupTimeout),
    startupPeriod: duration(probes.startupPeriod),
    readinessPeriod: duration(probes.readinessPeriod),
    readinessTimeout: duration(probes.readinessTimeout),
    readinessFailureThreshold: probes.readinessFailureThreshold,
  };
}

/** The Kubernetes nodes of pods. */
export function schedulingOptions({ scheduling }: Values): RabbitMQSchedulingOptions {
  return {
    nodeSpread: scheduling.nodeSpread,
    zoneSpread: scheduling.zoneSpread,
    nodeSelector: texts(scheduling.nodeSelector),
    tolerations: scheduling.tolerations.length > 0 ? [...scheduling.tolerations] as k8s.Toleration[] : undefined,
    priorityClassName: given(scheduling.priorityClassName),
    nodeAffinity: filled(scheduling.nodeAffinity),
    topologySpreadConstraints: typed(scheduling.topologySpreadConstraints),
  };
}

/** The ServiceAccount of brokers. */
export function serviceAccountOptions({ serviceAccount }: Values): RabbitMQServiceAccountOptions {
  return {
    create: serviceAccount.create,
    name: given(serviceAccount.name),
    annotations: texts(serviceAccount.annotations),
    automountToken: serviceAccount.automountToken ?? undefined,
  };
}
