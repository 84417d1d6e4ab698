import { Duration } from 'cdk8s';
import { RabbitMQImage } from '../../../../lib';
import { tls as certified } from '../certified';
import { at, Case, raw, Situation } from '../check';

const tls = (mountPath: string): Situation =>
  ({ pod: { volumes: [{ name: 'tls', secret: { secretName: 'tls' } }], volumeMounts: [{ name: 'tls', mountPath }] } });

export const CONFIGURATION_KEY_CASES: readonly Case[] = [
  {
    id: 'configuration-key-unknown', rule: 31,
    outside: raw({ network_backlog: '128' }),
    says: /^configuration\.raw "network_backlog" is not a key of RabbitMQ: .*Did you mean "tcp_listen_options\.backlog"\?$/,
    inside: raw({ 'tcp_listen_options.backlog': '128' }),
  },
  {
    id: 'configuration-key-unknown', rule: 31, about: 'with a letter amiss',
    outside: raw({ heartbaet: '30' }), says: /^configuration\.raw "heartbaet" is not a key of RabbitMQ: .*Did you mean "heartbeat"\?$/, inside: raw({ heartbeat: '30' }),
  },
  {
    id: 'configuration-key-unknown', rule: 31, about: 'near nothing',
    outside: raw({ 'totally.made.up.setting': '1' }), says: /^configuration\.raw "totally\.made\.up\.setting" is not a key of RabbitMQ: brokers would not start\./, inside: raw({ motd_file: '/motd' }),
  },
  {
    id: 'configuration-key-unknown', rule: 31, about: 'of a plugin from elsewhere',
    outside: { ...raw({ 'listeners.tpc.default': '5672' }), communityPlugins: ['delayed_message'] },
    says: /^configuration\.raw "listeners\.tpc\.default" is not a key of RabbitMQ: brokers would not start\./,
    inside: { ...raw({ 'delayed_message.size': '1' }), communityPlugins: ['delayed_message'] },
  },
  {
    id: 'configuration-key-of-other-release', rule: 31,
    outside: at('4.0.0', { 'cluster_formation.randomized_startup_delay_range.min': '1' }),
    says: /^configuration\.raw "cluster_formation\.randomized_startup_delay_range\.min" exists until 3\.13\.7: brokers of 4\.0\.0 would not start\. Remove/,
    inside: at('3.13.7', { 'cluster_formation.randomized_startup_delay_range.min': '1' }),
  },
  {
    id: 'configuration-key-of-other-release', rule: 31, about: 'that is newer',
    outside: at('4.2.9', { consumer_disconnected_timeout: '60000' }), says: /^configuration\.raw "consumer_disconnected_timeout" exists from 4\.3\.0: brokers of 4\.2\.9 would not start\. Remove/,
    inside: at('4.3.0', { consumer_disconnected_timeout: '60000' }),
  },
  {
    id: 'configuration-key-of-other-release', rule: 31, about: 'where the patch isn\'t known',
    outside: { image: RabbitMQImage.fromReference('rabbitmq:4.1'), ...raw({ prevent_startup_if_node_was_reset: 'true' }) },
    says: /^configuration\.raw "prevent_startup_if_node_was_reset" exists from 4\.1\.2: brokers of 4\.1 would not start\. Remove/,
    inside: at('4.1.2', { prevent_startup_if_node_was_reset: 'true' }),
  },
  {
    id: 'configuration-key-of-other-release', rule: 56, about: 'of the newer peer discovery',
    outside: at('4.0.9', { 'cluster_formation.k8s.ordinal_start': '0' }),
    says: /"cluster_formation\.k8s\.ordinal_start" exists from 4\.1\.0/,
    inside: at('4.1.0', { 'cluster_formation.k8s.ordinal_start': '0' }),
  },
  {
    id: 'configuration-value', rule: 31,
    outside: raw({ channel_max: 'many' }),
    says: /^configuration\.raw "channel_max" is many: it must be an integer/,
    inside: raw({ channel_max: '100' }),
  },
  {
    id: 'configuration-value', rule: 31, about: 'of a range',
    outside: raw({ channel_max: '65536' }),
    says: /from 0 to 65535/,
    inside: raw({ channel_max: '65535' }),
  },
  {
    id: 'configuration-value', rule: 31, about: 'of a secret isn\'t told',
    outside: raw({ default_pass: 'a:b' }),
    says: /^configuration\.raw "default_pass" is set: it must be (?!.*a:b)/,
    inside: { ...raw({ anonymous_login_pass: '$(PASS)' }), pod: { env: [{ name: 'PASS' }] } },
  },
  {
    id: 'configuration-value', rule: 46, about: 'a unit that brokers misread',
    outside: raw({ 'disk_free_limit.absolute': '1T' }),
    says: /is 1T: it must be .*a broker reads no T alone/,
    inside: { ...raw({ 'disk_free_limit.absolute': '1TB' }), storage: { size: '2Ti' } },
  },
  {
    id: 'configuration-value', rule: 46, about: 'decimals',
    outside: raw({ 'vm_memory_high_watermark.absolute': '1.2GB' }),
    says: /is 1\.2GB: .*no decimals/,
    inside: raw({ 'vm_memory_high_watermark.absolute': '1200MB' }),
  },
  {
    id: 'configuration-value', rule: 46, about: 'units that an older broker misreads',
    outside: at('3.12.14', { 'disk_free_limit.absolute': '2Gi' }),
    says: /is 2Gi: it must be/,
    inside: at('3.13.0', { 'disk_free_limit.absolute': '2Gi' }),
  },
  {
    id: 'configuration-value', rule: 49, about: 'of classic queues',
    outside: at('4.0.0', { 'classic_queue.default_version': '1' }),
    says: /"classic_queue\.default_version" is 1: it must be only 2/,
    inside: at('3.13.7', { 'classic_queue.default_version': '1' }),
  },
  {
    id: 'configuration-value', rule: 75, about: 'of a message',
    outside: raw({ max_message_size: '536870913' }),
    says: /from 1 to 536870912/,
    inside: raw({ max_message_size: '536870912' }),
  },
  {
    id: 'configuration-quotes',
    outside: at('3.13.6', { cluster_name: '\'mine\'' }),
    says: /"cluster_name" is in single quotes, .*before 3\.13\.7 \(version is 3\.13\.6\)/,
    inside: at('3.13.7', { cluster_name: '\'mine\'' }),
  },
  {
    id: 'configuration-variable-missing',
    outside: raw({ cluster_name: '$(NAME)' }), says: /^configuration\.raw "cluster_name" refers to \$\(NAME\), which the broker .*Add it with pod\.env$/,
    inside: { ...raw({ cluster_name: '$(NAME)' }), pod: { env: [{ name: 'NAME', value: 'mine' }] } },
  },
  {
    id: 'configuration-variable-missing', about: 'of the cluster itself',
    outside: raw({ cluster_name: 'a-$(POD_IP)' }), says: /\$\(POD_IP\)/, inside: raw({ cluster_name: 'a-$(POD_NAMESPACE)-$(HOSTNAME)' }),
  },
  {
    id: 'configuration-file-missing',
    outside: raw({ 'ssl_options.certfile': '/tls/tls.crt' }),
    says: /^configuration\.raw "ssl_options\.certfile" is \/tls\/tls\.crt, where no volume is .*with pod\.volumes and pod\.volumeMounts$/,
    inside: { ...raw({ 'ssl_options.certfile': '/tls/tls.crt' }), ...tls('/tls') },
  },
  {
    id: 'configuration-file-missing', about: 'below which files are mounted',
    outside: { ...raw({ load_definitions: '/etc/rabbitmq/definitions' }), ...tls('/etc/rabbitmq/definitions2/a.json') },
    says: /is \/etc\/rabbitmq\/definitions, where no volume is mounted/,
    inside: { ...raw({ load_definitions: '/etc/rabbitmq/definitions' }), ...tls('/etc/rabbitmq/definitions/a.json') },
  },
  {
    id: 'configuration-file-missing', about: 'beside a mount',
    outside: { ...raw({ 'ssl_options.certfile': '/tls2/tls.crt' }), ...tls('/tls') },
    says: /\/tls2\/tls\.crt/,
    inside: { ...raw({ 'ssl_options.certfile': '$(TLS)/tls.crt' }), pod: { env: [{ name: 'TLS', value: '/tls' }] } },
  },
  {
    id: 'configuration-key-twice',
    outside: { configuration: { queues: { consumerTimeout: Duration.hours(1) }, raw: { consumer_timeout: '1800000' } } },
    says: /^configuration\.queues\.consumerTimeout is 3600000, and configuration\.raw "consumer_timeout" is 1800000: .*them\. Set it once$/,
    inside: { configuration: { queues: { consumerTimeout: Duration.hours(1) }, raw: { channel_max: '100' } } },
  },
  {
    id: 'configuration-key-twice', about: 'with the same value',
    outside: { configuration: { limits: { channelMax: 100 }, raw: { channel_max: '101' } } },
    says: /^configuration\.limits\.channelMax is 100/,
    inside: { configuration: { limits: { channelMax: 100 }, raw: { channel_max: '100' } } },
  },
  {
    id: 'configuration-key-twice', about: 'of a listener of TLS',
    outside: { ...certified(), configuration: { raw: { 'ssl_options.honor_cipher_order': 'false' } } },
    says: /^tls is true, and configuration\.raw "ssl_options\.honor_cipher_order" is false/,
    inside: {
      ...certified(), plugins: ['rabbitmq_web_mqtt'], pod: { volumes: [{ name: 'iot', secret: { secretName: 'iot' } }], volumeMounts: [{ name: 'iot', mountPath: '/iot' }] },
      configuration: { raw: { 'listeners.ssl.default': '5681', 'web_mqtt.ssl.port': '15680', 'web_mqtt.ssl.certfile': '/iot/tls.crt', 'web_mqtt.ssl.keyfile': '/iot/tls.key' } },
    },
  },
  {
    id: 'configuration-double-quotes',
    outside: { configuration: { rabbitmqConf: 'cluster_name = "prod eu"\n' } },
    says: /^configuration\.rabbitmqConf line 1 "cluster_name" is "prod eu": RabbitMQ reads double quotes as part of the value\. Remove them$/,
    inside: { configuration: { rabbitmqConf: 'cluster_name = \'prod eu\'\n' } },
  },
  ...['$(VHOST)', 'eu-${VHOST}'].map(vhost => ({
    id: 'default-vhost-variable', about: vhost,
    outside: { configuration: { raw: { default_vhost: vhost } }, pod: { env: [{ name: 'VHOST', value: 'a' }] } },
    says: /^configuration\.raw "default_vhost" is .*: the uri of Secrets and the permissions of users need the name itself\. Write the name$/,
    inside: { configuration: { raw: { default_vhost: '$a' } } },
  })),
  {
    id: 'configuration-key-twice', about: 'under two names',
    outside: { configuration: { limits: { channelMax: 100 }, raw: { max_channels_per_connection: '200' } } },
    says: /^configuration\.limits\.channelMax is 100, and configuration\.raw "max_channels_per_connection" is 200/,
    inside: { configuration: { limits: { channelMax: 100, connectionMax: 1000 } } },
  },
  {
    id: 'configuration-key-of-disabled-plugin', rule: 85,
    outside: raw({ 'mqtt.vhost': '/' }), says: /^configuration\.raw "mqtt\.vhost" is a key of rabbitmq_mqtt, which is not enabled\. Add/,
    inside: { ...raw({ 'mqtt.vhost': '/' }), plugins: ['rabbitmq_mqtt'] },
  },
  {
    id: 'configuration-key-of-disabled-plugin', rule: 85, about: 'that another one brings',
    outside: { ...raw({ 'mqtt.vhost': '/' }), plugins: ['rabbitmq_web_stomp'] }, says: /rabbitmq_mqtt/,
    inside: { ...raw({ 'mqtt.vhost': '/' }), plugins: ['rabbitmq_web_mqtt'] },
  },
  {
    id: 'configuration-key-of-disabled-plugin', rule: 85, about: 'that is always there',
    outside: raw({ 'stream.heartbeat': '60' }), says: /rabbitmq_stream,/,
    inside: raw({ 'management.rates_mode': 'basic', 'management_agent.disable_metrics_collector': 'false', 'cluster_formation.node_cleanup.interval': '60' }),
  },
];
