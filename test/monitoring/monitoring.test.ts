import { Chart, Duration, Testing } from 'cdk8s';
import { RabbitMQCluster, RabbitMQMonitoring } from '../../lib';
import { find, newCluster, synth } from '../support/synth';

describe('the ServiceMonitor', () => {
  test('selects the client Service by its labels and scrapes its port', () => {
    const cluster = newCluster({ name: 'orders' });
    new RabbitMQMonitoring(Chart.of(cluster), 'Monitoring', { cluster, interval: Duration.seconds(15), path: '/metrics/detailed', labels: { release: 'stack' } });
    const manifests = synth(cluster);
    const { metadata, spec } = find(manifests, 'ServiceMonitor');
    expect(metadata).toMatchObject({ name: 'orders', labels: { release: 'stack', cluster: 'orders' } });
    expect(find(manifests, 'Service', 'orders').metadata.labels).toMatchObject(spec.selector.matchLabels);
    expect(spec.endpoints).toEqual([{ port: 'prometheus', path: '/metrics/detailed', interval: '15s' }]);
  });

  test('needs a port to scrape', () => {
    const chart = new Chart(Testing.app(), 'test');
    const { credentialsSecret, version } = newCluster();
    const cluster = RabbitMQCluster.fromClusterAttributes(chart, 'Other', { clusterName: 'other', version, credentialsSecret, ports: { amqp: 5672 } });
    expect(() => new RabbitMQMonitoring(chart, 'Monitoring', { cluster })).toThrow('cluster "other" has no port named "prometheus"');
  });

  test('needs an interval of whole seconds above zero', () => {
    const cluster = newCluster();
    const every = (interval: Duration) => () => new RabbitMQMonitoring(Chart.of(cluster), `Monitoring${interval.toMilliseconds()}`, { cluster, interval });
    expect(every(Duration.millis(1500))).toThrow('interval is 1.5 seconds');
    expect(every(Duration.seconds(0))).toThrow('interval is 0 seconds');
    expect(every(Duration.seconds(1))).not.toThrow();
  });
});
