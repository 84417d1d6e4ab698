import { ISecret } from 'cdk8s-plus-28';
import { IRabbitMQVirtualHost } from './virtual-host-interface';
import { Json } from './model';
import { declarationsOf } from './topology';

/** A value in a Secret. */
export interface RabbitMQSecretValueOptions {
  /** The Secret, in the cluster's namespace. */
  readonly secret: ISecret;
  /**
   * Its key.
   * @default 'uri'
   */
  readonly key?: string;
}

/** What the Job replaces by the value. */
export function fromSecret({ cluster }: IRabbitMQVirtualHost, { secret, key = 'uri' }: RabbitMQSecretValueOptions): Json {
  declarationsOf(cluster).job.mount(secret.name, [key], true);
  return { fromSecret: secret.name, key };
}
