import type { Chart } from 'cdk8s';
import { type RabbitMQCluster, type RabbitMQClusterProps, RabbitMQImage, RabbitMQWarnings } from 'cdk8s-rabbitmq';
import { type DeploymentConfig, placeOf } from './config';
import { hasAutoscaler } from './has-autoscaler';
import { releaseOf } from '../broker/release';
import { type Corrected, corrected, DEFAULT_REPLICAS } from '../chart-values/corrections';
import { givenIn, withDefaults } from '../chart-values/defaults';
import { addExtraObjects, addParts } from '../chart-values/parts';
import { AUTOSCALER, PROFILES, profileValues } from '../chart-values/profiles';
import { storageOptions } from '../chart-values/storage';
import type { Values } from '../chart-values/values';
import { plus } from '../core/cdk8s';

/** Adds the cluster of a configuration: values over options over the profile. */
export function addDeployedValues(
  chart: Chart,
  config: DeploymentConfig,
): { readonly cluster: RabbitMQCluster; readonly notes: readonly string[] } {
  const { values, notes } = valuesOf(config);
  RabbitMQWarnings.of(chart).acknowledge(...acknowledged(config));
  const { cluster } = addParts(chart, values, beyondValues(config, values));
  const { allowNamespaces = [] } = config;
  if (allowNamespaces.length > 0) {
    cluster.connections.allowClientsFrom(plus.Namespaces.select(chart, 'AllowedNamespaces', { names: [...allowNamespaces] }));
  }
  addExtraObjects(chart, values);
  return { cluster, notes };
}

/** Warnings about defaults, which nobody can act on. */
function acknowledged({ profile, resources, values }: DeploymentConfig): readonly string[] {
  if (profile === undefined) {
    return resources === undefined && values?.resources === undefined ? ['memory-request-below-limit'] : [];
  }
  return PROFILES[profile].cluster.acknowledgedWarnings ?? [];
}

/** Complete values of a configuration, the unsafe ones corrected. */
function valuesOf(config: DeploymentConfig): Corrected {
  const profile = config.profile === undefined ? withoutProfile(config) : profileValues(PROFILES[config.profile]);
  const options = optionValues(config);
  const ingress = ingressValues(config, withDefaults(profile, options, config.values));
  const { values, notes } = corrected(withDefaults(profile, options, ingress, config.values));
  const minReplicas = config.replicas ?? values.hpa.minReplicas;
  // an option may have come after the file
  return { values: { ...values, hpa: { ...values.hpa, minReplicas } }, notes };
}

/** What the field's deploy script deploys; resources in the configuration replace all of its own. */
function withoutProfile({ resources }: DeploymentConfig): object {
  return {
    resources: { requests: { memory: resources === undefined ? '1Gi' : undefined }, limits: { cpu: '1' } },
    persistence: { size: '20Gi' },
    hpa: AUTOSCALER,
    networkPolicy: { ownNamespace: true },
  };
}

/** Options as values. */
function optionValues(config: DeploymentConfig): object {
  const { replicas, resources, storageSize, storageClass, plugins, configuration } = config;
  const isScaled = hasAutoscaler(config);
  return {
    cluster: { name: placeOf(config).name, replicaCount: isScaled ? DEFAULT_REPLICAS : replicas },
    resources,
    persistence: { size: storageSize, storageClass },
    hpa: { enabled: isScaled },
    plugins,
    configuration,
    ...monitoringValues(config),
    ...backupValues(config),
  };
}

function monitoringValues({ monitoring: enabled, prometheusNamespace }: DeploymentConfig): object {
  return {
    serviceMonitor: { enabled, prometheusNamespace },
    prometheusRule: { enabled },
    dashboards: { enabled },
    exporter: { enabled },
  };
}

function backupValues({ backup }: DeploymentConfig): object {
  if (backup === undefined || backup === false) {
    return backup === undefined ? {} : { backup: { enabled: false } };
  }
  const [secret, key] = backup.keySecret?.split('/') ?? [];
  return { backup: { enabled: true, schedule: backup.schedule, keep: backup.keep, encryption: { secret, key } } };
}

/** The host of the management UI, if it is exposed. A values file can change it without switching it on. */
export function managementHost(config: DeploymentConfig): string | undefined {
  const { ingress } = config;
  return ingress === undefined || ingress === false ? undefined : ingressIn(config).host ?? ingress;
}

function ingressIn({ values }: DeploymentConfig): Partial<Values['ingress']> {
  return givenIn(values)?.ingress ?? {};
}

/** The management UI: in production through a Gateway, unless something is for an Ingress. */
function ingressValues(config: DeploymentConfig, { cluster: { name }, tls, gateway }: Values): object {
  const { ingressController, profile } = config;
  const host = managementHost(config);
  if (host === undefined) {
    return {};
  }
  const said = ingressIn(config);
  const isForIngress = Object.keys(said).some(key => key !== 'host');
  // the authority is an object of its own: the Secret of the brokers' certificate contains their private key
  const authority = tls.enabled && tls.only && !tls.publiclyTrusted ? `${name}-ca` : undefined;
  if (profile === 'prod' && ingressController === undefined && !isForIngress) {
    const gatewayName = gateway.name === '' ? PROFILES[profile].gateway : gateway.name;
    return {
      gateway: {
        name: gatewayName,
        management: { enabled: true, host, backendAuthority: authority },
        allowFrom: [{ podSelector: { matchLabels: { 'gateway.networking.k8s.io/gateway-name': gatewayName } } }],
      },
    };
  }
  const controller = said.controller ?? ingressController ?? 'nginx';
  const verifies = controller === 'nginx' || controller === 'haproxy';
  return {
    ingress: {
      enabled: true,
      host,
      controller,
      className: controller,
      ...profile === 'prod' ? { controllerAuthority: verifies ? authority : undefined, tls: said.tls ? undefined : { issuer: 'rabbitmq' } } : { allowPlain: true },
    },
  };
}

/** Props that values cannot have: the release of an image, and volumes of no storage class. */
function beyondValues(config: DeploymentConfig, values: Values): Partial<RabbitMQClusterProps> {
  return { image: imageOf(config, values), ...config.storageClass === '' && { storage: { ...storageOptions(values), storageClass: '' } } };
}

/** The official image, unless one is named. */
function imageOf({ image, release }: DeploymentConfig, { image: { user, group } }: Values): RabbitMQImage {
  return image === undefined
    ? RabbitMQImage.official()
    : RabbitMQImage.fromReference(image, {
        version: releaseOf(image, release),
        user: user ?? undefined,
        group: group ?? undefined,
      });
}
