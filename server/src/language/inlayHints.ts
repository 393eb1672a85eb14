import { type InlayHint, InlayHintKind, type Range } from "vscode-languageserver-types";
import { formatParameters } from "../trend/wording/numbers.ts";
import { analysedCard, type CardContext } from "./cardContext.ts";

/** Behind each score that counts, the size of the reference model that has it. */
export function inlayHintsIn(context: CardContext, { start, end }: Range): InlayHint[] {
  const [from, to] = [context.document.offsetAt(start), context.document.offsetAt(end)];
  return context.file.cards.flatMap((card) => {
    if (card.range.end < from || card.range.start > to) return [];
    const benchmarks = analysedCard(context, card)?.density.benchmarks ?? [];
    return benchmarks.flatMap(({ benchmark, score, effectiveSize }): InlayHint[] => {
      const index = card.model?.scores.get(benchmark)?.indexOf(score) ?? -1;
      const range = card.ranges.scores.get(benchmark)?.[index];
      if (effectiveSize?.kind !== "size" || range === undefined) return [];
      return [
        {
          position: context.document.positionAt(range.end),
          label: `${formatParameters(effectiveSize.parameters)} effective`,
          kind: InlayHintKind.Type,
          paddingLeft: true,
        },
      ];
    });
  });
}
