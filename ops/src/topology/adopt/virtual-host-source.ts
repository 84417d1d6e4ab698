import type { SourceFile } from './source-file';
import type { TopologyObject } from '../objects';

/** What is written of a virtual host. */
export interface VirtualHostSource {
  readonly file: SourceFile;
  /** The virtual host itself, and all in it. */
  readonly objects: readonly TopologyObject[];
  readonly name: string;
  /** The cluster's name, for the names of Secrets. */
  readonly cluster: string;
  /** Takes an object that can't be written, and why. */
  leaveOut(object: TopologyObject, why: string): void;
  /** Takes a Secret that has to exist. */
  needSecret(name: string, keys: string): void;
}
