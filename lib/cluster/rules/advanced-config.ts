import { ClusterSubject } from './subject';
import { termError } from '../../configuration/erlang-terms';
import { Rule, rule } from '../../validation/rule';

/** Comments of Erlang, as far as they start a line or follow a space. */
const COMMENT = /(?<=^|\s)%.*/gm;
/** A listener of the broker or a plugin: `{tcp_listeners, [5680]}`. */
const LISTENERS = /\{\s*(?:(tcp_listeners|ssl_listeners)\s*,|(tcp_config|ssl_config|listener)\s*,\s*\[[^\]]*\{\s*port\s*,)/;

/** Erlang terms, as far as they can be told from what is none: https://www.rabbitmq.com/docs/configure#advanced-config-file */
export const ADVANCED_CONFIG_RULES: readonly Rule<ClusterSubject>[] = [
  rule({
    id: 'advanced-config-form',
    severity: 'error',
    when: ({ advancedConfig }) => advancedConfig !== undefined && termError(advancedConfig) !== undefined,
    message: ({ advancedConfig = '' }) => {
      const { line, column, problem } = termError(advancedConfig) ?? { line: 1, column: 1, problem: '' };
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
];
