import { RabbitMQVersion } from '../../../lib';
import { PROTOCOLS } from '../../../lib/rabbitmq/protocols';
import { enabledPlugins, SHIPPED } from '../../../lib/rabbitmq/shipped-plugins';
import { ESSENTIAL_PLUGINS } from '../../../lib/cluster/defaults';

/** The plugins of which each switches the given one on; none if every cluster has it. */
function bringing(plugin: string | undefined): string[] | undefined {
  if (plugin === undefined || enabledPlugins({ plugins: ESSENTIAL_PLUGINS }).has(plugin)) {
    return undefined;
  }
  return SHIPPED.map(({ name }) => name).filter(name => enabledPlugins({ plugins: [name] }).has(plugin));
}

/** The release from which TLS options no longer switch the plain listener off. */
function silencedBelow(silences: (version: RabbitMQVersion) => boolean): string {
  return ['3.11.16', '99.0.0'].find(version => !silences(version === '99.0.0' ? RabbitMQVersion.NEWEST : RabbitMQVersion.of(version))) ?? '99.0.0';
}

/** The protocols of brokers, their ports and the plugins that open them. */
export function protocols(): object[] {
  return PROTOCOLS.map(({
    name, tlsName, plugin, prefix, style, silences, port, tlsPort, appProtocol, tlsAppProtocol,
  }) => ({
    name,
    port,
    appProtocol,
    tls: { name: tlsName, port: tlsPort, appProtocol: tlsAppProtocol },
    prefix,
    style,
    ...silences && { silencedBelow: silencedBelow(silences) },
    ...bringing(plugin) && { plugins: bringing(plugin) },
  }));
}
