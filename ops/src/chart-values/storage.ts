import type { RabbitMQStorageOptions } from 'cdk8s-rabbitmq';
import { filled, given, texts } from './kubernetes';
import type { Values } from './values';

/** The volumes of brokers. */
export function storageOptions(values: Values): RabbitMQStorageOptions {
  const { persistence } = values;
  return {
    ephemeral: !persistence.enabled,
    size: String(persistence.size),
    storageClass: storageClass(values, persistence.storageClass),
    accessMode: persistence.accessModes[0],
    labels: texts(persistence.labels),
    annotations: texts(persistence.annotations),
    selector: filled(persistence.selector),
    dataSource: filled(persistence.dataSource),
    dataSourceRef: filled(persistence.dataSourceRef),
  };
}

/** The storage class that a parent chart names, or a volume's own. */
export function storageClass({ global }: Values, own: string): string | undefined {
  return given(global.storageClass === '' ? own : global.storageClass);
}
