import { type FigureId, figureIds } from "../figures/index.ts";
import type { MethodChoices } from "../method/methodChoices.ts";

/** The figures and tables of the panel. */
export type PanelView = FigureId | "methods" | "about";

/** In the order of its tabs. */
export const panelViews: readonly PanelView[] = [...figureIds, "methods", "about"];

/** What a person chose in a panel: it wins over `densing.yaml` and the editor's settings. */
export type PanelChoices = MethodChoices;

/** What a panel asks the server for. Plain data: it is kept with the page. */
export interface PanelQuestion {
  /** URI of a folder; the first collection with cards when absent or gone. */
  readonly folderUri?: string;
  readonly view: PanelView;
  readonly choices: PanelChoices;
  /** The day to which the trend is drawn ahead of the data; as the figure does it when absent. */
  readonly aheadEpochDay?: number;
}

export const firstQuestion: PanelQuestion = { view: "time", choices: {} };

/**
 * A question as a page keeps it; anything unexpected counts as absent, and questions that ask the same are
 * written alike.
 * @param choicesOf reads what was chosen. A page takes that as it is: it got it from the server, which
 *   reads it again.
 */
export function keptQuestion(
  value: unknown,
  choicesOf: (kept: object) => PanelChoices = inOneOrder,
): PanelQuestion {
  const { folderUri, view, choices, aheadEpochDay } = recordOf(value);
  return {
    ...(typeof folderUri === "string" && { folderUri }),
    view: panelViews.find((known) => known === view) ?? firstQuestion.view,
    choices: choicesOf(recordOf(choices)),
    ...(typeof aheadEpochDay === "number" && Number.isSafeInteger(aheadEpochDay) && { aheadEpochDay }),
  };
}

function inOneOrder(kept: object): PanelChoices {
  const made = Object.entries(kept).filter(([, value]) => value !== undefined);
  return Object.fromEntries(made.sort(([first], [second]) => (first < second ? -1 : 1)));
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
