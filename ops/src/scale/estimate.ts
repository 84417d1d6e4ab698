/** About how long a change of the number of brokers takes. */
export interface ScaleEstimate {
  readonly seconds: number;
  /** What it is reckoned from, and leaves out. */
  readonly basis: string;
}

/** What comes and goes. */
export interface ScaleWork {
  readonly from: number;
  readonly to: number;
  /** Members of queues on the brokers that go. */
  readonly members: number;
  /** Members of queues that are added or moved. */
  readonly moves: number;
}

/** Seconds, as docs/scaling.md has them: what brokers took whose queues held next to nothing. */
const MEASURED = {
  /** Until new brokers have joined, all at once. */
  join: 20,
  /** For each member of a queue that is added or moved: several queues change at a time. */
  move: 0.1,
  /** For each broker that leaves, one after the other. */
  leave: 5,
  /** For each member of a queue on a broker that leaves. */
  handOver: 0.08,
  /** Until leaders are even, after the rest. */
  level: 5,
  /** Until leaders are even after a start: the brokers wait for half a minute before. */
  levelAfterStart: 40,
  stop: 20,
} as const;

const BASIS = 'based on nearly empty queues (docs/scaling.md); copying messages takes additional time';

/** Estimate for brokers with membership.leaveOnScaleIn; undefined if nothing changes. */
export function scaleEstimate({ from, to, members, moves }: ScaleWork): ScaleEstimate | undefined {
  if (from === to) {
    return undefined;
  }
  return { seconds: Math.round(secondsOf({ from, to, members, moves })), basis: BASIS };
}

function secondsOf({ from, to, members, moves }: ScaleWork): number {
  if (to === 0) {
    return MEASURED.stop;
  }
  if (from === 0) {
    return MEASURED.join + MEASURED.levelAfterStart;
  }
  return to > from
    ? MEASURED.join + MEASURED.move * moves + MEASURED.level
    : MEASURED.leave * (from - to) + MEASURED.handOver * members + MEASURED.level;
}
