import { firstRelease, isShipped, nearestPlugin } from '../../rabbitmq/shipped-plugins';
import { ClusterSubject } from './subject';
import { Rule, ruleForEach } from '../../validation/rule';

const ATOM = /^[a-z][a-zA-Z0-9_@]*$/;

/** What is switched on; a broker passes over a plugin that it doesn't find and starts without it. */
export const PLUGIN_RULES: readonly Rule<ClusterSubject>[] = [
  ruleForEach({
    id: 'plugin-unknown',
    severity: 'error',
    each: shippedOnes,
    when: plugin => !isShipped(plugin),
    message: (plugin, { image }) => `plugins has "${plugin}", which RabbitMQ does not ship. ${didYouMean(nearestPlugin(plugin, image.version))}Use communityPlugins for other plugins in the image`,
  }),
  ruleForEach({
    id: 'plugin-of-other-release',
    severity: 'error',
    each: shippedOnes,
    when: (plugin, { image }) => firstRelease(plugin, image.version) !== undefined,
    message: (plugin, { image }) => `plugins has "${plugin}", which RabbitMQ ships since ${firstRelease(plugin, image.version) ?? ''} (version is ${image.version.version}). Remove it, or use a newer version`,
  }),
  ruleForEach({
    id: 'plugin-name',
    severity: 'error',
    each: ({ communityPlugins }) => communityPlugins,
    when: plugin => !ATOM.test(plugin),
    message: plugin => `communityPlugins has "${plugin}", which is not a valid name of a plugin. Use letters, digits and "_", starting with a lower-case letter`,
  }),
  ruleForEach({
    id: 'plugin-download-shipped',
    severity: 'error',
    each: ({ pluginDownloads }) => pluginDownloads,
    when: ({ name }) => isShipped(name),
    message: ({ name }) => `pluginDownloads has "${name}", which RabbitMQ ships: two versions of one plugin do not go together. Move it to plugins`,
  }),
  ruleForEach({
    id: 'plugin-shipped',
    severity: 'note',
    each: ({ communityPlugins, pluginDownloads }) =>
      communityPlugins.filter(plugin => !pluginDownloads.some(({ name }) => name === plugin)),
    when: isShipped,
    message: plugin => `communityPlugins has "${plugin}", which RabbitMQ ships. Move it to plugins, which are validated`,
  }),
];

function shippedOnes({ plugins, communityPlugins }: ClusterSubject): string[] {
  return plugins.filter(plugin => !communityPlugins.includes(plugin));
}

function didYouMean(plugin: string | undefined): string {
  return plugin === undefined ? '' : `Did you mean "${plugin}"? `;
}
