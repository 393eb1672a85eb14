import type { HostMessage, PanelData } from "../../../server/src/protocol.ts";
import { pointsOf } from "../figure/figurePoints.ts";
import type { PageChoices } from "../shell/pageState.ts";
import { shownFigureOf, trendFigureOf } from "../shell/shownContent.ts";
import { element } from "../widgets/dom.ts";
import { type AheadActions, type AheadContent, AheadPane } from "./aheadPane.ts";
import { type ComparisonActions, ComparisonPane } from "./comparisonPane.ts";
import type { ComparedPair } from "./comparisonTable.ts";

export interface PanesActions extends ComparisonActions, AheadActions {}

/** What the panes answer with. */
export type PaneMessage = Extract<HostMessage, { type: "comparison" | "forecasts" }>;

/** The panes between the figure and the controls. */
export class Panes {
  readonly element: HTMLElement;
  readonly #comparison: ComparisonPane;
  readonly #ahead: AheadPane;

  constructor(actions: PanesActions) {
    this.#comparison = new ComparisonPane(actions);
    this.#ahead = new AheadPane(actions);
    this.element = element("div", { className: "panes" }, this.#comparison.element, this.#ahead.element);
  }

  update(data: PanelData | undefined, choices: PageChoices, aheadEpochDay: number | undefined): void {
    this.#comparison.update(comparedPair(data, choices));
    this.#ahead.update(aheadContent(data, choices, aheadEpochDay));
  }

  /** Numbers have changed: what is shown is asked for anew. */
  numbersChanged(): void {
    this.#comparison.numbersChanged();
    this.#ahead.numbersChanged();
  }

  hear(message: PaneMessage): void {
    if (message.type === "comparison") this.#comparison.hear(message.modelIds, message.comparison);
    else this.#ahead.hear(message.asked, message.answers);
  }

  focusAhead(): void {
    this.#ahead.focus();
  }
}

/** The two models pinned, wherever there is a figure or a table of it. */
function comparedPair(data: PanelData | undefined, { pinned }: PageChoices): ComparedPair | undefined {
  const figure = shownFigureOf(data);
  const [firstId, secondId] = pinned;
  if (figure === undefined || firstId === undefined || secondId === undefined) return undefined;
  const points = pointsOf(figure);
  const modelOf = (id: string) => {
    const point = points.find((each) => each.id === id);
    return { id, mark: point?.family?.mark, isRecord: point?.isRecord ?? false };
  };
  return [modelOf(firstId), modelOf(secondId)];
}

/** Only the figure over time is asked: it shows what the answers come from. */
function aheadContent(
  data: PanelData | undefined,
  { ahead }: PageChoices,
  epochDay: number | undefined,
): AheadContent | undefined {
  const figure = trendFigureOf(data);
  if (data === undefined || figure === undefined || ahead === undefined) return undefined;
  return {
    choices: ahead,
    epochDay,
    rows: data.rows,
    latestRecordId: figure.points.findLast(({ isRecord }) => isRecord)?.id,
    isClaimed: figure.fit !== undefined,
  };
}
