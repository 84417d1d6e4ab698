import { BOOT_ENV } from '../../../lib/cluster/boot/broker';
import { REPLACED_ENV } from '../../../lib/cluster/boot/secrets';
import { OWN_ENV } from '../../../lib/cluster/broker-pod';
import { DISTRIBUTION_ENV } from '../../../lib/cluster/distribution';
import { SCALING_ENV } from '../../../lib/cluster/membership/broker';
import { DATA_ENV, MOVED_ENV, REFUSED_ENV } from '../../../lib/cluster/rules/environment';
import { inValues } from '../../../ops/src/chart-values/wording';
import { podSpec } from './scripts';

/** What the pods of brokers have, by the values that decide on it. */
const KINDS = { plain: {}, tls: { tls: { enabled: true } } };

/** What values can't add to the pods of brokers, because the chart or the image has it. */
export function podFacts(): object {
  const pods = Object.entries(KINDS).map(([kind, values]) => [kind, podSpec(values)] as const);
  return {
    ownEnv: [...OWN_ENV, ...BOOT_ENV, ...REPLACED_ENV],
    movedEnv: Object.fromEntries(Object.entries(MOVED_ENV).map(([name, remedy]) => [name, inValues(remedy)])),
    dataEnv: DATA_ENV,
    distributionEnv: DISTRIBUTION_ENV,
    scalingEnv: SCALING_ENV,
    refusedEnv: REFUSED_ENV.source,
    volumes: Object.fromEntries(pods.map(([kind, { volumes }]) => [kind, ['rabbitmq-data', ...volumes.map(({ name }) => name)]])),
    mountPaths: Object.fromEntries(pods.map(([kind, { containers: [broker] }]) =>
      [kind, broker.volumeMounts.map(({ mountPath }) => mountPath)])),
    readOnlyPaths: Object.fromEntries(pods.map(([kind, { containers: [broker] }]) =>
      [kind, broker.volumeMounts.filter(({ readOnly }) => readOnly).map(({ mountPath }) => mountPath)])),
    hiddenPaths: ['/', '/etc', '/etc/rabbitmq', '/etc/rabbitmq/rabbitmq.conf'],
  };
}
