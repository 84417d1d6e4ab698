import { k8s } from 'cdk8s-plus-28';
import { destinationPlace, RabbitMQBackupDestination } from './destination';
import { RabbitMQBackupBucketOptions } from './options';
import { renderPeer } from '../cluster/network/peers';

/** A destination as the program's pod has it. */
export interface BackupPlace {
  /** The end of the program's arguments. */
  readonly arguments: readonly string[];
  readonly volumes: readonly k8s.Volume[];
  readonly volumeMounts: readonly k8s.VolumeMount[];
  /** Peers that the pod connects to. */
  readonly egress: readonly k8s.NetworkPolicyEgressRule[];
}

const FOLDER = { volume: '/backups', credentials: '/run/secrets/storage', authority: '/run/secrets/storage-authority' } as const;

/** The variable in which the pod has its namespace. */
export const NAMESPACE_VARIABLE = 'POD_NAMESPACE';

export function placeOf(destination: RabbitMQBackupDestination, cluster: string, ownClaim: string): BackupPlace {
  const { own, given, bucket } = destinationPlace(destination);
  if (bucket) {
    return bucketPlace(bucket, cluster);
  }
  return {
    arguments: ['volume', given ? `${FOLDER.volume}/${given.folder ?? cluster}` : FOLDER.volume],
    volumes: [{ name: 'backups', persistentVolumeClaim: { claimName: own ? ownClaim : given?.claimName ?? '' } }],
    volumeMounts: [{ name: 'backups', mountPath: FOLDER.volume }],
    egress: [],
  };
}

function bucketPlace(bucket: RabbitMQBackupBucketOptions, cluster: string): BackupPlace {
  const { credentials, accessKeyIdKey, secretAccessKeyKey, region = 'us-east-1', prefix, authority, peer } = bucket;
  const url = urlOf(bucket, region);
  const { port, protocol } = new URL(url);
  return {
    arguments: ['s3', url, prefix ?? `$(${NAMESPACE_VARIABLE})/${cluster}/`, region, FOLDER.credentials, authority ? `${FOLDER.authority}/ca.crt` : ''],
    volumes: [
      {
        name: 'storage',
        secret: {
          secretName: credentials.name,
          items: [{ key: accessKeyIdKey ?? 'AWS_ACCESS_KEY_ID', path: 'access-key-id' }, { key: secretAccessKeyKey ?? 'AWS_SECRET_ACCESS_KEY', path: 'secret-access-key' }],
        },
      },
      ...(authority ? [{ name: 'storage-authority', secret: { secretName: authority.secret.name, items: [{ key: authority.key, path: 'ca.crt' }] } }] : []),
    ],
    volumeMounts: [
      { name: 'storage', mountPath: FOLDER.credentials, readOnly: true },
      ...(authority ? [{ name: 'storage-authority', mountPath: FOLDER.authority, readOnly: true }] : []),
    ],
    egress: [{
      to: peer && [renderPeer(peer.toNetworkPolicyPeerConfig())],
      ports: [{ protocol: 'TCP', port: k8s.IntOrString.fromNumber(Number(port) || (protocol === 'https:' ? 443 : 80)) }],
    }],
  };
}

function urlOf({ bucket, endpoint, virtualHosted }: RabbitMQBackupBucketOptions, region: string): string {
  const base = endpoint ?? `https://s3.${region}.amazonaws.com`;
  return virtualHosted ? base.replace('://', `://${bucket}.`) : `${base}/${bucket}`;
}
