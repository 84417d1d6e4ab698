import { errorAt, Term, termError, TermError, termsOf } from './erlang-terms';

/** A parameter of an application: `{rabbit, [{channel_max, 128}]}`. */
export interface AdvancedSetting {
  readonly application: string;
  readonly key: string;
}

const FORM = 'this is not a pair of a name and its value';

/** Finds the first mistake in advanced.config: its terms are applications, each with a list of keys and values. */
export function advancedConfigError(text: string): TermError | undefined {
  const wrong = termsOf(text).map(misplaced).find(term => term !== undefined);
  return termError(text) ?? (wrong && errorAt(text, wrong.offset, FORM));
}

/** What advanced.config sets. */
export function advancedSettings(text: string): AdvancedSetting[] {
  return termsOf(text).flatMap(({ items: [application, parameters] }) =>
    (parameters?.items ?? []).flatMap(({ items: [key] }) =>
      (key === undefined ? [] : [{ application: nameOf(application), key: nameOf(key) }])));
}

function misplaced(term: Term): Term | undefined {
  const [, parameters] = term.items;
  return isPair(term) && parameters.kind === 'list' ? parameters.items.find(parameter => !isPair(parameter)) : term;
}

function isPair({ kind, items: [key, ...values] }: Term): boolean {
  return kind === 'tuple' && key?.kind === 'atom' && values.length === 1;
}

function nameOf({ text }: Term): string {
  return text.replace(/^'(.*)'$/, '$1');
}
