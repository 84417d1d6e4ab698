import { readFileSync } from 'node:fs';
import type { DeploymentConfig } from './config';
import { messageOf, UsageError } from '../errors';
import { readValuesYaml } from '../yaml';

type Take = (value: unknown, path: string) => Partial<DeploymentConfig>;

/** Keys of a values file that say something about a deployment, and what. */
const KEYS: Readonly<Record<string, Take>> = {
  'image.registry': text(() => ({})),
  'image.repository': text(() => ({})),
  'image.tag': text(() => ({})),
  'image.digest': text(() => ({})),
  'cluster.enabled': flag(() => ({})),
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
  let config: DeploymentConfig = {};
  for (const [path, value] of flat) {
    const take = KEYS[path];
    if (take === undefined) {
      wrong.push(`"${path}" is no key of a values file: use ${Object.keys(KEYS).join(', ')} or ${OPEN}.<key of rabbitmq.conf>, as the Helm chart's own files have more than can be deployed from here`);
      continue;
    }
    try {
      config = { ...config, ...take(value, path) };
    } catch (error) {
      wrong.push(messageOf(error));
    }
  }
  if (wrong.length > 0) {
    throw new UsageError(`${file}: ${wrong.join('; ')}`);
  }
  return { ...config, ...together(new Map(flat), values as Readonly<Record<string, unknown>>) };
}

/** What several keys say together. */
function together(flat: ReadonlyMap<string, unknown>, values: Readonly<Record<string, unknown>>): Partial<DeploymentConfig> {
  const said = (path: string): string | undefined => (flat.get(path) === undefined ? undefined : String(flat.get(path)));
  const { tag, digest, repository = 'rabbitmq', registry } = Object.fromEntries(['tag', 'digest', 'repository', 'registry'].map(key => [key, said(`image.${key}`)]));
  const quantities = (kind: string): { cpu?: string; memory?: string } => ({ cpu: said(`resources.${kind}.cpu`), memory: said(`resources.${kind}.memory`) });
  const host = said('ingress.host');
  const configuration = values[OPEN] as Readonly<Record<string, unknown>> | undefined;
  return {
    ...(tag ?? digest) !== undefined && { image: `${registry ? `${registry}/` : ''}${repository}${tag ? `:${tag}` : ''}${digest ? `@${digest}` : ''}` },
    ...[...flat.keys()].some(path => path.startsWith('resources.')) && { resources: { requests: quantities('requests'), limits: quantities('limits') } },
    ...host !== undefined && flat.get('ingress.enabled') !== false && { ingress: host },
    ...configuration && { configuration: Object.fromEntries(Object.entries(configuration).map(([key, value]) => [key, String(value)])) },
  };
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
      throw new UsageError('"persistence.enabled" is false: a broker without a volume forgets its messages and its place in the cluster; leave it out');
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
