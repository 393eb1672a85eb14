/** How often something happened in independent runs, with the error of knowing it from so many. */
export interface Proportion {
  readonly hits: number;
  readonly runs: number;
  /** hits / runs; NaN without runs. */
  readonly share: number;
  /** Monte-Carlo standard error of the share, `sqrt(p (1 - p) / n)`. */
  readonly standardError: number;
}

/** Counts runs as they come. */
export class Tally {
  #hits = 0;
  #runs = 0;

  add(isHit: boolean): void {
    this.#runs++;
    if (isHit) this.#hits++;
  }

  proportion(): Proportion {
    const share = this.#hits / this.#runs;
    return {
      hits: this.#hits,
      runs: this.#runs,
      share,
      standardError: Math.sqrt((share * (1 - share)) / this.#runs),
    };
  }
}

/** "94.6 ± 0.7", in percent; a dash without runs. */
export function proportionText({ runs, share, standardError }: Proportion): string {
  if (runs === 0) return "-";
  return `${(100 * share).toFixed(1)} ± ${(100 * standardError).toFixed(1)}`;
}
