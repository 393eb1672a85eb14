import type { DetailRow } from "../trend/wording/detailRow.ts";

/** Two models of a collection side by side, in words. Plain data: it is sent to the page. */
export interface PanelComparison {
  readonly first: ComparedModel;
  readonly second: ComparedModel;
  readonly rows: readonly DetailRow[];
  /** What the law expects of the two dates; absent without both dates. */
  readonly expectation?: string | undefined;
  /** The doubling time that the two alone imply, said as what it is; absent without two densities and dates. */
  readonly pairGrowth?: string | undefined;
  /** One sentence a benchmark that both have; one that says so when there is none. */
  readonly claims: readonly string[];
}

export interface ComparedModel {
  readonly id: string;
  readonly name: string;
}
