import { type Denominator, denominators } from "../../density/denominator.ts";
import { denominatorNames } from "../../wording/choiceNames.ts";
import { type Choice, papers, type Settings } from "../choice.ts";
import { oneOf } from "../valueKind.ts";

/** The size that densities divide by. */
export const denominator: Choice<Denominator, Settings<"denominator">> = {
  key: "denominator",
  reach: "editor",
  value: oneOf(denominators),
  flag: {
    argument: "<size>",
    help: `size that densities divide by: ${denominators.join(", ")} (default: paper)`,
    commands: "all",
  },
  paper: () => "paper",
  settle: (chosen) => ({ denominator: chosen }),
  of: (settings) => settings.denominator,
  meanings: {
    paper: "Non-embedding parameters; the inference-time size of mixtures and quantised weights",
    "non-embedding": "Parameters without embeddings",
    total: "All parameters",
    active: "Parameters that work on a token",
  },
  control: {
    id: "denominator",
    label: "Size",
    phrase: (settings) => denominatorNames[settings.denominator],
  },
  menu: () => [
    {
      select: "one",
      entries: denominators.map((value) => ({
        label: denominatorNames[value],
        value,
        details: [value === "paper" ? papers : undefined],
      })),
    },
  ],
  rows: {
    group: "Size",
    areValues: true,
    alternatives: ({ analysis: { settings } }) =>
      denominators
        .filter((value) => value !== settings.denominator)
        .map((value) => ({ label: denominatorNames[value], value })),
  },
};
