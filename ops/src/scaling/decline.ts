/** Since when figures get no less any more, however they go up and down. */
export class Decline {
  private least: readonly number[] = [];
  private since = performance.now();

  /** Takes the figures of now; returns for how many milliseconds none of them has been at a new lowest. */
  public next(figures: readonly number[]): number {
    const now = performance.now();
    if (figures.some((figure, i) => figure < (this.least[i] ?? Infinity))) {
      this.least = figures.map((figure, i) => Math.min(figure, this.least[i] ?? Infinity));
      this.since = now;
    }
    return now - this.since;
  }

  /** Begins anew. */
  public reset(): void {
    this.least = [];
    this.since = performance.now();
  }
}
