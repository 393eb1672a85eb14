import { Command, Option } from "commander";
import { type Denominator, denominators } from "../density/denominator.ts";
import type { CollectionChoices } from "../method/collectionSettings.ts";
import { defaultReferenceName } from "../references/references.ts";
import { type KindChoice, kindChoices } from "../trend/collection/membership.ts";
import { calendarDay, oneOf, positiveNumber, someOf } from "./arguments.ts";

/** Options of every command that reads a collection. */
export interface CollectionOptions {
  readonly reference?: string;
  readonly basis?: string;
  readonly denominator?: Denominator;
  readonly kinds?: readonly KindChoice[];
  readonly d0?: number;
  readonly asOf?: number;
}

/**
 * A command over the cards of the paths given, with the options that change its numbers.
 * @param before name and description of each argument that comes before the paths
 */
export function collectionCommand(
  name: string,
  before: readonly (readonly [string, string])[] = [],
): Command {
  const command = new Command(name);
  for (const [argument, description] of before) command.argument(argument, description);
  return command
    .argument("[paths...]", "card files and folders, together one collection (default: this folder)")
    .addOption(
      new Option(
        "--reference <name>",
        `reference model: a name or a *.reference.yaml file (default: ${defaultReferenceName})`,
      ),
    )
    .addOption(
      new Option(
        "--basis <id>",
        "score that densities are read from: average, mmlu, bbh, ..., or available: the mean of the densities a card has (default: average)",
      ),
    )
    .addOption(
      new Option(
        "--denominator <size>",
        `size that densities divide by: ${denominators.join(", ")} (default: paper)`,
      ).argParser(oneOf(denominators)),
    )
    .addOption(
      new Option(
        "--kinds <list>",
        "kinds in the trend: base, instruct, pruned, distilled, merged, quantized, or all (default: base,pruned,distilled)",
      ).argParser(someOf(kindChoices)),
    )
    .addOption(
      new Option(
        "--d0 <tokens>",
        "training tokens of the reference model (default: the reference's, 5e12)",
      ).argParser(positiveNumber),
    )
    .addOption(new Option("--as-of <date>", "day taken for today, YYYY-MM-DD").argParser(calendarDay));
}

/** The choices that flags make; a flag not given chooses nothing. */
export function choicesOf(options: CollectionOptions): CollectionChoices {
  const { reference, basis, denominator, kinds, d0 } = options;
  return {
    ...(reference !== undefined && { reference }),
    ...(basis !== undefined && { basis }),
    ...(denominator !== undefined && { denominator }),
    ...(kinds !== undefined && { kinds }),
    ...(d0 !== undefined && { d0 }),
  };
}
