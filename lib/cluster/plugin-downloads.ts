import { k8s } from 'cdk8s-plus-28';
import { DATA_CLAIM } from './interface/names';
import { Programs, readEscript } from '../rabbitmq/programs';

/** A plugin that RabbitMQ does not ship, downloaded before a broker starts. */
export interface RabbitMQPluginDownload {
  /** The name by which RabbitMQ enables it, such as `rabbitmq_delayed_message_exchange`. */
  readonly name: string;
  /**
   * The address of its `.ez` file, by `https` or `http`. The checksum proves the content, so any mirror serves. Each
   * pod downloads it once and keeps it on its data volume.
   */
  readonly url: string;
  /** SHA-256 of the file as 64 hexadecimal digits: `sha256sum FILE`. */
  readonly sha256: string;
}

const FETCH_PLUGINS = 'fetch-plugins';

/** Where the official image has its plugins: https://github.com/docker-library/rabbitmq */
const SHIPPED_FOLDER = '/opt/rabbitmq/plugins';
const DATA_FOLDER = '/var/lib/rabbitmq/mnesia';
/** On the data volume: a broker restarts without the mirror. */
const FOLDER = `${DATA_FOLDER}/downloaded-plugins`;

/** The variable by which RabbitMQ finds plugins. */
export const PLUGINS_ENV = 'RABBITMQ_PLUGINS_DIR';

/** @throws if one of them has no name, no address of a file or no checksum, or is there twice */
export function resolvePluginDownloads(
  downloads: readonly RabbitMQPluginDownload[] = [],
): readonly RabbitMQPluginDownload[] {
  const problems = downloads.flatMap((download, i) => problemOf(download, downloads.slice(0, i)) ?? []);
  if (problems.length > 0) {
    throw new Error(problems.join('; '));
  }
  return downloads;
}

function problemOf(
  { name, url, sha256 }: RabbitMQPluginDownload,
  before: readonly RabbitMQPluginDownload[],
): string | undefined {
  const field = `pluginDownloads "${name}"`;
  if (!/^[a-z][a-zA-Z0-9_@]*$/.test(name)) {
    return `pluginDownloads has "${name}", which is not a valid name of a plugin. Use letters, digits and "_", starting with a lower-case letter`;
  }
  if (!/^https?:\/\/[^\s/?#@]+\/(?:[^\s?#@]*\/)?[\w.%+-]+\.ez$/.test(url)) {
    return `${field}.url is "${url}": it must be the https or http address of an .ez file, without a login, such as "https://mirror.example.com/${name}-4.3.0.ez"`;
  }
  if (!/^[0-9a-fA-F]{64}$/.test(sha256)) {
    return `${field}.sha256 is "${sha256}": it must be the SHA-256 of the file as 64 hexadecimal digits. Print it with sha256sum`;
  }
  if (before.some(other => other.name === name || fileOf(other) === fileOf({ url }))) {
    return `${field} is there twice, or another plugin has a file of the same name. Remove one of them`;
  }
  return undefined;
}

function fileOf({ url }: Pick<RabbitMQPluginDownload, 'url'>): string {
  return url.slice(url.lastIndexOf('/') + 1);
}

/** The program that downloads plugins. */
export function pluginPrograms(downloads: readonly RabbitMQPluginDownload[]): Programs {
  return downloads.length > 0 ? readEscript(FETCH_PLUGINS) : {};
}

/** The variable with the folders of plugins. */
export function pluginEnv(downloads: readonly RabbitMQPluginDownload[]): k8s.EnvVar[] {
  return downloads.length > 0 ? [{ name: PLUGINS_ENV, value: `${SHIPPED_FOLDER}:${FOLDER}` }] : [];
}

/** The container that downloads plugins before the broker starts. */
export function pluginContainers(
  downloads: readonly RabbitMQPluginDownload[],
  container: Partial<k8s.Container>,
  programsFolder: string,
): k8s.Container[] {
  return downloads.length === 0
    ? []
    : [{
        ...container,
        name: FETCH_PLUGINS,
        command: ['escript', `${programsFolder}/${FETCH_PLUGINS}.escript`, FOLDER, ...downloads.flatMap(({ url, sha256 }) => [escaped(url), sha256.toLowerCase()])],
        volumeMounts: [
          { name: DATA_CLAIM, mountPath: DATA_FOLDER },
          { name: 'programs', mountPath: programsFolder, readOnly: true },
        ],
      }];
}

/** Kubernetes fills in `$(NAME)` in arguments. */
function escaped(argument: string): string {
  return argument.replace(/\$/g, '$$$$');
}
