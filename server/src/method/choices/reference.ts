import { availableBasis } from "../../density/basisScore.ts";
import { agree, underOtherMinima } from "../../density/otherMinimum.ts";
import type { Reference } from "../../density/reference.ts";
import { formatTokens } from "../../text/numbers.ts";
import type { AnalysisSettings } from "../../trend/collection/analyseCollection.ts";
import { paperReferenceName } from "../../trend/questions/paperReference.ts";
import { type Choice, type ChoiceContext, papers, type RowEntry, type Settings } from "../choice.ts";
import { positiveNumber, text } from "../valueKind.ts";

/** The reference that densities are relative to: the name of a shipped one, or the path of a file. */
export const reference: Choice<string, Settings<"reference">> = {
  key: "reference",
  reach: "editor",
  value: text,
  flag: {
    argument: "<name>",
    help: `reference model: a name or a *.reference.yaml file (default: ${paperReferenceName})`,
    commands: "all",
  },
  paper: () => paperReferenceName,
  settle: (_, chosen) => ({ reference: chosen }),
  of: ({ reference: { name } }) => name,
  proposals: ({ shippedReferences, ownReferences }) => [
    ...shippedReferences.map((name) => ({ text: name, detail: "Ships with Densing" })),
    ...ownReferences.map((path) => ({ text: path, detail: "Of this collection" })),
  ],
  control: {
    id: "reference",
    label: "Reference",
    phrase: ({ reference: { name, trainingTokens: own }, trainingTokens }) =>
      trainingTokens === own ? name : `${name}, D₀ ${formatTokens(trainingTokens)}`,
  },
  menu: ({ references, analysis: { settings } }) => [
    {
      select: "one",
      entries: references.map(({ name, reference: other }) => ({
        label: name,
        value: name,
        // Its own training tokens, and its own basis where it lacks the one in force.
        brings: {
          d0: other.trainingTokens,
          ...(!hasBasis(other, settings.basis) && { basis: other.composite.id }),
        },
        details: [name === paperReferenceName ? papers : undefined],
      })),
    },
  ],
  rows: {
    group: "Reference",
    alternatives: (context) => [...otherReferences(context), ...otherMinima(context)],
  },
};

/** Every other reference that has the basis, with its own training tokens. */
function otherReferences({ references, analysis: { settings } }: ChoiceContext): RowEntry<string>[] {
  return references
    .filter(
      ({ reference: other }) => other.name !== settings.reference.name && hasBasis(other, settings.basis),
    )
    .map(({ name, reference: other }) => ({
      label: other.name,
      value: name,
      along: { d0: other.trainingTokens, basis: settings.basis },
      reference: other,
    }));
}

/**
 * The reference's other minima, but for those that one of the other references has for its own law. No
 * choice leads there: of a fit that has several, a reference file has one for its law.
 */
function otherMinima(context: ChoiceContext): RowEntry<string>[] {
  const { settings } = context.analysis;
  const { basis, trainingTokens } = settings;
  const others = otherReferences(context).flatMap((row) => ("value" in row && row.reference) || []);
  const minima = underOtherMinima(settings.reference, basis);
  return minima.flatMap((changed, place) => {
    const at = { reference: changed, trainingTokens };
    const hasRow = others.some((other) =>
      agree(at, { reference: other, trainingTokens: other.trainingTokens }, basis),
    );
    // As the hover of a curve heads its columns.
    const label = `${changed.name}, other minimum${minima.length === 1 ? "" : ` ${place + 1}`}`;
    return hasRow ? [] : [{ label, settings: { ...settings, reference: changed } }];
  });
}

function hasBasis({ curves }: Reference, basis: AnalysisSettings["basis"]): boolean {
  return basis === availableBasis || curves.has(basis);
}

/** To choose from beside the reference's own: the arXiv version's, two between, and the tokens of Llama-3. */
const commonTokens = [1e12, 2e12, 5e12, 15e12] as const;

/** D0, the training tokens of the reference model. */
export const d0: Choice<number, Settings<"trainingTokens">> = {
  key: "d0",
  reach: "editor",
  value: positiveNumber,
  flag: {
    argument: "<tokens>",
    help: "training tokens of the reference model (default: the reference's, 5e12)",
    commands: "all",
  },
  paper: ({ trainingTokens }) => trainingTokens,
  settle: (trainingTokens) => ({ trainingTokens }),
  of: ({ trainingTokens }) => trainingTokens,
  control: "reference",
  proposals: () => [
    { text: "5e12", detail: "Training tokens of the journal's reference model" },
    { text: "1e12", detail: "Training tokens in the arXiv version" },
  ],
  menu: ({ analysis: { settings } }) => {
    const { reference: chosen, basis, trainingTokens } = settings;
    if (chosen.curves.get(basis)?.kind === "ladder") return [];
    const tokens = new Set([...commonTokens, chosen.trainingTokens, trainingTokens]);
    return [
      {
        title: "D₀, training tokens of the reference",
        select: "one",
        entries: [...tokens]
          .sort((first, second) => first - second)
          .map((value) => ({
            label: formatTokens(value),
            value,
            details: [value === chosen.trainingTokens ? "the reference’s own" : undefined],
          })),
      },
    ];
  },
  rows: {
    group: "Reference",
    alternatives: ({ analysis: { settings } }) =>
      commonTokens
        .filter((value) => value !== settings.trainingTokens)
        .map((value) => ({ label: `D₀ ${formatTokens(value)} tokens`, value })),
  },
};
