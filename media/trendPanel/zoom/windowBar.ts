import { formatDate } from "../../../server/src/text/dates.ts";
import { counted } from "../../../server/src/text/numbers.ts";
import { button, element } from "../widgets/dom.ts";
import { icon } from "../widgets/icons.ts";
import type { TimeWindow } from "./timeWindow.ts";

export interface WindowBarActions {
  /** Fits the trend to the models of these dates alone. */
  readonly fitTo: (window: NonNullable<TimeWindow>) => void;
  readonly showAll: () => void;
}

/** Which dates are seen while they are not all, and what can be done about it. */
export class WindowBar {
  readonly element: HTMLElement;
  readonly #words = element("span", { className: "window-words" });
  readonly #fit: HTMLButtonElement;
  #window: TimeWindow;

  constructor({ fitTo, showAll }: WindowBarActions) {
    this.#fit = button({
      className: "link",
      text: "Fit to these dates",
      title: "Fits the trend to the models of these dates alone",
      onClick: () => this.#window && fitTo(this.#window),
    });
    this.element = element(
      "div",
      { className: "window-bar", attributes: { role: "group", "aria-label": "Dates seen" } },
      icon("zoom"),
      this.#words,
      this.#fit,
      button({
        className: "link",
        text: "Show all dates",
        title: "Key 0, or a double click",
        onClick: showAll,
      }),
    );
    this.element.hidden = true;
  }

  /**
   * @param visible of so many models, those that are in sight
   * @param canFit whether the figure follows the trend
   */
  update(window: TimeWindow, visible: number, all: number, canFit: boolean): void {
    this.#fit.hidden = !canFit;
    this.#window = window;
    this.element.hidden = window === undefined;
    if (window !== undefined) this.#words.textContent = windowPhrase(window, visible, all);
  }
}

/** "3 Mar 2024 to 8 Jan 2025, 23 of 51 models". */
export function windowPhrase(window: NonNullable<TimeWindow>, visible: number, all: number): string {
  const [first, last] = [Math.ceil(window.firstEpochDay), Math.floor(window.lastEpochDay)];
  return `${formatDate(first)} to ${formatDate(last)}, ${visible} of ${counted(all, "model")}`;
}
