import { wholeFigure } from "../figures/drawingOptions.ts";
import { analyseFigure, kindWithId } from "../figures/index.ts";
import { type Layer, readLayers } from "../figures/layers.ts";
import { defaultPicture } from "../figures/page/page.ts";
import { figurePicture } from "../figures/page/picture.ts";
import { settingsFileName } from "../files/cardFiles.ts";
import { contextOf } from "../report/jsonContract.ts";
import { answersOfSettings } from "../report/trendAnswers.ts";
import { trendCsv } from "../report/trendCsv.ts";
import { trendJson } from "../report/trendJson.ts";
import { trendMarkdown } from "../report/trendMarkdown.ts";
import type { CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import { methodInForce } from "./controls/controlContext.ts";
import { commandText, settingsText } from "./equivalents.ts";
import type { ViewQuestion } from "./panelContent.ts";
import type { PanelSubject } from "./panelSubject.ts";

export const exportFormats = ["svg", "csv", "json", "markdown", "settings", "command"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A file, and what the page shows in it. */
export interface ExportChoice {
  readonly format: ExportFormat;
  /** Of the figure over time; only a picture has some, and the usual ones when not given. */
  readonly layers?: readonly Layer[];
}

/** The bytes that the command line prints, and a name that says what they are. */
export interface ExportedFile {
  readonly text: string;
  /** Without a folder: "density-over-time.svg". */
  readonly fileName: string;
  /** Of a picture, in pixels. */
  readonly size?: { readonly width: number; readonly height: number };
}

/**
 * What a view gives away; null where nothing is drawn, or where the choices are not in force.
 * @param choice comes from a page, so it is read with care; its layers are those of a figure that has some
 * @param today in days since 1970-01-01
 */
export function exportedFile(
  { question, folder: { collection }, context, problem }: PanelSubject,
  { format, layers }: ExportChoice,
  today: number,
): ExportedFile | null {
  if (problem !== undefined) return null;
  const { analysis } = context;
  const { ownChoices } = collection;
  const report = contextOf(collection.collection, analysis.settings, today);
  switch (format) {
    case "svg":
      return picture(question, analysis, readLayers(layers));
    case "csv":
      return { text: trendCsv(analysis), fileName: "density-trend.csv" };
    case "json":
      return { text: trendJson(report, answersOfSettings(analysis)), fileName: "density-trend.json" };
    case "markdown":
      return { text: trendMarkdown(report), fileName: "density-trend.md" };
    case "settings":
      return { text: settingsText(methodInForce(context), ownChoices), fileName: settingsFileName };
    case "command":
      return {
        // A name that no card has is an error on the command line.
        text: commandText(
          { ...methodInForce(context), without: analysis.settings.without },
          analysis.settings.reference,
          ownChoices,
        ),
        fileName: "density-trend.txt",
      };
    default:
      return null;
  }
}

function picture(
  { view, aheadEpochDay }: ViewQuestion,
  analysis: CollectionAnalysis,
  layers: readonly Layer[] | undefined,
): ExportedFile | null {
  if (view === "methods" || view === "about") return null;
  const { width, height } = defaultPicture;
  const figure = analyseFigure(view, analysis, { aheadEpochDay });
  const text = figurePicture(figure, defaultPicture, { ...wholeFigure, layers });
  // A picture is higher than asked for when its words need it.
  const drawn = /^<svg[^>]* width="(\d+(?:\.\d+)?)" height="(\d+(?:\.\d+)?)"/.exec(text);
  return {
    text,
    fileName: `${kindWithId(view).fileName}.svg`,
    size: { width: Number(drawn?.[1] ?? width), height: Number(drawn?.[2] ?? height) },
  };
}
