import { ISecret } from 'cdk8s-plus-28';

/** A volume for backups: see `RabbitMQBackupDestination.volume()`. */
export interface RabbitMQBackupVolume {
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
export interface RabbitMQBackupEncryption {
  /**
   * The Secret with the key: 64 hexadecimal digits, as `openssl rand -hex 32` makes them. Keep it elsewhere too: without it no
   * backup can be read.
   */
  readonly secret: ISecret;
  /**
   * The key in that Secret.
   * @default 'key'
   */
  readonly key?: string;
}
