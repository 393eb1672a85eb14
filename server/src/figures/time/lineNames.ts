import type { Rectangle, Segment } from "../../scene/geometry.ts";
import {
  ascent,
  descent,
  type Font,
  type MeasureText,
  type PlacedText,
  placeText,
  type TextTone,
} from "../../scene/text/text.ts";
import { formatDays } from "../../text/dates.ts";
import { intervalLevel } from "../../trend/fit/resampling.ts";
import { paperDoublingTimeDays } from "../../trend/questions/paper.ts";
import { levelPhrase } from "../../wording/intervals.ts";
import type { TimeFigure } from "./timeFigure.ts";

/** What stands at the right end of a line, from its first line of text downwards. */
export interface LineName {
  readonly line: "fit" | "paper" | "band" | "prediction" | `size ${string}`;
  readonly rows: readonly { readonly text: string; readonly font: Font; readonly tone: TextTone }[];
}

const strongFont: Font = { size: 12, weight: 650 };
const quietFont: Font = { size: 11, weight: 400 };
const rowHeight = 14;
const blockGap = 4;

/** The names of the lines drawn. */
export function lineNames({ fit, paper, sizes }: TimeFigure): LineName[] {
  const quiet = (text: string) => ({ text, font: quietFont, tone: "quiet" as const });
  const sizeNames = sizes.map(({ name, doublingTimeDays }): LineName => {
    const growth = doublingTimeDays === undefined ? "no growth" : `×2 in ${formatDays(doublingTimeDays)}`;
    return { line: `size ${name}`, rows: [name, growth].map(quiet) };
  });
  if (fit === undefined) return sizeNames;
  const sameLine = paper?.kind === "same-line" ? ["paper’s trend is", "the same line"] : [];
  const fitName: LineName = {
    line: "fit",
    rows: [
      ...inTwoRows(fit.name).map((text) => ({ text, font: strongFont, tone: "strong" as const })),
      quiet(`×2 in ${formatDays(fit.doublingTimeDays)}`),
      ...sameLine.map(quiet),
    ],
  };
  const paperRows = rowsOfPaper(paper).map(quiet);
  const bandRows = [quiet(fit.level === undefined ? "indicative band" : `${levelPhrase(fit.level)} band`)];
  const predictionRows = [`${levelPhrase(intervalLevel)} of`, `new ${fit.predicted}`].map(quiet);
  return [
    fitName,
    ...(paperRows.length > 0 ? [{ line: "paper", rows: paperRows } as const] : []),
    ...sizeNames,
    ...(fit.band === undefined ? [] : [{ line: "band", rows: bandRows } as const]),
    ...(fit.prediction === undefined ? [] : [{ line: "prediction", rows: predictionRows } as const]),
  ];
}

function rowsOfPaper(paper: TimeFigure["paper"]): string[] {
  if (paper?.kind === "separate") return ["paper’s trend,", formatDays(paperDoublingTimeDays)];
  return paper?.kind === "records"
    ? ["Records, the paper’s", `method: ×2 in ${formatDays(paper.doublingTimeDays)}`]
    : [];
}

/** As even as the words allow, since the plot pays for the wider row. */
function inTwoRows(text: string): string[] {
  const words = text.split(" ");
  const splits = words.map((_, place) =>
    [words.slice(0, place), words.slice(place)].map((row) => row.join(" ")),
  );
  const widest = (rows: readonly string[]) => Math.max(...rows.map(({ length }) => length));
  const [best = [text]] = splits.sort((one, other) => widest(one) - widest(other));
  return best.filter((row) => row !== "");
}

/** Width of the widest row. */
export function lineNamesWidth(names: readonly LineName[], measureText: MeasureText): number {
  return Math.max(0, ...names.flatMap(({ rows }) => rows.map(({ text, font }) => measureText(text, font))));
}

/** Puts each name at its line's end and pushes names apart; a line that is not drawn has no name. */
export function placeLineNames(
  names: readonly LineName[],
  ends: ReadonlyMap<LineName["line"], Segment | undefined>,
  x: number,
  { top, bottom }: Pick<Rectangle, "top" | "bottom">,
  measureText: MeasureText,
): PlacedText[] {
  const blocks = names
    .flatMap(({ line, rows }) => {
      const end = ends.get(line)?.to;
      return end === undefined ? [] : [{ rows, middle: end.y, height: rows.length * rowHeight }];
    })
    .sort((first, second) => first.middle - second.middle);
  // Each block starts with its first row at the line's end, then they move down past one another
  // and, as far as the picture ends, up again.
  let free = top;
  const tops = blocks.map(({ middle, height }) => {
    const start = Math.max(free, middle - rowHeight / 2);
    free = start + height + blockGap;
    return start;
  });
  let limit = bottom;
  for (let index = blocks.length - 1; index >= 0; index--) {
    const height = blocks[index]?.height ?? 0;
    const start = Math.min(tops[index] ?? top, limit - height);
    tops[index] = start;
    limit = start - blockGap;
  }
  return blocks.flatMap(({ rows }, index) =>
    rows.map((row, position) => {
      const middle = (tops[index] ?? top) + (position + 0.5) * rowHeight;
      const baseline = middle + ((ascent - descent) / 2) * row.font.size;
      return placeText({ ...row, x, baseline, anchor: "start" }, measureText);
    }),
  );
}
