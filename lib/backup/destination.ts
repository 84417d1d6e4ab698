import { IPersistentVolumeClaim } from 'cdk8s-plus-28';
import { RabbitMQBackupBucketOptions, RabbitMQBackupVolumeOptions } from './options';
import { positiveQuantity } from '../kubernetes/quantity';
import { PrivateData } from '../validation/private-data';
import { requireKnownOptions } from '../validation/props';

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
}

const places = new PrivateData<RabbitMQBackupDestination, DestinationPlace>();

/** Where backups are kept. */
export class RabbitMQBackupDestination {
  /**
   * A volume of their own, with a claim `<cluster>-backup`.
   *
   * @param options its size and class
   * @throws if the size isn't a quantity above zero
   */
  public static volume(options: RabbitMQBackupVolumeOptions = {}): RabbitMQBackupDestination {
    requireKnownOptions('RabbitMQBackupVolumeOptions', options, 'RabbitMQBackupDestination.volume()');
    const size = options.size ?? '1Gi';
    positiveQuantity('destination: size', size, '1Gi');
    return new RabbitMQBackupDestination({ own: { size, storageClass: options.storageClass, accessMode: options.accessMode ?? 'ReadWriteOnce' } });
  }

  /**
   * A volume that is there already, which several clusters may share.
   *
   * @param claim its claim, in the cluster's namespace
   * @param folder the folder in it, without a `/` at the start; the cluster's name where none is named
   * @throws if the folder leads out of the volume
   */
  public static claim(claim: IPersistentVolumeClaim, folder?: string): RabbitMQBackupDestination {
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
    const { bucket, endpoint, prefix } = options;
    if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) {
      throw new Error(`destination: bucket is "${bucket}": a bucket's name has 3 to 63 lower-case letters, digits, "." and "-"`);
    }
    if (endpoint !== undefined && !/^https?:\/\/[a-z0-9.-]+(:\d+)?$/.test(endpoint)) {
      throw new Error(`destination: endpoint is "${endpoint}": it must be a URL without a path, such as "https://s3.example.com" or "http://minio.storage.svc:9000"`);
    }
    if (prefix !== undefined && !/^([\w-][\w.-]*\/)*$/.test(prefix)) {
      throw new Error(`destination: prefix is "${prefix}": it must be folders of letters, digits, ".", "_" and "-", each with "/" after it, such as "backups/orders/"`);
    }
    return new RabbitMQBackupDestination({ bucket: options });
  }

  private constructor(place: DestinationPlace) {
    places.set(this, place);
  }
}

/** The kind of a destination, with its options. */
export function destinationPlace(destination: RabbitMQBackupDestination): DestinationPlace {
  return places.of(destination);
}
