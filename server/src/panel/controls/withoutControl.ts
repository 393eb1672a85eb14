import { type ControlContext, type ControlGroup, optionOf } from "./controlContext.ts";

/** The models left out by choice, each to be taken back; nothing when none is. */
export function withoutGroups(context: ControlContext): ControlGroup[] {
  const { without } = context.analysis.settings;
  return [
    { select: "one", options: [optionOf("no model", { without: [] }, context, ["the paper’s"])] },
    {
      select: "many",
      options: without.map((name) => ({
        ...optionOf(name, { without: without.filter((other) => other !== name) }, context),
        isChosen: true,
      })),
    },
  ];
}
