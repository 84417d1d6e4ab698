import { ApiObject, App, Chart } from 'cdk8s';
import { RabbitMQBackup, RabbitMQCluster, RabbitMQHelmFormat, RabbitMQMonitoring, RabbitMQUser } from '../../lib';

/** What the object has after it was resolved. */
const resolved = (text: string): string => {
  const chart = new Chart(new App({ resolvers: [new RabbitMQHelmFormat()] }), 'test');
  return (new ApiObject(chart, 'Object', { apiVersion: 'v1', kind: 'ConfigMap', data: { text } }).toJson() as { data: { text: string } }).data.text;
};

/** What Helm makes of quoted braces; it reads nothing else as an expression. */
const rendered = (text: string): string => text.replace(/\{\{`([{}]+)`\}\}/g, '$1');

const manifests = (app: App): unknown => {
  const chart = new Chart(app, 'test', { namespace: 'shop' });
  const cluster = new RabbitMQCluster(chart, 'Cluster');
  new RabbitMQUser(chart, 'Web', { cluster, permissions: [{ read: '.*' }] });
  new RabbitMQMonitoring(chart, 'Monitoring', { cluster, exporter: {} });
  new RabbitMQBackup(chart, 'Backup', { cluster });
  return chart.toJson();
};

describe('RabbitMQHelmFormat', () => {
  test.each([
    ['{{ $labels.pod }}', '{{`{{`}} $labels.pod }}'],
    ['{{random}}', '{{`{{`}}random}}'],
    ['a {{{}} b', 'a {{`{{{}}`}} b'],
    ['#{}} {} }}', '#{}} {} }}'],
    ['{ {{_, []}, 1}', '{ {{`{{`}}_, []}, 1}'],
    ['{{ .Values.domain }}', '{{ .Values.domain }}'],
    ['{{- .Release.Namespace | quote }} {{x}}', '{{- .Release.Namespace | quote }} {{`{{`}}x}}'],
    ['{{ .Valuesx }}', '{{`{{`}} .Valuesx }}'],
    ['none', 'none'],
  ])('%s becomes %s', (text, quoted) => {
    expect(resolved(text)).toBe(quoted);
  });

  test('quotes all braces, so that Helm renders the plain manifests', () => {
    const quoted = JSON.stringify(manifests(new App({ resolvers: [new RabbitMQHelmFormat()] })));
    const plain = JSON.stringify(manifests(new App()));
    expect(quoted.replace(/\{\{`[{}]+`\}\}/g, '')).not.toContain('{{');
    expect(plain).toContain('{{random}}');
    expect(rendered(quoted)).toBe(plain);
  });
});
