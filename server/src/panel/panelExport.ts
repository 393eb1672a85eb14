import type { CollectionAnalysis } from "../trend/analyseCollection.ts";
import { trendCsv } from "../trend/csv.ts";
import type { Layer } from "../trend/figure/layers.ts";
import { figureNames, figureSvg } from "../trend/svg/figureSvg.ts";
import { defaultPicture } from "../trend/svg/page.ts";
import type { PanelView } from "./panelQuestion.ts";

export const exportFormats = ["svg", "csv"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The bytes that the command line prints, and a name that says what they are. */
export interface ExportedFile {
  readonly text: string;
  /** Without a folder: "density-over-time.svg". */
  readonly fileName: string;
  /** Of a picture, in pixels. */
  readonly size: { readonly width: number; readonly height: number };
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
 * @param layers shown in the figure over time
 */
export function exportedFile(
  format: ExportFormat,
  view: PanelView,
  analysis: CollectionAnalysis,
  layers: readonly Layer[],
): ExportedFile | undefined {
  const { width, height } = defaultPicture;
  if (format === "csv")
    return { text: trendCsv(analysis), fileName: "density-trend.csv", size: { width, height } };
  const figure = figureNames.find((name) => name === view);
  if (figure === undefined) return undefined;
  const text = figureSvg(figure, analysis, defaultPicture, layers);
  // A picture is higher than asked for when its words need it.
  const drawn = /^<svg[^>]* width="(\d+(?:\.\d+)?)" height="(\d+(?:\.\d+)?)"/.exec(text);
  return {
    text,
    fileName: `${fileNames[view]}.svg`,
    size: { width: Number(drawn?.[1] ?? width), height: Number(drawn?.[2] ?? height) },
  };
}
