import type { MethodsRow, MethodsTable } from "../../../server/src/panel/methodsTable.ts";
import type { PanelChoices } from "../../../server/src/panel/panelQuestion.ts";
import type { PanelData } from "../../../server/src/protocol.ts";
import { plain, strong } from "../../../server/src/text/textRun.ts";

type Numbers = Pick<MethodsRow, "days" | "low" | "high">;

/** A row as a server writes one; the numbers as they stand in its texts. */
function row(
  label: string,
  { days, low, high }: Numbers,
  changeText: string,
  choices: PanelChoices | undefined,
): MethodsRow {
  const closed = high === undefined ? `at least ${low}` : `${low} to ${high}`;
  return {
    label,
    days,
    low,
    high,
    text: days === undefined ? "too few" : String(days),
    intervalText: low === undefined ? "" : closed,
    changeText,
    fittedTo: "47 models",
    modelCount: 47,
    recordCount: 9,
    isCurrent: false,
    choices,
  };
}

/** A table with every sort of row: intervals cut and open, none, no result, one that cannot be chosen. */
export const methodsTable: MethodsTable = {
  wording: {
    verdict: [
      plain("Over these 5 choices the doubling time is "),
      strong("97 to 147 days"),
      plain("; 1 more gives none."),
    ],
    grounds: [plain("Each row changes one choice and keeps the rest; choose a row to use it.")],
    briefGrounds: [plain("Each row changes one choice.")],
  },
  axis: {
    low: 80,
    high: 320,
    ticks: [100, 150, 200, 300].map((days) => ({ days, text: String(days) })),
  },
  groups: [
    {
      title: "",
      rows: [{ ...row("Records, as the paper", { days: 106, low: 72, high: 144 }, "", {}), isCurrent: true }],
    },
    {
      title: "Estimator",
      rows: [
        row("Quantile 0.90", { days: 135, low: 96, high: 274 }, "+29", { estimator: "quantile", tau: 0.9 }),
        row("Quantile 0.95", { days: 145, low: 96 }, "+39", { estimator: "quantile", tau: 0.95 }),
      ],
    },
    {
      title: "Leave one model out, largest change first",
      rows: [
        row("without Mistral-Small-24B", { days: 97 }, "−9", { without: ["Mistral-Small-24B"] }),
        row("lower minimum of the loss fit", { days: 147 }, "+41", undefined),
      ],
    },
    { title: "Window", rows: [row("from 1 Jan 2025", {}, "", { sinceEpochDay: 20_089 })] },
  ],
  notes: ["Leaving a model out finds the records anew."],
};

/** Data as a server sends them for the methods. */
export function methodsData(data: PanelData, methods: MethodsTable = methodsTable): PanelData {
  return {
    ...data,
    question: { ...data.question, view: "methods" },
    content: { view: "methods", methods },
    rows: [],
  };
}
