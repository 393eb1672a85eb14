import { figureNames, figureSvg } from "../figures/page/figureSvg.ts";
import { defaultPicture } from "../figures/page/page.ts";
import type { Layer } from "../figures/time/layers.ts";
import { settingsFileName } from "../files/cardFiles.ts";
import type { CollectionChoices } from "../method/collectionSettings.ts";
import type { WholeMethod } from "../method/methodChoices.ts";
import type { ReportContext } from "../report/jsonContract.ts";
import { answersOfSettings } from "../report/trendAnswers.ts";
import { trendCsv } from "../report/trendCsv.ts";
import { trendJson } from "../report/trendJson.ts";
import { trendMarkdown } from "../report/trendMarkdown.ts";
import type { CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import { commandText, settingsText } from "./equivalents.ts";
import type { ViewQuestion } from "./panelContent.ts";
import type { PanelView } from "./panelQuestion.ts";

export const exportFormats = ["svg", "csv", "json", "markdown", "settings", "command"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What is given away: a collection under the method in force, and what its `densing.yaml` says. */
export interface ExportContext extends ReportContext {
  readonly method: WholeMethod;
  readonly ownChoices: CollectionChoices;
}

/** The bytes that the command line prints, and a name that says what they are. */
export interface ExportedFile {
  readonly text: string;
  /** Without a folder: "density-over-time.svg". */
  readonly fileName: string;
  /** Of a picture, in pixels. */
  readonly size?: { readonly width: number; readonly height: number };
}

const fileNames: Readonly<Record<PanelView, string>> = {
  time: "density-over-time",
  benchmarks: "density-by-benchmark",
  sizes: "effective-parameters",
  curves: "score-curves",
  prices: "prices",
  methods: "methods",
};

/**
 * What a view gives away; `undefined` where nothing is drawn.
 * @param layers shown in the figure over time; the usual ones when not given
 */
export function exportedFile(
  format: ExportFormat,
  question: ViewQuestion,
  context: ExportContext,
  layers: readonly Layer[] | undefined,
): ExportedFile | undefined {
  const { analysis, method, ownChoices } = context;
  switch (format) {
    case "svg":
      return picture(question, analysis, layers);
    case "csv":
      return { text: trendCsv(analysis), fileName: "density-trend.csv" };
    case "json":
      return { text: trendJson(context, answersOfSettings(analysis)), fileName: "density-trend.json" };
    case "markdown":
      return { text: trendMarkdown(context), fileName: "density-trend.md" };
    case "settings":
      return { text: settingsText(method, ownChoices), fileName: settingsFileName };
    case "command":
      return {
        text: commandText(method, analysis.settings.reference, ownChoices),
        fileName: "density-trend.txt",
      };
  }
}

function picture(
  { view, aheadEpochDay }: ViewQuestion,
  analysis: CollectionAnalysis,
  layers: readonly Layer[] | undefined,
): ExportedFile | undefined {
  const figure = figureNames.find((name) => name === view);
  if (figure === undefined) return undefined;
  const { width, height } = defaultPicture;
  const text = figureSvg(figure, analysis, defaultPicture, layers, aheadEpochDay);
  // A picture is higher than asked for when its words need it.
  const drawn = /^<svg[^>]* width="(\d+(?:\.\d+)?)" height="(\d+(?:\.\d+)?)"/.exec(text);
  return {
    text,
    fileName: `${fileNames[view]}.svg`,
    size: { width: Number(drawn?.[1] ?? width), height: Number(drawn?.[2] ?? height) },
  };
}
