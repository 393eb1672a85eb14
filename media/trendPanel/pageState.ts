import type { PanelData } from "../../server/src/protocol.ts";

export type View = "figure" | "table";

/** What a person chose in the page itself. */
export interface PageChoices {
  /** Families switched off in the legend. */
  readonly hiddenFamilies: ReadonlySet<string>;
  readonly view: View;
}

/** What the page keeps over a reload. */
export interface KeptState {
  readonly choices: PageChoices;
  /** Absent when it was too large to be kept. */
  readonly data: PanelData | undefined;
}

/** As it is stored; another shape of data gets another number, and the old state is forgotten. */
const shape = 1;

/** Larger data, in characters of JSON, would slow VS Code down on every keystroke. */
const mostCharacters = 1_000_000;

export const noChoices: PageChoices = { hiddenFamilies: new Set(), view: "figure" };

/** The state to hand to VS Code: plain data, and not too much of it. */
export function storedState(data: PanelData, { hiddenFamilies, view }: PageChoices): object {
  const isSmall = JSON.stringify(data).length <= mostCharacters;
  return {
    shape,
    folderUri: data.folderUri,
    hiddenFamilies: [...hiddenFamilies],
    view,
    ...(isSmall && { data }),
  };
}

/** Reads what VS Code kept; anything unexpected counts as nothing. */
export function keptState(stored: unknown): KeptState {
  const nothing: KeptState = { choices: noChoices, data: undefined };
  if (typeof stored !== "object" || stored === null) return nothing;
  const kept = stored as Record<string, unknown>;
  if (kept.shape !== shape) return nothing;
  const names = Array.isArray(kept.hiddenFamilies) ? kept.hiddenFamilies : [];
  return {
    choices: {
      hiddenFamilies: new Set(names.filter((name) => typeof name === "string")),
      view: kept.view === "table" ? "table" : "figure",
    },
    // Written by this very version of the page, as `shape` says.
    data: kept.data as PanelData | undefined,
  };
}
