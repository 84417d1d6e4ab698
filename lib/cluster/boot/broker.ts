import { k8s } from 'cdk8s-plus-28';
import { ClusterModel } from '../model';
import { DATA_CLAIM } from '../interface/names';
import { Programs, readExpressions, readModules } from '../../rabbitmq/programs';

const MODULE = 'rabbitmq_boot';

/** The file that Erlang evaluates before it starts RabbitMQ. */
const START = 'start-boot';

/** The variables that the boot program sets. */
export const BOOT_ENV = ['RABBITMQ_BOOT_MODULE'];

/**
 * Brokers whose claims can be marked, where the cluster has no higher maximum: `kubectl scale` needs no new Role up
 * to this number.
 */
const ORDINALS = 9;

type Ordinals = Pick<ClusterModel, 'ordinalStart' | 'maxReplicas'>;

/** The boot program, which brokers compile and run before they start RabbitMQ. */
export function bootPrograms(): Programs {
  return { ...readModules(MODULE), ...readExpressions(START) };
}

/** Its settings. A change doesn't restart brokers. */
export function bootSettingFiles(model: Pick<ClusterModel, 'storage'> & Ordinals): Record<string, string> {
  const claim = model.storage.ephemeral ? 'none' : `"${DATA_CLAIM}"`;
  return { [`${MODULE}.config`]: `{claim, ${claim}}.\n{first, ${model.ordinalStart}}.\n{ordinals, ${ordinals(model).length}}.\n` };
}

/**
 * Has Erlang run the boot program first. `rabbitmq-server` writes the variable between `-s` and `boot`, and `erl` runs
 * all `-s` in order. Command line tools ignore the variable, so they don't run the program.
 */
export function bootEnv(folder: string): k8s.EnvVar[] {
  return [{ name: BOOT_ENV[0], value: `file eval ${folder}/${START}.eval -s rabbit` }];
}

/** Brokers mark the claims of their data volumes, and read the marks of the others. */
export function claimRules(model: Pick<ClusterModel, 'storage' | 'names'> & Ordinals): k8s.PolicyRule[] {
  if (model.storage.ephemeral) {
    return [];
  }
  const resourceNames = ordinals(model).map(ordinal => `${DATA_CLAIM}-${model.names.statefulSet}-${ordinal}`);
  return [{ apiGroups: [''], resources: ['persistentvolumeclaims'], resourceNames, verbs: ['get', 'patch'] }];
}

function ordinals({ ordinalStart, maxReplicas }: Ordinals): number[] {
  return Array.from({ length: Math.max(ORDINALS, maxReplicas) }, (_, i) => ordinalStart + i);
}
