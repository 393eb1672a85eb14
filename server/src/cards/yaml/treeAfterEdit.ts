import { isScalar } from "yaml";
import type { SourceRange } from "../finding.ts";
import { findUnindented } from "../mistakes/unindented.ts";
import { scalarNode } from "./buildTree.ts";
import { isEmpty, type MapNode, type ScalarNode, type TreeNode } from "./cardTree.ts";
import { isTooLong, parseYaml } from "./parseYaml.ts";

/** One value was typed over another, and everything behind it moved. */
interface ValueEdit {
  readonly before: ScalarNode;
  readonly after: ScalarNode;
  /** UTF-16 units by which what is behind the value moved. */
  readonly distance: number;
}

/** Text that is one value wherever YAML allows one: none of these characters has a meaning there. */
const simpleValue =
  /^(?:[A-Za-z0-9](?:(?:[\w.%/+()=;?@~& -]|:(?=[\w/]))*[\w.%/+()=;@~-])?|"[^"\\\p{Cc}]*"|'[^'\p{Cc}]*')$/u;

/**
 * The tree of a card after someone typed inside one value, without parsing: what keys, lists and other
 * values there are does not depend on a value on one line. Most keystrokes in a card are of this kind, and
 * parsing is most of what they cost.
 * @param tree of a card whose text had no mistake in its YAML
 * @param text the card's text that the tree was built from
 * @returns what parsing the new text gives; `undefined` when it has to be parsed to know
 */
export function treeAfterEdit(tree: MapNode, text: string, newText: string): MapNode | undefined {
  // What is out of place is kept apart from the others.
  if (isTooLong(newText) || findUnindented(tree).length > 0) return undefined;
  const changed = changedRange(text, newText);
  const before = valueAt(tree, changed);
  if (before === undefined || !isSimple(before, text)) return undefined;
  const distance = newText.length - text.length;
  const range = { start: before.range.start, end: before.range.end + distance };
  const written = newText.slice(range.start, range.end);
  const after = simpleValue.test(written) ? readValue(written, range) : undefined;
  const edited = after && withEdit(tree, { before, after, distance });
  return edited?.kind === "map" ? edited : undefined;
}

/** What YAML makes of a value, which is the same wherever it stands. */
function readValue(written: string, range: SourceRange): ScalarNode | undefined {
  const reading = parseYaml(written);
  const value = reading.kind === "document" ? reading.document.contents : undefined;
  return isScalar(value) ? scalarNode(value.value, value.source, range) : undefined;
}

/** The piece of a text that is another one in the new text. */
function changedRange(text: string, newText: string): SourceRange {
  const shorter = Math.min(text.length, newText.length);
  const start = longest(shorter, (length) => text.slice(0, length) === newText.slice(0, length));
  const kept = longest(
    shorter - start,
    (length) => text.slice(text.length - length) === newText.slice(newText.length - length),
  );
  return { start, end: text.length - kept };
}

/** Binary search for the longest length for which `holds`. Comparing two slices beats comparing characters. */
function longest(most: number, holds: (length: number) => boolean): number {
  let [least, below] = [0, most + 1];
  while (below - least > 1) {
    const middle = (least + below) >> 1;
    if (holds(middle)) least = middle;
    else below = middle;
  }
  return least;
}

/** The value that holds a piece of the text; `undefined` when none does, or when others depend on it. */
function valueAt(node: TreeNode, piece: SourceRange): ScalarNode | undefined {
  if (piece.start < node.range.start || piece.end > node.range.end) return undefined;
  switch (node.kind) {
    case "scalar":
      return node;
    case "unreadable":
      return undefined;
    case "list":
      return firstOf(node.items, piece);
    case "map": {
      const values = [...node.entries.values()].map(({ value }) => value);
      // In braces a key without a value may be the rest of a number with a comma.
      return node.isFlow && values.some(isEmpty) ? undefined : firstOf(values, piece);
    }
  }
}

function firstOf(nodes: readonly TreeNode[], piece: SourceRange): ScalarNode | undefined {
  for (const node of nodes) {
    const found = valueAt(node, piece);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a simple value stands right after its colon or dash: an anchor there would have it repeated elsewhere. */
function isSimple({ range: { start, end } }: ScalarNode, text: string): boolean {
  const ahead = text.slice(text.lastIndexOf("\n", start) + 1, start);
  return simpleValue.test(text.slice(start, end)) && /(?:[:,-] +|\[ *)$/.test(ahead);
}

/**
 * The node with the new value in it, and in their new places what is behind it. What an alias repeats is the
 * very node that the anchor marks, so that it is changed at each place.
 */
function withEdit(node: TreeNode, edit: ValueEdit): TreeNode {
  if (node === edit.before) return edit.after;
  // Aliases are behind their anchors, so that nothing in here is changed.
  if (node.range.end <= edit.before.range.start) return node;
  const range = moved(node.range, edit);
  switch (node.kind) {
    case "scalar":
    case "unreadable":
      return { ...node, range };
    case "list":
      return { ...node, range, items: node.items.map((item) => withEdit(item, edit)) };
    case "map": {
      const entries = [...node.entries].map(
        ([key, entry]) =>
          [
            key,
            { ...entry, keyRange: moved(entry.keyRange, edit), value: withEdit(entry.value, edit) },
          ] as const,
      );
      return { ...node, range, entries: new Map(entries) };
    }
  }
}

function moved({ start, end }: SourceRange, { before, distance }: ValueEdit): SourceRange {
  const place = (offset: number) => (offset >= before.range.end ? offset + distance : offset);
  return { start: place(start), end: place(end) };
}
