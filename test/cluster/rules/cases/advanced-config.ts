import { Case, Situation } from '../check';

const text = (advancedConfig: string): Situation => ({ configuration: { advancedConfig } });

const WRONG = [
  '', 'true', '[{rabbit, [{a, 1}]}]', '[{rabbit, [{a, 1}]}', '[{rabbit, [{a, 1}}].', '[{rabbit, [{a, 1]}].', '[{a, 1}]. [{b, 2}].', '[{a, "x}].', '% [].',
  '[{rabbit, [{a, 1} {b, 2}]}].', '[{rabbit, [{a, 1},]}].', '[{rabbit, [{Heartbeat, 60}]}].', 'rabbit:\n  heartbeat: 60', 'heartbeat = 60', '[#{a, b}].', '[{a, =}].',
  '[rabbit].', '[{rabbit}].', '[{rabbit, true}].', '[{rabbit, [channel_max]}].', '[{rabbit, [{channel_max, 1, 2}]}].', '[{"rabbit", []}].', '["other.config"].',
];

const RIGHT = [
  '[].', '[ ] .', '[{rabbit, [{a, 1}]}].\n', '%% ours\n[{rabbit, [{a, "]}."}]}]. % done', '[{rabbit, [{\'a]\', <<"}">>}]}].',
  '[{rabbit, [{a, $[}, {b, -1.5e3}]}].', '[{rabbit, [{m, #{<<"a"/utf8>> => <<1:8, 2>>}}, {s, "a" "b"}, {n, 16#ff}]}].',
  '[{\'rabbit\',\r\n\t[{a, \'b\\\'c]\'}\r\n]}].\r\n', '[{rabbit, [{a, "\\"]"}]}].',
  '[{rabbit, [{a, "50%"}, {b, 1}]}].', '[{rabbit, [{a, $\\"}]}, {kernel, []}].',
];

export const ADVANCED_CONFIG_CASES: readonly Case[] = [
  ...WRONG.map(wrong => ({
    id: 'advanced-config-form', about: JSON.stringify(wrong),
    outside: text(wrong), says: /^configuration\.advancedConfig is not a list of Erlang terms, and brokers would not start: line \d+, column \d+: .*including the final dot$/, inside: text('[{rabbit, []}].'),
  })),
  ...RIGHT.map(right => ({ id: 'advanced-config-form', about: JSON.stringify(right), outside: text('rabbit'), says: /advancedConfig/, inside: text(right) })),
  {
    id: 'advanced-config-listeners',
    outside: { configuration: { advancedConfig: '[{rabbit, [{tcp_listeners, [5680]}]}].' } },
    says: /^configuration\.advancedConfig has "tcp_listeners", .*"listeners\.tcp\.default"/,
    inside: { configuration: { advancedConfig: '% {tcp_listeners, [5680]}\n[{rabbit, [{tcp_listen_options, [{backlog, 4096}]}]}].' } },
  },
  {
    id: 'advanced-config-listeners', about: 'over HTTP',
    outside: { configuration: { advancedConfig: '[{rabbitmq_prometheus, [{tcp_config, [{ip, "0.0.0.0"}, {port, 9090}]}]}].' } },
    says: /^configuration\.advancedConfig has "tcp_config"/,
    inside: { configuration: { advancedConfig: '[{rabbitmq_prometheus, [{tcp_config, [{cowboy_opts, [{idle_timeout, 60000}]}]}]}].' } },
  },
  {
    id: 'advanced-config-followed',
    outside: text('[{rabbit, [{channel_max, 128}, {default_vhost, <<"billing">>}]}].'),
    says: /^configuration\.advancedConfig has "default_vhost", which replaces .*\. Set "default_vhost" in configuration\.raw instead$/,
    inside: { configuration: { raw: { default_vhost: 'billing' }, advancedConfig: '[{rabbitmq_mqtt, [{default_vhost, <<"/">>}]}].' } },
  },
  ...['vm_memory_high_watermark', 'total_memory_available_override_value', 'disk_free_limit', 'default_user', 'cluster_nodes', 'cluster_formation'].map(key => ({
    id: 'advanced-config-followed', about: key,
    outside: text(`[{'rabbit', [{${key}, []}]}].`), says: new RegExp(`^configuration\\.advancedConfig has "${key}"`), inside: text(`[{rabbit, [{constructor, 1}, {log, [{${key}, []}]}]}].`),
  })),
];
