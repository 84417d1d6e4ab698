import { type RabbitMQMonitoringOptions, RabbitMQScrapeMethod } from 'cdk8s-rabbitmq';
import { duration, filled } from './kubernetes';
import type { Values } from './values';

/** Monitoring, if any of it is on. */
export function monitoringOptions({ serviceMonitor, prometheusRule, dashboards, exporter }: Values): RabbitMQMonitoringOptions | undefined {
  if (![serviceMonitor, prometheusRule, dashboards, exporter].some(({ enabled }) => enabled)) {
    return undefined;
  }
  return {
    scraping: {
      method: serviceMonitor.enabled ? RabbitMQScrapeMethod.SERVICE_MONITOR : RabbitMQScrapeMethod.NONE,
      interval: duration(serviceMonitor.interval),
      path: serviceMonitor.path,
    },
    alerting: { enabled: prometheusRule.enabled },
    dashboards: { enabled: dashboards.enabled },
    exporter: { enabled: exporter.enabled },
    labels: filled(serviceMonitor.labels),
  };
}
