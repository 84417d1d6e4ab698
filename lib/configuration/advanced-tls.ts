import { atomOf, stringOf, Term, termsOf } from './erlang-terms';

/** Options of TLS that advanced.config sets. */
export interface AdvancedTlsOptions {
  /** For messages: `rabbit.ssl_options`. */
  readonly place: string;
  /** Whether they are of a listener of the broker. */
  readonly isListener: boolean;
  readonly versions: readonly string[];
  readonly ciphers: readonly string[];
  readonly verify?: string;
  readonly requiresCertificate?: string;
}

/** Applications whose options of TLS are those of listeners. */
const LISTENERS: Readonly<Record<string, string>> = {
  rabbit: 'ssl_options', rabbitmq_management: 'ssl_config', rabbitmq_prometheus: 'ssl_config', rabbitmq_web_mqtt: 'ssl_config', rabbitmq_web_stomp: 'ssl_config',
};

/** The options of TLS in advanced.config, by the parameters that hold them. */
export function advancedTlsOptions(text: string): AdvancedTlsOptions[] {
  return termsOf(text).flatMap(({ items: [application, parameters] }) => {
    const name = atomOf(application) ?? '';
    return (parameters?.items ?? []).flatMap(({ items: [key, value] }) => {
      const parameter = atomOf(key) ?? '';
      return ['ssl_options', 'ssl_config'].includes(parameter) && value?.kind === 'list'
        ? [optionsOf(`${name}.${parameter}`, Object.hasOwn(LISTENERS, name) && LISTENERS[name] === parameter, value)]
        : [];
    });
  });
}

function optionsOf(place: string, isListener: boolean, { items }: Term): AdvancedTlsOptions {
  const value = (option: string): Term | undefined =>
    items.find(({ items: [key] }) => atomOf(key) === option)?.items[1];
  const list = (option: string, read: (term: Term) => string | undefined): string[] =>
    (value(option)?.items ?? []).flatMap(term => read(term) ?? []);
  return {
    place,
    isListener,
    versions: list('versions', atomOf),
    ciphers: list('ciphers', stringOf),
    verify: atomOf(value('verify')),
    requiresCertificate: atomOf(value('fail_if_no_peer_cert')),
  };
}
