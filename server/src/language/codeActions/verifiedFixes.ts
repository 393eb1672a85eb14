import type { Card } from "../../cards/card.ts";
import type { SourceRange } from "../../cards/finding.ts";
import type { LocatedFinding, LocatedFix } from "../../cards/locatedFinding.ts";
import type { CardContext } from "../cardContext.ts";
import { consistentCounts, countOfName, countRemoval } from "./countRepairs.ts";
import { entryOfCard, indentedEntries } from "./indentationRepairs.ts";
import { scoresOutOfGroup } from "./misplacedScores.ts";
import { twoCounts } from "./parameterRepairs.ts";
import { quotedValue } from "./quoteRepairs.ts";
import { isRight, placedRepair, type Repair } from "./repair.ts";
import { syntaxRepairs } from "./syntaxRepairs.ts";
import {
  otherWord,
  ownBaseModel,
  quantizationRemoval,
  typedValue,
  unitOfFractions,
  unreadableScore,
} from "./valueRepairs.ts";

/**
 * Fixes that are guesses about a text that is not read, or might leave something missing. Each is tried,
 * and offered only where it does what it is for and nothing worse.
 */
export function verifiedFixes(context: CardContext, card: Card, finding: LocatedFinding): LocatedFix[] {
  const repairs = repairsOf(context, card, finding);
  return firstOfEach(repairs, (repair) => isRight(context, card, finding, repair)).map((repair) =>
    placedRepair(context, repair),
  );
}

/** Of several ways to do one thing the first that is right. */
function firstOfEach(repairs: readonly Repair[], isRight: (repair: Repair) => boolean): readonly Repair[] {
  const found = new Map<string, Repair>();
  for (const repair of repairs) {
    if (!found.has(repair.title) && isRight(repair)) found.set(repair.title, repair);
  }
  return [...found.values()];
}

function repairsOf(context: CardContext, card: Card, finding: LocatedFinding): readonly Repair[] {
  const { document } = context;
  const text = document.getText();
  const range = { start: document.offsetAt(finding.start), end: document.offsetAt(finding.end) };
  const { subject } = finding;
  switch (subject.kind) {
    case "syntax":
      return syntaxRepairs(text, card, range, subject);
    case "second-document":
      return startOfCard(text, card, range);
    case "not-indented":
      return indentedEntries(text, card, range);
    case "unknown-key":
      return subject.problem === "of-card" ? entryOfCard(text, range) : [];
    case "wrong-type":
      return typedValue(card, range);
    case "wrong-value":
      return otherWord(card, range);
    case "score-unreadable":
      return unreadableScore(context, card, range);
    case "score-unit":
      return subject.others === undefined ? unitOfFractions(context, card) : [];
    case "base-model-cycle":
      return subject.way.length === 1 ? ownBaseModel(context, card) : [];
    case "alias-unknown":
      return subject.isMarkup ? quotedValue(text, card, range) : [];
    case "quantity-unknown":
      return countRemoval(context, card, range.start);
    case "quantity-shorthand":
      return subject.problem === "total-and-active" ? twoCounts(text, card, range, subject) : [];
    case "quantization-bits":
      return subject.precision === "full" ? quantizationRemoval(context, card) : [];
    case "scores-misplaced":
      return subject.problem === "group" ? scoresOutOfGroup(text, card, range) : [];
    case "active-missing":
      return countOfName(text, card, "active");
    case "total-missing":
      return countOfName(text, card, "total");
    case "counts-inconsistent":
      return consistentCounts(context, card, range);
    default:
      return [];
  }
}

/** The line `...` above becomes the line that starts the next card. */
function startOfCard(text: string, card: Card, range: SourceRange): Repair[] {
  const above = text.slice(card.range.start, range.start);
  const end = /^\.\.\.[ \t]*(?=\r?\n\s*$)/m.exec(above);
  if (end === null) return [];
  const start = card.range.start + end.index;
  return [{ title: "Start a new card here", newText: "---", start, end: start + 3 }];
}
