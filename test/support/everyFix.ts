import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { CodeAction, TextEdit } from "vscode-languageserver-types";
import type { SourceRange } from "../../server/src/cards/finding.ts";
import type { LocatedFinding } from "../../server/src/cards/locatedFinding.ts";
import type { Position } from "../../server/src/cards/place.ts";
import type { MapEntry, TreeNode } from "../../server/src/cards/yaml/cardTree.ts";
import { parseYaml } from "../../server/src/cards/yaml/parseYaml.ts";
import { splitStream } from "../../server/src/cards/yaml/splitStream.ts";
import { isInside } from "../../server/src/language/cardContext.ts";
import { quickFixesAt } from "../../server/src/language/codeActions/codeActions.ts";
import { type OpenedText, openText } from "./openCards.ts";

/** A text before and after an edit, with the way from places of one to places of the other. */
interface Edited {
  readonly before: string;
  readonly after: string;
  /** Where an offset of the text before is now; inside a replaced piece, at its start or end. */
  readonly moved: (offset: number, side: "start" | "end") => number;
}

/** The text after an action, which may change nothing but this document. */
export function applied(text: string, action: CodeAction): string {
  return editedBy(text, editsOf(action)).after;
}

/** The edits of an action, which may be in this document only. */
export function editsOf({ title, edit }: CodeAction): readonly TextEdit[] {
  const files = Object.entries(edit?.changes ?? {});
  assert.equal(files.length, 1, `${title} changes one file`);
  return files.flatMap(([, edits]) => edits);
}

/** The text after edits and the edits that take them back, which an editor keeps for undo. */
export function undone(text: string, edits: readonly TextEdit[]): string {
  const { after, moved } = editedBy(text, edits);
  const before = TextDocument.create("file:///a", "yaml", 1, text);
  const now = TextDocument.create("file:///a", "yaml", 1, after);
  const inverse = edits.map(({ range, newText }) => {
    const start = moved(before.offsetAt(range.start), "start");
    return {
      range: { start: now.positionAt(start), end: now.positionAt(start + newText.length) },
      newText: before.getText(range),
    };
  });
  return TextDocument.applyEdits(now, inverse);
}

function editedBy(text: string, edits: readonly TextEdit[]): Edited {
  const document = TextDocument.create("file:///a", "yaml", 1, text);
  const pieces = edits
    .map(({ range, newText }) => ({
      start: document.offsetAt(range.start),
      end: document.offsetAt(range.end),
      length: newText.length,
    }))
    .sort((first, second) => first.start - second.start);
  const moved = (offset: number, side: "start" | "end") => {
    let shift = 0;
    for (const { start, end, length } of pieces) {
      // What is written where something starts may have become its start.
      if (offset <= start) break;
      if (offset < end) return side === "start" ? start + shift : start + shift + length;
      shift += length - (end - start);
    }
    return offset + shift;
  };
  return { before: text, after: TextDocument.applyEdits(document, [...edits]), moved };
}

/** A finding as it is told from others: its rule, its words, and its place in the text after the edit. */
interface Told {
  readonly code: string;
  readonly message: string;
  readonly severity: string;
  readonly start: number;
  readonly end: number;
}

function offsetIn(text: string): (position: Position) => number {
  const document = TextDocument.create("file:///a", "yaml", 1, text);
  return (position) => document.offsetAt(position);
}

function toldNow(edited: Edited, findings: readonly LocatedFinding[]): Told[] {
  const offset = offsetIn(edited.after);
  return findings.map(({ code, message, severity, start, end }) => {
    return { code, message, severity, start: offset(start), end: offset(end) };
  });
}

/** Findings of the text before, where they stand and name lines after it. */
function toldBefore(edited: Edited, findings: readonly LocatedFinding[]): Told[] {
  const offset = offsetIn(edited.before);
  const before = TextDocument.create("file:///a", "yaml", 1, edited.before);
  const after = TextDocument.create("file:///a", "yaml", 1, edited.after);
  // The end of a line goes with what the line says; a line may be written in front of it.
  const movedLine = (line: number) =>
    after.positionAt(edited.moved(before.offsetAt({ line: line + 1, character: 0 }) - 1, "end")).line;
  return findings.map(({ code, message, severity, start, end }) => ({
    code,
    message: message.replaceAll(/(?<=\.yaml:|\bline )\d+/g, (line) =>
      String(movedLine(Number(line) - 1) + 1),
    ),
    severity,
    start: edited.moved(offset(start), "start"),
    end: edited.moved(offset(end), "end"),
  }));
}

