import { areAlike, type Finding, type Fix, findingTable, type SourceRange } from "../finding.ts";
import { cardMessage } from "./cardMessages.ts";
import type { CardSubject } from "./cardSubjects.ts";

/** Notes one finding with the default severity of its code. */
export type Report = (subject: CardSubject, range: SourceRange, fixes?: readonly Fix[]) => void;

/** A card with more findings than this has one cause, and lists help nobody. */
const largestFindingCount = 100;

/** A finding on a card alone, in words and with the severity of the table. */
export function cardFinding(
  subject: CardSubject,
  range: SourceRange,
  fixes: readonly Fix[] = [],
): Finding<CardSubject["kind"]> {
  const code = subject.kind;
  const { severity } = findingTable[code];
  const finding = { code, severity, subject, message: cardMessage(subject), range };
  return fixes.length === 0 ? finding : { ...finding, fixes };
}

/** Collects the findings of one card. */
export class FindingReporter {
  #findings: Finding[] = [];
  readonly #reported = new Map<string, Finding[]>();
  #dropped = 0;
  readonly #textLength: number;

  /** @param textLength of the text the findings are about; their ranges end there */
  constructor(textLength: number) {
    this.#textLength = textLength;
  }

  readonly report: Report = (subject, range, fixes) => {
    const key = `${subject.kind} ${range.start} ${range.end}`;
    const same = this.#reported.get(key);
    // Values reached through two aliases are judged twice; a person needs to hear it once.
    if (same?.some((finding) => areAlike(finding, { subject })) === true) return;
    if (this.#findings.length >= largestFindingCount) {
      this.#dropped += 1;
      return;
    }
    const finding = cardFinding(subject, this.#inside(range), fixes);
    if (same === undefined) this.#reported.set(key, [finding]);
    else same.push(finding);
    this.#findings.push(finding);
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
    return this.#dropped === 0 || last === undefined
      ? sorted
      : [...sorted, cardFinding({ kind: "more-findings", count: this.#dropped }, last.range)];
  }
}
