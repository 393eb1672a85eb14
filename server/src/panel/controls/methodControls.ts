import { denominators } from "../../density/denominator.ts";
import { counted } from "../../text/numbers.ts";
import { defaultKinds, type KindChoice, kindChoices } from "../../trend/collection/membership.ts";
import { defaultTau, type Estimator } from "../../trend/fit/estimator.ts";
import { denominatorNames, estimatorName } from "../../wording/assumptions.ts";
import { kindName } from "../../wording/exclusions.ts";
import {
  type ControlContext,
  type ControlGroup,
  type ControlOption,
  choicesAfter,
  optionOf,
} from "./controlContext.ts";

const papers = "the paper’s";

/** The size that densities divide by. */
export function denominatorGroups(context: ControlContext): ControlGroup[] {
  return [
    {
      select: "one",
      options: denominators.map((denominator) =>
        optionOf(denominatorNames[denominator], { denominator }, context, [
          denominator === "paper" ? papers : undefined,
        ]),
      ),
    },
  ];
}

/** Quantiles to choose from beside the one in force. */
const taus = [defaultTau, 0.95] as const;

/** What the line is fitted to. */
export function estimatorGroups(context: ControlContext): ControlGroup[] {
  const { settings } = context.analysis;
  const quantiles = [...new Set([...taus, settings.tau])].sort((first, second) => first - second);
  return [
    {
      select: "one",
      options: [
        withoutQuantile("records", context, papers),
        ...quantiles.map((tau) =>
          optionOf(estimatorName("quantile", tau), { estimator: "quantile", tau }, context),
        ),
        withoutQuantile("all", context),
      ],
    },
  ];
}

/** An estimator that is no quantile takes none along: the one beside it is the folder's again. */
function withoutQuantile(estimator: Estimator, context: ControlContext, detail?: string): ControlOption {
  const tau = context.folderChoices.tau ?? defaultTau;
  return {
    ...optionOf(estimatorName(estimator, tau), { estimator }, context, [detail]),
    choices: choicesAfter({ estimator, tau }, context),
  };
}

/** The kinds in the trend: those of the paper, all, and a switch for each. */
export function kindsGroups(context: ControlContext): ControlGroup[] {
  const { settings, models } = context.analysis;
  const count = (choice: KindChoice) =>
    models.filter(({ model: { kind = "base", weightBits } }) =>
      choice === "quantized" ? weightBits !== undefined : kind === choice,
    ).length;
  return [
    {
      select: "one",
      options: [
        optionOf(defaultKinds.map(kindName).join(", "), { kinds: defaultKinds }, context, [papers]),
        optionOf("all", { kinds: kindChoices }, context),
      ],
    },
    {
      select: "many",
      options: kindChoices.map((kind) => {
        const isChosen = settings.kinds.includes(kind);
        const others = kindChoices.filter((choice) => (choice === kind) !== settings.kinds.includes(choice));
        const isLast = others.length === 0;
        const option = optionOf(kindName(kind), { kinds: isLast ? settings.kinds : others }, context);
        const detail = isLast ? "at least one kind" : counted(count(kind), "model");
        return { ...option, detail, isChosen };
      }),
    },
  ];
}
