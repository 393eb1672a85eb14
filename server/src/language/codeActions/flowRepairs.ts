import type { SourceRange } from "../../cards/finding.ts";
import { listed } from "../../text/sentences.ts";
import type { Repair } from "./repair.ts";

/** Entries in braces that nothing parts: a comma before each key but the first. */
export function missingCommas(text: string, { start }: SourceRange): Repair[] {
  const [entries = ""] = /^[^,{}[\]]*/.exec(text.slice(start)) ?? [];
  const gaps = [...entries.matchAll(/(?<=\S)\s+(?=([^\s:"'#]+):\s)/g)];
  const first = gaps[0];
  const last = gaps.at(-1);
  // Before the first of them stands the value that the finding is about.
  if (first === undefined || last === undefined || entries.slice(0, first.index).includes(":")) return [];
  const end = last.index + last[0].length;
  const pieces = gaps.map(
    ({ index, 0: blanks }, position) =>
      `,${entries.slice(index, index + blanks.length)}${entries.slice(index + blanks.length, gaps[position + 1]?.index ?? end)}`,
  );
  const names = gaps.map((gap) => gap[1] ?? "");
  const title =
    names.length === 1 ? `Write a comma before ${names[0]}` : `Write commas before ${listed(names)}`;
  return [{ title, newText: pieces.join(""), start: start + first.index, end: start + end }];
}

/** A closing bracket without its partner, with the blanks before it. */
export function strayBracket(text: string, { start }: SourceRange): Repair[] {
  const bracket = text.charAt(start);
  const blanks = /[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  return [{ title: `Remove the ${bracket}`, newText: "", start: start - blanks, end: start + 1 }];
}
