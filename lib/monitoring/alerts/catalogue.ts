import { Alert } from './alert';
import { BACKUP_ALERTS } from './backups';
import { CLUSTER_CHANGE_ALERTS } from './cluster-changes';
import { CLIENT_ALERTS } from './clients';
import { MESSAGE_ALERTS } from './messages';
import { NODE_ALERTS } from './nodes';
import { QUEUE_ALERTS } from './queues';
import { QUORUM_ALERTS } from './quorum';
import { RESOURCE_ALERTS } from './resources';
import { SERVICE_LEVEL_ALERTS } from './service-level';
import { STORAGE_ALERTS } from './storage';
import { STREAM_ALERTS } from './streams';
import { TOPOLOGY_ALERTS } from './topology';
import { MAINTENANCE_ALERTS } from './maintenance';

/** Every alert of ours, in the order in which they are written. */
export const ALERTS: readonly Alert[] = [
  ...NODE_ALERTS,
  ...QUORUM_ALERTS,
  ...RESOURCE_ALERTS,
  ...STORAGE_ALERTS,
  ...CLIENT_ALERTS,
  ...QUEUE_ALERTS,
  ...MESSAGE_ALERTS,
  ...STREAM_ALERTS,
  ...SERVICE_LEVEL_ALERTS,
  ...MAINTENANCE_ALERTS,
  ...TOPOLOGY_ALERTS,
  ...BACKUP_ALERTS,
  ...CLUSTER_CHANGE_ALERTS,
];
