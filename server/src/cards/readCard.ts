import type { Card } from "./card.ts";
import type { SourceRange } from "./finding.ts";
import { FindingCollector, type Report } from "./findingReporter.ts";
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
  const collector = new FindingCollector(text.length);
  const reading = parseYaml(text);
  if (reading.kind !== "document") {
    reportRefusal(reading, firstLine, collector.report);
    return unreadable({ text, firstLine, collector });
  }
  const { document, secondDocument } = reading;
  const { root, errors, unclosed, isTooLarge } = buildTree(document, text, collector.report);
  const syntaxError = errors.first();
  if (syntaxError !== undefined) {
    const finding = explainSyntaxError(syntaxError, unclosed, text, root);
    // Recovery invents what stands after the mistake; findings there would be about its inventions.
    collector.forgetFrom(finding.from);
    collector.report("syntax", finding.range, finding.message);
    const name = nameBefore(root, finding.from);
    return unreadable({ text, firstLine, collector, name, tree: mapOf(root) });
  }
  if (secondDocument !== undefined) reportSecondDocument(secondDocument, text, collector.report);
  if (isTooLarge) {
    const message =
      "Aliases repeat each other until this card has too many values to be read. Write the values themselves.";
    collector.report("alias-size", firstLine, message);
    return unreadable({ text, firstLine, collector });
  }
  if (root.kind !== "map") {
    reportNoMap(root, firstLine, collector.report);
    return unreadable({ text, firstLine, collector });
  }
  return readTree(root, text, collector);
}

/**
 * Reads a card again after its text changed. The result equals that of `readCard`.
 * @param text the text that the card was read from
 */
export function rereadCard(card: Card, text: string, newText: string): Card {
  const tree = card.tree && card.isWellFormed ? treeAfterEdit(card.tree, text, newText) : undefined;
  return tree === undefined
    ? readCard(newText)
    : readTree(tree, newText, new FindingCollector(newText.length));
}

/** @param collector has the mistakes in the card's YAML already */
function readTree(tree: MapNode, text: string, collector: FindingCollector): Card {
  const firstLine = firstContentLine(text);
  const isWellFormed = collector.isEmpty;
  checkKeys(tree, readName(tree)?.range ?? firstLine, collector.report);
  checkStructure(tree, collector.report);
  const { model, ranges } = readModel(tree, firstLine, unitPlaceOf(tree, text), collector.report);
  return {
    index: 0,
    range: { start: 0, end: text.length },
    name: model?.name,
    model,
    ranges,
    findings: collector.sorted(),
    tree,
    isWellFormed,
  };
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
  readonly collector: FindingCollector;
  readonly name?: NameReading | undefined;
  readonly tree?: MapNode | undefined;
}

function unreadable({ text, firstLine, collector, name, tree }: UnreadableCard): Card {
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
      baseModels: [],
      sources: [],
      evaluationDates: [],
      benchmarkKeys: new Map(),
      scores: new Map(),
      losses: new Map(),
    },
    findings: collector.sorted(),
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
    case "too-deep": {
      const range = { start: reading.offset, end: reading.offset + 1 };
      report(
        "nesting",
        range,
        "Lists and maps are nested more than 100 levels deep here. A card needs four.",
      );
      return;
    }
    case "too-large":
      report(
        "card-size",
        firstLine,
        `This card has more than ${reading.limit}, so it is not read. A line --- starts the next card.`,
      );
      return;
    case "empty":
      report(
        "not-a-map",
        firstLine,
        "There is no card here. A card is keys with values, as `name: Qwen2.5-7B`.",
      );
  }
}

function reportNoMap(root: TreeNode, firstLine: SourceRange, report: Report): void {
  if (root.kind === "list") {
    report(
      "top-level-list",
      firstLine,
      "This is a list, and a card is a map of keys with values. For several cards in one file write a line --- between them and no dashes before their names.",
    );
    return;
  }
  report("not-a-map", firstLine, "This is no card yet. A card is keys with values, as `name: Qwen2.5-7B`.");
}

function reportSecondDocument(offset: number, text: string, report: Report): void {
  const { start, end } = firstContentLine(text.slice(offset));
  report(
    "second-document",
    { start: offset + start, end: offset + end },
    "What follows a line ... is not read. Start the next card with a line --- instead.",
  );
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
