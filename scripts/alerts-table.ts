import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { RabbitMQCluster, RabbitMQVersion, RabbitMQVirtualHost } from '../lib';
import { Alert } from '../lib/monitoring/alerts/alert';
import { ALERTS } from '../lib/monitoring/alerts/catalogue';
import { DEFAULT_FAMILIES } from '../lib/monitoring/scrape/families';
import { WatchedCluster, watchedCluster } from '../lib/monitoring/watched-cluster';

/**
 * Writes the tables of alerts into docs/monitoring.md and docs/runbooks/README.md. Run by `npm run docs:monitoring`.
 */
const DOCS = join(__dirname, '../docs');
const START = '<!-- alerts: made by npm run docs:monitoring -->';
const END = '<!-- end of alerts -->';

/** The topics of the tables, and which alerts belong to each; the first that matches counts. */
const TOPICS: readonly [string, RegExp][] = [
  ['Scaling and versions', /Scal|Autoscaler|NodeJoined|NodeLeft|Version/],
  ['Backup', /Backup/],
  ['Topology', /Topology|Expected/],
  ['Certificates and features', /Certificate|Feature|Exporter/],
  ['Quorum', /Quorum|Leader|Raft|Elections|Partition|EvenNode/],
  ['Availability', /ClusterDown|SecondCluster|NodeDown|NodesMissing|Pod|Boot|Restarts/],
  ['Service level', /Degraded|PublishingFails/],
  ['Memory and CPU', /Memory|Cpu|Erlang|FileDescriptor/],
  ['Disk', /Disk|Volume/],
  ['Clients', /Connection|Channel|Login|QueueChurn/],
  ['Queues and messages', /./],
];
const ORDER = ['Availability', 'Quorum', 'Memory and CPU', 'Disk', 'Clients', 'Queues and messages', 'Service level',
  'Topology', 'Certificates and features', 'Backup', 'Scaling and versions'];

/** What an alert needs in addition to the brokers' totals. */
const NEEDS: readonly [string, RegExp][] = [
  ['detailed metrics', /\brabbitmq_detailed_/],
  ['the exporter', /\brabbitmq_(exporter|feature_flag|deprecated_feature|certificate|topology)_/],
  ['kube-state-metrics', /\bkube_/],
  ['cAdvisor', /\bcontainer_/],
];

/** A cluster of the default size; the older series has what only older ones are alerted on. */
function example(detailedFamilies?: string[]): WatchedCluster {
  const chart = new Chart(new App(), 'example', { namespace: 'production' });
  const cluster = new RabbitMQCluster(chart, 'RabbitMQ', { name: 'orders' });
  new RabbitMQVirtualHost(chart, 'Orders', { cluster, name: 'orders' }).addQueue('billing').expect({ maxBacklog: 100, consumers: 2 });
  return watchedCluster({ cluster, alsoVersions: [RabbitMQVersion.V4_1], scraping: { detailedFamilies } });
}

const cluster = example();
const withRaft = example([...DEFAULT_FAMILIES, 'ra_metrics']);

function applies({ when }: Alert, watched: WatchedCluster): boolean {
  return when?.(watched) ?? true;
}

function needs(alert: Alert): string {
  const expression = alert.expr(cluster, 0);
  const optional = !applies(alert, cluster) && applies(alert, withRaft);
  return [
    ...optional ? ['the family `ra_metrics`, not scraped by default'] : NEEDS.filter(([, metrics]) => metrics.test(expression)).map(([name]) => name),
    ...alert.metrics?.some(name => name.endsWith('file_descriptor_limit')) ? ['RabbitMQ 4.2 or older'] : [],
  ].join(', ');
}

/** The impact, from the box on top of the alert's runbook. */
function impact(name: string): string {
  const page = readFileSync(join(DOCS, 'runbooks', `${name}.md`), 'utf8');
  return /^> \*\*\w+\.\*\* (.*)$/m.exec(page)?.[1] ?? '';
}

/** What makes an alert without a threshold fire: the first sentence of its runbook, without links. */
function condition(name: string): string {
  const page = readFileSync(join(DOCS, 'runbooks', `${name}.md`), 'utf8');
  const [, sentence] = /^Fires (?:when|as soon as),? (.*?)(?:\.(?: |$)|: )/m.exec(page) ?? [];
  if (sentence === undefined) {
    throw new Error(`docs/runbooks/${name}.md: start the paragraph below the box with "Fires when"`);
  }
  return sentence.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
}

/** The threshold with its unit and its reason. */
function compared({ default: threshold, of, because }: NonNullable<Alert['threshold']>): string {
  const amount = threshold(cluster);
  const unit = of.replace(/^share of (the )?/, 'of the ').replace(/^messages(?= per second)/, amount === 1 ? 'message' : 'messages');
  return `${amount.toLocaleString('en-US')} ${unit}: ${because}`;
}

function byTopic(heading: string, header: readonly string[], row: (alert: Alert) => string): string {
  const topicOf = ({ name }: Alert): string => TOPICS.find(([, names]) => names.test(name))![0];
  return ORDER.map((topic) => {
    const rows = ALERTS.filter(alert => topicOf(alert) === topic).map(row);
    return [`\n${heading} ${topic}\n`, ...header, ...rows, ''].join('\n');
  }).join('');
}

function put(file: string, text: string): void {
  const path = join(DOCS, file);
  const page = readFileSync(path, 'utf8');
  const [before, rest] = page.split(START);
  writeFileSync(path, `${before}${START}\n${text}\n${END}${rest.split(END)[1]}`);
}

put('monitoring.md', byTopic('###', ['| alert | severity | after | condition or threshold | needs |', '|---|---|---|---|---|'], (alert) => {
  const { name, severity, threshold } = alert;
  return `| [${name}](runbooks/${name}.md) | ${severity} | ${alert.for ?? 'at once'} | ${threshold ? compared(threshold) : condition(name)} | ${needs(alert) || '–'} |`;
}));
put('runbooks/README.md', byTopic('##', ['| alert | severity | impact |', '|---|---|---|'], ({ name, severity }) =>
  `| [${name}](${name}.md) | ${severity} | ${impact(name)} |`));
