import { isPlainClosed, listenerKeys, PROTOCOLS } from '../rabbitmq/protocols';
import { enabledPlugins } from '../rabbitmq/shipped-plugins';
import { EffectiveConfiguration } from '../configuration/effective';
import { RabbitMQVersion } from '../rabbitmq/version';

/** A port that a broker listens on for clients. */
export interface Port {
  /** The name in containers and Services. */
  readonly name: string;
  readonly number: number;
  readonly appProtocol: string;
  /** The configuration key that sets it. */
  readonly key: string;
  readonly isTls: boolean;
}

/** The ports between brokers, which no client needs: the port mapper's and Erlang distribution's. */
export const INTERNAL_PORTS = { epmd: 4369, 'cluster-rpc': 25672 } as const;

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

/** The port of AMQP that probes connect to and that applications bind to: the plain one where it is open, which comes first. */
export function amqpPort(ports: readonly Port[]): Port {
  return ports[0];
}

/** The port in the value of a listener key: `5672`, `0.0.0.0:5672`, `:::5672`. */
function portOf(value: string | undefined): number | undefined {
  const port = Number(value?.split(':').pop());
  return Number.isInteger(port) && port > 0 ? port : undefined;
}
