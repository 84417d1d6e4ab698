/** The Grafana dashboards of a cluster, in ConfigMaps that Grafana's sidecar gathers. */
export interface RabbitMQDashboardsOptions {
  /**
   * Whether there are any.
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * The folder in Grafana, by the annotation `grafana_folder`.
   * @default 'RabbitMQ'
   */
  readonly folder?: string;
  /**
   * The label that Grafana's sidecar selects, and its value.
   * @default { grafana_dashboard: '1' }
   */
  readonly labels?: Record<string, string>;
}
