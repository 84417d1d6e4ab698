import { readFileSync } from 'node:fs';
import { RabbitMQImage } from 'cdk8s-rabbitmq';
import { confValue } from '../chart-values/configuration';
import { corrected } from '../chart-values/corrections';
import { givenIn, withDefaults } from '../chart-values/defaults';
import { isMap, withoutKey } from '../chart-values/merge';
import { problemsOf } from '../chart-values/problems';
import type { ChartValues, DeploymentConfig } from '../inventory/config';
import { messageOf, UsageError } from '../core/errors';
import { readValuesYaml } from '../core/yaml';

/** Keys of values that are options of a deploy, which commands such as `scale` and `upgrade` change too. */
const OPTIONS: readonly string[] = [
  'enabled', 'global.imageRegistry', 'global.storageClass',
  'image.registry', 'image.repository', 'image.tag', 'image.digest', 'image.release',
  'cluster.enabled', 'cluster.name', 'cluster.replicaCount',
  'resources', 'persistence.enabled', 'persistence.storageClass', 'persistence.size',
  'hpa.enabled', 'ingress.enabled', 'ingress.host',
  'backup.enabled', 'backup.schedule', 'backup.keep', 'backup.encryption',
  'plugins', 'configuration',
];

/** Sections that their `enabled` switches on. Without it, their keys are values like others, as in the chart. */
const SWITCHED: readonly string[] = ['ingress', 'backup'];

/**
 * A deployment from a values file of the Helm chart.
 *
 * @throws UsageError that names every key that isn't one, or has a wrong value
 */
export function readValues(file: string): DeploymentConfig {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`the values file ${file} can't be read: ${messageOf(error)}`, { cause: error });
  }
  return configOfValues(readValuesYaml(text, file), file);
}

/** @throws UsageError as `readValues()` does */
export function configOfValues(values: unknown, file: string): DeploymentConfig {
  const problems = problemsOf(values);
  const wrong = [...problems.map(({ text }) => text), ...isMap(values) ? refusals(values) : []];
  if (wrong.length > 0 || !isMap(values)) {
    throw new UsageError([`${file}:`, ...wrong.map(text => `  ${text}`), 'Keys: those of the Helm chart, which chart/README.md lists'].join('\n'));
  }
  const rest = others(values);
  return { ...optionsIn(givenIn(values)), ...rest && { values: rest } };
}

/** What a deploy can't do with values that the chart takes. */
function refusals(values: ChartValues): string[] {
  const said = reader(values);
  const brokers = said('cluster.replicaCount');
  const extra = said('extraObjects');
  return [
    ...said('persistence.enabled') === false
      ? ['"persistence.enabled" is false: a broker without a volume loses its messages and its cluster membership. Remove it']
      : [],
    ...said('ingress.enabled') === true && textOf(said('ingress.host')) === undefined
      ? ['"ingress.enabled" is true without "ingress.host": add the host of the management UI, such as mq.example.com']
      : [],
    ...said('cluster.enabled') === false && (brokers ?? 1) !== 1
      ? [`"cluster.enabled" is false, which means one broker, but "cluster.replicaCount" is ${JSON.stringify(brokers)}. Remove one of them`]
      : [],
    ...(Array.isArray(extra) ? extra : []).flatMap((object, i) => (JSON.stringify(object).includes('{{')
      ? [`"extraObjects[${i}]" has a template, "{{", which only Helm renders. Write its value, or install the chart`]
      : [])),
  ];
}

function optionsIn(values: ChartValues): DeploymentConfig {
  const said = reader(values);
  const text = (path: string): string | undefined => textOf(said(path));
  const isCluster = said('cluster.enabled') !== false;
  const replicas = isCluster ? said('cluster.replicaCount') as number | undefined : 1;
  const hpa = said('hpa.enabled') as boolean | undefined;
  const release = text('image.release');
  const clusterName = text('cluster.name');
  const storageClass = text('global.storageClass') ?? text('persistence.storageClass');
  const storageSize = text('persistence.size');
  const plugins = said('plugins') as string[] | undefined;
  const configuration = said('configuration');
  const host = text('ingress.host');
  const quantities = (kind: string): { cpu?: string; memory?: string } => ({
    cpu: said(`resources.${kind}.cpu`) === null ? 'none' : text(`resources.${kind}.cpu`), memory: text(`resources.${kind}.memory`),
  });
  const resources = { requests: quantities('requests'), limits: quantities('limits') };
  const hasResources = Object.values(resources).some(({ cpu, memory }) => (cpu ?? memory) !== undefined);
  return {
    ...imageIn(text),
    ...release !== undefined && { release },
    ...clusterName !== undefined && { clusterName },
    ...numberOf(values, replicas, hpa),
    ...hasResources && { resources },
    ...storageClass !== undefined && { storageClass },
    ...storageSize !== undefined && { storageSize },
    ...hpa !== undefined && { hpa },
    ...said('ingress.enabled') === false ? { ingress: false as const } : said('ingress.enabled') === true && { ingress: host },
    ...typeof said('backup.enabled') === 'boolean' && { backup: backupIn(said) },
    ...Array.isArray(plugins) && { plugins },
    ...(isMap(configuration) && {
      configuration: Object.fromEntries(
        Object.entries(configuration).map(([key, value]) => [key, confValue(key, value as string | number | boolean)]),
      ),
    }),
    ...controllerIn(values),
  };
}

