import type { Faults } from '../support/faults';
import type { ManyQueues } from '../scaling/many-queues';
import type { Scaled } from '../scaling/scaled';

/** How long powers and networks are away; longer ones are for runs that may take hours. */
export const AWAY_S = Number(process.env.E2E_AWAY_S ?? 60);

/** Where a fault happens. */
export interface Scene {
  readonly scaled: Scaled;
  readonly replicas: number;
  readonly load: ManyQueues;
  readonly machines: Faults;
}

/** Something that goes wrong, and what must hold nevertheless. */
export interface Fault {
  readonly name: string;
  /** The longest time in which none of one publisher's messages is confirmed, in seconds, with so many brokers. */
  readonly longestGapS: number | ((replicas: number) => number);
  /** Whether a volume goes: with it go the classic queues on it, which have no replicas. */
  readonly losesVolume?: boolean;
  /** Causes the fault, ends it, and waits until the cluster is whole again or can become so alone. */
  readonly happen: (scene: Scene) => Promise<void>;
}
