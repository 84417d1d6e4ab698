import { isPlainClosed } from './closed-ports';
import { EffectiveConfiguration } from '../configuration/effective';
import { Port } from '../rabbitmq/port';
import { listenerKeys, PROTOCOLS } from '../rabbitmq/protocols';
import { enabledPlugins } from '../rabbitmq/shipped-plugins';
import { RabbitMQVersion } from '../rabbitmq/version';

/** The client ports of a broker with these plugins, and those that they bring; TLS is open where its key is set. */
export function clientPorts(plugins: readonly string[], configuration: EffectiveConfiguration, version: RabbitMQVersion): Port[] {
  const enabled = enabledPlugins({ plugins });
  return PROTOCOLS.filter(({ plugin }) => plugin === undefined || enabled.has(plugin)).flatMap((protocol) => {
    const keys = listenerKeys(protocol);
    const port = (name: string, key: string, fallback: number, appProtocol: string, isTls: boolean): Port =>
      ({ name, key, appProtocol, isTls, number: portOf(configuration.get(key)) ?? fallback });
    return [
      ...(isPlainClosed(protocol, configuration, version) ? [] : [port(protocol.name, keys.plain, protocol.port, protocol.appProtocol, false)]),
      ...(configuration.get(keys.tls) === undefined ? [] : [port(protocol.tlsName, keys.tls, protocol.tlsPort, protocol.tlsAppProtocol, true)]),
    ];
  });
}

/** The port in the value of a listener key: `5672`, `0.0.0.0:5672`, `:::5672`. */
function portOf(value: string | undefined): number | undefined {
  const port = Number(value?.split(':').pop());
  return Number.isInteger(port) && port > 0 ? port : undefined;
}
