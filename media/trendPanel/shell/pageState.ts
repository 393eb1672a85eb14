import { type Layer, readLayers } from "../../../server/src/figures/layers.ts";
import { keptQuestion, type PanelQuestion } from "../../../server/src/panel/panelQuestion.ts";
import type { PanelData } from "../../../server/src/protocol.ts";
import { readPins } from "../figure/pins.ts";
import { type AheadChoices, readAheadChoices } from "../panes/aheadChoices.ts";
import { readWindow, type TimeWindow } from "../zoom/timeWindow.ts";

export type View = "figure" | "table";

/** What a person chose in the page itself. */
export interface PageChoices {
  /** Families switched off in the legend. */
  readonly hiddenFamilies: ReadonlySet<string>;
  readonly view: View;
  /** Shown in figures that have layers; `undefined` until somebody chooses. */
  readonly layers: readonly Layer[] | undefined;
  /** The dates seen in figures over dates. */
  readonly window: TimeWindow;
  /** What is looked for by name; `undefined` while nobody looks. */
  readonly find: string | undefined;
  /** Ids of models to be compared, in the order in which they were pinned; some may be gone for now. */
  readonly pinned: readonly string[];
  /** What is asked ahead of the data; `undefined` while nobody asks. */
  readonly ahead: AheadChoices | undefined;
}

/** What the page keeps over a reload. */
export interface KeptState {
  readonly choices: PageChoices;
  /** What was asked last; `undefined` when nothing was kept. */
  readonly question: PanelQuestion | undefined;
  /** Absent when it was too large to be kept. */
  readonly data: PanelData | undefined;
}

/** As it is stored; another shape of data gets another number, and the old state is forgotten. */
const shape = 6;

/** Larger data, in characters of JSON, would slow VS Code down on every keystroke. */
const mostCharacters = 1_000_000;

export const noChoices: PageChoices = {
  hiddenFamilies: new Set(),
  view: "figure",
  layers: undefined,
  window: undefined,
  find: undefined,
  pinned: [],
  ahead: undefined,
};

/** The state to hand to VS Code: plain data, and not too much of it. */
export function storedState(
  data: PanelData,
  question: PanelQuestion,
  { hiddenFamilies, view, layers, window, find, pinned, ahead }: PageChoices,
): object {
  const isSmall = JSON.stringify(data).length <= mostCharacters;
  return {
    shape,
    question,
    hiddenFamilies: [...hiddenFamilies],
    view,
    ...(layers !== undefined && { layers }),
    ...(window !== undefined && { window }),
    pinned,
    ...(find !== undefined && { find }),
    ...(ahead !== undefined && { ahead }),
    ...(isSmall && { data }),
  };
}

/** Reads what VS Code kept; anything unexpected counts as nothing. */
export function keptState(stored: unknown): KeptState {
  const nothing: KeptState = { choices: noChoices, question: undefined, data: undefined };
  if (typeof stored !== "object" || stored === null) return nothing;
  const kept = stored as Record<string, unknown>;
  if (kept.shape !== shape) return nothing;
  const names = Array.isArray(kept.hiddenFamilies) ? kept.hiddenFamilies : [];
  return {
    choices: {
      hiddenFamilies: new Set(names.filter((name) => typeof name === "string")),
      view: kept.view === "table" ? "table" : "figure",
      layers: readLayers(kept.layers),
      window: readWindow(kept.window),
      find: typeof kept.find === "string" ? kept.find : undefined,
      pinned: readPins(kept.pinned),
      ahead: kept.ahead === undefined ? undefined : readAheadChoices(kept.ahead),
    },
    question: keptQuestion(kept.question),
    // Written by this very version of the page, as `shape` says.
    data: kept.data as PanelData | undefined,
  };
}
