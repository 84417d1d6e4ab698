import { ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { IRabbitMQCluster } from './cluster-interface';
import { PrivateData } from '../../validation/private-data';

/** A key of rabbitmq.conf that the user set, by the name that messages call it. */
export interface Setting {
  readonly name: string;
  readonly value: string;
}

/**
 * What a cluster that this app defines shares with constructs that serve it: its own Job creates their Secrets, and its
 * chart has their programs. An imported cluster has no home here: another app owns the objects that are named after it.
 */
export interface ClusterHome {
  readonly scope: Construct;
  /** The metadata of an object of the cluster. */
  metadata(name: string, labels: Record<string, string>): ApiObjectMetadata & { readonly name: string };
  /** A key of rabbitmq.conf as the user set it. Asked for at synth. */
  setting(key: string): Setting | undefined;
  /**
   * Has a Secret created in the cluster, once.
   *
   * @param file the name of its manifest's file
   * @param manifest the manifest, with placeholders for what is random; asked for at synth
   * @param isCompact whether the manifest is on one line
   */
  addSecret(file: string, manifest: () => object, isCompact?: boolean): void;
}

const homes = new PrivateData<IRabbitMQCluster, ClusterHome>();

export function setHome(cluster: IRabbitMQCluster, home: ClusterHome): void {
  homes.set(cluster, home);
}

/** Undefined if the cluster is imported. */
export function homeOf(cluster: IRabbitMQCluster): ClusterHome | undefined {
  return homes.find(cluster);
}
