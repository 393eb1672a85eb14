import { isoOfEpochDay } from "../../../server/src/density/calendar.ts";
import type { PanelForecastQuestion } from "../../../server/src/panel/forecastQuestion.ts";
import { mostMonths } from "../../../server/src/panel/forecastQuestion.ts";
import type { PanelRow } from "../../../server/src/panel/panelData.ts";
import { forecastRefusal } from "../../../server/src/wording/forecast.ts";
import { element } from "../widgets/dom.ts";
import { type AheadChoices, aheadQuestions } from "./aheadChoices.ts";
import { AheadQuestion, numberField } from "./aheadQuestion.ts";
import { dayField, dayIn } from "./dayField.ts";
import { paneFrame } from "./paneFrame.ts";

export interface AheadActions {
  readonly askAhead: (asked: readonly PanelForecastQuestion[]) => void;
  readonly chooseAhead: (change: Partial<AheadChoices>) => void;
  /** Also draws the line to that day; `undefined`: as far as without a question. */
  readonly drawTo: (epochDay: number | undefined) => void;
  readonly endAhead: () => void;
  readonly say: (text: string) => void;
}

/** What is asked, and what it is asked of. */
export interface AheadContent {
  readonly choices: AheadChoices;
  readonly epochDay: number | undefined;
  readonly rows: readonly PanelRow[];
  /** Stands for a model that nobody chose. */
  readonly latestRecordId: string | undefined;
  /** Whether there is a doubling to forecast from. */
  readonly isClaimed: boolean;
}

type Kind = PanelForecastQuestion["kind"];

/** Questions ahead of the data; every answer is an interval, or none is given. */
export class AheadPane {
  readonly element: HTMLElement;
  readonly #actions: AheadActions;
  readonly #model = element("select");
  readonly #size = numberField({ min: "0.001", step: "any", placeholder: "half" });
  readonly #day = dayField();
  readonly #months = numberField({ min: "0.5", max: String(mostMonths), step: "0.5" });
  readonly #questions: Readonly<Record<Kind, AheadQuestion>>;
  readonly #form: HTMLElement;
  readonly #refusal = element("p", { className: "ahead-refusal", text: forecastRefusal });
  #rows: readonly PanelRow[] = [];
  #asked = "";
  /** What a person changed last: its answer is read out. */
  #awaited: Kind | undefined;

  constructor(actions: AheadActions) {
    this.#actions = actions;
    const change = (kind: Kind, act: () => void) => () => {
      this.#awaited = kind;
      act();
    };
    this.#questions = {
      match: new AheadQuestion(
        ["A model as able as", { field: this.#model, name: "Model to be matched" }],
        [
          "with",
          { field: this.#size, name: "Its size in billions of parameters; half the model’s own when empty" },
          "B parameters",
        ],
      ),
      frontier: new AheadQuestion([
        "The trend on",
        { field: this.#day, name: "Day to which the trend is drawn" },
      ]),
      wait: new AheadQuestion(["Waiting or training for", { field: this.#months, name: "Months" }, "months"]),
    };
    this.#model.addEventListener(
      "change",
      change("match", () => this.#actions.chooseAhead({ modelId: this.#model.value })),
    );
    this.#size.addEventListener(
      "change",
      change("match", () => this.#actions.chooseAhead({ billions: numberIn(this.#size) })),
    );
    this.#day.addEventListener(
      "change",
      change("frontier", () => this.#actions.drawTo(dayIn(this.#day))),
    );
    this.#months.addEventListener(
      "change",
      change("wait", () => this.#actions.chooseAhead({ months: numberIn(this.#months) })),
    );
    const { match, frontier, wait } = this.#questions;
    this.#form = element("div", { className: "pane-body" }, match.element, frontier.element, wait.element);
    this.element = paneFrame("ahead", "Forecast", () => actions.endAhead(), this.#form, this.#refusal);
  }

  /** @param content `undefined` while nobody asks, or there is no trend to ask */
  update(content: AheadContent | undefined): void {
    this.element.hidden = content === undefined;
    if (content === undefined) {
      this.#asked = "";
      return;
    }
    const { choices, epochDay, rows, latestRecordId, isClaimed } = content;
    this.#form.hidden = !isClaimed;
    this.#refusal.hidden = isClaimed;
    if (!isClaimed) return;
    const modelId = rows.some(({ id }) => id === choices.modelId) ? choices.modelId : latestRecordId;
    this.#showModels(rows, modelId);
    setValue(this.#size, choices.billions?.toString() ?? "");
    setValue(this.#day, epochDay === undefined ? "" : isoOfEpochDay(epochDay));
    setValue(this.#months, choices.months?.toString() ?? "");
    this.#ask(aheadQuestions(choices, modelId, epochDay));
  }

  /** What is shown holds until the next answers have come. */
  numbersChanged(): void {
    this.#asked = "";
  }

  hear(asked: readonly PanelForecastQuestion[], answers: readonly string[]): void {
    if (JSON.stringify(asked) !== this.#asked) return;
    for (const [place, { kind }] of asked.entries()) {
      const answer = answers[place] ?? "";
      this.#questions[kind].answer(answer);
      if (kind === this.#awaited) this.#actions.say(answer);
    }
    this.#awaited = undefined;
  }

  focus(): void {
    if (this.#form.hidden) this.element.querySelector("button")?.focus();
    else this.#model.focus();
  }

  #ask(questions: readonly PanelForecastQuestion[]): void {
    for (const kind of ["match", "frontier", "wait"] as const)
      if (!questions.some((question) => question.kind === kind)) this.#questions[kind].answer("");
    const asked = JSON.stringify(questions);
    if (asked === this.#asked) return;
    this.#asked = asked;
    if (questions.length > 0) this.#actions.askAhead(questions);
  }

  /** Made anew only for other models: an open list would close. */
  #showModels(rows: readonly PanelRow[], modelId: string | undefined): void {
    if (rows !== this.#rows) {
      this.#rows = rows;
      const byName = [...rows].sort((one, other) => (one.name < other.name ? -1 : 1));
      this.#model.replaceChildren(...byName.map(({ id, name }) => new Option(name, id)));
    }
    this.#model.value = modelId ?? "";
  }
}

/** What is being typed stays. */
function setValue(field: HTMLInputElement, value: string): void {
  if (field !== document.activeElement && field.value !== value) field.value = value;
}

/** `undefined` for nothing, and for what is outside the limits, which the field itself says. */
function numberIn(field: HTMLInputElement): number | undefined {
  return field.value !== "" && field.reportValidity() ? field.valueAsNumber : undefined;
}
