import { boolean, path } from './format';
import { toGroup, toKey } from './mapping';

/**
 * The metrics that a broker has for Prometheus.
 *
 * @see https://www.rabbitmq.com/docs/prometheus
 */
export interface RabbitMQPrometheusConfigurationOptions {
  /**
   * Whether `path` has a series for each queue, connection and channel rather than sums
   * (`prometheus.return_per_object_metrics`). They are at `/metrics/per-object` in any case; with many queues, each
   * scrape of them is expensive.
   * @default - false, the broker's own
   */
  readonly perObject?: boolean;
  /**
   * The path of the metrics (`prometheus.path`).
   * @default - '/metrics', the broker's own
   */
  readonly path?: string;
}

export const prometheus = toGroup<RabbitMQPrometheusConfigurationOptions>({
  perObject: toKey('prometheus.return_per_object_metrics', boolean),
  path: toKey('prometheus.path', path),
});
