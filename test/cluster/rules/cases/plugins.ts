import { at, Case } from '../check';

export const PLUGIN_CASES: readonly Case[] = [
  {
    id: 'plugin-download-shipped',
    outside: { pluginDownloads: [{ name: 'rabbitmq_mqtt', url: 'https://mirror.example.com/rabbitmq_mqtt-1.0.ez', sha256: '0'.repeat(64) }] },
    says: /^pluginDownloads has "rabbitmq_mqtt", which RabbitMQ ships/,
    inside: { plugins: ['rabbitmq_mqtt'], pluginDownloads: [{ name: 'rabbitmq_extra', url: 'https://mirror.example.com/rabbitmq_extra-1.0.ez', sha256: '0'.repeat(64) }] },
  },
  {
    id: 'plugin-unknown',
    outside: { plugins: ['rabbitmq_mqqt'] },
    says: /^plugins has "rabbitmq_mqqt", which RabbitMQ does not ship\. Did you mean "rabbitmq_mqtt"\?/,
    inside: { plugins: ['rabbitmq_stream'] },
  },
  {
    id: 'plugin-unknown', about: 'without its prefix',
    outside: { plugins: ['shovel'] },
    says: /Did you mean "rabbitmq_shovel"\?/,
    inside: { plugins: ['rabbitmq_shovel'] },
  },
  {
    id: 'plugin-unknown', about: 'from elsewhere',
    outside: { plugins: ['rabbitmq_delayed_message_exchange'] },
    says: /^plugins has "rabbitmq_delayed_message_exchange", which RabbitMQ does not ship\. .*plugins in the image$/,
    inside: { communityPlugins: ['rabbitmq_delayed_message_exchange'] },
  },
  {
    id: 'plugin-unknown', about: 'by the adder',
    outside: { then: (cluster) => { cluster.addPlugins('rabbitmq_streams'); } },
    says: /Did you mean "rabbitmq_stream"\?/,
    inside: { then: (cluster) => { cluster.addPlugins('rabbitmq_stream'); } },
  },
  {
    id: 'plugin-of-other-release',
    outside: { ...at('3.13.7'), plugins: ['rabbitmq_shovel_prometheus'] },
    says: /^plugins has "rabbitmq_shovel_prometheus", which RabbitMQ ships since 4\.0\.0 \(version is 3\.13\.7\)\. Remove/,
    inside: { ...at('4.0.0'), plugins: ['rabbitmq_shovel_prometheus'] },
  },
  {
    id: 'plugin-name',
    outside: { communityPlugins: ['my-plugin'] },
    says: /^communityPlugins has "my-plugin", which is not a valid name of a plugin\./,
    inside: { communityPlugins: ['my_plugin'] },
  },
  {
    id: 'plugin-shipped',
    outside: { communityPlugins: ['rabbitmq_top'] },
    says: /^communityPlugins has "rabbitmq_top", which RabbitMQ ships/,
    inside: { communityPlugins: ['rabbitmq_bottom'] },
  },
];
