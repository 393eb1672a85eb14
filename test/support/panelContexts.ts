import type { Model } from "../../server/src/density/model.ts";
import {
  type CollectionChoices,
  chosenReference,
  mergeChoices,
  resolveSettings,
} from "../../server/src/method/collectionSettings.ts";
import type { ControlContext } from "../../server/src/panel/controls/controlContext.ts";
import type { ControlGroup, ControlOption } from "../../server/src/panel/controls/menus.ts";
import type { PanelChoices } from "../../server/src/panel/panelQuestion.ts";
import { type NamedReference, shippedReferences } from "../../server/src/references/references.ts";
import { analysisOf, paperModels } from "./figures.ts";

/** A panel over models, with what it chose and what its folder says. */
export function panelContext(
  choices: PanelChoices = {},
  folderChoices: CollectionChoices = {},
  { models = paperModels, own = [] }: { models?: readonly Model[]; own?: readonly NamedReference[] } = {},
): ControlContext {
  const references = [...shippedReferences(), ...own];
  const said = mergeChoices(choices, folderChoices);
  const reference = references.find(({ name }) => name === chosenReference(said))?.reference;
  if (reference === undefined) throw new Error(`There is no reference ${chosenReference(said)}`);
  const resolution = resolveSettings(said, reference);
  if (resolution.kind === "invalid") throw new Error(resolution.problem);
  return { analysis: analysisOf(models, resolution.settings), choices, folderChoices, references };
}

/** The entry of a menu by its label; throws when there is none. */
export function optionNamed(label: string, groups: readonly ControlGroup[]): ControlOption {
  const options = groups.flatMap((group) => group.options);
  const found = options.find((option) => option.label.replaceAll("\u00a0", " ") === label);
  if (found === undefined)
    throw new Error(`No ${label} among ${options.map((each) => each.label).join(", ")}`);
  return found;
}
