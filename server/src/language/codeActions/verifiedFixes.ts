import type { Card } from "../../cards/card.ts";
import type { SourceRange } from "../../cards/finding.ts";
import type { LocatedFinding, LocatedFix } from "../../cards/locatedFinding.ts";
import { isMarkup } from "../../cards/yaml/aliasOrText.ts";
import type { CardContext } from "../cardContext.ts";
import { bitsRepairs } from "./bitsRepairs.ts";
import { consistentCounts, countOfName, countRemoval } from "./countRepairs.ts";
import { entryOfCard, indentedEntries } from "./indentationRepairs.ts";
import { listRepairs } from "./listRepairs.ts";
import { leavesNextMistake } from "./nextMistake.ts";
import { twoCounts } from "./parameterRepairs.ts";
import { quotedValue } from "./quoteRepairs.ts";
import { isRight, placedRepair, type Repair } from "./repair.ts";
import { mapOfScores } from "./scoreListRepairs.ts";
import { syntaxRepairs } from "./syntaxRepairs.ts";
import { otherWord, ownBaseModel, typedValue, unitOfFractions, unreadableScore } from "./valueRepairs.ts";

/**
 * Fixes that are guesses about a text that is not read, or might leave something missing. Each is tried,
 * and offered only where it does what it is for and nothing worse.
 */
export function verifiedFixes(context: CardContext, card: Card, finding: LocatedFinding): LocatedFix[] {
  const { document } = context;
  const repairs = repairsOf(context, card, finding);
  const right = firstOfEach(repairs, (repair) => isRight(context, card, finding, repair));
  const isStep = (repair: Repair) => leavesNextMistake(document.getText(), card, repair);
  const offered = right.length > 0 || finding.code !== "syntax" ? right : firstOfEach(repairs, isStep);
  return offered.map((repair) => placedRepair(context, repair));
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
  switch (finding.code) {
    case "syntax":
      return syntaxRepairs(text, card, range);
    case "second-document":
      return startOfCard(text, card, range);
    case "not-indented":
      return indentedEntries(text, card, range);
    case "unknown-key":
      return entryOfCard(text, card, range);
    case "wrong-type":
      return [...typedValue(card, range), ...mapOfScores(text, card, range)];
    case "wrong-value":
      return otherWord(card, range);
    case "score-unreadable":
      return unreadableScore(context, card, range);
    case "score-unit":
      return finding.message.includes("`unit: fraction`") ? unitOfFractions(context, card) : [];
    case "base-model-cycle":
      return finding.message.includes("names itself") ? ownBaseModel(context, card) : [];
    case "alias-unknown":
      return isMarkup(text.slice(range.start, range.end)) ? quotedValue(text, card, range) : [];
    case "quantity-unknown":
      return countRemoval(context, card, range.start);
    case "quantity-shorthand":
      return twoCounts(text, card, range);
    case "active-missing":
      return countOfName(text, card, "active");
    case "total-missing":
      return countOfName(text, card, "total");
    case "counts-inconsistent":
      return consistentCounts(context, card, range);
    case "quantization-bits":
      return bitsRepairs(text, card);
    case "top-level-list":
      return listRepairs(text, card);
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
