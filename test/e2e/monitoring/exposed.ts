import { EVERY_FAMILY, filledIn } from './record';
import { allUp, everyKindOfMessage, watchedCluster } from './watched';
import { type RabbitMQImage, RabbitMQScrapeMethod } from '../../../lib';
import { METRICS } from '../../../lib/monitoring/metrics/table';
import type { Deployment } from '../support/deployment';
import { eventually } from '../support/eventually';
import { Prometheus } from '../support/prometheus';
import { useNamespace } from '../support/use-cluster';

/** What can't be seen on a cluster without kube-state-metrics and cert-manager, and without what it is about. */
const NOT_HERE = new Set([
  ...METRICS.filter(({ source }) => source === 'kubernetes').map(({ name }) => name),
  'rabbitmq_feature_flag_disabled', 'rabbitmq_deprecated_feature_used', 'rabbitmq_certificate_not_after_timestamp_seconds', 'rabbitmq_scaling_waiting', 'ALERTS',
]);

const NAMES = new Set(METRICS.flatMap(({ name, formerly }) => [name, ...(formerly ? [formerly.name] : [])]));

/** The names of metrics in an expression. */
function namesIn(expression: string): string[] {
  return [...new Set(expression.match(/[a-zA-Z_:][\w:]*/g))].filter(word => NAMES.has(word));
}

/** Every expression of the dashboards, with their variables filled in. */
function dashboardExpressions(deployment: Deployment): string[] {
  return deployment.manifests
    .filter(({ metadata }) => metadata.labels?.grafana_dashboard === '1')
    .flatMap(({ data }) => Object.values<string>(data).map(json => JSON.parse(json)))
    .flatMap(({ panels }) => panels.flatMap(({ targets = [] }: any) => targets))
    .map(({ expr }) => filledIn(expr, deployment));
}

/** Scrapes brokers of an image by what is generated for them, and compares. */
export function describeExposed(image: RabbitMQImage, method = RabbitMQScrapeMethod.SERVICE_MONITOR): void {
  describe(`brokers of ${image.version.series}, scraped by the ${method} that is generated`, () => {
    const suite = useNamespace('metrics-', async (namespace) => {
      const prometheus = await Prometheus.find();
      const deployment = watchedCluster(namespace, { image, acknowledgedWarnings: ['version-unsupported', 'image-floating'] }, {
        scraping: { method, detailedFamilies: EVERY_FAMILY },
      });
      const rules = deployment.manifests.filter(({ kind }) => kind === 'PrometheusRule').flatMap(({ spec }) => spec.groups).flatMap(group => group.rules);
      await deployment.up();
      await everyKindOfMessage(await deployment.amqp());
      await allUp(prometheus, namespace, 3);
      return { deployment, prometheus, rules };
    });

    test('tell each broker by its labels', async () => {
      const { namespace, prometheus } = suite();
      const samples = await prometheus.query(`up{namespace="${namespace}",endpoint="prometheus"}`);
      expect(samples.map(({ metric }) => [metric.pod, metric.rabbitmq_cluster, metric.job]).sort())
        .toEqual([0, 1, 2].map(ordinal => [`orders-${ordinal}`, 'orders', 'rabbitmq']));
      expect(await prometheus.query(`rabbitmq_exporter_up{namespace="${namespace}"}`)).toMatchObject([{ metric: { rabbitmq_cluster: 'orders', endpoint: 'exporter' }, value: 1 }]);
    });

    test('tell how many they are', async () => {
      const { namespace, prometheus } = suite();
      // the first evaluation may have come before Prometheus had scraped them all
      const counts = await eventually('all three are recorded', 120_000, () => prometheus.query(`rabbitmq:members:count{namespace="${namespace}"}`), ([count]) => count?.value === 3);
      expect(counts).toMatchObject([{ metric: { rabbitmq_cluster: 'orders' } }]);
    });

    test('expose every metric that rules and dashboards ask for', async () => {
      const { namespace, deployment, prometheus, rules } = suite();
      const asked = [...rules.map(({ expr }) => expr), ...dashboardExpressions(deployment)].flatMap(namesIn);
      const wanted = [...new Set(asked)].filter(name => !NOT_HERE.has(name)).sort();
      expect(wanted.length).toBeGreaterThan(20);
      const missing = await eventually('all are there', 60_000, async () => {
        const found = await prometheus.query(`count by (__name__) ({namespace="${namespace}"})`);
        const names = new Set(found.map(({ metric }) => metric.__name__));
        return wanted.filter(name => !names.has(name));
      }, names => names.length === 0).catch((error: unknown) => error);
      expect(missing).toEqual([]);
    });

    test('give every expression an answer without an error', async () => {
      const { deployment, prometheus, rules } = suite();
      for (const expression of [...rules.map(({ expr }) => expr), ...dashboardExpressions(deployment)]) {
        expect(await prometheus.query(expression)).toHaveProperty('length');
      }
    });

    test('have their rules loaded and evaluated', async () => {
      const { prometheus, rules } = suite();
      const loaded = await eventually('the rules are evaluated', 120_000, () => prometheus.rules(`rabbitmq.orders.`), all => all.length >= rules.length && all.every(({ health }) => health !== 'unknown'));
      expect(loaded.filter(({ health, lastError }) => health !== 'ok' || lastError)).toEqual([]);
    });

    test('fire nothing that is critical', async () => {
      const { namespace, prometheus } = suite();
      // a quarter of what is published here goes nowhere, which is rightly said
      const critical = await prometheus.query(`ALERTS{namespace="${namespace}",severity="critical",alertstate="firing",alertname!="RabbitMQPublishingFails"}`);
      expect(critical.map(({ metric }) => metric.alertname)).toEqual([]);
    });
  });
}
