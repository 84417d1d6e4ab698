import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { RabbitMQAlertSeverity, RabbitMQCluster, RabbitMQVersion } from '../lib';
import { Alert } from '../lib/monitoring/alerts/alert';
import { ALERTS } from '../lib/monitoring/alerts/catalogue';
import { WatchedCluster, watchedCluster } from '../lib/monitoring/watched-cluster';

/** Writes the list of alerts into docs/monitoring.md and docs/runbooks/README.md. Run by `npm run docs:monitoring`. */
const DOCS = join(__dirname, '../docs');
const START = '<!-- alerts: made by npm run docs:monitoring -->';
const END = '<!-- end of alerts -->';

/** A cluster of the default size; the older series has what only older ones are alerted on. */
function example(): WatchedCluster {
  const chart = new Chart(new App(), 'example', { namespace: 'production' });
  return watchedCluster({ cluster: new RabbitMQCluster(chart, 'RabbitMQ', { name: 'orders' }), alsoVersions: [RabbitMQVersion.V4_1] });
}

/** Whose metrics an alert asks for beside those that brokers sum up. */
const NEEDS: readonly [string, RegExp][] = [
  ['detailed metrics', /\brabbitmq_detailed_/],
  ['the exporter', /\brabbitmq_(exporter|feature_flag|deprecated_feature|certificate)_/],
  ['kube-state-metrics', /\bkube_/],
  ['cAdvisor', /\bcontainer_/],
];

function needs(alert: Alert, cluster: WatchedCluster): string {
  const expression = alert.expr(cluster, 0);
  return NEEDS.filter(([, metrics]) => metrics.test(expression)).map(([name]) => name).join(', ');
}

function put(file: string, text: string): void {
  const path = join(DOCS, file);
  const page = readFileSync(path, 'utf8');
  const [before, rest] = page.split(START);
  writeFileSync(path, `${before}${START}\n${text}\n${END}${rest.split(END)[1]}`);
}

function row(alert: Alert, cluster: WatchedCluster): string {
  const { name, severity, threshold } = alert;
  const compared = threshold ? `${threshold.default(cluster)} ${threshold.of}; ${threshold.because}` : '';
  return `| [${name}](runbooks/${name}.md) | ${severity} | ${alert.for ?? 'at once'} | ${compared} | ${needs(alert, cluster)} |`;
}

const cluster = example();
put('monitoring.md', ['| alert | severity | after | threshold for three brokers of 2Gi, and why | needs |', '|---|---|---|---|---|', ...ALERTS.map(alert => row(alert, cluster))].join('\n'));
put('runbooks/README.md', Object.values(RabbitMQAlertSeverity).map(level =>
  `\n## ${level[0].toUpperCase()}${level.slice(1)}\n\n${ALERTS.filter(({ severity }) => severity === level).map(({ name }) => `- [${name}](${name}.md)`).join('\n')}\n`).join(''));
