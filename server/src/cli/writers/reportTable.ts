import { settingsLines } from "../../report/footer.ts";
import type { ReportContext } from "../../report/jsonContract.ts";
import { formatReleaseDate } from "../../text/dates.ts";
import { formatDensity, formatParameters, formatPercent } from "../../text/numbers.ts";
import { plainText } from "../../text/textRun.ts";
import type { AnalysedModel, CollectionAnalysis } from "../../trend/collection/analyseCollection.ts";
import { exclusionPhrase } from "../../wording/exclusions.ts";
import { extrapolationSentence, flagLabels } from "../../wording/flags.ts";
import { placePhrase } from "../../wording/lens.ts";
import { formatLoss } from "../../wording/losses.ts";
import { densityBoundPhrase, noDensityPhrase } from "../../wording/noDensity.ts";
import { intervalPhrase } from "../../wording/uncertainty.ts";
import { verdictWording } from "../../wording/verdict.ts";
import type { Terminal } from "../terminal.ts";
import { type TextColumn, textTable, wrapped } from "./textTable.ts";

/** Columns of the table and of its Markdown form: the densest model first. */
export function reportColumns({ settings }: CollectionAnalysis): readonly TextColumn<AnalysedModel>[] {
  return [
    { title: "Model", align: "left", cell: ({ model }) => model.name },
    {
      title: "Released",
      align: "left",
      cell: ({ model }) => (model.releaseDate ? formatReleaseDate(model.releaseDate) : ""),
    },
    { title: "Kind", align: "left", cell: ({ model }) => kindCell(model.kind, model.weightBits) },
    {
      title: "Size",
      align: "right",
      cell: ({ density: { actualSize } }) => (actualSize ? formatParameters(actualSize.parameters) : ""),
    },
    {
      title: "Score",
      align: "right",
      cell: ({ density: { basisScore } }) =>
        "percent" in basisScore
          ? formatPercent(basisScore.percent, 1)
          : basisScore.kind === "loss"
            ? `loss ${formatLoss(basisScore.loss)}`
            : "",
    },
    {
      title: "Effective",
      align: "right",
      cell: ({ density: { effectiveSize } }) =>
        effectiveSize?.kind === "size" ? formatParameters(effectiveSize.parameters) : "",
    },
    {
      title: "Density",
      align: "right",
      cell: ({ density: { result } }) => (result.kind === "density" ? formatDensity(result.density) : ""),
    },
    {
      title: "95 %",
      align: "left",
      cell: ({ density: { interval } }) => (interval ? intervalPhrase(interval) : ""),
    },
    { title: "Against the trend", align: "left", cell: (model) => placePhrase(model, settings) ?? "" },
    { title: "Notes", align: "left", cell: notesCell },
  ];
}

/** Models with a density, the densest first, then by name. */
export function densestFirst({ models }: CollectionAnalysis): AnalysedModel[] {
  return models
    .filter(({ density }) => density.result.kind === "density")
    .sort(
      (first, second) =>
        densityOf(second) - densityOf(first) || (first.model.name < second.model.name ? -1 : 1),
    );
}

/** `densing report`: every model with a density, then every card without one and why. */
export function reportTable({ analysis, cards }: ReportContext, terminal: Terminal): string {
  const { colors, columns } = terminal;
  const rows = densestFirst(analysis);
  const without = analysis.models.filter(({ density }) => density.result.kind === "none");
  const unreadable = analysis.excluded.filter(({ reason }) => reason === "unreadable");
  const notes = [
    plainText(verdictWording(analysis).verdict),
    extrapolationSentence(analysis),
    ...settingsLines(analysis),
  ];
  const sections = [
    rows.length > 0
      ? textTable(reportColumns(analysis), rows, colors.bold)
      : "No card has all that a density needs.\n",
    reasonSection(
      "Without a density",
      without.map(({ model, density }) => ({
        name: model.name,
        reason: [densityBoundPhrase(density), noDensityPhrase(model, density, analysis.settings)]
          .filter((part) => part !== undefined)
          .join(": "),
      })),
      colors.bold,
    ),
    reasonSection(
      "Not readable",
      unreadable.map(({ id, reason }) => ({
        name: cards.get(id)?.name ?? id,
        reason: `${exclusionPhrase(reason, undefined, analysis.settings)}; densing check says why`,
      })),
      colors.bold,
    ),
    notes.flatMap((note) => (note === undefined ? [] : [`${colors.dim(wrapped(note, columns))}\n`])).join(""),
  ];
  return sections.filter((section) => section !== "").join("\n");
}

function reasonSection(
  title: string,
  rows: readonly { readonly name: string; readonly reason: string }[],
  style: (text: string) => string,
): string {
  if (rows.length === 0) return "";
  return textTable(
    [
      { title: `${title} (${rows.length})`, align: "left", cell: ({ name }) => name },
      { title: "Reason", align: "left", cell: ({ reason }) => reason },
    ],
    rows,
    style,
  );
}

function kindCell(kind: string | undefined, bits: number | undefined): string {
  return [
    kind === undefined || kind === "unknown" ? "?" : kind,
    ...(bits === undefined ? [] : [`${bits} bits`]),
  ].join(", ");
}

/** Extrapolation concerns most large models, so it is said once below the table. */
function notesCell({ density: { flags } }: AnalysedModel): string {
  return flags
    .filter((flag) => flag !== "extrapolated")
    .map((flag) => flagLabels[flag])
    .join("; ");
}

function densityOf({ density: { result } }: AnalysedModel): number {
  return result.kind === "density" ? result.density : Number.NEGATIVE_INFINITY;
}
