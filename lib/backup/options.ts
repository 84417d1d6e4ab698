import { INetworkPolicyPeer, ISecret } from 'cdk8s-plus-28';
import { RabbitMQAuthority } from '../cluster/interface/cluster-interface';

/** A volume for backups: see `RabbitMQBackupDestination.volume()`. */
export interface RabbitMQBackupVolumeOptions {
  /**
   * Its size, as a Kubernetes quantity. A backup of a thousand queues has some 30 KiB.
   * @default '1Gi'
   */
  readonly size?: string;
  /**
   * Its storage class.
   * @default - the Kubernetes cluster's default class
   */
  readonly storageClass?: string;
  /**
   * How it can be mounted.
   * @default 'ReadWriteOnce'
   */
  readonly accessMode?: string;
}

/** What backups are encrypted by, with AES-256-GCM. */
export interface RabbitMQBackupEncryptionOptions {
  /**
   * Whether to encrypt backups.
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * The Secret with the key: 64 hexadecimal digits, as `openssl rand -hex 32` makes them. Keep a copy outside of the
   * Kubernetes cluster: without the key, nobody can read the backups.
   * @default - the Secret `<cluster>-backup-key`, which a Job creates once with a random key
   */
  readonly secret?: ISecret;
  /**
   * The key in `secret`.
   * @default 'key'
   */
  readonly key?: string;
}

/** S3-compatible storage for backups: see `RabbitMQBackupDestination.s3()`. */
export interface RabbitMQBackupBucketOptions {
  /** The bucket's name. */
  readonly bucket: string;
  /** The Secret with the credentials. They need rights to list the bucket, and to put, get and delete objects in it. */
  readonly credentials: ISecret;
  /**
   * The key of the access key's id in that Secret.
   * @default 'AWS_ACCESS_KEY_ID'
   */
  readonly accessKeyIdKey?: string;
  /**
   * The key of the secret access key in that Secret.
   * @default 'AWS_SECRET_ACCESS_KEY'
   */
  readonly secretAccessKeyKey?: string;
  /**
   * The URL of the storage, without the bucket: `https://s3.example.com`.
   * @default - AWS's own in the region
   */
  readonly endpoint?: string;
  /**
   * The region.
   * @default 'us-east-1'
   */
  readonly region?: string;
  /**
   * What names in the bucket begin with: a folder that ends with `/`.
   * @default - the namespace, `/`, the cluster's name and `/`
   */
  readonly prefix?: string;
  /**
   * Whether the bucket is part of the host, `bucket.s3.example.com`, rather than of the path, which nearly
   * all storage takes.
   * @default false
   */
  readonly virtualHosted?: boolean;
  /**
   * The authority that signed the storage's certificate.
   * @default - those that the image trusts
   */
  readonly authority?: RabbitMQAuthority;
  /**
   * Where the storage is, for the NetworkPolicy.
   * @default - anywhere, by the endpoint's port
   */
  readonly peer?: INetworkPolicyPeer;
}

/** Storage that rclone uploads backups to: see `RabbitMQBackupDestination.rclone()`. */
export interface RabbitMQBackupRcloneOptions {
  /** The name of the remote in the configuration: `store` for a section `[store]`. */
  readonly remote: string;
  /**
   * The folder, bucket or container of the remote, and the folders in it: `backups/orders`. Each cluster needs a folder
   * of its own.
   */
  readonly path: string;
  /**
   * The Secret with the configuration of rclone, as a file. Its credentials only need rights to write and to list. With
   * workload identity, the file has none: `env_auth = true`.
   */
  readonly config: ISecret;
  /**
   * The key of the file in that Secret.
   * @default 'rclone.conf'
   */
  readonly configKey?: string;
  /**
   * The image of rclone: with `rclone` on its PATH.
   * @default 'rclone/rclone:1.76.0'
   */
  readonly image?: string;
  /**
   * The name of an existing ServiceAccount of the CronJob's pods, for workload identity.
   * @default - one named `<cluster>-backup` if `serviceAccountAnnotations` is set; otherwise that of the namespace,
   * without a token
   */
  readonly serviceAccountName?: string;
  /**
   * Annotations of a ServiceAccount `<cluster>-backup`, for workload identity: `eks.amazonaws.com/role-arn`,
   * `iam.gke.io/gcp-service-account`, `azure.workload.identity/client-id`. Set labels of the pods by `pod.labels`.
   * @default - none
   */
  readonly serviceAccountAnnotations?: Record<string, string>;
  /**
   * The storage's port, for the NetworkPolicy.
   * @default 443
   */
  readonly port?: number;
  /**
   * Where the storage is, for the NetworkPolicy.
   * @default - anywhere, by the port
   */
  readonly peer?: INetworkPolicyPeer;
}
