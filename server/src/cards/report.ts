import { type Finding, type FindingCode, type Fix, findingTable, type SourceRange } from "./finding.ts";

/** Notes one finding with the default severity of its code. */
export type Report = (
  code: FindingCode,
  range: SourceRange,
  message: string,
  fixes?: readonly Fix[],
) => void;

/** A card with more findings than this has one cause, and lists help nobody. */
const largestFindingCount = 100;

/** Collects the findings of one card. */
export class FindingCollector {
  readonly #findings: Finding[] = [];
  readonly #seen = new Set<string>();
  #dropped = 0;

  readonly report: Report = (code, range, message, fixes) => {
    const key = `${code} ${range.start} ${range.end} ${message}`;
    // Values reached through two aliases are judged twice; a person needs to hear it once.
    if (this.#seen.has(key)) return;
    if (this.#findings.length >= largestFindingCount) {
      this.#dropped += 1;
      return;
    }
    this.#seen.add(key);
    const { severity } = findingTable[code];
    this.#findings.push({ code, severity, message, range, ...(fixes?.length && { fixes }) });
  };

  /** Findings in the order of the text, at most a hundred and one. */
  sorted(): readonly Finding[] {
    const sorted = [...this.#findings].sort(
      (first, second) => first.range.start - second.range.start || first.range.end - second.range.end,
    );
    const last = sorted.at(-1);
    if (this.#dropped === 0 || last === undefined) return sorted;
    const code = "more-findings";
    const message = `${this.#dropped} further findings on this card are not shown.`;
    return [...sorted, { code, severity: findingTable[code].severity, message, range: last.range }];
  }
}
