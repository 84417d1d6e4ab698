import { chosenLike, entriesLike, entryOf, nameOf } from './settings';
import { enabledPlugins } from '../../rabbitmq/shipped-plugins';
import { ClusterSubject } from './subject';
import { Entry } from '../../configuration/effective';
import { INTERNAL_PORTS } from '../../rabbitmq/port';
import { Protocol, PROTOCOLS } from '../../rabbitmq/protocols';
import { isSilenced } from '../closed-ports';
import { LOOPBACK } from '../ports';

/** A port that something in the pod listens on. */
export interface Listener {
  readonly port: number;
  /** What it is and where it is set, for messages. */
  readonly name: string;
}

/** Protocols whose listeners have names: `mqtt.listeners.tcp.default`. */
export const NAMED: readonly Protocol[] = PROTOCOLS.filter(({ style }) => style === 'named');

/** Protocols over HTTP: `management.tcp.port`. */
const HTTP: readonly Protocol[] = PROTOCOLS.filter(({ style }) => style === 'http');

/** All listeners of a broker, and the ports of the containers beside it, which share its network. */
export function listeners(subject: ClusterSubject): Listener[] {
  const enabled = enabledPlugins(subject);
  return [
    ...NAMED.filter(({ plugin }) => plugin === undefined || enabled.has(plugin)).flatMap(protocol =>
      namedListeners(subject, protocol)),
    ...HTTP.filter(({ plugin = '' }) => enabled.has(plugin)).flatMap(protocol => httpListeners(subject, protocol)),
    { port: INTERNAL_PORTS.epmd, name: 'epmd, the port mapper' },
    listener(subject, 'distribution.listener.port_range.min', INTERNAL_PORTS['cluster-rpc'], 'cluster-rpc, between the brokers'),
    ...subject.pod.sidecars.flatMap(({ name, ports = [] }) =>
      ports.map(({ containerPort }) => ({ port: containerPort, name: `pod.sidecars "${name}"` }))),
  ];
}

/** The plugins over HTTP whose plain listener is off though nobody said so. */
export function silencedPlugins(
  subject: ClusterSubject,
): { readonly prefix: string; readonly entry: Entry; readonly port: number }[] {
  const enabled = enabledPlugins(subject);
  return HTTP.filter(protocol => enabled.has(protocol.plugin ?? '') && isSilenced(protocol, subject.configuration, subject.image.version)).map(({ prefix, port }) => ({
    prefix,
    entry: [...optionsOf(subject, `${prefix}ssl`), ...optionsOf(subject, `${prefix}listener`)][0],
    port,
  }));
}

/** The port in `5672`, `0.0.0.0:5672` or `:::5672`. */
export function portOf(value: string): number {
  return Number(value.slice(value.lastIndexOf(':') + 1));
}

/** Listeners without a name of their own are on where none has one. */
export function isOff(subject: ClusterSubject, prefix: string): boolean {
  return subject.configuration.get(`${prefix}listeners.tcp`) === 'none';
}

export function namedEntries(subject: ClusterSubject, prefix: string, kind: 'tcp' | 'ssl'): Entry[] {
  return entriesLike(subject, new RegExp(`^${prefix.replace('.', '\\.')}listeners\\.${kind}\\.[^.]+$`));
}

function namedListeners(subject: ClusterSubject, { prefix, port }: Protocol): Listener[] {
  const plain = isOff(subject, prefix) ? [] : namedEntries(subject, prefix, 'tcp').map(ofEntry);
  const unnamed = plain.length > 0 || isOff(subject, prefix) ? [] : [{ port, name: `the default of "${prefix}listeners.tcp.default"` }];
  return [...plain, ...unnamed, ...namedEntries(subject, prefix, 'ssl').map(ofEntry)];
}

function httpListeners(subject: ClusterSubject, protocol: Protocol): Listener[] {
  const { prefix, port, tlsPort, hasTlsDefault } = protocol;
  const address = entryOf(subject, `${prefix}tcp.listener`);
  const hasTls = optionsOf(subject, `${prefix}ssl`).length > 0;
  const isClosed = address?.value === 'none' || isSilenced(protocol, subject.configuration, subject.image.version);
  const plain = address ? ofEntry(address) : listener(subject, `${prefix}tcp.port`, port);
  const opensTls = hasTlsDefault ? hasTls : entryOf(subject, `${prefix}ssl.port`) !== undefined;
  return [...(isClosed ? [] : [plain]), ...(opensTls ? [listener(subject, `${prefix}ssl.port`, tlsPort)] : [])];
}

function optionsOf(subject: ClusterSubject, prefix: string): Entry[] {
  return chosenLike(subject, new RegExp(`^${prefix.replace('.', '\\.')}\\.`));
}

function listener(subject: ClusterSubject, key: string, fallback: number, name = `the default of "${key}"`): Listener {
  const entry = entryOf(subject, key);
  return entry ? ofEntry(entry) : { port: fallback, name };
}

function ofEntry(entry: Entry): Listener {
  return { port: portOf(entry.value), name: nameOf(entry) };
}

/** Whether an entry keeps a listener to the pod itself. */
export function isLoopback({ value }: Entry): boolean {
  return LOOPBACK.test(value);
}
