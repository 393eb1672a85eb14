import type { CodeAction } from "vscode-languageserver-types";
import type { CardFile } from "../../cards/card.ts";
import type { LocatedFinding, LocatedFix } from "../../cards/locatedFinding.ts";
import { type CardContext, cardAt } from "../cardContext.ts";
import { fileAfter, hasNewError } from "./fileAfter.ts";
import { meet, quickFix } from "./quickFix.ts";

/** A finding and one way to put it right. */
export interface Correction {
  readonly finding: LocatedFinding;
  readonly fix: LocatedFix;
}

/**
 * One action for all findings of a kind: the only way of each, or one way by its title where there are
 * several, so that nothing is decided for all that is undecided for one.
 * @param corrections of all findings of the kind in the file
 * @param here findings that the actions are asked for
 * @param areAll whether there are no more of the kind
 */
export function fixesOfAll(
  context: CardContext,
  corrections: readonly Correction[],
  here: readonly LocatedFinding[],
  areAll: boolean,
): CodeAction[] {
  const certain = corrections.filter(({ fix }) => fix.isGuess !== true);
  const ways = new Map<LocatedFinding, number>();
  for (const { finding } of certain) ways.set(finding, (ways.get(finding) ?? 0) + 1);
  const decided = certain.filter(({ finding }) => ways.get(finding) === 1);
  const undecided = certain.filter(({ finding }) => ways.get(finding) !== 1);
  const titles = new Set(undecided.map(({ fix }) => fix.title));
  return [
    ...fixAll(context, decided, here, (code, count) =>
      areAll ? `Fix all ${count} ${code} in this file` : `Fix ${count} ${code} from here on`,
    ),
    ...[...titles].flatMap((title) => {
      const same = undecided.filter(({ fix }) => fix.title === title);
      return fixAll(context, same, here, (_, count) =>
        areAll ? `${title}, all ${count} in this file` : `${title}, ${count} from here on`,
      );
    }),
  ];
}

/** Several corrections at once; those that would meet another are left for the next time. */
function fixAll(
  context: CardContext,
  corrections: readonly Correction[],
  here: readonly LocatedFinding[],
  titleOf: (code: string, count: number) => string,
): CodeAction[] {
  const chosen: Correction[] = [];
  for (const correction of inOrder(corrections)) {
    const { fix } = correction;
    // In their order only the one before can be in the way.
    const before = chosen.at(-1)?.fix;
    if (before === undefined || !meet(before, fix)) chosen.push(correction);
  }
  const fixes = chosen.map(({ fix }) => fix);
  const [first] = chosen;
  const isOfHere = chosen.some(({ finding }) => here.includes(finding));
  if (first === undefined || chosen.length < 2 || !isOfHere) return [];
  if (mayGoWrong(context, fixes)) return [];
  const findings = chosen.map(({ finding }) => finding);
  const title = titleOf(first.finding.code, chosen.length);
  return [quickFix(context.document, title, fixes, findings, false)];
}

function inOrder(corrections: readonly Correction[]): Correction[] {
  return corrections.toSorted(({ fix: { start: first } }, { fix: { start: second } }) =>
    first.line === second.line ? first.character - second.character : first.line - second.line,
  );
}

/**
 * Whether changes, each fine by itself, leave errors that were not there: removals that take all of a map,
 * entries that are written twice, or cards that become readable and have one name.
 */
function mayGoWrong({ document, file }: CardContext, fixes: readonly LocatedFix[]): boolean {
  const takesOrAdds = fixes.some(({ newText }) => newText === "" || newText.includes("\n"));
  const makesCards = fixes.some(({ start, newText }) => {
    const card = cardAt({ document, file }, start);
    return card?.model === undefined || /^---/m.test(newText);
  });
  if (!takesOrAdds && !makesCards) return false;
  const after = fileAfter({ document, file }, fixes);
  const known = namesakes(file);
  return hasNewError(file, after) || [...namesakes(after)].some((name) => !known.has(name));
}

/** Names that several readable cards have. */
function namesakes({ cards }: CardFile): ReadonlySet<string> {
  const names = cards.flatMap(({ model }) => model?.name ?? []);
  return new Set(names.filter((name, position) => names.indexOf(name) !== position));
}
