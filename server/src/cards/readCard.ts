import type { Card } from "./card.ts";
import type { Finding, SourceRange } from "./finding.ts";
import type { CardSubject } from "./findings/cardSubjects.ts";
import { FindingReporter, type Report } from "./findings/findingReporter.ts";
import { findLookAlikes } from "./mistakes/lookAlikeSigns.ts";
import { explainSyntaxError } from "./mistakes/syntaxErrors.ts";
import { type NameReading, readModel, readName } from "./values/readModel.ts";
import type { UnitPlace } from "./values/unitDoubt.ts";
import { checkKeys } from "./vocabulary/checkKeys.ts";
import { checkStructure } from "./vocabulary/checkStructure.ts";
import { buildTree } from "./yaml/buildTree.ts";
import type { MapNode, TreeNode } from "./yaml/cardTree.ts";
import { parseYaml, type YamlReading } from "./yaml/parseYaml.ts";
import { firstContentLine } from "./yaml/splitStream.ts";
import { treeAfterEdit } from "./yaml/treeAfterEdit.ts";

/**
 * Reads one card, as if it stood alone at the start of a file. In stages, so that one mistake gives
 * one finding: what YAML cannot read has no structure, and what has no structure has no values.
 * Never throws.
 */
export function readCard(text: string): Card {
  const firstLine = firstContentLine(text);
  const reporter = new FindingReporter(text.length);
  const conflict = /^(?:<{7}|>{7})(?: |\r?$).*$/m.exec(text);
  if (conflict !== null) {
    const [line] = conflict;
    reporter.report(
      { kind: "merge-conflict" },
      { start: conflict.index, end: conflict.index + line.trimEnd().length },
    );
    return unreadable({ text, firstLine, reporter });
  }
  const reading = parseYaml(text);
  if (reading.kind !== "document") {
    reportRefusal(reading, firstLine, reporter.report);
    return unreadable({ text, firstLine, reporter });
  }
  const { document, secondDocument, tokens } = reading;
  const { root, errors, unclosed, isTooLarge } = buildTree(document, text, reporter.report);
  const syntaxError = errors.first();
  if (syntaxError !== undefined) {
    const { subject, range, from } = explainSyntaxError(syntaxError, unclosed, text, root, tokens);
    // Recovery invents what stands after the mistake; findings there would be about its inventions.
    reporter.forgetFrom(from);
    reporter.report({ kind: "syntax", ...subject }, range);
    const name = nameBefore(root, from);
    return unreadable({ text, firstLine, reporter, name, tree: mapOf(root) });
  }
  if (secondDocument !== undefined) reportSecondDocument(secondDocument, text, reporter.report);
  if (isTooLarge) {
    reporter.report({ kind: "alias-size" }, firstLine);
    return unreadable({ text, firstLine, reporter });
  }
  if (root.kind !== "map") {
    const subject: CardSubject =
      root.kind === "list" ? { kind: "top-level-list" } : { kind: "not-a-map", isBlank: false };
    reporter.report(subject, firstLine);
    return unreadable({ text, firstLine, reporter });
  }
  return readTree(root, text, reporter);
}

/**
 * Reads a card again after its text changed. The result equals that of `readCard`.
 * @param text the text that the card was read from
 */
export function rereadCard(card: Card, text: string, newText: string): Card {
  const tree = card.tree && card.isWellFormed ? treeAfterEdit(card.tree, text, newText) : undefined;
  return tree === undefined
    ? readCard(newText)
    : readTree(tree, newText, new FindingReporter(newText.length));
}

/** @param reporter has the mistakes in the card's YAML already */
function readTree(tree: MapNode, text: string, reporter: FindingReporter): Card {
  const firstLine = firstContentLine(text);
  const isWellFormed = reporter.isEmpty;
  const signs = findLookAlikes(tree, reporter.report);
  checkKeys(tree, readName(tree)?.range ?? firstLine, reporter.report);
  checkStructure(tree, reporter.report);
  const { model, ranges } = readModel(tree, firstLine, unitPlaceOf(tree, text), reporter.report);
  return {
    index: 0,
    range: { start: 0, end: text.length },
    name: model?.name,
    model,
    ranges,
    findings: reporter.sorted().filter((finding) => !isConsequence(finding, signs)),
    tree,
    isWellFormed,
  };
}

/** What is said of a text that is not what it looks like follows from its sign. */
function isConsequence({ code, range }: Finding, signs: readonly SourceRange[]): boolean {
  return code !== "look-alike" && signs.some(({ start, end }) => start === range.start && end === range.end);
}

function mapOf(root: TreeNode): MapNode | undefined {
  return root.kind === "map" ? root : undefined;
}

/** The name, if it stands before the mistake that makes the rest doubtful. */
function nameBefore(root: TreeNode, offset: number): NameReading | undefined {
  const name = root.kind === "map" ? readName(root) : undefined;
  return name !== undefined && name.range.end <= offset ? name : undefined;
}

/** What is known of a card that cannot be read. */
interface UnreadableCard {
  readonly text: string;
  readonly firstLine: SourceRange;
  readonly reporter: FindingReporter;
  readonly name?: NameReading | undefined;
  readonly tree?: MapNode | undefined;
}

function unreadable({ text, firstLine, reporter, name, tree }: UnreadableCard): Card {
  return {
    index: 0,
    range: { start: 0, end: text.length },
    name: name?.name,
    model: undefined,
    ranges: {
      name: name?.range ?? firstLine,
      releaseDate: undefined,
      parameters: undefined,
      parametersKey: undefined,
      kind: undefined,
      checkpointOf: undefined,
      priceDate: undefined,
      quantization: undefined,
      baseModels: [],
      sources: [],
      evaluationDates: [],
      benchmarkKeys: new Map(),
      scores: new Map(),
      losses: new Map(),
    },
    findings: reporter.sorted(),
    tree,
    isWellFormed: false,
  };
}

function reportRefusal(
  reading: Exclude<YamlReading, { kind: "document" }>,
  firstLine: SourceRange,
  report: Report,
): void {
  switch (reading.kind) {
    case "too-deep":
      report({ kind: "nesting" }, { start: reading.offset, end: reading.offset + 1 });
      return;
    case "too-large":
      report({ kind: "card-size", limit: reading.limit }, firstLine);
      return;
    case "empty":
      report({ kind: "not-a-map", isBlank: true }, firstLine);
  }
}

function reportSecondDocument(offset: number, text: string, report: Report): void {
  const { start, end } = firstContentLine(text.slice(offset));
  report({ kind: "second-document" }, { start: offset + start, end: offset + end });
}

/** `unit: percent` belongs before `benchmarks`, on a line of its own or, in braces, with a comma. */
function unitPlaceOf(card: MapNode, text: string): UnitPlace | undefined {
  const key = card.entries.get("benchmarks")?.keyRange;
  // A key without a value is there already, and a second one would be a duplicate.
  if (key === undefined || card.entries.has("unit")) return undefined;
  const range = { start: key.start, end: key.start };
  if (card.isFlow) return { range, after: ", " };
  const indent = text.slice(text.lastIndexOf("\n", key.start - 1) + 1, key.start);
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  return /^ *$/.test(indent) ? { range, after: newline + indent } : undefined;
}
