import type { k8s } from 'cdk8s-plus-28';
import type { RabbitMQConfigurationOptions } from 'cdk8s-rabbitmq';
import { given } from './kubernetes';
import type { Values } from './values';

const DEFINITIONS_FOLDER = '/etc/rabbitmq-definitions';

/** Definitions are imported where they changed: an import at each start would undo later changes. */
const DEFINITIONS = {
  'definitions.import_backend': 'local_filesystem', 'definitions.local.path': `${DEFINITIONS_FOLDER}/definitions.json`, 'definitions.skip_if_unchanged': 'true',
};

/** Keys whose values have a decimal point. `npm run chart` fails if the library has others. */
export const DECIMAL_KEYS = [
  'disk_free_limit\\.relative', 'raft\\.adaptive_failure_detector\\.detection_threshold', 'raft\\.adaptive_failure_detector\\.scaling_factor',
  'vm_memory_high_watermark\\.relative',
];
const DECIMAL = new RegExp(`^(${DECIMAL_KEYS.join('|')})$`);

/** rabbitmq.conf and advanced.config. */
export function configurationOptions({
  configuration,
  rabbitmqConf,
  advancedConfiguration,
  definitions,
}: Values): RabbitMQConfigurationOptions {
  return {
    raw: {
      ...definitions.existingSecret === '' ? {} : DEFINITIONS,
      ...Object.fromEntries(Object.entries(configuration).map(([key, value]) => [key, confValue(key, value)])),
    },
    rabbitmqConf: given(rabbitmqConf),
    advancedConfig: given(advancedConfiguration),
  };
}

/** A value as rabbitmq.conf has it: YAML has 1.0 as 1, which some keys don't take. */
export function confValue(key: string, value: string | number | boolean): string {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && DECIMAL.test(key) ? `${value}.0` : String(value);
}

/** The volume with definitions, if values name a Secret. */
export function definitionsVolumes({ definitions: { existingSecret, key } }: Values): k8s.Volume[] {
  return existingSecret === '' ? [] : [{ name: 'definitions', secret: { secretName: existingSecret, items: [{ key, path: 'definitions.json' }] } }];
}

/** Where brokers have the definitions. */
export function definitionsMounts({ definitions }: Values): k8s.VolumeMount[] {
  return definitions.existingSecret === '' ? [] : [{ name: 'definitions', mountPath: DEFINITIONS_FOLDER, readOnly: true }];
}