function isSame(first: Told, second: Told): boolean {
  const isAtOnePlace = first.start <= second.end && second.start <= first.end;
  return first.code === second.code && first.message === second.message && isAtOnePlace;
}

/**
 * Applies every action that is offered for the findings of a text, each by itself, and checks that
 * it removes what it is for, brings no error, and leaves every other card as it was.
 * @param titles those of the actions, by the codes they are for, are added
 * @returns how many actions there were
 */
export function checkEveryFix(
  text: string,
  others: Readonly<Record<string, string>> = {},
  titles: Set<string> = new Set(),
): number {
  const opened = openText(text, others);
  const whole = {
    start: { line: 0, character: 0 },
    end: opened.context.document.positionAt(text.length),
  };
  const actions = quickFixesAt(opened.context, opened.findings, whole, Number.POSITIVE_INFINITY);
  for (const action of actions) {
    checkAction(text, opened, action, others);
    titles.add(`${action.diagnostics?.[0]?.code}: ${action.title}`);
  }
  return actions.length;
}

/** The same for a text with other line ends, and behind a byte-order mark: it has the same fixes. */
export function checkInSpellings(text: string): void {
  const [asTyped, ...others] = [text, text.replaceAll("\n", "\r\n"), `\uFEFF${text}`].map((one) => {
    const titles = new Set<string>();
    checkEveryFix(one, {}, titles);
    // In the first line there is no room for a comment behind a byte-order mark.
    return [...titles].filter((title) => !/: Ignore /.test(title));
  });
  for (const titles of others) assert.deepEqual(titles, asTyped);
}

function checkAction(
  text: string,
  opened: OpenedText,
  action: CodeAction,
  others: Readonly<Record<string, string>>,
): void {
  const edited = editedBy(text, editsOf(action));
  assert.equal(undone(text, editsOf(action)), text, `not undone: ${action.title}`);
  const now = openText(edited.after, others);
  const label = `${action.title}\n${text}\n=>\n${edited.after}`;
  const fixed = opened.findings.filter(({ code, message, start, end }) =>
    action.diagnostics?.some(
      ({ range, ...one }) =>
        one.code === code &&
        one.message === message &&
        JSON.stringify(range) === JSON.stringify({ start, end }),
    ),
  );
  assert.ok(fixed.length > 0, `for nothing: ${label}`);
  const told = toldNow(edited, now.findings);
  for (const finding of toldBefore(edited, fixed)) {
    assert.ok(!told.some((one) => isSame(one, finding)), `still there, ${finding.message}: ${label}`);
  }
  const known = toldBefore(edited, opened.findings);
  const corrected = correctedEntries(action, edited, now);
  for (const one of told) {
    if (one.severity !== "error" || known.some((other) => isSame(one, other))) continue;
    const isRevealed =
      corrected.some((entry) => isRevealedBy(entry, one)) ||
      isNextMistake(action, edited, one) ||
      isOfTwin(action, edited, now, one);
    assert.ok(isRevealed, `a new error, ${one.message}: ${label}`);
  }
  checkOtherCards(opened, fixed, now, edited, label);
  // A line of dashes that is written parts one card in two; nothing else makes or loses cards.
  const started = editsOf(action).flatMap(({ newText }) => newText.match(/^---\s/gm) ?? []).length;
  assert.equal(now.context.file.cards.length, opened.context.file.cards.length + started, label);
}

/**
 * Whether an error was there and could not be told, since of a key written twice neither value is read:
 * a mistake in the one that is left, or counts that contradict each other or the architecture.
 */
function isOfTwin(
  action: CodeAction,
  edited: Edited,
  { context }: OpenedText,
  { code, start }: Told,
): boolean {
  const [fixed] = action.diagnostics ?? [];
  if (fixed?.code !== "duplicate-key" && fixed?.code !== "duplicate-benchmark") return false;
  if (code === "counts-inconsistent") return true;
  const key = TextDocument.create("file:///a", "yaml", 1, edited.before).getText(fixed.range);
  const card = context.file.cards.find((one) => isInside(start, one.range));
  const twins = card?.tree === undefined ? [] : entriesNamed(card.tree, key.toLowerCase());
  return twins.some(({ value: { range } }) => isInside(start - (card?.range.start ?? 0), range));
}

