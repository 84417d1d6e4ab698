import type { Chart } from 'cdk8s';
import { type RabbitMQAlertingOptions, type RabbitMQMonitoringOptions, RabbitMQScrapeMethod } from 'cdk8s-rabbitmq';
import { duration, given, secretNamed, texts } from './kubernetes';
import type { Values } from './values';

/** Monitoring, if any of it is on. */
export function monitoringOptions(
  chart: Chart,
  { serviceMonitor, prometheusRule, dashboards, exporter }: Values,
): RabbitMQMonitoringOptions | undefined {
  if (![serviceMonitor, prometheusRule, dashboards, exporter].some(({ enabled }) => enabled)) {
    return undefined;
  }
  return {
    scraping: {
      method: serviceMonitor.enabled ? serviceMonitor.kind : RabbitMQScrapeMethod.NONE,
      interval: duration(serviceMonitor.interval),
      timeout: duration(serviceMonitor.timeout),
      path: serviceMonitor.path,
      perObject: serviceMonitor.perObject,
      credentials: serviceMonitor.credentials === '' ? undefined : secretNamed(chart, serviceMonitor.credentials),
      prometheusNamespace: serviceMonitor.prometheusNamespace,
    },
    alerting: alertingOptions(prometheusRule),
    dashboards: { enabled: dashboards.enabled, folder: dashboards.folder, labels: texts(dashboards.labels) ?? {} },
    exporter: { enabled: exporter.enabled, credentials: exporter.credentials === '' ? undefined : secretNamed(chart, exporter.credentials) },
    labels: texts(serviceMonitor.labels),
  };
}

function alertingOptions({ enabled, changes, additional, labels, runbooks }: Values['prometheusRule']): RabbitMQAlertingOptions {
  return {
    enabled,
    changes: Object.fromEntries(Object.entries(changes).map(([name, change]) => [name, {
      ...change, for: duration(change.for ?? ''), labels: texts(change.labels ?? {}), annotations: texts(change.annotations ?? {}),
    }])),
    additional: additional.map(alert => ({ ...alert, for: duration(alert.for ?? ''), labels: texts(alert.labels ?? {}) })),
    labels: texts(labels),
    runbooks: given(runbooks),
  };
}
