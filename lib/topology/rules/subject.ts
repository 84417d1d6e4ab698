import { Setting } from '../../cluster/interface/home';
import { RabbitMQVersion } from '../../rabbitmq/version';
import { TopologyModel } from '../model';

/** What the rules of a topology look at. */
export interface TopologySubject extends TopologyModel {
  readonly version: RabbitMQVersion;
  /** The highest number of brokers. */
  readonly replicas: number;
  /** The one that RabbitMQ creates. */
  readonly defaultVirtualHost: string;
  /** A key of rabbitmq.conf as the user set it. */
  readonly setting: (key: string) => Setting | undefined;
  /** Names of users that constructs create for themselves. */
  readonly platformUsers: readonly string[];
}
