import { RabbitMQVersion } from '../../lib';

/** The release series that the chart deploys. */
export const SERIES = ['3.10', '3.11', '3.12', '3.13', '4.0', '4.1', '4.2', '4.3'];

/** The largest `cluster.replicaCount`. */
export const MAX_REPLICAS = 9;

/** The newest release of a series. */
export function newestOf(series: string): RabbitMQVersion {
  return RabbitMQVersion.of(RabbitMQVersion.of(series).newestOfSeries);
}
