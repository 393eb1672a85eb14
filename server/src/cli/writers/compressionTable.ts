import { settingsLines } from "../../report/footer.ts";
import { counted, formatDensity, formatParameters } from "../../text/numbers.ts";
import type { CollectionAnalysis } from "../../trend/collection/analyseCollection.ts";
import type { Compression } from "../../trend/questions/compression.ts";
import { ratioPhrase } from "../../wording/comparison.ts";
import type { Terminal } from "../terminal.ts";
import { textTable, wrapped } from "./textTable.ts";

/** `densing report --compression`: every model beside the one it was made from. */
export function compressionTable(
  pairs: readonly Compression[],
  analysis: CollectionAnalysis,
  { colors, columns }: Terminal,
): string {
  const footer = settingsLines(analysis)
    .map((line) => `${colors.dim(wrapped(line, columns))}\n`)
    .join("");
  if (pairs.length === 0)
    return `No model with a density names another one of the collection as its base_model.\n\n${footer}`;
  const denser = pairs.filter(({ isDenser }) => isDenser).length;
  const table = textTable<Compression>(
    [
      { title: "Made from", align: "left", cell: ({ base }) => base.model.name },
      { title: "Density", align: "right", cell: ({ baseDensity }) => formatDensity(baseDensity) },
      { title: "Model", align: "left", cell: ({ model }) => model.model.name },
      { title: "How", align: "left", cell: ({ model }) => howOf(model.model) },
      { title: "Size", align: "right", cell: ({ model }) => sizeOf(model.density) },
      { title: "Density", align: "right", cell: ({ modelDensity }) => formatDensity(modelDensity) },
      { title: "Ratio", align: "left", cell: ({ ratio }) => ratioPhrase(ratio) },
      { title: "", align: "left", cell: placeCell },
    ],
    pairs,
    colors.bold,
  );
  const summary = `${counted(denser, "model")} of ${pairs.length} ${denser === 1 ? "is" : "are"} denser than the one it was made from, by more than errors explain: smaller is not denser by itself.`;
  return `${table}\n${wrapped(summary, columns)}\n\n${footer}`;
}

function placeCell({ isDenser, ratio }: Compression): string {
  if (isDenser) return "denser than its base";
  return ratio.isWithinError === true ? "within error" : "";
}

function howOf({ kind, weightBits }: Compression["model"]["model"]): string {
  return weightBits === undefined ? (kind ?? "?") : `${Number(weightBits.toFixed(2))} bits`;
}

function sizeOf({ actualSize }: Compression["model"]["density"]): string {
  return actualSize === undefined ? "" : formatParameters(actualSize.parameters);
}