function entriesNamed(node: TreeNode, key: string): MapEntry[] {
  if (node.kind === "list") return node.items.flatMap((item) => entriesNamed(item, key));
  if (node.kind !== "map") return [];
  return [...node.entries.values()].flatMap((entry) => [
    ...(entry.key.toLowerCase() === key ? [entry] : []),
    ...entriesNamed(entry.value, key),
  ]);
}

/** Whether a syntax error was there already and was not told: of several in a card only the first is. */
function isNextMistake(action: CodeAction, edited: Edited, { code, start }: Told): boolean {
  if (action.diagnostics?.[0]?.code !== "syntax" || code !== "syntax") return false;
  const offset = offsetIn(edited.before);
  const ends = editsOf(action).map(({ range }) => edited.moved(offset(range.end), "end"));
  return ends.some((end) => end <= start) && syntaxErrors(edited.after) < syntaxErrors(edited.before);
}

function syntaxErrors(text: string): number {
  const readings = splitStream(text).map(({ start, end }) => parseYaml(text.slice(start, end)));
  return readings.reduce((sum, one) => sum + (one.kind === "document" ? one.document.errors.length : 0), 0);
}

/** An entry in the text after an edit. */
interface PlacedEntry extends SourceRange {
  readonly key: string;
  readonly value: TreeNode;
}

/** The entries whose keys an action spells right, or gives their colon; none for any other action. */
function correctedEntries(action: CodeAction, edited: Edited, { context }: OpenedText): PlacedEntry[] {
  const code = action.diagnostics?.[0]?.code;
  if (code !== "missing-key" && code !== "unknown-key" && code !== "syntax") return [];
  const offset = offsetIn(edited.before);
  return editsOf(action).flatMap(({ range }) => {
    const isAddition = offset(range.start) === offset(range.end);
    if (isAddition) return [];
    const start = edited.moved(offset(range.start), "start");
    const card = context.file.cards.find((one) => isInside(start, one.range));
    const entry = card?.tree && entryAt(card.tree, start - card.range.start);
    if (entry === undefined) return [];
    const { key, keyRange, value } = entry;
    return [{ key, value, start, end: start + value.range.end - keyRange.start }];
  });
}

/**
 * Whether an error was there and could not be told, since what stands under a misspelt key, or one
 * without a colon, is not read: a mistake in the value, or a name that another card has.
 */
function isRevealedBy({ key, value, ...range }: PlacedEntry, { code, message, start }: Told): boolean {
  if (isInside(start, range)) return true;
  const name = key === "name" && value.kind === "scalar" ? value.text : undefined;
  return name !== undefined && code === "duplicate-name" && message.startsWith(`${name} is also`);
}

function entryAt(node: TreeNode, keyStart: number): MapEntry | undefined {
  const inside = node.kind === "list" ? node.items : [];
  const entries = node.kind === "map" ? [...node.entries.values()] : [];
  const own = entries.find(({ keyRange }) => keyRange.start === keyStart);
  return (
    own ??
    [...inside, ...entries.map(({ value }) => value)]
      .map((value) => entryAt(value, keyStart))
      .find((found) => found !== undefined)
  );
}

/** Cards without a finding that is fixed have their bytes, and are read as the cards they were. */
function checkOtherCards(
  { context }: OpenedText,
  fixed: readonly LocatedFinding[],
  now: OpenedText,
  { before, after, moved }: Edited,
  label: string,
): void {
  const { cards } = context.file;
  const offset = offsetIn(before);
  const touched = new Set(
    fixed.map(({ start }) => cards.findLastIndex(({ range }) => range.start <= offset(start))),
  );
  const piecesNow = new Set(now.context.file.cards.map(({ range }) => `${range.start} ${range.end}`));
  for (const [index, { range }] of cards.entries()) {
    if (touched.has(index)) continue;
    const start = moved(range.start, "start");
    const end = moved(range.end, "end");
    assert.equal(after.slice(start, end), before.slice(range.start, range.end), `another card: ${label}`);
    assert.ok(piecesNow.has(`${start} ${end}`), `another card is read as part of its neighbour: ${label}`);
  }
}
