import { Chart, Duration, Testing } from 'cdk8s';
import { ImagePullPolicy, k8s, Namespaces, Secret, ServiceType } from 'cdk8s-plus-28';
import * as lib from '../../lib';

/** What a values file of the chart says; the defaults are in `static/values.yaml`. */
export interface Values {
  readonly cluster: { readonly enabled: boolean; readonly name: string; readonly replicaCount: number; readonly production: boolean };
  readonly image: {
    readonly registry: string;
    readonly repository: string;
    readonly tag: string;
    readonly digest: string;
    readonly pullPolicy: string;
    readonly pullSecrets: readonly string[];
  };
  readonly resources: { readonly requests: { readonly cpu: string; readonly memory: string }; readonly limits: { readonly cpu: string; readonly memory: string } };
  readonly persistence: { readonly enabled: boolean; readonly storageClass: string; readonly size: string; readonly accessModes: readonly string[] };
  readonly plugins: readonly string[];
  readonly configuration: Readonly<Record<string, string | number | boolean>>;
  readonly advancedConfiguration: string;
  readonly credentials: {
    readonly username: string;
    readonly existingSecret: string;
    readonly usernameKey: string;
    readonly passwordKey: string;
    readonly existingErlangCookieSecret: string;
    readonly erlangCookieKey: string;
  };
  readonly tls: { readonly enabled: boolean; readonly only: boolean; readonly existingSecret: string; readonly issuer: string; readonly issuerKind: string };
  readonly scheduling: {
    readonly nodeSpread: string; readonly zoneSpread: string; readonly nodeSelector: Readonly<Record<string, string>>;
    readonly tolerations: readonly object[]; readonly priorityClassName: string;
  };
  readonly service: { readonly type: string; readonly annotations: Readonly<Record<string, string>> };
  readonly podDisruptionBudget: { readonly enabled: boolean | null };
  readonly networkPolicy: { readonly enabled: boolean | null; readonly clientNamespaces: Readonly<Record<string, string>> };
  readonly podLabels: Readonly<Record<string, string>>;
  readonly podAnnotations: Readonly<Record<string, string>>;
  readonly commonLabels: Readonly<Record<string, string>>;
  readonly commonAnnotations: Readonly<Record<string, string>>;
  readonly hpa: {
    readonly enabled: boolean; readonly minReplicas: number; readonly maxReplicas: number;
    readonly targetCPUUtilizationPercentage: number; readonly targetMemoryUtilizationPercentage: number;
  };
  readonly serviceMonitor: {
    readonly enabled: boolean;
    readonly interval: string;
    readonly path: string;
    readonly port: string;
    readonly labels: Readonly<Record<string, string>>;
  };
  readonly prometheusRule: { readonly enabled: boolean };
  readonly dashboards: { readonly enabled: boolean };
  readonly exporter: { readonly enabled: boolean };
  readonly ingress: {
    readonly enabled: boolean; readonly host: string; readonly className: string; readonly controller: string;
    readonly annotations: Readonly<Record<string, string>>; readonly allowPlain: boolean;
    readonly tls: { readonly existingSecret: string; readonly issuer: string; readonly clusterIssuer: string };
  };
}

/** A Kubernetes object. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

/**
 * What the constructs make of a values file: the one place that says which value is which prop.
 *
 * @throws with all that the library has against it
 */
export function synthesize(values: Values, namespace: string): Manifest[] {
  const chart = new Chart(Testing.app(), 'chart', { namespace });
  if (!values.cluster.enabled) {
    return [];
  }
  const cluster = new lib.RabbitMQCluster(chart, 'Cluster', clusterProps(chart, values));
  if (cluster.connections._isEnforced) {
    cluster.connections.allowClientsFrom(Namespaces.select(chart, 'Clients', { labels: { ...values.networkPolicy.clientNamespaces } }));
  }
  const { serviceMonitor, prometheusRule, dashboards, exporter } = values;
  if (serviceMonitor.enabled || prometheusRule.enabled || dashboards.enabled || exporter.enabled) {
    new lib.RabbitMQMonitoring(chart, 'Monitoring', { cluster, ...monitoringOptions(values) });
  }
  const { hpa } = values;
  if (hpa.enabled) {
    new lib.RabbitMQAutoscaler(chart, 'Autoscaler', {
      cluster,
      minReplicas: hpa.minReplicas,
      maxReplicas: hpa.maxReplicas,
      metrics: [lib.RabbitMQScalingMetric.cpu(hpa.targetCPUUtilizationPercentage), lib.RabbitMQScalingMetric.memory(hpa.targetMemoryUtilizationPercentage)],
      // a policy for one namespace that has none itself would have two releases meet
      oddSizes: false,
    });
  }
  if (values.ingress.enabled) {
    new lib.RabbitMQIngress(chart, 'Ingress', { cluster, management: managementIngress(chart, values) });
  }
  const errors = chart.node.findAll().flatMap(construct => construct.node.validate());
  if (errors.length > 0) {
    throw new Error(errors.join('\n'));
  }
  return Testing.synth(chart) as Manifest[];
}

