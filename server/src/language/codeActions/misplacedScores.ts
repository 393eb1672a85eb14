import type { Card } from "../../cards/card.ts";
import type { SourceRange } from "../../cards/finding.ts";
import type { Repair } from "./repair.ts";

/** The lines below a heading of benchmarks, without it. */
export function scoresOutOfGroup(text: string, card: Card, { start }: SourceRange): Repair[] {
  const benchmarks = card.tree?.entries.get("benchmarks")?.value;
  const entries = benchmarks?.kind === "map" && !benchmarks.isFlow ? [...benchmarks.entries.values()] : [];
  const group = entries.find(({ keyRange }) => card.range.start + keyRange.start === start);
  if (group?.value.kind !== "map") return [];
  const [first] = group.value.entries.values();
  if (first === undefined || group.value.isFlow) return [];
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const firstStart = card.range.start + first.keyRange.start;
  const bodyStart = text.lastIndexOf("\n", firstStart - 1) + 1;
  const end = card.range.start + group.value.range.end;
  const [own, inner] = [text.slice(lineStart, start), text.slice(bodyStart, firstStart)];
  if (!/^ *$/.test(own) || !/^ *$/.test(inner) || bodyStart <= start) return [];
  const newText = text
    .slice(bodyStart, end)
    .split("\n")
    .map((line) => (line.startsWith(inner) ? own + line.slice(inner.length) : line))
    .join("\n");
  return [{ title: "Move the scores out of the heading", newText, start: lineStart, end }];
}
