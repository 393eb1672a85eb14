import { cardMessage } from "../../cards/findings/cardMessages.ts";
import { readQuantity } from "../../cards/values/quantity.ts";
import { formatParameterLimit } from "../../text/numbers.ts";
import { datedPrices } from "../../trend/questions/corollaries.ts";
import type { Choice, Settings } from "../choice.ts";
import { orNone, positiveNumber, type ValueKind } from "../valueKind.ts";

/** Abilities to choose from beside the one in force, in effective parameters. */
const abilities = [1e9, 7e9, 20e9, 70e9];

/** A count of parameters as cards write it: 20B, 2e10. */
const parameters: ValueKind<number> = {
  ...positiveNumber,
  read: (given) => {
    if (typeof given !== "string") return positiveNumber.read(given);
    const reading = readQuantity(given, "parameters");
    return reading.kind === "count" ? reading.count : undefined;
  },
  parse: (argument) => {
    const reading = readQuantity(argument, "parameters");
    return reading.kind === "count"
      ? { kind: "value", value: reading.count }
      : { kind: "problem", message: cardMessage(reading.subject) };
  },
};

/** The ability that prices are compared at; it moves no number of the trend. */
export const capable: Choice<number | null, Settings<"capableParameters">> = {
  key: "capable",
  reach: "densing.yaml",
  value: orNone(parameters),
  flag: {
    argument: "<size>",
    help: "prices of models with at least so many effective parameters alone, such as 20B",
    commands: "trend",
    no: { help: "prices of all models, whatever densing.yaml says", value: null },
  },
  paper: () => null,
  settle: (least) => ({ capableParameters: least ?? undefined }),
  of: ({ capableParameters }) => capableParameters ?? null,
  isQuestion: true,
  proposals: () => [{ text: "20B", detail: "At least 20 billion effective parameters" }],
  control: {
    id: "capable",
    label: "Ability",
    view: "prices",
    phrase: ({ capableParameters }) =>
      capableParameters === undefined
        ? "any"
        : `at least ${formatParameterLimit(capableParameters)} effective`,
  },
  menu: ({ analysis }) => {
    const chosen = analysis.settings.capableParameters;
    const offered = [...new Set([...abilities, ...(chosen === undefined ? [] : [chosen])])];
    const sizes = datedPrices(analysis).flatMap(({ id }) => {
      const size = analysis.modelById(id)?.density.effectiveSize;
      return size?.kind === "size" ? [size.parameters] : [];
    });
    return [
      {
        select: "one",
        entries: [
          { label: "any", value: null },
          ...offered
            .sort((first, second) => first - second)
            .map((value) => ({
              label: `at least ${formatParameterLimit(value)} effective parameters`,
              value,
              details: [`${sizes.filter((size) => size >= value).length} with a price`],
            })),
        ],
      },
    ];
  },
};
