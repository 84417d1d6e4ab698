import { Construct } from 'constructs';
import { bootPrograms } from './boot/broker';
import { addPrograms, programsConfigMap } from './interface/programs';
import { LiveModel } from './live-model';
import { membershipPrograms } from './membership/broker';
import { ClusterModel } from './model';
import { pluginPrograms } from './plugin-downloads';
import { Programs } from '../rabbitmq/programs';

/** Where the broker's container mounts the programs. */
export const PROGRAMS_FOLDER = '/etc/rabbitmq-programs';

/** Adds the ConfigMap with the programs of brokers. */
export function addProgramsConfigMap(scope: Construct, model: LiveModel): void {
  addPrograms(scope, 'Programs', model.metadata(model.current.names.statefulSet), clusterPrograms(model.current));
}

/** The name of that ConfigMap. */
export function clusterProgramsName(model: ClusterModel): string {
  return programsConfigMap(model.names.statefulSet, clusterPrograms(model));
}

function clusterPrograms({ membership, pluginDownloads }: ClusterModel): Programs {
  return { ...bootPrograms(), ...membershipPrograms(membership), ...pluginPrograms(pluginDownloads) };
}
