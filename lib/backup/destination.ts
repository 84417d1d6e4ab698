import { IPersistentVolumeClaim } from 'cdk8s-plus-28';
import { RabbitMQBackupBucketOptions, RabbitMQBackupRcloneOptions, RabbitMQBackupVolumeOptions } from './options';
import { WRITABLE_MODES } from '../kubernetes/access-modes';
import { requireObjectName } from '../kubernetes/dns-name';
import { requirePort } from '../kubernetes/port';
import { byteQuantity } from '../kubernetes/quantity';
import { PrivateData } from '../validation/private-data';
import { requireKnownOptions, requireType } from '../validation/props';

/** A claim that is made for backups. */
export interface OwnVolume extends Required<Omit<RabbitMQBackupVolumeOptions, 'storageClass'>> {
  readonly storageClass?: string;
}

/** A claim that is there. */
export interface GivenVolume {
  readonly claimName: string;
  readonly folder?: string;
}

/** One kind of destination. */
export interface DestinationPlace {
  readonly own?: OwnVolume;
  readonly given?: GivenVolume;
  readonly bucket?: RabbitMQBackupBucketOptions;
  readonly rclone?: RabbitMQBackupRcloneOptions;
}

/** The official image of rclone that uploads backups. */
export const RCLONE_IMAGE = 'rclone/rclone:1.76.0';

/** An image with a version or a digest. */
const IMAGE = /^[^\s@]+(:(?!latest$)\w[\w.-]*|@sha256:[0-9a-f]{64})$/;

const places = new PrivateData<RabbitMQBackupDestination, DestinationPlace>();

/** Where backups are kept. */
export class RabbitMQBackupDestination {
  /**
   * A volume of their own, with a claim `<cluster>-backup`.
   *
   * @param options its size and class
   * @throws if the size isn't a quantity of 1 MiB or more, or the class or the access mode isn't one
   */
  public static volume(options: RabbitMQBackupVolumeOptions = {}): RabbitMQBackupDestination {
    requireKnownOptions('RabbitMQBackupVolumeOptions', options, 'RabbitMQBackupDestination.volume()');
    const size = options.size ?? '1Gi';
    const { storageClass, accessMode = WRITABLE_MODES[0] } = options;
    byteQuantity('destination: size', size, '1Gi');
    if (!WRITABLE_MODES.includes(accessMode)) {
      throw new Error(`destination: accessMode is "${accessMode}": the backup must be able to write to its volume. Use one of ${WRITABLE_MODES.join(', ')}`);
    }
    // an empty class asks for a volume without one
    if (storageClass !== undefined && storageClass !== '') {
      requireObjectName('destination: storageClass', storageClass);
    }
    return new RabbitMQBackupDestination({ own: { size, storageClass, accessMode } });
  }

  /**
   * A volume that is there already, which several clusters may share.
   *
   * @param claim its claim, in the cluster's namespace
   * @param folder the folder in it, without a `/` at the start; the cluster's name where none is named
   * @throws if the folder leads out of the volume
   */
  public static claim(claim: IPersistentVolumeClaim, folder?: string): RabbitMQBackupDestination {
    requireType('RabbitMQBackupDestination.claim(): the claim', 'IPersistentVolumeClaim', claim);
    if (folder !== undefined && !/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(folder)) {
      throw new Error(`destination: folder is "${folder}": it must be a path in the volume of letters, digits, ".", "_" and "-", such as "backups/orders", without a "/" at the start or end`);
    }
    return new RabbitMQBackupDestination({ given: { claimName: claim.name, folder } });
  }

  /**
   * A bucket of S3-compatible storage, AWS's own or any other.
   *
   * @param options the bucket, and what opens it
   * @throws if a name or the endpoint isn't one
   */
  public static s3(options: RabbitMQBackupBucketOptions): RabbitMQBackupDestination {
    requireKnownOptions('RabbitMQBackupBucketOptions', options, 'RabbitMQBackupDestination.s3()');
    const { bucket, endpoint, prefix, region } = options;
    if (!/^(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) {
      throw new Error(`destination: bucket is "${bucket}": a bucket's name has 3 to 63 lower-case letters, digits, "-" and single "."`);
    }
    if (region !== undefined && !/^[a-zA-Z0-9][-\w]*$/.test(region)) {
      throw new Error(`destination: region is "${region}": it must be the name of a region, such as "eu-central-1"`);
    }
    if (endpoint !== undefined && !/^https?:\/\/[a-z0-9.-]+(:\d+)?$/.test(endpoint)) {
      throw new Error(`destination: endpoint is "${endpoint}": it must be a URL without a path, such as "https://s3.example.com" or "http://minio.storage.svc:9000"`);
    }
    const [, port] = /:(\d+)$/.exec(endpoint ?? '') ?? [];
    if (port !== undefined) {
      requirePort('destination: the port of endpoint', Number(port));
    }
    if (prefix !== undefined && !/^([\w-][\w.-]*\/)*$/.test(prefix)) {
      throw new Error(`destination: prefix is "${prefix}": it must be folders of letters, digits, ".", "_" and "-", each with "/" after it, such as "backups/orders/"`);
    }
    return new RabbitMQBackupDestination({ bucket: options });
  }

  /**
   * Any storage that rclone knows, such as Google Cloud Storage and Azure Blob Storage, or S3 with workload identity.
   * An init container writes the backup to a volume in memory, and rclone's own image uploads it. Nothing removes old
   * backups: set a lifecycle rule of the storage. `rabbitmq-k8s` reads such backups from a folder after `rclone copy`.
   *
   * @param options the remote, its configuration, and the path in it
   * @throws if a name, the path or the image isn't one, or if the ServiceAccount is both existing and created
   * @see https://rclone.org/overview/
   */
  public static rclone(options: RabbitMQBackupRcloneOptions): RabbitMQBackupDestination {
    requireKnownOptions('RabbitMQBackupRcloneOptions', options, 'RabbitMQBackupDestination.rclone()');
    const { remote, path, image, port, serviceAccountName, serviceAccountAnnotations } = options;
    if (!/^\w[\w.+@-]*$/.test(remote)) {
      throw new Error(`destination: remote is "${remote}": it must be the name of a section in the configuration of rclone, without ":", such as "store"`);
    }
    if (!/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(path)) {
      throw new Error(`destination: path is "${path}": it must be folders of letters, digits, ".", "_" and "-", without a "/" at the start or end, such as "backups/orders"`);
    }
    if (image !== undefined && !IMAGE.test(image)) {
      throw new Error(`destination: image is "${image}": it must name a version or a digest, such as "${RCLONE_IMAGE}"`);
    }
    if (port !== undefined) {
      requirePort('destination: port', port);
    }
    if (serviceAccountName !== undefined && serviceAccountAnnotations !== undefined) {
      throw new Error(`destination: serviceAccountName is "${serviceAccountName}", an existing ServiceAccount, and serviceAccountAnnotations are for one that is created. Remove one of them`);
    }
    return new RabbitMQBackupDestination({ rclone: options });
  }

  private constructor(place: DestinationPlace) {
    places.set(this, place);
  }
}

/** The kind of a destination, with its options. */
export function destinationPlace(destination: RabbitMQBackupDestination): DestinationPlace {
  return places.of(destination);
}
