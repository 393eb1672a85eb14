import { availableBasis, type Basis } from "../../density/basisScore.ts";
import { capabilityDensity } from "../../density/capabilityDensity.ts";
import { counted } from "../../text/numbers.ts";
import { exclusionReason } from "../../trend/collection/membership.ts";
import { paperReferenceName } from "../../trend/questions/paperReference.ts";
import { basisName } from "../../wording/benchmarkNames.ts";
import { type Choice, type ChoiceContext, papers, type Settings } from "../choice.ts";
import { text } from "../valueKind.ts";

/** Above so many cards the models of each basis are not counted: the menu must not be waited for. */
const mostCounted = 1000;

/** The score that densities are read from. */
export const basis: Choice<Basis, Settings<"basis">> = {
  key: "basis",
  reach: "editor",
  value: text,
  flag: {
    argument: "<id>",
    help: "score that densities are read from: average, mmlu, bbh, ..., or available: the mean of the densities a card has (default: average)",
    commands: "all",
  },
  paper: ({ composite }) => composite.id,
  settle: (chosen) => ({ basis: chosen }),
  of: (settings) => settings.basis,
  refusal: (chosen, { name, curves }) =>
    chosen === availableBasis || curves.has(chosen)
      ? undefined
      : `reference ${name} has no curve for the basis ${chosen}; it has ${[...curves.keys()].join(", ")}, and ${availableBasis}`,
  proposals: ({ reference: { name, curves, composite }, benchmarkName }) => [
    ...[...curves.keys()]
      .sort((first, second) => Number(second === composite.id) - Number(first === composite.id))
      .map((id) => ({ text: id, detail: benchmarkName(id) ?? `Curve of ${name}` })),
    { text: availableBasis, detail: "Those of the five that a card has" },
  ],
  control: {
    id: "basis",
    label: "Basis",
    phrase: ({ basis: chosen, reference }) => basisName(chosen, reference),
    shortPhrase: ({ basis: chosen, reference }) =>
      chosen === reference.composite.id
        ? `${chosen} of ${reference.composite.of.length}`
        : basisName(chosen, reference),
  },
  /** The composite, each benchmark with a curve, and the mean of what a card has; with the models of each. */
  menu: (context) => {
    const { reference } = context.analysis.settings;
    const composite = reference.composite.id;
    const others = [...reference.curves.keys()].filter((id) => id !== composite);
    const bases = [
      ...(reference.curves.has(composite) ? [composite] : []),
      ...others,
      ...(others.length > 0 ? [availableBasis] : []),
    ];
    return [
      {
        select: "one",
        entries: bases.map((value) => ({
          label: basisName(value, reference),
          value,
          details: [
            membersUnder(value, context),
            reference.name === paperReferenceName && value === composite ? papers : undefined,
          ],
        })),
      },
    ];
  },
  rows: {
    group: "Basis",
    areValues: true,
    alternatives: ({ analysis: { settings } }) =>
      [...settings.reference.curves.keys()]
        .filter((id) => id !== settings.basis)
        .map((value) => {
          const isFree = settings.benchmarkFacts.get(value)?.isContaminationFree === true;
          return {
            label: `${basisName(value, settings.reference)}${isFree ? ", contamination-free" : ""}`,
            value,
          };
        }),
  },
};

function membersUnder(chosen: Basis, { analysis, isOpen }: ChoiceContext): string | undefined {
  const { models, settings, trend } = analysis;
  if (chosen === settings.basis) return counted(trend.points.length, "model");
  if (isOpen !== true || models.length > mostCounted) return undefined;
  const changed = { ...settings, basis: chosen };
  const members = models.filter(({ model, excluded }) => {
    const isDuplicate = excluded === "duplicate-name";
    return exclusionReason(model, capabilityDensity(model, changed), isDuplicate, changed) === undefined;
  });
  return counted(members.length, "model");
}
