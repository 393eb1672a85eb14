import { isMap, isPair, isScalar, isSeq, type Pair, type YAMLSeq } from "yaml";
import type { Card } from "../../cards/card.ts";
import type { SourceRange } from "../../cards/finding.ts";
import { columnOf } from "../../cards/mistakes/indentation.ts";
import { resolveBenchmark } from "../../cards/vocabulary/benchmarkRegistry.ts";
import { syntaxTreeOf } from "../../cards/yaml/syntaxTree.ts";
import type { Repair } from "./repair.ts";

const title = "Write the scores as a map";

/** A list of maps with one score each, where the map of all scores is meant. */
export function mapOfScores(text: string, card: Card, { start }: SourceRange): Repair[] {
  const key = card.tree?.entries.get("benchmarks")?.keyRange;
  const contents = syntaxTreeOf(text, card)?.contents;
  const list = isMap(contents) ? contents.get("benchmarks", true) : undefined;
  if (key === undefined || !isSeq(list) || card.range.start + (list.range?.[0] ?? 0) !== start) return [];
  const pairs = list.items.flatMap((item) => (isMap(item) && item.items.length === 1 ? item.items : []));
  // A list of other things, such as names and numbers in turn, is no list of scores.
  const isOfScores = pairs.some((pair) => resolveBenchmark(keyOf(pair)) !== undefined);
  if (!isOfScores || pairs.length !== list.items.length) return [];
  const cardText = text.slice(card.range.start, card.range.end);
  const edit =
    list.flow === true
      ? inBraces(cardText, list, pairs)
      : inLines(cardText, list, pairs, columnOf(key.start, cardText));
  return edit === undefined
    ? []
    : [
        {
          title,
          newText: edit.newText,
          start: card.range.start + edit.start,
          end: card.range.start + edit.end,
        },
      ];
}

type Edit = Pick<Repair, "start" | "end" | "newText">;

function inBraces(text: string, { range }: YAMLSeq, pairs: readonly Pair[]): Edit | undefined {
  const start = range?.[0] ?? 0;
  const end = range?.[1] ?? 0;
  // Comments and lines of their own would be lost.
  if (/[#\r\n]/.test(text.slice(start, end))) return undefined;
  const entries = pairs.map((pair) => text.slice(startOf(pair), endOf(pair)));
  return { start, end, newText: `{ ${entries.join(", ")} }` };
}

/** The dashes go, and what is behind them moves into their place; at the margin it stays where it is. */
function inLines(text: string, { range }: YAMLSeq, pairs: readonly Pair[], margin: number): Edit | undefined {
  const start = text.lastIndexOf("\n", (range?.[0] ?? 0) - 1) + 1;
  const end = endOf(pairs.at(-1));
  const dash = columnOf(range?.[0] ?? 0, text);
  const content = columnOf(startOf(pairs[0]), text);
  const isDash = new RegExp(`^ {${dash}}- {${content - dash - 1}}(?=\\S)`, "gm");
  const lines = text.slice(start, end);
  const areAligned = pairs.every((pair) => columnOf(startOf(pair), text) === content);
  if (!areAligned || lines.match(isDash)?.length !== pairs.length) return undefined;
  const bare = lines.replaceAll(isDash, " ".repeat(content));
  const isAtMargin = dash <= margin;
  const inside = new RegExp(`^ {${content}}`, "gm");
  return { start, end, newText: isAtMargin ? bare : bare.replaceAll(inside, " ".repeat(dash)) };
}

function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : "";
}

function startOf(pair: Pair | undefined): number {
  return isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0;
}

/** Where an entry ends; the range of a map or list goes on over the blank lines and comments behind it. */
function endOf(node: unknown): number {
  if (isPair(node)) return Math.max(isScalar(node.key) ? (node.key.range?.[1] ?? 0) : 0, endOf(node.value));
  if ((isMap(node) || isSeq(node)) && node.flow !== true) return endOf(node.items.at(-1));
  const { range } = (node ?? {}) as { range?: readonly number[] | null };
  return range?.[1] ?? 0;
}
