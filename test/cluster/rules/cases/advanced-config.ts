import { Case, Situation } from '../check';

const text = (advancedConfig: string): Situation => ({ configuration: { advancedConfig } });

const WRONG = [
  '', 'true', '[{rabbit, [{a, 1}]}]', '[{rabbit, [{a, 1}]}', '[{rabbit, [{a, 1}}].', '[{rabbit, [{a, 1]}].', '[{a, 1}]. [{b, 2}].', '[{a, "x}].', '% [].',
  '[{rabbit, [{a, 1} {b, 2}]}].', '[{rabbit, [{a, 1},]}].', '[{rabbit, [{Heartbeat, 60}]}].', 'rabbit:\n  heartbeat: 60', 'heartbeat = 60', '[#{a, b}].', '[{a, =}].',
];

const RIGHT = [
  '[].', '[ ] .', '[{rabbit, [{a, 1}]}].\n', '%% ours\n[{rabbit, [{a, "]}."}]}]. % done', '[{\'a]\', <<"}">>}].', '[{a, $[}, {b, -1.5e3}].', '[{m, #{<<"a"/utf8>> => <<1:8, 2>>}}, {s, "a" "b"}, {n, 16#ff}].', '[\r\n\t{a, \'b\\\'c]\'}\r\n].\r\n', '[{a, "\\"]"}].',
  '[{rabbit, [{a, "50%"}, {b, 1}]}].', '[{a, $\\"}].',
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
];
