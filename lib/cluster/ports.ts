import { isPlainClosed } from './closed-ports';
import { EffectiveConfiguration } from '../configuration/effective';
import { Port } from '../rabbitmq/port';
import { listenerKeys, Protocol, PROTOCOLS } from '../rabbitmq/protocols';
import { enabledPlugins } from '../rabbitmq/shipped-plugins';
import { RabbitMQVersion } from '../rabbitmq/version';

/** The longest name of a container's port. */
const MAX_PORT_NAME_LENGTH = 15;

/** An address that only the pod itself reaches. */
export const LOOPBACK = /^(127\.|::1:|\[::1\]:|localhost:)/;

/** The client ports of a broker with these plugins, and those that they bring; TLS is open where its key is set. */
export function clientPorts(
  plugins: readonly string[],
  configuration: EffectiveConfiguration,
  version: RabbitMQVersion,
): Port[] {
  const enabled = enabledPlugins({ plugins });
  return PROTOCOLS.filter(({ plugin }) => plugin === undefined || enabled.has(plugin)).flatMap((protocol) => {
    const keys = listenerKeys(protocol);
    const port = (name: string, key: string, fallback: number, appProtocol: string, isTls: boolean): Port =>
      ({ name, key, appProtocol, isTls, number: portOf(configuration.get(key)) ?? fallback });
    return [
      ...(isPlainClosed(protocol, configuration, version)
        ? []
        : [port(protocol.name, keys.plain, protocol.port, protocol.appProtocol, false)]),
      ...(configuration.get(keys.tls) === undefined
        ? []
        : [port(protocol.tlsName, keys.tls, protocol.tlsPort, protocol.tlsAppProtocol, true)]),
      ...additionalPorts(protocol, configuration, version),
    ];
  });
}

/**
 * The ports of listeners beside the default one, such as `listeners.tcp.internal`, unless they are for the pod alone.
 */
function additionalPorts(protocol: Protocol, configuration: EffectiveConfiguration, version: RabbitMQVersion): Port[] {
  const { prefix, style } = protocol;
  const pattern = new RegExp(`^${prefix.replace('.', '\\.')}listeners\\.(tcp|ssl)\\.(?!default$)([^.]+)$`);
  return style !== 'named'
    ? []
    : configuration.entries.flatMap(({ key, value }, i, all) => {
        const [, kind, listener] = pattern.exec(key) ?? [];
        const number = portOf(value);
        const isTls = kind === 'ssl';
        if (
          listener === undefined
          || number === undefined
          || LOOPBACK.test(value)
          || (!isTls && isPlainClosed(protocol, configuration, version))
        ) {
          return [];
        }
        const appProtocol = isTls ? protocol.tlsAppProtocol : protocol.appProtocol;
        const isTaken = all.slice(0, i).some(other => other.key.toLowerCase() === key.toLowerCase());
        const name = portName(isTls ? protocol.tlsName : protocol.name, isTaken ? String(number) : listener, number);
        return [{ name, key, appProtocol, isTls, number }];
      });
}

/** `amqp-internal`, or `amqp-5673` where a container's port can't have the name. */
function portName(protocol: string, listener: string, number: number): string {
  const name = `${protocol}-${listener.toLowerCase()}`;
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && name.length <= MAX_PORT_NAME_LENGTH ? name : `${protocol}-${number}`;
}

/** The port in the value of a listener key: `5672`, `0.0.0.0:5672`, `:::5672`. */
function portOf(value: string | undefined): number | undefined {
  const port = Number(value?.split(':').pop());
  return Number.isInteger(port) && port > 0 ? port : undefined;
}
