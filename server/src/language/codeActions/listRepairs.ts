import { isMap, isSeq, type YAMLMap } from "yaml";
import type { Card } from "../../cards/card.ts";
import { columnOf } from "../../cards/mistakes/indentation.ts";
import { syntaxTreeOf } from "../../cards/yaml/syntaxTree.ts";
import { lineBreakOf } from "../cardText.ts";
import type { Repair } from "./repair.ts";

/** A list and the text it is read from; offsets are those of its card. */
interface ListText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly items: readonly YAMLMap[];
  readonly lineBreak: string;
}

/**
 * A list of cards written as a stream: the dashes and the indentation go, a line `---` comes between two
 * cards, and every comment stays with its card. Offered only where every item reads as the same card then.
 */
export function listRepairs(text: string, card: Card): Repair[] {
  const { findings, range } = card;
  const tree = syntaxTreeOf(text, card);
  const list = tree?.contents;
  // What is wrong inside the list comes first: it may be why the items are no cards.
  if (
    !isSeq(list) ||
    findings.some(({ code, severity }) => severity === "error" && code !== "top-level-list")
  )
    return [];
  const items = list.items.filter((item) => isMap(item));
  const [start, end] = list.range ?? [0, 0];
  if (items.length === 0 || items.length !== list.items.length) return [];
  const listText = {
    text: text.slice(range.start, range.end),
    start,
    end,
    items,
    lineBreak: lineBreakOf(text),
  };
  const stream = list.flow === true ? ofBrackets(listText) : ofDashes(listText);
  if (stream === undefined) return [];
  const values = JSON.stringify(valuesOf(tree));
  return [
    {
      title: items.length === 1 ? "Write it as a card" : `Write ${items.length} cards with --- between them`,
      newText: stream.newText,
      start: range.start + stream.start,
      end: range.start + stream.end,
      isMeant: (cards, now) =>
        JSON.stringify(cards.map((one) => valuesOf(syntaxTreeOf(now, one)))) === values,
    },
  ];
}

/** What YAML makes of a card's text. */
function valuesOf(tree: ReturnType<typeof syntaxTreeOf>): unknown {
  return tree?.toJS({ maxAliasCount: -1 });
}

type Stream = Pick<Repair, "start" | "end" | "newText">;

function ofDashes({ text, start, items, lineBreak }: ListText): Stream | undefined {
  const margin = marginOf(text, start);
  if (margin === undefined) return undefined;
  const dashes = items.map((item) => dashOf(text, item, margin, start));
  const cards = items.flatMap((item, position) => {
    const dash = dashes[position];
    if (dash === undefined) return [];
    const begin = position === 0 ? start - margin : startWithComments(text, dash, margin);
    return { begin, dash, indent: columnOf(contentStart(item), text) };
  });
  if (cards.length !== items.length) return undefined;
  const parts = cards.map(({ begin, dash, indent }, position) => {
    const end = cards[position + 1]?.begin ?? text.length;
    const withoutDash = `${text.slice(begin, dash)} ${text.slice(dash + 1, end)}`;
    const isDashAlone = /^[ \t]*\r?\n/.test(text.slice(dash + 1));
    const lines = isDashAlone ? withoutDash.replace(/^[ \t]+\r?\n/m, "") : withoutDash;
    return lines.replaceAll(new RegExp(`^ {1,${Math.max(1, indent)}}`, "gm"), "");
  });
  const [first] = cards;
  return first && { start: first.begin, end: text.length, newText: parts.join(`---${lineBreak}`) };
}

function ofBrackets({ text, start, end, items, lineBreak }: ListText): Stream | undefined {
  if (marginOf(text, start) === undefined) return undefined;
  const ranges = items.map(({ range }) => ({ start: range?.[0] ?? 0, end: range?.[1] ?? 0 }));
  const between = [{ end: start }, ...ranges].map((one, position) =>
    text.slice(one.end, ranges[position]?.start ?? end),
  );
  // A comment between two cards could be on either.
  if (!between.every((piece) => /^[\s[\],]*$/.test(piece))) return undefined;
  const newText = ranges.map((one) => text.slice(one.start, one.end)).join(`${lineBreak}---${lineBreak}`);
  return { start, end, newText };
}

/** Spaces before the list on its line; `undefined` when something else is there. */
function marginOf(text: string, start: number): number | undefined {
  const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start).replace(/^\uFEFF/, "");
  return /^ *$/.test(before) ? before.length : undefined;
}

function contentStart({ range }: YAMLMap): number {
  return range?.[0] ?? 0;
}

/** The dash before an item; `undefined` when more than spaces and comments stands between the two. */
function dashOf(text: string, item: YAMLMap, margin: number, listStart: number): number | undefined {
  const content = contentStart(item);
  for (let end = content; end >= listStart; ) {
    const lineStart = text.lastIndexOf("\n", end - 1) + 1;
    const dash = Math.max(listStart, lineStart + margin);
    if (/^-\s/.test(text.slice(dash, dash + 2)) && text.slice(lineStart, dash).trim() === "") {
      return /^(?: *(?:#[^\n]*)?\r?\n)* *$/.test(text.slice(dash + 1, content)) ? dash : undefined;
    }
    end = lineStart - 1;
  }
  return undefined;
}

/** Comment lines directly above a dash, no further in than it, belong to its card. */
function startWithComments(text: string, dash: number, margin: number): number {
  const comment = new RegExp(`^ {0,${margin}}#`);
  let from = text.lastIndexOf("\n", dash - 1) + 1;
  for (;;) {
    const previous = text.lastIndexOf("\n", from - 2) + 1;
    if (previous === from || !comment.test(text.slice(previous, from))) return from;
    from = previous;
  }
}
