/** Since when figures get no less any more, however they go up and down. */
export class StallDetector {
  /** When one of them was at a new lowest last, in milliseconds of `performance.now()`. */
  public since = performance.now();
  private least: readonly number[] = [];

  /** Takes the figures of a moment; returns for how many milliseconds none of them has been at a new lowest. */
  public next(figures: readonly number[], at: number): number {
    if (figures.some((figure, i) => figure < (this.least[i] ?? Infinity))) {
      this.least = figures.map((figure, i) => Math.min(figure, this.least[i] ?? Infinity));
      this.since = at;
    }
    return at - this.since;
  }

  /** Starts over. */
  public reset(at: number): void {
    this.least = [];
    this.since = at;
  }
}
