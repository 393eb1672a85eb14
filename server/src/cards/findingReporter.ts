import { type Finding, type FindingCode, type Fix, findingTable, type SourceRange } from "./finding.ts";

/** Notes one finding with the default severity of its code. */
export type Report = (code: FindingCode, range: SourceRange, message: string, fixes?: readonly Fix[]) => void;

/** A card with more findings than this has one cause, and lists help nobody. */
const largestFindingCount = 100;

/** Collects the findings of one card. */
export class FindingCollector {
  #findings: Finding[] = [];
  readonly #seen = new Set<string>();
  #dropped = 0;
  readonly #textLength: number;

  /** @param textLength of the text the findings are about; their ranges end there */
  constructor(textLength: number) {
    this.#textLength = textLength;
  }

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
    const finding = { code, severity, message, range: this.#inside(range) };
    this.#findings.push(fixes === undefined || fixes.length === 0 ? finding : { ...finding, fixes });
  };

  get isEmpty(): boolean {
    return this.#findings.length === 0;
  }

  /** Drops what was found at an offset and after it. */
  forgetFrom(offset: number): void {
    this.#findings = this.#findings.filter(({ range }) => range.start < offset);
    this.#dropped = 0;
  }

  #inside({ start, end }: SourceRange): SourceRange {
    return { start: Math.min(start, this.#textLength), end: Math.min(end, this.#textLength) };
  }

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
