import { type Denominator, denominators } from "../density/denominator.ts";
import type { MethodChoices } from "../method/methodChoices.ts";
import { type KindChoice, kindChoices } from "../trend/collection/membership.ts";
import { type Estimator, estimators } from "../trend/fit/estimator.ts";

/** The figures and tables of the panel, in the order of its tabs. */
export const panelViews = ["time", "benchmarks", "sizes", "curves", "prices", "methods"] as const;
export type PanelView = (typeof panelViews)[number];

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

/** Reads what a page or an earlier session kept; anything unexpected counts as not said. */
export function readPanelQuestion(value: unknown): PanelQuestion {
  const { folderUri, view, choices, aheadEpochDay } = recordOf(value);
  return {
    ...(typeof folderUri === "string" && { folderUri }),
    view: panelViews.find((known) => known === view) ?? firstQuestion.view,
    choices: readPanelChoices(choices),
    ...(isDay(aheadEpochDay) && { aheadEpochDay }),
  };
}

/** Reads choices; each that is not of its kind is left out. */
export function readPanelChoices(value: unknown): PanelChoices {
  const given = recordOf(value);
  const denominator: Denominator | undefined = denominators.find((known) => known === given.denominator);
  const estimator: Estimator | undefined = estimators.find((known) => known === given.estimator);
  const kinds: readonly KindChoice[] | undefined = Array.isArray(given.kinds)
    ? kindChoices.filter((kind) => (given.kinds as unknown[]).includes(kind))
    : undefined;
  const { reference, d0, basis, tau, sinceEpochDay, untilEpochDay, breakEpochDay, without } = given;
  return {
    ...(typeof reference === "string" && { reference }),
    ...(typeof d0 === "number" && d0 > 0 && Number.isFinite(d0) && { d0 }),
    ...(typeof basis === "string" && { basis }),
    ...(denominator !== undefined && { denominator }),
    ...(kinds !== undefined && { kinds }),
    ...(estimator !== undefined && { estimator }),
    ...(typeof tau === "number" && tau > 0 && tau < 1 && { tau }),
    ...((isDay(sinceEpochDay) || sinceEpochDay === null) && { sinceEpochDay }),
    ...((isDay(untilEpochDay) || untilEpochDay === null) && { untilEpochDay }),
    ...((isDay(breakEpochDay) || breakEpochDay === null) && { breakEpochDay }),
    ...(Array.isArray(without) && { without: without.filter((name) => typeof name === "string") }),
  };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function isDay(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value);
}
