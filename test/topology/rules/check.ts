import { RabbitMQVersion, RabbitMQVirtualHost } from '../../../lib';
import { TOPOLOGY_RULES } from '../../../lib/topology/rules';
import { homeOf, Setting } from '../../../lib/cluster/interface/home';
import { platformUsersOf } from '../../../lib/topology/applier';
import { declarationsOf } from '../../../lib/topology/topology';
import { Finding, findings } from '../../../lib/validation/rule';
import { newChart, newCluster, quietly } from '../../support/synth';

/** What is declared in a virtual host. */
export type Situation = (orders: RabbitMQVirtualHost) => void;

/** A row of the tables, and what it finds and doesn't find. */
export interface Case {
  readonly id: string;
  /** What differs from other cases of the row. */
  readonly about?: string;
  /** The release of the cluster: the newest where none is given. */
  readonly release?: string;
  /** The release of the cluster inside, where it is another. */
  readonly insideRelease?: string;
  /** The virtual host that rabbitmq.conf names for MQTT. */
  readonly mqtt?: string;
  readonly outside: Situation;
  readonly says: RegExp;
  readonly inside: Situation;
}

/** What the tables find. */
export function check(situation: Situation, release = '4.3.6', mqtt?: string): Finding[] {
  return quietly(() => {
    const chart = newChart({ namespace: 'shop' });
    const raw: Record<string, string> = mqtt === undefined ? {} : { 'mqtt.vhost': mqtt };
    const cluster = newCluster({ name: 'mq', version: RabbitMQVersion.of(release), configuration: { raw } }, chart);
    const orders = new RabbitMQVirtualHost(chart, 'Orders', { cluster, name: 'orders' });
    situation(orders);
    const { version, defaultVirtualHost, replicas } = cluster;
    const platformUsers = platformUsersOf(cluster);
    const { model } = declarationsOf(cluster);
    const setting = (key: string): Setting | undefined => homeOf(cluster)?.setting(key);
    return findings(TOPOLOGY_RULES, { ...model, version, defaultVirtualHost, replicas, platformUsers, setting });
  });
}
