import { RabbitMQWarnings } from 'cdk8s-rabbitmq';
import { checkConfig, type DeploymentConfig, placeOf } from './config';
import { addDeployedValues, managementHost } from './deployed-values';
import { PROFILES } from '../chart-values/profiles';
import { inValues } from '../chart-values/wording';
import { cdk8s } from '../core/cdk8s';
import type { ClusterRef } from '../core/cluster-ref';
import { messageOf, UsageError } from '../core/errors';
import type { Manifest } from '../kubernetes/objects';

/** The synthesized form of a configuration. */
export interface Synthesized {
  readonly cluster: ClusterRef;
  readonly replicas: number;
  readonly manifests: readonly Manifest[];
  /** Settings that are valid but probably unintended. */
  readonly warnings: readonly string[];
}

/**
 * The manifests of a deployment, synthesized by cdk8s-rabbitmq.
 *
 * @throws UsageError with what the library says is wrong, all of it
 */
export function synthesize(config: DeploymentConfig): Synthesized {
  checkConfig(config);
  const cluster = placeOf(config);
  try {
    const chart = new cdk8s.Chart(new cdk8s.App(), 'deployment', { namespace: cluster.namespace });
    RabbitMQWarnings.of(chart).silence();
    const { cluster: brokers, notes } = addDeployedValues(chart, config);
    const manifests = chart.toJson() as readonly Manifest[];
    const warnings = RabbitMQWarnings.of(chart).list().map(({ id, message }) => `${inValues(message, config.values)} [${id}]`);
    return {
      cluster,
      replicas: brokers.replicas,
      manifests,
      warnings: [...notes, ...warnings, ...plainIngressWarnings(config)],
    };
  } catch (error) {
    throw new UsageError(`this can't be deployed: ${inValues(messageOf(error), config.values)}`, { cause: error, state: 'nothing was changed' });
  }
}

function plainIngressWarnings(config: DeploymentConfig): string[] {
  const host = managementHost(config);
  return host !== undefined && !PROFILES[config.profile ?? 'test'].hasIngress
    ? [`ingress serves ${host} without TLS: passwords travel in plain text. Use --profile prod, or TLS in front of the Ingress`]
    : [];
}
