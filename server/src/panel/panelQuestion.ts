import { type Denominator, denominators } from "../density/denominator.ts";
import { type Estimator, estimators } from "../trend/estimator.ts";
import { type KindChoice, kindChoices } from "../trend/membership.ts";
import type { MethodChoices } from "../workspace/methodChoices.ts";

/** The figures and tables of the panel, in the order of its tabs. */
export const panelViews = ["time", "benchmarks", "sizes", "curves", "prices", "methods"] as const;
export type PanelView = (typeof panelViews)[number];

/** What can be shown or hidden in the figure over time. */
export const layers = ["band", "prediction", "errors", "paper", "break", "labels", "others"] as const;
export type Layer = (typeof layers)[number];

/** As the paper's figure is read: the break, error bars and prediction band are asked for. */
export const defaultLayers: readonly Layer[] = ["band", "paper", "labels", "others"];

/** What a person chose in a panel: it wins over `densing.yaml` and the editor's settings. */
export type PanelChoices = MethodChoices;

/** What a panel asks the server for. Plain data: it is kept with the page. */
export interface PanelQuestion {
  /** URI of a folder; the first collection with cards when absent or gone. */
  readonly folderUri?: string;
  readonly view: PanelView;
  readonly choices: PanelChoices;
  readonly layers: readonly Layer[];
  /** The day to which the trend is drawn ahead of the data; as the figure does it when absent. */
  readonly aheadEpochDay?: number;
}

export const firstQuestion: PanelQuestion = { view: "time", choices: {}, layers: defaultLayers };

/** Reads what a page or an earlier session kept; anything unexpected counts as not said. */
export function readPanelQuestion(value: unknown): PanelQuestion {
  const { folderUri, view, choices, layers: shown, aheadEpochDay } = recordOf(value);
  return {
    ...(typeof folderUri === "string" && { folderUri }),
    view: panelViews.find((known) => known === view) ?? firstQuestion.view,
    choices: readPanelChoices(choices),
    layers: Array.isArray(shown) ? layers.filter((layer) => shown.includes(layer)) : defaultLayers,
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
