import { enabledPlugins } from './shipped-plugins';
import { EffectiveConfiguration } from '../configuration/effective';

/** A port that a broker listens on for clients. */
export interface Port {
  /** The name in containers and Services, and the `appProtocol` hint. */
  readonly name: string;
  readonly number: number;
  readonly appProtocol: string;
  /** The configuration key that sets it. */
  readonly key: string;
}

interface Listener {
  readonly name: string;
  /** The plugin that opens it; none for the broker itself. */
  readonly plugin?: string;
  readonly key: string;
  readonly default: number;
  readonly appProtocol: string;
  /** Whether it is open only where its key is set. */
  readonly optional?: boolean;
  /** The key that closes it by `none`, and the one that opens TLS, without which brokers open it all the same. */
  readonly closable?: { readonly listener: string; readonly tls: string };
}

/** https://www.rabbitmq.com/docs/networking#ports */
const LISTENERS: readonly Listener[] = [
  { name: 'amqp', key: 'listeners.tcp.default', default: 5672, appProtocol: 'amqp' },
  { name: 'management', plugin: 'rabbitmq_management', key: 'management.tcp.port', default: 15672, appProtocol: 'http' },
  { name: 'prometheus', plugin: 'rabbitmq_prometheus', key: 'prometheus.tcp.port', default: 15692, appProtocol: 'prometheus.io/metrics', closable: { listener: 'prometheus.tcp.listener', tls: 'prometheus.ssl.port' } },
  { name: 'amqps', key: 'listeners.ssl.default', default: 5671, appProtocol: 'amqps', optional: true },
  { name: 'management-tls', plugin: 'rabbitmq_management', key: 'management.ssl.port', default: 15671, appProtocol: 'https', optional: true },
  { name: 'prometheus-tls', plugin: 'rabbitmq_prometheus', key: 'prometheus.ssl.port', default: 15691, appProtocol: 'prometheus.io/metrics-tls', optional: true },
  { name: 'mqtt', plugin: 'rabbitmq_mqtt', key: 'mqtt.listeners.tcp.default', default: 1883, appProtocol: 'mqtt' },
  { name: 'stomp', plugin: 'rabbitmq_stomp', key: 'stomp.listeners.tcp.default', default: 61613, appProtocol: 'stomp.github.io/stomp' },
  { name: 'stream', plugin: 'rabbitmq_stream', key: 'stream.listeners.tcp.default', default: 5552, appProtocol: 'rabbitmq.com/stream' },
  { name: 'web-mqtt', plugin: 'rabbitmq_web_mqtt', key: 'web_mqtt.tcp.port', default: 15675, appProtocol: 'http' },
  { name: 'web-stomp', plugin: 'rabbitmq_web_stomp', key: 'web_stomp.tcp.port', default: 15674, appProtocol: 'http' },
];

/** The ports between brokers, which no client needs: the port mapper's and Erlang distribution's. */
export const INTERNAL_PORTS = { epmd: 4369, 'cluster-rpc': 25672 } as const;

/** The name of the port that probes connect to. */
export const AMQP_PORT = 'amqp';

/** The client ports of a broker with these plugins, and those that they bring. */
export function clientPorts(plugins: readonly string[], configuration: EffectiveConfiguration): Port[] {
  const enabled = enabledPlugins({ plugins });
  return LISTENERS
    .filter(({ plugin }) => plugin === undefined || enabled.has(plugin))
    .filter(listener => isOpen(listener, configuration))
    .map(({ name, key, appProtocol, default: fallback }) => ({ name, key, appProtocol, number: portOf(configuration.get(key)) ?? fallback }));
}

function isOpen({ key, optional, closable }: Listener, configuration: EffectiveConfiguration): boolean {
  const isClosed = closable !== undefined && configuration.get(closable.listener) === 'none' && configuration.get(closable.tls) !== undefined;
  return !isClosed && (!optional || configuration.get(key) !== undefined);
}

/** The port in the value of a listener key: `5672`, `0.0.0.0:5672`, `:::5672`. */
function portOf(value: string | undefined): number | undefined {
  const port = Number(value?.split(':').pop());
  return Number.isInteger(port) && port > 0 ? port : undefined;
}
