import { RabbitMQVersion } from './version';

/** How a protocol's listeners are named in rabbitmq.conf: `mqtt.listeners.tcp.default` or `management.tcp.port`. */
export type ListenerStyle = 'named' | 'http';

/** A protocol that clients speak, plainly or over TLS. */
export interface Protocol {
  /** The name of its port. */
  readonly name: string;
  readonly tlsName: string;
  /** The plugin that opens it; none for the broker itself. */
  readonly plugin?: string;
  /** What its keys start with: `mqtt.` */
  readonly prefix: string;
  readonly style: ListenerStyle;
  readonly port: number;
  readonly tlsPort: number;
  /** Whether brokers have a TLS port of their own where only other options of TLS are set. */
  readonly hasTlsDefault?: boolean;
  /** The `appProtocol` hint of Services. */
  readonly appProtocol: string;
  readonly tlsAppProtocol: string;
  /** Whether any option of the TLS listener switches the plain one off, where that has none; seen on brokers. */
  readonly silences?: (version: RabbitMQVersion) => boolean;
}

/** https://www.rabbitmq.com/docs/networking#ports */
export const PROTOCOLS: readonly Protocol[] = [
  { name: 'amqp', tlsName: 'amqps', prefix: '', style: 'named', port: 5672, tlsPort: 5671, appProtocol: 'amqp', tlsAppProtocol: 'amqps' },
  {
    name: 'management',
    tlsName: 'management-tls',
    plugin: 'rabbitmq_management',
    prefix: 'management.',
    style: 'http',
    port: 15672,
    tlsPort: 15671,
    hasTlsDefault: true,
    appProtocol: 'http',
    tlsAppProtocol: 'https',
    silences: () => true,
  },
  {
    name: 'prometheus',
    tlsName: 'prometheus-tls',
    plugin: 'rabbitmq_prometheus',
    prefix: 'prometheus.',
    style: 'http',
    port: 15692,
    tlsPort: 15691,
    hasTlsDefault: true,
    appProtocol: 'prometheus.io/metrics',
    tlsAppProtocol: 'prometheus.io/metrics-tls',
    silences: version => !version.isAtLeast('3.11.16'),
  },
  { name: 'mqtt', tlsName: 'mqtts', plugin: 'rabbitmq_mqtt', prefix: 'mqtt.', style: 'named', port: 1883, tlsPort: 8883, appProtocol: 'mqtt', tlsAppProtocol: 'mqtts' },
  {
    name: 'stomp',
    tlsName: 'stomps',
    plugin: 'rabbitmq_stomp',
    prefix: 'stomp.',
    style: 'named',
    port: 61613,
    tlsPort: 61614,
    appProtocol: 'stomp.github.io/stomp',
    tlsAppProtocol: 'stomp.github.io/stomp-tls',
  },
  {
    name: 'stream',
    tlsName: 'streams',
    plugin: 'rabbitmq_stream',
    prefix: 'stream.',
    style: 'named',
    port: 5552,
    tlsPort: 5551,
    appProtocol: 'rabbitmq.com/stream',
    tlsAppProtocol: 'rabbitmq.com/stream-tls',
  },
  { name: 'web-mqtt', tlsName: 'web-mqtt-tls', plugin: 'rabbitmq_web_mqtt', prefix: 'web_mqtt.', style: 'http', port: 15675, tlsPort: 15676, appProtocol: 'http', tlsAppProtocol: 'https' },
  { name: 'web-stomp', tlsName: 'web-stomp-tls', plugin: 'rabbitmq_web_stomp', prefix: 'web_stomp.', style: 'http', port: 15674, tlsPort: 15673, appProtocol: 'http', tlsAppProtocol: 'https' },
];

/** Whether a port is one of TLS, by its name. */
export function isTlsPort(name: string): boolean {
  return PROTOCOLS.some(({ tlsName }) => tlsName === name || name.startsWith(`${tlsName}-`));
}

/** The keys of a protocol's listeners: those that set the ports, and the one that closes the plain one by `none`. */
export function listenerKeys({ prefix, style }: Protocol): {
  readonly plain: string;
  readonly tls: string;
  readonly closing: string;
} {
  return style === 'named'
    ? { plain: `${prefix}listeners.tcp.default`, tls: `${prefix}listeners.ssl.default`, closing: `${prefix}listeners.tcp` }
    : { plain: `${prefix}tcp.port`, tls: `${prefix}ssl.port`, closing: `${prefix}tcp.listener` };
}
