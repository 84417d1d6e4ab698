import { atomOf, errorAt, stringOf, Term, termError, TermError, termsOf } from './erlang-terms';

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
      (key === undefined ? [] : [{ application: atomOf(application) ?? '', key: atomOf(key) ?? '' }])));
}

/** Names whose value is a secret. */
const SECRETS = ['default_pass', 'password', 'passcode', 'secret', 'client_secret', 'oauth_client_secret', 'secret_key'];
/** Names whose value is a pair of a name and its secret: https://www.rabbitmq.com/docs/ldap#dn-lookup-bind */
const LOGINS = ['dn_lookup_bind', 'other_bind'];

/** Whether advanced.config has a secret in plain text; one that is encrypted is a tuple. */
export function hasAdvancedSecret(text: string): boolean {
  return termsOf(text).some(isSecret);
}

function isSecret({ kind, items }: Term): boolean {
  const [key, value] = items;
  const name = kind === 'tuple' && items.length === 2 ? atomOf(key) ?? '' : '';
  return (SECRETS.includes(name) && isText(value))
    || (LOGINS.includes(name) && value.kind === 'tuple' && isText(value.items[1]))
    || items.some(isSecret);
}

/** A string, a binary, or a list of characters. */
function isText(term: Term | undefined): boolean {
  return term !== undefined
    && (stringOf(term) !== undefined || term.text === '<<' || (term.kind === 'list' && term.items.length > 0 && term.items.every(({ kind }) => kind === 'other')));
}

function misplaced(term: Term): Term | undefined {
  const [, parameters] = term.items;
  return isPair(term) && parameters.kind === 'list' ? parameters.items.find(parameter => !isPair(parameter)) : term;
}

function isPair({ kind, items: [key, ...values] }: Term): boolean {
  return kind === 'tuple' && key?.kind === 'atom' && values.length === 1;
}
