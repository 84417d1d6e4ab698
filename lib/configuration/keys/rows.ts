import { authBackendKeys } from './auth-backends';
import { clusteringKeys } from './clustering';
import { federationKeys } from './federation';
import { ConfigurationKey } from './key';
import { limitKeys } from './limits';
import { listenerKeys } from './listeners';
import { loggingKeys } from './logging';
import { managementKeys } from './management';
import { monitoringKeys } from './monitoring';
import { mqttKeys } from './mqtt';
import { oauth2Keys } from './oauth2';
import { peerDiscoveryKeys } from './peer-discovery';
import { queueKeys } from './queues';
import { runtimeKeys } from './runtime';
import { stompKeys } from './stomp';
import { streamKeys } from './streams';
import { tlsKeys } from './tls';
import { userKeys } from './users';

/** Every key of every release, a row for each type that it has had. */
export const rows: readonly ConfigurationKey[] = [
  ...listenerKeys,
  ...limitKeys,
  ...queueKeys,
  ...clusteringKeys,
  ...peerDiscoveryKeys,
  ...userKeys,
  ...tlsKeys,
  ...loggingKeys,
  ...runtimeKeys,
  ...managementKeys,
  ...monitoringKeys,
  ...mqttKeys,
  ...stompKeys,
  ...streamKeys,
  ...authBackendKeys,
  ...oauth2Keys,
  ...federationKeys,
];
