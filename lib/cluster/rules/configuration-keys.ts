import { chosenLike, nameOf, stated } from './settings';
import { enabledPlugins } from '../../rabbitmq/shipped-plugins';
import { ClusterSubject } from './subject';
import { Entry } from '../../configuration/effective';
import { keysOf, nearestKeys, otherSeries } from '../../configuration/keys/key-table';
import { file } from '../../configuration/keys/value-type';
import { knownKey } from '../../configuration/known-key';
import { Rule, ruleForEach } from '../../validation/rule';

/** Names for one and the same key; the first is known to every release. */
const ALIASES: Readonly<Record<string, string>> = {
  max_connections: 'connection_max',
  max_channels_per_connection: 'channel_max',
};

/** What the containers of the official images have in their environment before anybody sets anything. */
const IMAGE_ENV = ['HOME', 'HOSTNAME', 'LANG', 'LANGUAGE', 'LC_ALL', 'PATH', 'RABBITMQ_DATA_DIR', 'RABBITMQ_VERSION'];

/** Each key of rabbitmq.conf for itself: whether the release has it, takes its value, and reads it as it is meant. */
export const CONFIGURATION_KEY_RULES: readonly Rule<ClusterSubject>[] = [
  ruleForEach({
    id: 'configuration-key-unknown',
    severity: 'error',
    each: ({ configuration }) => configuration.entries,
    when: (entry, subject) => otherSeries(entry.key).length === 0 && !isOfCommunityPlugin(entry, subject),
    message: (entry, { image }) => `${nameOf(entry)} is not a key of RabbitMQ: brokers would not start. ${meant(entry, image.version.earliest)}`,
  }),
  ruleForEach({
    id: 'configuration-key-of-other-release',
    severity: 'error',
    each: ({ configuration }) => configuration.entries,
    when: ({ key }, { image }) => otherSeries(key).length > 0 && !knownKey(key, image.version),
    message: (entry, { image }) => `${nameOf(entry)} exists ${releases(entry.key)}: brokers of ${image.version.version} would not start. ${meant(entry, image.version.earliest)}`,
  }),
  ruleForEach({
    id: 'configuration-value',
    severity: 'error',
    each: ({ configuration }) => configuration.entries,
    when: (entry, subject) => allowed(entry, subject) !== undefined,
    message: (entry, subject) => `${stated(entry)}: it must be ${allowed(entry, subject) ?? ''}`,
  }),
  ruleForEach({
    id: 'configuration-quotes',
    severity: 'error',
    each: subject => chosenLike(subject, /./),
    when: ({ value }, { image }) => value.startsWith('\'') && !image.version.isAtLeast('3.13.7'),
    message: (entry, { image }) => `${nameOf(entry)} is in single quotes, which RabbitMQ reads as part of the value before 3.13.7 (version is ${image.version.version}). Remove them`,
  }),
  ruleForEach({
    id: 'configuration-double-quotes',
    severity: 'warning',
    each: subject => chosenLike(subject, /./),
    when: ({ value }) => /^".*"$/.test(value),
    message: entry => `${stated(entry)}: RabbitMQ reads double quotes as part of the value. Remove them`,
  }),
  ruleForEach({
    id: 'default-vhost-variable',
    severity: 'error',
    each: subject => chosenLike(subject, /^default_vhost$/),
    when: ({ value }) => /\$[({]/.test(value),
    message: entry => `${stated(entry)}: the uri of Secrets and the permissions of users need the name itself. `
      + 'Write the name',
  }),
  ruleForEach({
    id: 'configuration-variable-missing',
    // only a warning: an image can bring variables of its own
    severity: 'warning',
    each: subject => chosenLike(subject, /./).flatMap(entry => missingVariables(entry, subject).map(variable => ({ entry, variable }))),
    when: () => true,
    message: ({ entry, variable }) => `${nameOf(entry)} refers to $(${variable}), which the broker container does not have: brokers would not start. Add it with pod.env`,
  }),
  ruleForEach({
    id: 'configuration-file-missing',
    // only a warning: an image can bring files of its own
    severity: 'warning',
    each: subject => chosenLike(subject, /./).filter(({ key }) => knownKey(key, subject.image.version)?.type === file),
    when: ({ value }, { broker }) => !value.includes('$(') && !(broker.volumeMounts ?? []).some(({ mountPath = '' }) => `${value}/`.startsWith(`${mountPath}/`) || mountPath.startsWith(`${value}/`)),
    message: entry => `${stated(entry)}, where no volume is mounted: brokers would not start without the file. Add a volume with pod.volumes and pod.volumeMounts`,
  }),
  ruleForEach({
    id: 'configuration-key-twice',
    severity: 'warning',
    each: ({ entries }) => entries.filter(({ origin }) => origin !== 'default'),
    when: (entry, { entries }) => replacement(entry, entries) !== undefined,
    message: (entry, { entries }) => `${stated(entry)}, and ${stated(replacement(entry, entries) ?? entry)}: the broker reads only one of them. Set it once`,
  }),
  ruleForEach({
    id: 'configuration-key-of-disabled-plugin',
    severity: 'warning',
    each: subject => chosenLike(subject, /./).map(entry => ({ entry, plugin: knownKey(entry.key, subject.image.version)?.plugin })),
    when: ({ plugin }, subject) => plugin !== undefined && !enabledPlugins(subject).has(plugin),
    message: ({ entry, plugin = '' }) => `${nameOf(entry)} is a key of ${plugin}, which is not enabled. Add it to plugins, or remove the key`,
  }),
];

/** The port of any listener of TLS, and files of those that the cluster's own programs do not use. */
const OF_LISTENER = /(?:^|\.)(?:listeners\.ssl\.default|ssl\.port)$|^web_(?:mqtt|stomp)\.ssl\.(?:cert|key|cacert)file$/;

/** Keys of community plugins are unknown, except that their first word differs from those of shipped plugins. */
function isOfCommunityPlugin({ key }: Entry, { communityPlugins, image }: ClusterSubject): boolean {
  const first = (name: string): string => name.split('.')[0];
  return communityPlugins.length > 0 && !keysOf(image.version.earliest).some(known => first(known.key) === first(key));
}

function meant({ key }: Entry, version: string): string {
  const near = nearestKeys(key, version, 2).map(name => `"${name}"`);
  return near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'Remove it; https://www.rabbitmq.com/docs/configure lists the keys';
}

function releases(key: string): string {
  return otherSeries(key)
    .map(({ since, until }) => [since === undefined ? '' : `from ${since}`, until === undefined ? '' : `until ${until}`].filter(Boolean).join(' '))
    .join(' and ');
}

function allowed({ key, value }: Entry, { image }: ClusterSubject): string | undefined {
  return knownKey(key, image.version)?.type.check(value);
}

/** A broker replaces $(NAME) by a variable of the environment, or by the value of another key. */
function missingVariables({ value }: Entry, { broker, configuration }: ClusterSubject): string[] {
  const names = [...value.matchAll(/\$\((.+?)\)/g)].map(match => match[1].trim());
  const known = [
    ...IMAGE_ENV,
    ...(broker.env ?? []).map(({ name }) => name),
    ...configuration.entries.map(({ key }) => key),
  ];
  return broker.envFrom ? [] : names.filter(name => !known.includes(name));
}

/** A later entry that overrides it, under the same name or an alias, which is likely not intended. */
function replacement(entry: Entry, entries: readonly Entry[]): Entry | undefined {
  const canonical = ({ key }: Entry): string => ALIASES[key] ?? key;
  return entries.slice(entries.indexOf(entry) + 1).find(later =>
    later.origin !== 'default' && canonical(later) === canonical(entry) && !isIntended(entry, later));
}

/** Whether the later one says the same, or moves a listener that TLS opens, for which there is no prop. */
function isIntended(entry: Entry, later: Entry): boolean {
  return entry.value === later.value || (entry.field === 'tls' && OF_LISTENER.test(entry.key));
}
