import { k8s } from 'cdk8s-plus-28';
import { byteQuantity } from '../../kubernetes/quantity';
import { DATA_CLAIM } from '../interface/names';
import { collect } from '../../validation/errors';

/** What claims of volumes have beside a size and a class. */
export interface RabbitMQClaimOptions {
  /**
   * Labels of the claims, beside the cluster's own. Kubernetes refuses to change them later.
   * @default - none
   */
  readonly labels?: Record<string, string>;
  /**
   * Annotations of the claims, such as those of a backup tool. Kubernetes refuses to change them later.
   * @default - none
   */
  readonly annotations?: Record<string, string>;
  /**
   * Labels of the volumes that the claims may bind to, for volumes that exist.
   * @default - any volume of the class
   */
  readonly selector?: k8s.LabelSelector;
  /**
   * What each new volume is filled from: a snapshot or a claim of the namespace. A restored cluster needs one source
   * for each broker: create the claims `rabbitmq-data-<name>-0` and so on beforehand instead.
   * @default - empty volumes
   */
  readonly dataSource?: k8s.TypedLocalObjectReference;
  /**
   * As `dataSource`, for sources of other kinds and namespaces.
   * @default - empty volumes
   */
  readonly dataSourceRef?: k8s.TypedObjectReference;
}

/** A further volume that each broker gets of its own. */
export interface RabbitMQVolumeClaimOptions extends RabbitMQClaimOptions {
  /** The claim's name; the pod's name is added to it. */
  readonly name: string;
  /** Where it is mounted in the broker's container. */
  readonly mountPath: string;
  /** Its size, as a Kubernetes quantity: `20Gi`. */
  readonly size: string;
  /**
   * Its storage class.
   * @default - that of the data volume
   */
  readonly storageClass?: string;
}

/** Where brokers keep their data. */
export interface RabbitMQStorageOptions extends RabbitMQClaimOptions {
  /**
   * The size of each broker's volume, as a Kubernetes quantity, or `RabbitMQQuantity.fromSize(…)`. Volumes can grow
   * later, where their class allows it, and not shrink.
   * @default '10Gi'
   */
  readonly size?: string;
  /**
   * The storage class.
   * @default - the cluster's default class
   */
  readonly storageClass?: string;
  /**
   * How a volume can be mounted. More than one writer corrupts a broker's data.
   * @default 'ReadWriteOnce'
   */
  readonly accessMode?: string;
  /**
   * Whether the volumes, with all messages, stay when the StatefulSet is deleted.
   * @default true
   */
  readonly retainOnDelete?: boolean;
  /**
   * Whether the volume of a broker stays when the cluster is scaled in.
   * @default true
   */
  readonly retainOnScaleIn?: boolean;
  /**
   * Whether to do without volumes: a pod that goes takes its messages along. For a laptop or a test.
   * @default false
   */
  readonly ephemeral?: boolean;
  /**
   * Further volumes that each broker gets of its own, such as a fast disk for the write-ahead log.
   * @default - none
   */
  readonly additionalClaims?: RabbitMQVolumeClaimOptions[];
}

/** `RabbitMQStorageOptions` with the defaults in place. */
export interface ResolvedStorage extends Omit<Required<RabbitMQStorageOptions>, 'storageClass' | keyof RabbitMQClaimOptions>, RabbitMQClaimOptions {
  readonly storageClass?: string;
  readonly sizeBytes: number;
}

/** @throws if a size isn't a quantity above zero */
export function resolveStorage(props: RabbitMQStorageOptions = {}): ResolvedStorage {
  const size = props.size ?? '10Gi';
  const additionalClaims = props.additionalClaims ?? [];
  const { sizeBytes } = collect({
    sizeBytes: () => byteQuantity('storage.size', size, '10Gi'),
    ...Object.fromEntries(additionalClaims.map(claim => [claim.name, () => byteQuantity(`storage.additionalClaims "${claim.name}" size`, claim.size, '20Gi')])),
  });
  return {
    size,
    sizeBytes,
    storageClass: props.storageClass,
    accessMode: props.accessMode ?? 'ReadWriteOnce',
    retainOnDelete: props.retainOnDelete ?? true,
    retainOnScaleIn: props.retainOnScaleIn ?? true,
    ephemeral: props.ephemeral ?? false,
    additionalClaims,
    labels: props.labels,
    annotations: props.annotations,
    selector: props.selector,
    dataSource: props.dataSource,
    dataSourceRef: props.dataSourceRef,
  };
}

/**
 * Annotations of the data's claim say what can't be changed of it: Kubernetes refuses any change of a claim's template.
 */
export function renderClaims(
  storage: ResolvedStorage,
  labels: Record<string, string>,
  annotations?: Record<string, string>,
): k8s.KubePersistentVolumeClaimProps[] {
  const claim = (
    name: string,
    size: string,
    storageClass: string | undefined,
    options: RabbitMQClaimOptions,
    lasting?: Record<string, string>,
  ): k8s.KubePersistentVolumeClaimProps => ({
    metadata: {
      name,
      labels: { ...options.labels, ...labels },
      annotations: lasting || options.annotations ? { ...options.annotations, ...lasting } : undefined,
    },
    spec: {
      selector: options.selector,
      dataSource: options.dataSource,
      dataSourceRef: options.dataSourceRef,
      accessModes: [storage.accessMode],
      storageClassName: storageClass,
      resources: { requests: { storage: k8s.Quantity.fromString(size) } },
    },
  });
  const data = storage.ephemeral ? [] : [claim(DATA_CLAIM, storage.size, storage.storageClass, storage, annotations)];
  return [
    ...data,
    ...storage.additionalClaims.map(extra =>
      claim(extra.name, extra.size, extra.storageClass ?? storage.storageClass, extra)),
  ];
}

export function renderRetention(storage: ResolvedStorage): k8s.StatefulSetPersistentVolumeClaimRetentionPolicy {
  return {
    whenDeleted: storage.retainOnDelete ? 'Retain' : 'Delete',
    whenScaled: storage.retainOnScaleIn ? 'Retain' : 'Delete',
  };
}
