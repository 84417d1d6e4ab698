import { readFileSync } from 'node:fs';
import { RabbitMQImage } from 'cdk8s-rabbitmq';
import type { DeploymentConfig } from '../inventory/config';
import { messageOf, UsageError } from '../core/errors';
import { readValuesYaml } from '../core/yaml';

type Take = (value: unknown, path: string) => Partial<DeploymentConfig>;

/** Keys of a values file that say something about a deployment, and what. */
const KEYS: Readonly<Record<string, Take>> = {
  'image.registry': text(() => ({})),
  'image.repository': text(() => ({})),
  'image.tag': text(() => ({})),
  'image.digest': text(() => ({})),
  'cluster.enabled': flag(isCluster => (isCluster ? {} : { replicas: 1 })),
  'cluster.name': text(clusterName => ({ clusterName })),
  'cluster.replicaCount': (value, path) => ({ replicas: whole(value, path) }),
  'resources.requests.cpu': () => ({}),
  'resources.requests.memory': () => ({}),
  'resources.limits.cpu': () => ({}),
  'resources.limits.memory': () => ({}),
  'persistence.enabled': always(),
  'persistence.storageClass': text(storageClass => ({ storageClass })),
  'persistence.size': text(storageSize => ({ storageSize })),
  'hpa.enabled': flag(hpa => ({ hpa })),
  'serviceMonitor.enabled': flag(monitoring => ({ monitoring })),
  'ingress.enabled': flag(() => ({})),
  'ingress.host': text(() => ({})),
  // charts have an empty text for another controller
  'ingress.controller': text(controller => (controller === '' ? {} : { ingressController: controller as DeploymentConfig['ingressController'] })),
  'backup.enabled': flag(() => ({})),
  'backup.schedule': text(() => ({})),
  'backup.keep': (value, path) => {
    whole(value, path);
    return {};
  },
  'backup.encryption.secret': text(() => ({})),
  'backup.encryption.key': text(() => ({})),
  plugins: (value, path) => ({ plugins: texts(value, path) }),
};

/** Keys of which any may stand below. */
const OPEN = 'configuration';

/**
 * A deployment from a values file, with some of the keys that the Helm chart has: docs/cli.md lists them.
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
  const flat = flatten(values, '');
  const wrong: string[] = [];
  let hasUnknown = false;
  let config: DeploymentConfig = {};
  for (const [path, value] of flat) {
    const take = KEYS[path];
    if (take === undefined) {
      wrong.push(`"${path}" is not a key of a values file`);
      hasUnknown = true;
      continue;
    }
    try {
      config = { ...config, ...take(value, path) };
    } catch (error) {
      wrong.push(messageOf(error));
    }
  }
  const brokers = (values as { cluster?: { enabled?: unknown; replicaCount?: unknown } }).cluster;
  if (brokers?.enabled === false && (brokers.replicaCount ?? 1) !== 1) {
    wrong.push(`"cluster.enabled" is false, which means one broker, but "cluster.replicaCount" is ${JSON.stringify(brokers.replicaCount)}. Remove one of them`);
  }
  if (wrong.length > 0) {
    const hint = hasUnknown ? [`Keys: ${Object.keys(KEYS).join(', ')}, and ${OPEN}.<key of rabbitmq.conf>. Use the Helm chart for others`] : [];
    throw new UsageError([`${file}:`, ...wrong.map(text => `  ${text}`), ...hint].join('\n'));
  }
  return { ...config, ...together(new Map(flat), values as Readonly<Record<string, unknown>>) };
}

/** What several keys say together. */
function together(flat: ReadonlyMap<string, unknown>, values: Readonly<Record<string, unknown>>): Partial<DeploymentConfig> {
  // charts have empty texts for what isn't said
  const said = (path: string): string | undefined => (['', undefined].includes(flat.get(path) as string | undefined) ? undefined : String(flat.get(path)));
  const quantities = (kind: string): { cpu?: string; memory?: string } => ({ cpu: said(`resources.${kind}.cpu`), memory: said(`resources.${kind}.memory`) });
  const host = said('ingress.host');
  const configuration = values[OPEN] as Readonly<Record<string, unknown>> | undefined;
  return {
    ...imageOf({ registry: said('image.registry'), repository: said('image.repository'), tag: said('image.tag'), digest: said('image.digest') }),
    ...[...flat.keys()].some(path => path.startsWith('resources.')) && { resources: { requests: quantities('requests'), limits: quantities('limits') } },
    ...flat.get('ingress.enabled') === false ? { ingress: false as const } : host !== undefined && { ingress: host },
    ...[...flat.keys()].some(path => path.startsWith('backup.')) && { backup: backupIn(flat) },
    ...configuration && { configuration: Object.fromEntries(Object.entries(configuration).map(([key, value]) => [key, String(value)])) },
  };
}

/** Without a tag and a digest, the tag of the image that is deployed by default. */
function imageOf({ registry, repository, tag, digest }: Readonly<Record<'registry' | 'repository' | 'tag' | 'digest', string | undefined>>): Pick<DeploymentConfig, 'image'> {
  if ((registry ?? repository ?? tag ?? digest) === undefined) {
    return {};
  }
  const [, usualTag] = RabbitMQImage.official().reference.split(':');
  const name = [...registry === undefined ? [] : [registry], repository ?? 'rabbitmq'].join('/');
  const version = [...tag !== undefined ? [`:${tag}`] : [], ...digest !== undefined ? [`@${digest}`] : []].join('');
  return { image: `${name}${version === '' ? `:${usualTag}` : version}` };
}

function backupIn(flat: ReadonlyMap<string, unknown>): DeploymentConfig['backup'] {
  const [schedule, secret, key] = ['schedule', 'encryption.secret', 'encryption.key'].map(path => flat.get(`backup.${path}`) as string | undefined);
  const keep = flat.get('backup.keep') as number | undefined;
  const keySecret = secret && [secret, ...key === undefined ? [] : [key]].join('/');
  return flat.get('backup.enabled') !== false && { ...schedule !== undefined && { schedule }, ...keep !== undefined && { keep }, ...keySecret !== undefined && { keySecret } };
}

function flatten(value: unknown, path: string): [string, unknown][] {
  if (path === OPEN || value === null) {
    return [];
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    return [[path, value]];
  }
  return Object.entries(value).flatMap(([key, below]) => flatten(below, path === '' ? key : `${path}.${key}`));
}

function text(take: (value: string) => Partial<DeploymentConfig>): Take {
  return (value, path) => {
    if (typeof value !== 'string' && typeof value !== 'number') {
      throw new UsageError(`"${path}" is ${JSON.stringify(value)}: write a text`);
    }
    return take(String(value));
  };
}

function flag(take: (value: boolean) => Partial<DeploymentConfig>): Take {
  return (value, path) => {
    if (typeof value !== 'boolean') {
      throw new UsageError(`"${path}" is ${JSON.stringify(value)}: write true or false`);
    }
    return take(value);
  };
}

function always(): Take {
  return flag((value) => {
    if (!value) {
      throw new UsageError('"persistence.enabled" is false: a broker without a volume loses its messages and its cluster membership. Remove it');
    }
    return {};
  });
}

function whole(value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw new UsageError(`"${path}" is ${JSON.stringify(value)}: write a whole number`);
  }
  return value;
}

function texts(value: unknown, path: string): string[] {
  if (!Array.isArray(value) || !value.every(item => typeof item === 'string')) {
    throw new UsageError(`"${path}" is ${JSON.stringify(value)}: write a list of names`);
  }
  return value;
}
