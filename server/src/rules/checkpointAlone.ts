import { yamlText } from "../cards/yaml/plainText.ts";
import { modelSpelling } from "../density/modelNames.ts";
import { quoted } from "../text/suggestions.ts";
import type { CollectionRule } from "./rule.ts";

/** A training run that nothing else of the collection names: its checkpoint counts as a model of its own. */
export const checkpointAlone: CollectionRule = ({ model }, { runNamed }) => {
  const { checkpointOf: run } = model;
  if (run === undefined) return [];
  const { bearers, meant: near } = runNamed(run);
  if (bearers > 1) return [];
  // Of two spellings the one that the card's own name begins with is no slip.
  const meant = modelSpelling(model.name).startsWith(modelSpelling(run)) ? undefined : near;
  return [
    {
      part: "checkpoint-of",
      subject: { kind: "checkpoint-alone", run, meant },
      ...(meant !== undefined && {
        replacements: [{ title: `Write ${quoted(meant)}`, newText: yamlText(meant) }],
      }),
    },
  ];
};
