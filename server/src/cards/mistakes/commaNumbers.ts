import { isPair, isScalar } from "yaml";
import type { SourceRange } from "../finding.ts";
import type { Report } from "../findings/findingReporter.ts";

/** A number with commas inside braces, which YAML reads as one value and several keys without values. */
export interface CommaNumber {
  /** Digits between the commas. */
  readonly groups: readonly string[];
  /** How many of the map's entries belong to the number besides the one it starts in. */
  readonly extraEntries: number;
  readonly range: SourceRange;
}

/** Recognises `{ total: 176,000,000,000 }` at one entry of a map in braces. */
export function commaNumberAt(items: readonly unknown[], position: number): CommaNumber | undefined {
  const start = items[position];
  const value = isPair(start) ? start.value : undefined;
  const first = isScalar(value) && value.type === "PLAIN" ? value.source : undefined;
  if (first === undefined || !/^\d{1,3}$/.test(first) || !isScalar(value)) return undefined;
  const groups = [first];
  let end = value.range?.[1] ?? 0;
  for (const item of items.slice(position + 1, position + 12)) {
    const key = isPair(item) && item.value === null && isScalar(item.key) ? item.key : undefined;
    if (key === undefined || key.type !== "PLAIN" || !/^\d+[a-z%]*$/i.test(key.source ?? "")) break;
    groups.push(key.source ?? "");
    end = key.range?.[1] ?? end;
  }
  if (groups.length === 1) return undefined;
  return { groups, extraEntries: groups.length - 1, range: { start: value.range?.[0] ?? 0, end } };
}

/** Reports what YAML made of the number, and how to write it. */
export function reportCommaNumber({ groups, range }: CommaNumber, report: Report): void {
  const number = withoutCommas(groups);
  const fix = { title: `Write ${number}`, range, newText: number };
  report({ kind: "comma-number", groups, number }, range, [fix]);
}

/** Groups of three are thousands, written with the largest unit that keeps all digits; else decimals. */
function withoutCommas(groups: readonly string[]): string {
  const [first, ...others] = groups;
  if (!others.every((group) => /^\d{3}$/.test(group))) return `${first}.${others.join("")}`;
  const digits = groups.join("");
  const zeros = /(?:000)*$/.exec(digits)?.[0].length ?? 0;
  const unit = { 6: "M", 9: "B", 12: "T" }[zeros];
  return unit === undefined ? digits : digits.slice(0, -zeros) + unit;
}
