import { termError } from '../../lib/configuration/erlang-terms';

describe('a mistake in Erlang terms', () => {
  test.each([
    ['[{rabbit, [{a, 1} {b, 2}]}].', 1, 19, '"," or "]" is missing'],
    ['[{rabbit, [{a, 1},]}].', 1, 19, 'a term is missing'],
    ['[\n {rabbit, [{Heartbeat, 60}]}\n].', 2, 13, '"Heartbeat" is a variable'],
    ['[]', 1, 3, '"." is missing'],
    ['[].\n[].', 2, 1, 'something follows the dot'],
    ['[{a, "b}].', 1, 6, 'a quotation mark'],
    ['', 1, 1, '"[" is missing'],
    ['[1_].', 1, 3, '"," or "]" is missing'],
    ['[60*1000].', 1, 4, '"*" is no part of a term'],
    ['[\r\n {a, ;}\r\n].', 2, 6, '";" is no part of a term'],
  ])('in %j is found in line %i, column %i', (text, line, column, problem) => {
    expect(termError(text)).toEqual({ line, column, problem: expect.stringContaining(problem) });
  });

  test.each(['[].', '[a|[]].', '[{a, {1, 2.5, -3}, $\\n, $", \'A b\'}]. % end', '[#{}, <<>>, <<"a">>, "a"\n "b"].', '[1_000, 1_0.5_0, 16#FF_FF].'])('is not in %j', (text) => {
    expect(termError(text)).toBeUndefined();
  });
});
