import { INetworkPolicyPeer, k8s } from 'cdk8s-plus-28';
import { destinationPlace, RabbitMQBackupDestination, RCLONE_IMAGE } from './destination';
import { RabbitMQBackupBucketOptions, RabbitMQBackupRcloneOptions } from './options';
import { renderPeer } from '../cluster/network/peers';

/** A container that brings the backup elsewhere, after the program has written it to a volume. */
export interface BackupUpload {
  readonly image: string;
  readonly command: readonly string[];
  readonly volumeMounts: readonly k8s.VolumeMount[];
  /** None for that of the namespace. */
  readonly serviceAccount?: { readonly name: string; readonly annotations?: Record<string, string> };
}

/** A destination as the program's pod has it. */
export interface BackupPlace {
  /** The end of the program's arguments. */
  readonly arguments: readonly string[];
  readonly volumes: readonly k8s.Volume[];
  readonly volumeMounts: readonly k8s.VolumeMount[];
  /** Peers that the pod connects to. */
  readonly egress: readonly k8s.NetworkPolicyEgressRule[];
  readonly upload?: BackupUpload;
}

const FOLDER = { volume: '/backups', credentials: '/run/secrets/storage', authority: '/run/secrets/storage-authority', rclone: '/run/secrets/rclone' } as const;

/** Room for a backup on its way to storage: some 30 KiB for a thousand queues. */
const ROOM = '256Mi';

/** The variable in which the pod has its namespace. */
export const NAMESPACE_VARIABLE = 'POD_NAMESPACE';

export function placeOf(destination: RabbitMQBackupDestination, cluster: string, ownClaim: string): BackupPlace {
  const { own, given, bucket, rclone } = destinationPlace(destination);
  if (bucket) {
    return bucketPlace(bucket, cluster);
  }
  if (rclone) {
    return rclonePlace(rclone, ownClaim);
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
    egress: [egressTo(peer, Number(port) || (protocol === 'https:' ? 443 : 80))],
  };
}

function rclonePlace(
  { remote, path, config, configKey, image, port, peer, ...account }: RabbitMQBackupRcloneOptions,
  name: string,
): BackupPlace {
  const { serviceAccountName, serviceAccountAnnotations: annotations } = account;
  const backups = { name: 'backups', mountPath: FOLDER.volume };
  return {
    arguments: ['volume', FOLDER.volume],
    volumes: [
      { name: 'backups', emptyDir: { medium: 'Memory', sizeLimit: k8s.Quantity.fromString(ROOM) } },
      { name: 'rclone', secret: { secretName: config.name, items: [{ key: configKey ?? 'rclone.conf', path: 'rclone.conf' }] } },
    ],
    volumeMounts: [backups],
    egress: [egressTo(peer, port ?? 443)],
    upload: {
      image: image ?? RCLONE_IMAGE,
      command: ['rclone', 'copy', FOLDER.volume, `${remote}:${path}`, '--config', `${FOLDER.rclone}/rclone.conf`, '--immutable', '--no-traverse', '--log-level', 'INFO'],
      volumeMounts: [{ ...backups, readOnly: true }, { name: 'rclone', mountPath: FOLDER.rclone, readOnly: true }],
      serviceAccount: serviceAccountName !== undefined
        ? { name: serviceAccountName }
        : annotations && { name, annotations },
    },
  };
}

function egressTo(peer: INetworkPolicyPeer | undefined, port: number): k8s.NetworkPolicyEgressRule {
  return { to: peer && [renderPeer(peer.toNetworkPolicyPeerConfig())], ports: [{ protocol: 'TCP', port: k8s.IntOrString.fromNumber(port) }] };
}

function urlOf({ bucket, endpoint, virtualHosted }: RabbitMQBackupBucketOptions, region: string): string {
  const base = endpoint ?? `https://s3.${region}.amazonaws.com`;
  return virtualHosted ? base.replace('://', `://${bucket}.`) : `${base}/${bucket}`;
}
