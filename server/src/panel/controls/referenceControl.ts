import { availableBasis } from "../../density/basisScore.ts";
import type { NamedReference } from "../../references/references.ts";
import { formatTokens } from "../../text/numbers.ts";
import { paperReferenceName } from "../../trend/questions/paperReference.ts";
import { type ControlContext, type ControlGroup, methodInForce, optionOf } from "./controlContext.ts";

/** Training tokens to choose from beside the reference's own. */
const trainingTokens = [1e12, 2e12, 5e12, 15e12] as const;

/** The reference, and its training tokens where a curve depends on them. */
export function referenceGroups(context: ControlContext): ControlGroup[] {
  const { references, analysis } = context;
  const { reference, basis } = analysis.settings;
  const groups: ControlGroup[] = [
    { select: "one", options: references.map((named) => referenceOption(named, context)) },
  ];
  if (reference.curves.get(basis)?.kind === "ladder") return groups;
  const tokens = new Set([...trainingTokens, reference.trainingTokens, analysis.settings.trainingTokens]);
  return [
    ...groups,
    {
      title: "D₀, training tokens of the reference",
      select: "one",
      options: [...tokens]
        .sort((first, second) => first - second)
        .map((d0) =>
          optionOf(formatTokens(d0), { d0 }, context, [
            d0 === reference.trainingTokens ? "the reference’s own" : undefined,
          ]),
        ),
    },
  ];
}

/** A reference comes with its own training tokens, and with its own basis where it lacks the one in force. */
function referenceOption({ name, reference }: NamedReference, context: ControlContext) {
  const { basis } = context.analysis.settings;
  const hasBasis = basis === availableBasis || reference.curves.has(basis);
  const option = optionOf(
    name,
    {
      reference: name,
      d0: reference.trainingTokens,
      ...(!hasBasis && { basis: reference.composite.id }),
    },
    context,
    [name === paperReferenceName ? "the paper’s" : undefined],
  );
  return { ...option, isChosen: methodInForce(context).reference === name };
}
