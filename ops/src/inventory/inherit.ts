import type { BackupSchedule, ChartValues, DeploymentConfig } from './config';
import { mergeValues, withoutKey } from '../chart-values/merge';
import { hasAutoscaler } from './has-autoscaler';

/** Options that a running cluster answers itself, as commands such as `scale`, `upgrade` and `expand` change them. */
const ANSWERED_BY_CLUSTER = ['image', 'release', 'storageSize', 'storageClass'] as const satisfies readonly (keyof DeploymentConfig)[];

/** Options that say where the cluster is. */
const PLACE: readonly string[] = ['namespace', 'clusterName'];

/** A configuration whose unset options are those of the last deploy. */
export function inheritUnsetOptions(config: DeploymentConfig, last: DeploymentConfig): DeploymentConfig {
  // a release belongs to the image it was stated for
  const { release, ...others } = last;
  // the cluster answers how many brokers it has
  const kept = last.values && withoutKey(last.values, ['cluster', 'replicaCount']);
  const values = mergeValues(valuesBelow(config, kept), config.values) as ChartValues | undefined;
  return {
    ...others,
    ...(config.image === undefined && release !== undefined && { release }),
    ...defined(config),
    ...(values && { values }),
  };
}

/** Values without the keys that options say: those of the last deploy, or of a file beside the options. */
export function valuesBelow(
  { replicas, monitoring, ingress, backup }: DeploymentConfig,
  values: ChartValues | undefined,
): ChartValues | undefined {
  const { schedule, keep, keySecret }: BackupSchedule = backup === false ? {} : backup ?? {};
  const said = {
    'cluster.replicaCount': replicas, 'serviceMonitor.enabled': monitoring, 'ingress.host': ingress, 'backup.schedule': schedule, 'backup.keep': keep, 'backup.encryption': keySecret,
  };
  return values && Object.entries(said).filter(([, value]) => value !== undefined).reduce<ChartValues>((left, [path]) => withoutKey(left, path.split('.')), values);
}

/** The options of the last deploy that hold for a cluster that exists, with so many brokers. */
export function lastingOptions(last: DeploymentConfig, config: DeploymentConfig, brokers: number): DeploymentConfig {
  // with an autoscaler, `replicas` is its minimum, which the StatefulSet doesn't have
  const keepsReplicas = hasAutoscaler({ ...last, ...defined(config) }) || brokers === 0;
  const left: readonly string[] = [...ANSWERED_BY_CLUSTER, ...keepsReplicas ? [] : ['replicas']];
  return Object.fromEntries(Object.entries(last).filter(([option]) => !left.includes(option)));
}

/** The options that come from the last deploy alone. */
export function inheritedOptions(config: DeploymentConfig, last: DeploymentConfig): DeploymentConfig {
  const given = defined(config);
  return Object.fromEntries(
    Object.entries(defined(last)).filter(([option]) => !(option in given) && !PLACE.includes(option)),
  );
}

function defined(config: DeploymentConfig): DeploymentConfig {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined));
}
