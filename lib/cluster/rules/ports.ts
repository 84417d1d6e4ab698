import { isLoopback, isOff, Listener, listeners, NAMED, namedEntries, portOf, silencedPlugins } from './listeners';
import { chosenLike, entryOf, nameOf, stated, statedOf } from './settings';
import { enabledPlugins } from '../../rabbitmq/shipped-plugins';
import { ClusterSubject } from './subject';
import { INTERNAL_PORTS } from '../../rabbitmq/port';
import { Rule, ruleForEach } from '../../validation/rule';

const ADDRESS = /^(prometheus|web_mqtt|web_stomp)\.tcp\.listener$/;

/** What listens where: https://www.rabbitmq.com/docs/networking */
export const PORT_RULES: readonly Rule<ClusterSubject>[] = [
  ruleForEach({
    id: 'port-twice',
    severity: 'error',
    each: clashes,
    when: () => true,
    message: ([first, second]) => `port ${first.port} is used twice, by ${first.name} and by ${second.name}. Change one of them`,
  }),
  ruleForEach({
    id: 'listener-off',
    severity: 'error',
    each: subject =>
      NAMED.filter(
        ({ prefix, plugin }) => isOff(subject, prefix) && (plugin === undefined || enabledPlugins(subject).has(plugin)),
      ),
    when: ({ prefix }, { configuration }) => configuration.get(`${prefix}listeners.ssl.default`) === undefined,
    message: ({ prefix, port }, subject) => `${statedOf(subject, `${prefix}listeners.tcp`)}, and there is no TLS: probes and the client Service use port ${port}, so no broker would become Ready. Remove it, or set tls`,
  }),
  ruleForEach({
    id: 'listener-name',
    severity: 'error',
    each: subject => NAMED.filter(({ prefix }) => !isOff(subject, prefix)).flatMap(({ prefix }) => {
      const entries = namedEntries(subject, prefix, 'tcp');
      return entries.length > 0 && !entries.some(({ key }) => key === `${prefix}listeners.tcp.default`) ? [{ prefix, entry: entries[0] }] : [];
    }),
    when: () => true,
    message: ({ prefix, entry }) => `${nameOf(entry)} replaces the default listener, which probes and the client Service use. `
      + `Name it "${prefix}listeners.tcp.default", or set that key too`,
  }),
  ruleForEach({
    id: 'listener-closed',
    severity: 'warning',
    each: subject => NAMED.filter(({ prefix }) => isOff(subject, prefix))
      .flatMap(({ prefix }) => namedEntries(subject, prefix, 'tcp').map(entry => ({ prefix, entry }))),
    when: () => true,
    message: ({ prefix, entry }, subject) => `${stated(entry)}, but ${closer(subject, prefix)} closes plain listeners: `
      + 'nothing answers there. Remove one of them',
  }),
  ruleForEach({
    id: 'distribution-port',
    severity: 'error',
    each: subject => chosenLike(subject, /^distribution\.listener\.port_range\.(min|max)$/),
    when: ({ value }) => Number(value) !== INTERNAL_PORTS['cluster-rpc'],
    message: entry => `${stated(entry)}, which the headless Service and NetworkPolicies do not follow: brokers connect to each other on port ${INTERNAL_PORTS['cluster-rpc']}. Remove it`,
  }),
  ruleForEach({
    id: 'listener-without-certificate',
    severity: 'warning',
    each: subject => (subject.tls ? [] : NAMED.flatMap(({ prefix }) => namedEntries(subject, prefix, 'ssl'))),
    when: (_entry, { configuration, advancedConfig = '' }) => configuration.get('ssl_options.certfile') === undefined && !/\{\s*certfile\s*,/.test(advancedConfig),
    message: entry => `${stated(entry)}, but brokers have no certificate: every TLS connection to this port fails. Set tls, or remove it`,
  }),
  ruleForEach({
    id: 'listener-loopback',
    severity: 'error',
    each: subject => [...NAMED.map(({ prefix }) => `${prefix}listeners.tcp.default`), 'prometheus.tcp.listener', 'web_mqtt.tcp.listener', 'web_stomp.tcp.listener']
      .flatMap(key => chosenLike(subject, new RegExp(`^${key.replaceAll('.', '\\.')}$`))),
    when: isLoopback,
    message: entry => `${stated(entry)}: nothing outside the pod can connect, including probes. Remove the address`,
  }),
  ruleForEach({
    id: 'listener-address',
    severity: 'error',
    each: subject => chosenLike(subject, ADDRESS).flatMap(entry => subject.ports
      .filter(({ key }) => key === entry.key.replace(ADDRESS, '$1.tcp.port'))
      .map(({ number }) => ({ entry, number }))),
    when: ({ entry, number }) => portOf(entry.value) !== number,
    message: ({ entry, number }) => `${stated(entry)}, but the Service's port is ${number}: no listener would answer there. Remove it. To change the port, set "${entry.key.replace(ADDRESS, '$1.tcp.port')}"`,
  }),
  ruleForEach({
    id: 'plain-listener-silenced',
    severity: 'error',
    each: silencedPlugins,
    when: (_plugin, { tls }) => !tls?.disablePlainListeners,
    message: ({ prefix, entry, port }) => `${nameOf(entry)} without any "${prefix}tcp" key disables the plain listener: nothing answers on the Service's port ${port}. Set "${prefix}tcp.port" too`,
  }),
];

/** Pairs of listeners on one port. */
function clashes(subject: ClusterSubject): [Listener, Listener][] {
  const all = listeners(subject);
  return all.flatMap((second, i) => {
    const first = all.slice(0, i).find(({ port }) => port === second.port);
    return first ? [[first, second] as [Listener, Listener]] : [];
  });
}

/** What switches the plain listeners of a protocol off. */
function closer(subject: ClusterSubject, prefix: string): string {
  const off = entryOf(subject, `${prefix}listeners.tcp`);
  return off === undefined || off.field === 'tls' ? 'tls.disablePlainListeners' : nameOf(off);
}
