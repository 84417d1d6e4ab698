import { BACKUP_CASES } from './backups';
import { CLUSTER_CHANGE_CASES } from './cluster-changes';
import { CLIENT_CASES } from './clients';
import { MESSAGE_CASES } from './messages';
import { NODE_CASES } from './nodes';
import { QUEUE_CASES } from './queues';
import { QUORUM_CASES } from './quorum';
import { RESOURCE_CASES } from './resources';
import { SERVICE_LEVEL_CASES } from './service-level';
import { STORAGE_CASES } from './storage';
import { STREAM_CASES } from './streams';
import { TOPOLOGY_CASES } from './topology';
import { MAINTENANCE_CASES } from './maintenance';
import { AlertCase } from '../alert-case';

/** A case for each alert of ours. */
export const ALERT_CASES: readonly AlertCase[] = [
  ...NODE_CASES,
  ...QUORUM_CASES,
  ...RESOURCE_CASES,
  ...STORAGE_CASES,
  ...CLIENT_CASES,
  ...QUEUE_CASES,
  ...MESSAGE_CASES,
  ...STREAM_CASES,
  ...SERVICE_LEVEL_CASES,
  ...TOPOLOGY_CASES,
  ...MAINTENANCE_CASES,
  ...BACKUP_CASES,
  ...CLUSTER_CHANGE_CASES,
];
