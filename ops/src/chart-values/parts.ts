import type { ApiObjectProps, Chart } from 'cdk8s';
import { RabbitMQAutoscaler, RabbitMQBackup, RabbitMQCluster, type RabbitMQClusterProps, RabbitMQIngress, RabbitMQMonitoring } from 'cdk8s-rabbitmq';
import { parse } from 'yaml';
import { cdk8s } from '../core/cdk8s';
import { autoscalerOptions } from './autoscaler';
import { backupOptions } from './backup';
import { clusterProps } from './cluster';
import { addGateway } from './gateway';
import { controllerPeers, managementOptions } from './ingress';
import { isMap } from './merge';
import { monitoringOptions } from './monitoring';
import { allowPeers } from './network-policy';
import { addTopology } from './topology';
import type { Values } from './values';

/** The constructs of a values file. */
export interface Parts {
  readonly cluster: RabbitMQCluster;
  readonly backup?: RabbitMQBackup;
}

/**
 * Adds what complete values say: the one place that says which value is which construct, for the chart and for deploys.
 *
 * @param props props of the cluster that values cannot have
 * @throws if the library refuses a value
 */
export function addParts(chart: Chart, values: Values, props?: Partial<RabbitMQClusterProps>): Parts {
  const cluster = new RabbitMQCluster(chart, 'Cluster', { ...clusterProps(chart, values), ...props });
  allowPeers(chart, cluster, values);
  // before the exporter, which compares RabbitMQ with it
  addTopology(chart, cluster, values.topology);
  const autoscaler = autoscalerOptions(values);
  if (autoscaler) {
    new RabbitMQAutoscaler(chart, 'Autoscaler', { cluster, ...autoscaler });
  }
  const monitoring = monitoringOptions(chart, values);
  if (monitoring) {
    new RabbitMQMonitoring(chart, 'Monitoring', { cluster, ...monitoring });
  }
  const backup = backupOptions(chart, values);
  const backups = backup && new RabbitMQBackup(chart, 'Backup', { cluster, ...backup });
  if (values.ingress.enabled) {
    addIngress(chart, cluster, values);
  }
  addGateway(chart, cluster, values);
  return { cluster, backup: backups };
}

function addIngress(chart: Chart, cluster: RabbitMQCluster, values: Values): void {
  const [first, ...others] = controllerPeers(chart, values);
  new RabbitMQIngress(chart, 'Ingress', { cluster, management: { ...managementOptions(chart, values), allowFrom: first } });
  if (cluster.networkPolicy) {
    others.forEach((peer) => { cluster.connections.allowManagementFrom(peer); });
  }
}

/** Adds objects that values have as manifests, or as text. */
export function addExtraObjects(chart: Chart, { extraObjects }: Pick<Values, 'extraObjects'>): void {
  extraObjects.forEach((object, i) => {
    const manifest: unknown = typeof object === 'string' ? parse(object) : object;
    if (!isMap(manifest) || typeof manifest.apiVersion !== 'string' || typeof manifest.kind !== 'string') {
      throw new Error(`extraObjects[${i}] is no manifest of Kubernetes: it needs an apiVersion and a kind`);
    }
    new cdk8s.ApiObject(chart, `Extra${i}`, manifest as unknown as ApiObjectProps);
  });
}
