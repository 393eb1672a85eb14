import type { VerdictWording } from "../wording/verdict.ts";
import type { PanelChoices } from "./panelQuestion.ts";

/** The doubling time under one choice. Days at full precision; texts as people read them. */
export interface MethodsRow {
  /** "Quantile 0.90", "without Phi-1", "from 1 Jan 2024"; of the current row "Records, as the paper". */
  readonly label: string;
  /** Absent: too few models, or no growth; `text` says which. */
  readonly days?: number | undefined;
  /** Ends of the interval, also beyond the axis; without `high` it is open: no growth is within it. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  /** "106"; "no growth" and "too few" without days. */
  readonly text: string;
  /** "84 to 144"; empty when none is computed. */
  readonly intervalText: string;
  /** "+29", "−12"; empty for the current row. */
  readonly changeText: string;
  /** "9 records", "47 models". */
  readonly fittedTo: string;
  readonly modelCount: number;
  readonly recordCount: number;
  readonly isCurrent: boolean;
  /** What the panel's choices are once the row is taken; absent: it cannot be chosen here. */
  readonly choices?: PanelChoices | undefined;
}

/** Rows that change the same. */
export interface MethodsGroup {
  /** Empty for the group of the current row. */
  readonly title: string;
  readonly rows: readonly MethodsRow[];
}

/** How far each choice moves the doubling time. Plain data: it is sent to the page. */
export interface MethodsTable {
  readonly wording: VerdictWording;
  /** Absent when no row has days. */
  readonly axis?: MethodsAxis | undefined;
  readonly groups: readonly MethodsGroup[];
  readonly notes: readonly string[];
}

/** Logarithmic, in days. All doubling times are on it, of long intervals a part; ticks ascend within the ends. */
export interface MethodsAxis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly { readonly days: number; readonly text: string }[];
}
