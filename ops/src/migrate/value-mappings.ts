import { AUTHENTICATION_MAPPINGS } from './mappings/authentication';
import { CONFIGURATION_MAPPINGS } from './mappings/configuration';
import { IMAGE_MAPPINGS } from './mappings/image';
import { INGRESS_MAPPINGS } from './mappings/ingress';
import { LDAP_MAPPINGS } from './mappings/ldap';
import type { Mappings } from './mappings/mapping';
import { MONITORING_MAPPINGS } from './mappings/monitoring';
import { NETWORK_POLICY_MAPPINGS } from './mappings/network-policy';
import { POD_MAPPINGS } from './mappings/pod';
import { resources } from './mappings/resources';
import { SCHEDULING_MAPPINGS } from './mappings/scheduling';
import { SERVICE_MAPPINGS } from './mappings/service';
import { STORAGE_MAPPINGS } from './mappings/storage';

/** The keys of Bitnami's chart that have a counterpart, and those that only other sources have. */
export const VALUE_MAPPINGS: Mappings = {
  ...IMAGE_MAPPINGS,
  ...AUTHENTICATION_MAPPINGS,
  ...LDAP_MAPPINGS,
  ...CONFIGURATION_MAPPINGS,
  resources: (_value, draft) => { resources(draft); },
  resourcesPreset: (_value, draft) => { resources(draft); },
  ...STORAGE_MAPPINGS,
  ...SCHEDULING_MAPPINGS,
  ...POD_MAPPINGS,
  ...SERVICE_MAPPINGS,
  ...NETWORK_POLICY_MAPPINGS,
  ...MONITORING_MAPPINGS,
  ...INGRESS_MAPPINGS,
};
