import { ClusterSubject } from './subject';
import { Rule, rule } from '../../validation/rule';

/** Strings, quoted atoms, characters and comments, in which brackets mean nothing. */
const OPAQUE = /"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\$\\?[\s\S]|%.*/g;
/** A term in brackets without another in it, or half a string. */
const INNERMOST = /\[[^[\]{}()"']*\]|\{[^[\]{}()"']*\}|\([^[\]{}()"']*\)/g;
/** What a list is replaced by, to be replaced with what it is in. */
const LIST = '\0';

/** Erlang terms, as far as they can be told from what is none: https://www.rabbitmq.com/docs/configure#advanced-config-file */
export const ADVANCED_CONFIG_RULES: readonly Rule<ClusterSubject>[] = [
  rule({
    id: 'advanced-config-form',
    severity: 'error',
    when: ({ advancedConfig }) => advancedConfig !== undefined && !isListOfTerms(advancedConfig),
    message: () => 'configuration.advancedConfig is not a list of Erlang terms: brokers would not start. Write it as [{application, [{key, value}]}]. including the final dot',
  }),
];

function isListOfTerms(text: string): boolean {
  let terms = text.replace(OPAQUE, literal => (literal.startsWith('%') ? '' : 'x')).trim();
  for (let before = ''; terms !== before;) {
    before = terms;
    terms = terms.replace(INNERMOST, term => (term.startsWith('[') ? LIST : 'x'));
  }
  return terms.startsWith(LIST) && terms.slice(LIST.length).trimStart() === '.';
}
