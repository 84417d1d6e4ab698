import { ADVANCED_CONFIG_RULES } from './advanced-config';
import { AUTHENTICATION_RULES } from './authentication';
import { CERTIFICATE_RULES } from './certificates';
import { CLUSTERING_RULES } from './clustering';
import { CONFIGURATION_KEY_RULES } from './configuration-keys';
import { CONTAINER_RULES } from './containers';
import { DEFINITION_RULES } from './definitions';
import { DISK_RULES } from './disk';
import { DISRUPTION_RULES } from './disruption';
import { ENVIRONMENT_RULES } from './environment';
import { IMAGE_RULES } from './image';
import { LIFECYCLE_RULES } from './lifecycle';
import { LIMIT_RULES } from './limits';
import { LOGIN_RULES } from './login';
import { MEMORY_RULES } from './memory';
import { METADATA_RULES } from './metadata';
import { NETWORK_RULES } from './network';
import { OBSOLETE_KEY_RULES } from './obsolete-keys';
import { PLUGIN_RULES } from './plugins';
import { PORT_RULES } from './ports';
import { QUEUE_RULES } from './queues';
import { SECRET_RULES } from './secrets';
import { SERVICE_RULES } from './services';
import { STORAGE_RULES } from './storage';
import { ClusterSubject } from './subject';
import { TLS_RULES } from './tls';
import { TOPOLOGY_RULES } from './topology';
import { VOLUME_RULES } from './volumes';
import { Rule } from '../../validation/rule';

/** Everything that can be wrong with a cluster, in the order in which it is reported. */
export const CLUSTER_RULES: readonly Rule<ClusterSubject>[] = [
  ...TOPOLOGY_RULES,
  ...DISRUPTION_RULES,
  ...IMAGE_RULES,
  ...LOGIN_RULES,
  ...MEMORY_RULES,
  ...STORAGE_RULES,
  ...DISK_RULES,
  ...LIFECYCLE_RULES,
  ...CONFIGURATION_KEY_RULES,
  ...ADVANCED_CONFIG_RULES,
  ...OBSOLETE_KEY_RULES,
  ...CERTIFICATE_RULES,
  ...CLUSTERING_RULES,
  ...QUEUE_RULES,
  ...LIMIT_RULES,
  ...PLUGIN_RULES,
  ...PORT_RULES,
  ...SERVICE_RULES,
  ...NETWORK_RULES,
  ...AUTHENTICATION_RULES,
  ...SECRET_RULES,
  ...TLS_RULES,
  ...DEFINITION_RULES,
  ...ENVIRONMENT_RULES,
  ...VOLUME_RULES,
  ...CONTAINER_RULES,
  ...METADATA_RULES,
];
