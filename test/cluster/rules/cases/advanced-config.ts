import { Case, Situation } from '../check';

const text = (advancedConfig: string): Situation => ({ configuration: { advancedConfig } });

const WRONG = [
  '', 'true', '[{rabbit, [{a, 1}]}]', '[{rabbit, [{a, 1}]}', '[{rabbit, [{a, 1}}].', '[{rabbit, [{a, 1]}].', '[{a, 1}]. [{b, 2}].', '[{a, "x}].', '% [].',
];

const RIGHT = [
  '[].', '[ ] .', '[{rabbit, [{a, 1}]}].\n', '%% ours\n[{rabbit, [{a, "]}."}]}]. % done', '[{\'a]\', <<"}">>}].', '[{a, $[}, {b, fun(X) -> X end}].', '[{a, "\\"]"}].',
  '[{rabbit, [{a, "50%"}, {b, 1}]}].', '[{a, $\\"}].',
];

export const ADVANCED_CONFIG_CASES: readonly Case[] = [
  ...WRONG.map(wrong => ({
    id: 'advanced-config-form', about: JSON.stringify(wrong),
    outside: text(wrong), says: /^configuration\.advancedConfig is not a list of Erlang terms: .*including the final dot$/, inside: text('[{rabbit, []}].'),
  })),
  ...RIGHT.map(right => ({ id: 'advanced-config-form', about: JSON.stringify(right), outside: text('rabbit'), says: /advancedConfig/, inside: text(right) })),
];
