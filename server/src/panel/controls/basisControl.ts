import { availableBasis, type Basis } from "../../density/basisScore.ts";
import { capabilityDensity } from "../../density/capabilityDensity.ts";
import { counted } from "../../text/numbers.ts";
import { exclusionReason } from "../../trend/collection/membership.ts";
import { paperReferenceName } from "../../trend/questions/paperReference.ts";
import { basisName } from "../../wording/benchmarkNames.ts";
import { type ControlContext, type ControlGroup, optionOf } from "./controlContext.ts";

/** Above so many cards the models of each basis are not counted: the menu must not be waited for. */
const mostCounted = 1000;

/** The composite, each benchmark with a curve, and the mean of what a card has; with the models of each. */
export function basisGroups(context: ControlContext): ControlGroup[] {
  const { reference } = context.analysis.settings;
  const others = [...reference.curves.keys()].filter((id) => id !== reference.composite.id);
  const composite = reference.curves.has(reference.composite.id) ? [reference.composite.id] : [];
  const bases = [...composite, ...others, ...(others.length > 0 ? [availableBasis] : [])];
  return [
    {
      select: "one",
      options: bases.map((basis) =>
        optionOf(basisName(basis, reference), { basis }, context, [
          membersUnder(basis, context),
          reference.name === paperReferenceName && basis === reference.composite.id
            ? "the paper’s"
            : undefined,
        ]),
      ),
    },
  ];
}

function membersUnder(basis: Basis, { analysis, isOpen }: ControlContext): string | undefined {
  const { models, settings, trend } = analysis;
  if (basis === settings.basis) return counted(trend.points.length, "model");
  if (isOpen !== true || models.length > mostCounted) return undefined;
  const changed = { ...settings, basis };
  const members = models.filter(({ model, excluded }) => {
    const isDuplicate = excluded === "duplicate-name";
    return exclusionReason(model, capabilityDensity(model, changed), isDuplicate, changed) === undefined;
  });
  return counted(members.length, "model");
}
