import { plainPrometheus } from './plain-prometheus';
import { watchedCluster } from './watched';
import { RabbitMQScrapeMethod } from '../../../lib';
import { eventually } from '../support/eventually';
import { Prometheus } from '../support/prometheus';
import { useNamespace } from '../support/use-cluster';

const SOON_MS = 120_000;

describe('a Prometheus without the operator, configured as the docs say', () => {
  const suite = useNamespace('annotated-', async (namespace) => {
    const scraping = { method: RabbitMQScrapeMethod.ANNOTATIONS, prometheusNamespace: namespace };
    const deployment = watchedCluster(namespace, {}, { scraping });
    await deployment.up();
    await plainPrometheus(namespace, `${deployment.name}-rules`);
    const prometheus = await Prometheus.of(namespace, 'prometheus');
    return { deployment, prometheus };
  });

  test('finds each broker and the exporter, once, with the labels that alerts ask for', async () => {
    const { namespace, prometheus } = suite();
    const found = await eventually('all targets are up', SOON_MS, async () =>
      (await prometheus.query('up == 1')).map(({ metric }) => [metric.endpoint, metric.pod, metric.namespace, metric.rabbitmq_cluster].join(' ')).sort(), ({ length }) => length >= 4);
    expect(found).toEqual([
      expect.stringMatching(new RegExp(`^exporter orders-exporter-\\S+ ${namespace} orders$`)),
      ...[0, 1, 2].map(ordinal => `prometheus orders-${ordinal} ${namespace} orders`),
    ]);
    expect(await prometheus.query('up')).toHaveLength(4);
  });

  test('loads the rules from the ConfigMap', async () => {
    const rules = await eventually('the rules are evaluated', SOON_MS, () => suite().prometheus.rules('rabbitmq.orders.'), all => all.length > 0 && all.every(({ health }) => health !== 'unknown'));
    expect(rules.length).toBeGreaterThan(40);
    expect(rules.filter(({ health, lastError }) => health !== 'ok' || lastError)).toEqual([]);
  });

  test('tells of a memory alarm and of its end', async () => {
    const { namespace, deployment, prometheus } = suite();
    const watermark = (share: string): Promise<string> => deployment.broker(1).run(['rabbitmqctl', 'set_vm_memory_high_watermark', share]);
    await watermark('0.0001');
    await prometheus.until(namespace, 'RabbitMQMemoryAlarm', true, SOON_MS);
    expect(await prometheus.query('ALERTS{alertname="RabbitMQMemoryAlarm",alertstate="firing"}')).toMatchObject([{ metric: { pod: 'orders-1', rabbitmq_cluster: 'orders', namespace } }]);
    await watermark('0.6');
    await prometheus.until(namespace, 'RabbitMQMemoryAlarm', false, SOON_MS);
  });
});