function clusterProps(chart: Chart, values: Values): lib.RabbitMQClusterProps {
  const { cluster, image, resources, persistence, plugins, configuration, advancedConfiguration, credentials, tls, scheduling, service } = values;
  const secret = (name: string): ReturnType<typeof Secret.fromSecretName> => Secret.fromSecretName(chart, `${name}-${chart.node.children.length}`, name);
  return {
    name: cluster.name,
    replicas: values.hpa.enabled ? undefined : cluster.replicaCount,
    production: cluster.production,
    image: lib.RabbitMQImage.fromReference(imageReference(values)),
    imagePullPolicy: image.pullPolicy as unknown as ImagePullPolicy,
    imagePullSecrets: image.pullSecrets.map(secret),
    resources: {
      cpuRequest: resources.requests.cpu,
      cpuLimit: resources.limits.cpu,
      memoryRequest: given(resources.requests.memory),
      memoryLimit: resources.limits.memory,
    },
    storage: { ephemeral: !persistence.enabled, size: persistence.size, storageClass: given(persistence.storageClass), accessMode: persistence.accessModes[0] },
    plugins: [...plugins],
    configuration: { raw: Object.fromEntries(Object.entries(configuration).map(([key, value]) => [key, String(value)])), advancedConfig: given(advancedConfiguration) },
    credentials: {
      ...(credentials.existingSecret === ''
        ? { username: credentials.username }
        : { secret: secret(credentials.existingSecret), usernameKey: credentials.usernameKey, passwordKey: credentials.passwordKey }),
      ...(credentials.existingErlangCookieSecret !== '' && {
        erlangCookieSecret: secret(credentials.existingErlangCookieSecret),
        erlangCookieKey: credentials.erlangCookieKey,
      }),
    },
    tls: tls.enabled
      ? {
          certificate: tls.existingSecret === ''
            ? lib.RabbitMQCertificate.fromIssuer({ issuer: tls.issuer, issuerKind: tls.issuerKind })
            : lib.RabbitMQCertificate.fromSecret(secret(tls.existingSecret)),
          only: tls.only,
        }
      : undefined,
    scheduling: {
      nodeSpread: scheduling.nodeSpread as unknown as lib.RabbitMQSpread,
      zoneSpread: scheduling.zoneSpread as unknown as lib.RabbitMQSpread,
      nodeSelector: filled(scheduling.nodeSelector),
      tolerations: scheduling.tolerations.length > 0 ? [...scheduling.tolerations] as k8s.Toleration[] : undefined,
      priorityClassName: given(scheduling.priorityClassName),
    },
    service: { type: service.type as unknown as ServiceType, annotations: filled(service.annotations) },
    disruptionBudget: { enabled: values.podDisruptionBudget.enabled ?? undefined },
    networkPolicy: { enabled: values.networkPolicy.enabled ?? undefined },
    pod: { labels: { ...values.podLabels }, annotations: { ...values.podAnnotations } },
    labels: filled(values.commonLabels),
    annotations: filled(values.commonAnnotations),
  };
}

/** The image as Kubernetes takes it. */
export function imageReference({ image: { registry, repository, tag, digest } }: Values): string {
  return `${registry === '' ? '' : `${registry}/`}${repository}:${tag}${digest === '' ? '' : `@${digest}`}`;
}

function monitoringOptions({ serviceMonitor, prometheusRule, dashboards, exporter }: Values): lib.RabbitMQMonitoringOptions {
  return {
    scraping: {
      method: serviceMonitor.enabled ? lib.RabbitMQScrapeMethod.SERVICE_MONITOR : lib.RabbitMQScrapeMethod.NONE,
      interval: Duration.parse(`PT${serviceMonitor.interval.toUpperCase()}`),
      path: serviceMonitor.path,
    },
    alerting: { enabled: prometheusRule.enabled },
    dashboards: { enabled: dashboards.enabled },
    exporter: { enabled: exporter.enabled },
    labels: filled(serviceMonitor.labels),
  };
}

function managementIngress(chart: Chart, { ingress }: Values): lib.RabbitMQManagementIngress {
  const { existingSecret, issuer, clusterIssuer } = ingress.tls;
  return {
    host: ingress.host,
    ingressClass: given(ingress.className),
    controller: given(ingress.controller) as unknown as lib.RabbitMQIngressController | undefined,
    annotations: filled(ingress.annotations),
    allowPlain: ingress.allowPlain,
    tls: existingSecret + issuer + clusterIssuer === ''
      ? undefined
      : { secret: existingSecret === '' ? undefined : Secret.fromSecretName(chart, 'IngressTls', existingSecret), issuer: given(issuer), clusterIssuer: given(clusterIssuer) },
  };
}

function given(value: string): string | undefined {
  return value === '' ? undefined : value;
}

function filled(map: Readonly<Record<string, string>>): Record<string, string> | undefined {
  return Object.keys(map).length > 0 ? { ...map } : undefined;
}
