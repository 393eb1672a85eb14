import { kindOf, rowsOf } from "../../../server/src/figures/index.ts";
import type { HostMessage } from "../../../server/src/protocol.ts";
import type { PageActions } from "../shell/pageActions.ts";
import type { PageModel } from "../shell/pageModel.ts";

import { shownFigureOf } from "../shell/shownContent.ts";
import { element } from "../widgets/dom.ts";
import { type AheadContent, AheadPane } from "./aheadPane.ts";
import { ComparisonPane } from "./comparisonPane.ts";
import type { ComparedPair } from "./comparisonTable.ts";

/** What the panes answer with. */
export type PaneMessage = Extract<HostMessage, { type: "comparison" | "forecasts" }>;

/** The panes between the figure and the controls. */
export class Panes {
  readonly element: HTMLElement;
  readonly #model: PageModel;
  readonly #comparison: ComparisonPane;
  readonly #ahead: AheadPane;

  constructor(model: PageModel, actions: PageActions) {
    this.#model = model;
    this.#comparison = new ComparisonPane(actions);
    this.#ahead = new AheadPane(actions);
    this.element = element("div", { className: "panes" }, this.#comparison.element, this.#ahead.element);
  }

  update(): void {
    this.#comparison.update(comparedPair(this.#model), this.#model.data);
    this.#ahead.update(aheadContent(this.#model));
  }

  onMessage(message: PaneMessage): void {
    if (message.type === "comparison") this.#comparison.onAnswer(message.modelIds, message.comparison);
    else this.#ahead.onAnswers(message.asked, message.answers);
  }

  focusAhead(): void {
    this.#ahead.focus();
  }
}

/** The two models pinned, wherever there is a figure or a table of it. */
function comparedPair({ data, choices: { pinned } }: PageModel): ComparedPair | undefined {
  const figure = shownFigureOf(data);
  const [firstId, secondId] = pinned;
  if (figure === undefined || firstId === undefined || secondId === undefined) return undefined;
  const points = rowsOf(figure);
  const modelOf = (id: string) => {
    const point = points.find((each) => each.id === id);
    return { id, mark: point?.family?.mark, isRecord: point?.isRecord ?? false };
  };
  return [modelOf(firstId), modelOf(secondId)];
}

/** Only a figure that shows what the answers come from is asked. */
function aheadContent({ data, choices: { ahead }, question }: PageModel): AheadContent | undefined {
  const figure = shownFigureOf(data);
  if (data === undefined || figure === undefined || ahead === undefined) return undefined;
  const { can } = kindOf(figure);
  if (can.ahead === undefined) return undefined;
  return {
    choices: ahead,
    epochDay: question.aheadEpochDay,
    data,
    latestRecordId: rowsOf(figure).findLast(({ isRecord }) => isRecord)?.id,
    isClaimed: can.ahead.isClaimed(figure),
  };
}
