import { isoOfEpochDay } from "../../../server/src/density/calendar.ts";
import type { PanelForecastQuestion } from "../../../server/src/panel/forecastQuestion.ts";
import { mostMonths } from "../../../server/src/panel/forecastQuestion.ts";
import type { PanelRow } from "../../../server/src/panel/panelData.ts";
import type { PanelData } from "../../../server/src/protocol.ts";
import { forecastRefusal } from "../../../server/src/wording/forecast.ts";
import type { PageActions } from "../shell/pageActions.ts";
import { element } from "../widgets/dom.ts";
import { type AheadChoices, aheadQuestions } from "./aheadChoices.ts";
import { AheadQuestion, numberField } from "./aheadQuestion.ts";
import { dayField, dayIn } from "./dayField.ts";
import { paneFrame } from "./paneFrame.ts";

/** What is asked, and what it is asked of. */
export interface AheadContent {
  readonly choices: AheadChoices;
  readonly epochDay: number | undefined;
  readonly data: PanelData;
  /** Stands for a model that nobody chose. */
  readonly latestRecordId: string | undefined;
  /** Whether there is a doubling to forecast from. */
  readonly isClaimed: boolean;
}

type Kind = PanelForecastQuestion["kind"];

/** Questions ahead of the data; every answer is an interval, or none is given. */
export class AheadPane {
  readonly element: HTMLElement;
  readonly #actions: PageActions;
  readonly #model = element("select");
  readonly #size = numberField({ min: "0.001", step: "any", placeholder: "half" });
  readonly #day = dayField();
  readonly #months = numberField({ min: "0.5", max: String(mostMonths), step: "0.5" });
  readonly #reference = element(
    "select",
    {},
    new Option("as it is", ""),
    new Option("drawn with the models", "drawn"),
  );
  readonly #questions: Readonly<Record<Kind, AheadQuestion>>;
  readonly #form: HTMLElement;
  readonly #refusal = element("p", { className: "ahead-refusal", text: forecastRefusal });
  #rows: readonly PanelRow[] = [];
  /** What was asked, and the numbers that it was asked of. */
  #asked = "";
  #askedOf: PanelData | undefined;
  /** What a person changed last: its answer is read out. */
  #awaited: Kind | undefined;

  constructor(actions: PageActions) {
    this.#actions = actions;
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
      reference: new AheadQuestion([
        "The reference taken",
        {
          field: this.#reference,
          name: "Whether the reference’s runs are drawn, too: this takes some seconds",
        },
      ]),
    };
    const onChange = (field: HTMLElement, kind: Kind, act: () => void) =>
      field.addEventListener("change", () => {
        this.#awaited = kind;
        act();
      });
    onChange(this.#model, "match", () => actions.chooseAhead({ modelId: this.#model.value }));
    onChange(this.#size, "match", () => actions.chooseAhead({ billions: numberIn(this.#size) }));
    onChange(this.#day, "frontier", () => actions.drawTo(dayIn(this.#day)));
    onChange(this.#months, "wait", () => actions.chooseAhead({ months: numberIn(this.#months) }));
    onChange(this.#reference, "reference", () =>
      actions.chooseAhead({ isReferenceDrawn: this.#reference.value !== "" }),
    );
    const { match, frontier, wait, reference } = this.#questions;
    const rows = [match, frontier, wait, reference].map((question) => question.element);
    this.#form = element("div", { className: "pane-body" }, ...rows);
    this.element = paneFrame("ahead", "Forecast", () => actions.endAhead(), this.#form, this.#refusal);
  }

  /** @param content `undefined` while nobody asks, or there is no trend to ask */
  update(content: AheadContent | undefined): void {
    this.element.hidden = content === undefined;
    if (content === undefined) {
      this.#asked = "";
      return;
    }
    const { choices, epochDay, data, latestRecordId, isClaimed } = content;
    this.#form.hidden = !isClaimed;
    this.#refusal.hidden = isClaimed;
    if (!isClaimed) return;
    const modelId = data.rows.some(({ id }) => id === choices.modelId) ? choices.modelId : latestRecordId;
    this.#showModels(data.rows, modelId);
    setValue(this.#size, choices.billions?.toString() ?? "");
    setValue(this.#day, epochDay === undefined ? "" : isoOfEpochDay(epochDay));
    setValue(this.#months, choices.months?.toString() ?? "");
    this.#reference.value = choices.isReferenceDrawn ? "drawn" : "";
    this.#ask(aheadQuestions(choices, modelId, epochDay), data);
  }

  onAnswers(asked: readonly PanelForecastQuestion[], answers: readonly string[]): void {
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

  /** What is shown of older numbers holds until the next answers have come. */
  #ask(questions: readonly PanelForecastQuestion[], data: PanelData): void {
    for (const kind of ["match", "frontier", "wait", "reference"] as const)
      if (!questions.some((question) => question.kind === kind)) this.#questions[kind].answer("");
    const asked = JSON.stringify(questions);
    if (asked === this.#asked && data === this.#askedOf) return;
    this.#asked = asked;
    this.#askedOf = data;
    if (questions.length > 0) this.#actions.post({ type: "askAhead", asked: questions });
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
