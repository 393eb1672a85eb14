import { type InlayHint, InlayHintKind, type Range } from "vscode-languageserver-types";
import type { SourceRange } from "../cards/finding.ts";
import type { EffectiveSize } from "../density/effectiveParameters.ts";
import { formatParameters } from "../text/numbers.ts";
import { analysedCard, type CardContext } from "./cardContext.ts";

/** Behind each score and loss that counts, the size of the reference model that has it. */
export function inlayHintsIn(context: CardContext, { start, end }: Range): InlayHint[] {
  const [from, to] = [context.document.offsetAt(start), context.document.offsetAt(end)];
  return context.file.cards.flatMap((card) => {
    if (card.range.end < from || card.range.start > to) return [];
    const density = analysedCard(context, card)?.density;
    if (density === undefined) return [];
    return [
      ...density.benchmarks.flatMap(({ benchmark, score, effectiveSize }) => {
        const index = card.model?.scores.get(benchmark)?.indexOf(score) ?? -1;
        return hintBehind(context, card.ranges.scores.get(benchmark)?.[index], effectiveSize);
      }),
      ...density.losses.flatMap(({ benchmark, effectiveSize }) =>
        hintBehind(context, card.ranges.losses.get(benchmark)?.[0], effectiveSize),
      ),
    ];
  });
}

function hintBehind(
  { document }: CardContext,
  range: SourceRange | undefined,
  size: EffectiveSize | undefined,
): InlayHint[] {
  if (size?.kind !== "size" || range === undefined) return [];
  return [
    {
      position: document.positionAt(range.end),
      label: `${formatParameters(size.parameters)} effective`,
      kind: InlayHintKind.Type,
      paddingLeft: true,
    },
  ];
}