/** The number of brokers. With an autoscaler it is the smallest one, which `cluster.replicaCount` does not set. */
function numberOf(values: ChartValues, replicas: number | undefined, hpa: boolean | undefined): Pick<DeploymentConfig, 'replicas'> {
  const said = reader(values);
  const isSmallest = hpa === true && said('hpa.minReplicas') !== undefined;
  const number = isSmallest
    ? corrected(withDefaults(values)).values.hpa.minReplicas
    : isReplacedByAutoscaler(values)
      ? undefined
      : replicas;
  return number === undefined ? {} : { replicas: number };
}

/** Whether the autoscaler replaces `cluster.replicaCount`, which then stays a value for the sake of the warning. */
function isReplacedByAutoscaler(values: ChartValues): boolean {
  const said = reader(values);
  return said('hpa.enabled') === true && said('cluster.enabled') !== false;
}

/** A controller that the options have; another one is a value like others. */
function controllerIn(values: ChartValues): Pick<DeploymentConfig, 'ingressController'> {
  const controller = textOf(reader(values)('ingress.controller'));
  return controller === undefined ? {} : { ingressController: controller as DeploymentConfig['ingressController'] };
}

/** Without a tag and a digest, the tag of the image that is deployed by default. */
function imageIn(text: (path: string) => string | undefined): Pick<DeploymentConfig, 'image'> {
  const registry = text('global.imageRegistry') ?? text('image.registry');
  const [repository, tag, digest] = [text('image.repository'), text('image.tag'), text('image.digest')];
  if ((registry ?? repository ?? tag ?? digest) === undefined) {
    return {};
  }
  const [, usualTag] = RabbitMQImage.official().reference.split(':');
  const name = [...registry === undefined ? [] : [registry], repository ?? 'rabbitmq'].join('/');
  const version = [...tag !== undefined ? [`:${tag}`] : [], ...digest !== undefined ? [`@${digest}`] : []].join('');
  return { image: `${name}${version === '' ? `:${usualTag}` : version}` };
}

function backupIn(said: (path: string) => unknown): DeploymentConfig['backup'] {
  const [schedule, secret, key] = ['schedule', 'encryption.secret', 'encryption.key'].map(path => textOf(said(`backup.${path}`)));
  const keep = said('backup.keep') as number | undefined;
  const keySecret = secret && [secret, ...key === undefined ? [] : [key]].join('/');
  return said('backup.enabled') !== false && { ...schedule !== undefined && { schedule }, ...keep !== undefined && { keep }, ...keySecret !== undefined && { keySecret } };
}

/** The values that are no options. */
function others(values: ChartValues): ChartValues | undefined {
  const said = reader(values);
  const isOption = (path: string, [section = '']: readonly string[]): boolean => (path === 'cluster.replicaCount'
    ? !isReplacedByAutoscaler(values)
    : !SWITCHED.includes(section) || typeof said(`${section}.enabled`) === 'boolean');
  const all = OPTIONS.filter(path => isOption(path, path.split('.'))).reduce((left, path) => withoutKey(left, path.split('.')), values);
  const storageClass = textOf(said('global.storageClass'));
  const controller = reader(all)('ingress.controller');
  const rest = controller === undefined || controller === '' ? all : withoutKey(all, ['ingress', 'controller']);
  const complete = storageClass === undefined ? rest : withBackupClass(rest, storageClass);
  return Object.keys(complete).length > 0 ? complete : undefined;
}

/** A parent chart's storage class is that of backups too. */
function withBackupClass(values: ChartValues, storageClass: string): ChartValues {
  const { backup } = values as { backup?: { destination?: { volume?: object } } };
  return {
    ...values,
    backup: {
      ...backup,
      destination: { ...backup?.destination, volume: { ...backup?.destination?.volume, storageClass } },
    },
  };
}

/** Finds values by their paths. */
function reader(values: unknown): (path: string) => unknown {
  return path => path.split('.').reduce<unknown>((value, key) => (isMap(value) ? value[key] : undefined), values);
}

/** A text or a number as a text; undefined for an empty one, by which charts say nothing. */
function textOf(value: unknown): string | undefined {
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined;
}
