import { chosenLike, entriesLike, entryOf, nameOf } from './settings';
import { enabledPlugins } from '../shipped-plugins';
import { ClusterSubject } from './subject';
import { Entry } from '../../configuration/effective';
import { RabbitMQVersion } from '../../version/version';
import { INTERNAL_PORTS } from '../ports';

/** A port that something in the pod listens on. */
export interface Listener {
  readonly port: number;
  /** What it is and where it is set, for messages. */
  readonly name: string;
}

/** A protocol whose listeners have names: `mqtt.listeners.tcp.default`. */
interface NamedListeners {
  readonly prefix: string;
  readonly port: number;
  readonly plugin?: string;
}

/** A protocol over HTTP: `management.tcp.port`. */
interface HttpListeners {
  readonly prefix: string;
  readonly plugin: string;
  readonly port: number;
  readonly tlsPort?: number;
  /** Whether any option of the TLS listener switches the plain one off, where that has none; seen on brokers. */
  readonly silences: (version: RabbitMQVersion) => boolean;
}

export const NAMED: readonly NamedListeners[] = [
  { prefix: '', port: 5672 },
  { prefix: 'mqtt.', port: 1883, plugin: 'rabbitmq_mqtt' },
  { prefix: 'stomp.', port: 61613, plugin: 'rabbitmq_stomp' },
  { prefix: 'stream.', port: 5552, plugin: 'rabbitmq_stream' },
];

const HTTP: readonly HttpListeners[] = [
  { prefix: 'management', plugin: 'rabbitmq_management', port: 15672, tlsPort: 15671, silences: () => true },
  { prefix: 'prometheus', plugin: 'rabbitmq_prometheus', port: 15692, tlsPort: 15691, silences: version => !version.isAtLeast('3.11.16') },
  { prefix: 'web_mqtt', plugin: 'rabbitmq_web_mqtt', port: 15675, silences: () => false },
  { prefix: 'web_stomp', plugin: 'rabbitmq_web_stomp', port: 15674, silences: () => false },
];

/** All listeners of a broker, and the ports of the containers beside it, which share its network. */
export function listeners(subject: ClusterSubject): Listener[] {
  const enabled = enabledPlugins(subject);
  return [
    ...NAMED.filter(({ plugin }) => plugin === undefined || enabled.has(plugin)).flatMap(protocol => namedListeners(subject, protocol)),
    ...HTTP.filter(({ plugin }) => enabled.has(plugin)).flatMap(protocol => httpListeners(subject, protocol)),
    { port: INTERNAL_PORTS.epmd, name: 'epmd, the port mapper' },
    listener(subject, 'distribution.listener.port_range.min', INTERNAL_PORTS['cluster-rpc'], 'cluster-rpc, between the brokers'),
    ...subject.pod.sidecars.flatMap(({ name, ports = [] }) =>
      ports.map(({ containerPort }) => ({ port: containerPort, name: `pod.sidecars "${name}"` }))),
  ];
}

/** The plugins over HTTP whose plain listener is off though nobody said so. */
export function silencedPlugins(subject: ClusterSubject): { readonly prefix: string; readonly entry: Entry; readonly port: number }[] {
  const enabled = enabledPlugins(subject);
  return HTTP.filter(({ plugin, silences }) => silences(subject.image.version) && enabled.has(plugin)).flatMap(({ prefix, port }) => {
    const [entry] = [...optionsOf(subject, `${prefix}.ssl`), ...optionsOf(subject, `${prefix}.listener`)];
    return entry && optionsOf(subject, `${prefix}.tcp`).length === 0 ? [{ prefix, entry, port }] : [];
  });
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

function namedListeners(subject: ClusterSubject, { prefix, port }: NamedListeners): Listener[] {
  const plain = isOff(subject, prefix) ? [] : namedEntries(subject, prefix, 'tcp').map(ofEntry);
  const unnamed = plain.length > 0 || isOff(subject, prefix) ? [] : [{ port, name: `the default of "${prefix}listeners.tcp.default"` }];
  return [...plain, ...unnamed, ...namedEntries(subject, prefix, 'ssl').map(ofEntry)];
}

function httpListeners(subject: ClusterSubject, { prefix, port, tlsPort, silences }: HttpListeners): Listener[] {
  const address = entryOf(subject, `${prefix}.tcp.listener`);
  const hasTls = optionsOf(subject, `${prefix}.ssl`).length > 0;
  const isSilenced = silences(subject.image.version) && hasTls && optionsOf(subject, `${prefix}.tcp`).length === 0;
  const plain = address ? ofEntry(address) : listener(subject, `${prefix}.tcp.port`, port);
  const tls = tlsPort === undefined && !entryOf(subject, `${prefix}.ssl.port`) ? [] : [listener(subject, `${prefix}.ssl.port`, tlsPort ?? 0)];
  return [...(isSilenced || address?.value === 'none' ? [] : [plain]), ...(hasTls ? tls : [])];
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
  return /^(127\.|::1:|localhost:)/.test(value);
}
