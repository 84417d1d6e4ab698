import { Chart } from 'cdk8s';
import { RabbitMQCluster, RabbitMQTopology, RabbitMQTopologyProps, RabbitMQVirtualHost } from '../../lib';
import { Manifest } from '../support/manifest';
import { newChart, newCluster, synth } from '../support/synth';

/** The Job that applies a topology; its name ends in a checksum. */
export function jobOf(manifests: readonly Manifest[], name = 'orders-topology'): Manifest {
  return manifests.find(({ kind, metadata }) => kind === 'Job' && new RegExp(`^${name}-[0-9a-f]{5}$`).test(metadata.name))!;
}

/** What a topology declares, as its Job reads it: all ConfigMaps of the name, in order. */
export function declaredIn(manifests: readonly Manifest[], name = 'orders-topology'): any[] {
  return manifests
    .filter(({ kind, metadata }) => kind === 'ConfigMap' && new RegExp(`^${name}(-[0-9]+)?$`).test(metadata.name))
    .flatMap(({ data }) => Object.entries<string>(data).filter(([file]) => file.startsWith('topology-')))
    .filter(([file]) => file.endsWith('.json'))
    .flatMap(([, text]) => JSON.parse(text));
}

/** A virtual host to declare something in. */
export interface Declared {
  readonly chart: Chart;
  readonly cluster: RabbitMQCluster;
  readonly orders: RabbitMQVirtualHost;
}

/** The manifests with what is declared. */
export function declare(what: (declared: Declared) => void, props: Partial<RabbitMQTopologyProps> = {}): Manifest[] {
  const chart = newChart({ namespace: 'shop' });
  const cluster = newCluster({ name: 'orders' }, chart);
  new RabbitMQTopology(chart, 'Topology', { cluster, ...props });
  what({ chart, cluster, orders: new RabbitMQVirtualHost(chart, 'Orders', { cluster, name: 'orders' }) });
  return synth(chart, { external: { Secret: ['upstream', 'other'] } });
}

/** What is declared besides the virtual host. */
export const declared = (what: (declared: Declared) => void): any[] => declaredIn(declare(what)).slice(1);
