import { ClusterSubject } from './subject';
import { advancedConfigError, advancedSettings } from '../../configuration/advanced-config';
import { Rule, rule, ruleForEach } from '../../validation/rule';

/** Comments of Erlang, as far as they start a line or follow a space. */
const COMMENT = /(?<=^|\s)%.*/gm;
/** A listener of the broker or a plugin: `{tcp_listeners, [5680]}`. */
const LISTENERS = /\{\s*(?:(tcp_listeners|ssl_listeners)\s*,|(tcp_config|ssl_config|listener)\s*,\s*\[[^\]]*\{\s*port\s*,)/;

const inRaw = (key: string): string => `Set "${key}" in configuration.raw instead`;

/** Parameters of the application rabbit that other objects follow if rabbitmq.conf has them, and what to do instead. */
export const FOLLOWED_SETTINGS: Readonly<Record<string, string>> = {
  default_vhost: inRaw('default_vhost'),
  default_user: 'Set credentials.username instead',
  vm_memory_high_watermark: inRaw('vm_memory_high_watermark.relative'),
  total_memory_available_override_value: inRaw('total_memory_available_override_value'),
  disk_free_limit: inRaw('disk_free_limit.absolute'),
  cluster_nodes: 'Remove it: brokers find each other by the headless Service',
  cluster_formation: 'Remove it: brokers find each other by the headless Service',
};

/** Erlang terms, as far as they can be told from what is none: https://www.rabbitmq.com/docs/configure#advanced-config-file */
export const ADVANCED_CONFIG_RULES: readonly Rule<ClusterSubject>[] = [
  rule({
    id: 'advanced-config-form',
    severity: 'error',
    when: ({ advancedConfig }) => advancedConfig !== undefined && advancedConfigError(advancedConfig) !== undefined,
    message: ({ advancedConfig = '' }) => {
      const { line, column, problem } = advancedConfigError(advancedConfig) ?? { line: 1, column: 1, problem: '' };
      return `configuration.advancedConfig is not a list of Erlang terms, and brokers would not start: line ${line}, column ${column}: ${problem}. `
        + 'Write it as [{application, [{key, value}]}]. including the final dot';
    },
  }),
  rule({
    id: 'advanced-config-listeners',
    severity: 'error',
    when: ({ advancedConfig = '' }) => LISTENERS.test(advancedConfig.replace(COMMENT, '')),
    message: ({ advancedConfig = '' }) => {
      const [, listeners, options] = LISTENERS.exec(advancedConfig.replace(COMMENT, '')) ?? [];
      return `configuration.advancedConfig has "${listeners ?? options}", which Services, NetworkPolicies and probes do not follow. Set keys of rabbitmq.conf in configuration.raw `
        + 'instead, such as "listeners.tcp.default", "listeners.ssl.default" or "mqtt.listeners.tcp.default"';
    },
  }),
  ruleForEach({
    id: 'advanced-config-followed',
    severity: 'error',
    each: ({ advancedConfig = '' }) => advancedSettings(advancedConfig),
    when: ({ application, key }) => application === 'rabbit' && Object.hasOwn(FOLLOWED_SETTINGS, key),
    message: ({ key }) => `configuration.advancedConfig has "${key}", which replaces that of rabbitmq.conf, and which Secrets, `
      + `the memory budget and alerts do not follow. ${FOLLOWED_SETTINGS[key]}`,
  }),
];
