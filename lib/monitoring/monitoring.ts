import { ApiObject, Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { ServiceMonitor } from '../../imports/monitoring.coreos.com';
import { IRabbitMQCluster } from '../cluster/cluster-interface';
import { objectLabels, selectorLabels } from '../cluster/labels';
import { addManifest } from '../kubernetes/manifest';
import { wholeSeconds } from '../kubernetes/seconds';

/** Properties for `RabbitMQMonitoring`. */
export interface RabbitMQMonitoringProps {
  /** The cluster to watch. */
  readonly cluster: IRabbitMQCluster;
  /**
   * How often metrics are taken. The broker's own figures are as old as 10 seconds.
   * @default Duration.seconds(30)
   */
  readonly interval?: Duration;
  /**
   * The path of the metrics.
   * @default '/metrics'
   */
  readonly path?: string;
  /**
   * Labels of the ServiceMonitor, where a Prometheus selects by them.
   * @default - none beside the cluster's own
   */
  readonly labels?: Record<string, string>;
}

/**
 * Lets a Prometheus of the Prometheus operator scrape each broker of a cluster. The Kubernetes cluster needs the operator's
 * custom resource definitions.
 *
 * @throws if the cluster has no `prometheus` port, or the interval isn't above zero
 */
export class RabbitMQMonitoring extends Construct {
  /** The ServiceMonitor. */
  public readonly serviceMonitor: ApiObject;

  public constructor(scope: Construct, id: string, props: RabbitMQMonitoringProps) {
    super(scope, id);
    const { cluster } = props;
    const interval = wholeSeconds('interval', props.interval ?? Duration.seconds(30));
    if (interval <= 0) {
      throw new Error(`interval is ${interval} seconds: it must be above zero, such as Duration.seconds(30)`);
    }
    if (cluster.ports.prometheus === undefined) {
      throw new Error(`cluster "${cluster.clusterName}" has no port named "prometheus": add it to the ports of fromClusterAttributes() or leave the monitoring out`);
    }
    this.serviceMonitor = addManifest(this, 'Resource', ServiceMonitor, {
      name: cluster.clusterName,
      namespace: cluster.namespace,
      labels: { ...props.labels, ...objectLabels(cluster.clusterName, cluster.version.version) },
    }, {
      spec: () => ({
        jobLabel: 'app',
        selector: { matchLabels: selectorLabels(cluster.clusterName) },
        endpoints: [{ port: 'prometheus', path: props.path ?? '/metrics', interval: `${interval}s` }],
      }),
    });
  }
}
