import { cardMessage } from "../../cards/findings/cardMessages.ts";
import { readQuantity } from "../../cards/values/quantity.ts";
import type { AnalysisSettings } from "../../trend/collection/analyseCollection.ts";
import { type SizeRange, sizeRanges } from "../../trend/collection/sizeRange.ts";
import { sizePhrase } from "../../wording/exclusions.ts";
import { type Choice, papers, type Settings } from "../choice.ts";
import { type ArgumentReading, type ValueKind, yesOrNo } from "../valueKind.ts";

const allSizes = "all";

/** The heading of the rows that take models of one size. */
export const sizeGroup = "Models of one size";

/** Sizes as people write them, in one spelling: "0.5B..3B", "..3B", "15B..", "all". */
const sizes: ValueKind<string> = {
  read: (given) => {
    const reading = typeof given === "string" ? readSizes(given) : undefined;
    return reading?.kind === "value" ? reading.value : undefined;
  },
  refusal: (given) => {
    const reading = readSizes(String(given));
    return reading.kind === "problem" ? reading.message : "it cannot be used";
  },
  parse: readSizes,
  write: (value) => value,
  toArguments: (value) => [value],
};

/** Which sizes are in the trend; its control is that of both choices of models. */
export const size: Choice<string, Settings<"size">> = {
  key: "size",
  reach: "editor",
  value: sizes,
  flag: {
    argument: "<range>",
    help: "sizes in the trend, such as 0.5B..3B, ..3B (below 3 billion) or 15B.., or all (default: all)",
    commands: "trend",
  },
  paper: () => allSizes,
  settle: (chosen) => ({ size: rangeOf(chosen) }),
  of: (settings) => written(settings.size),
  proposals: () => [
    { text: allSizes, detail: "Models of every size" },
    ...sizeRanges.map((range) => ({ text: written(range), detail: `Models ${sizePhrase(range)}` })),
  ],
  control: { id: "models", label: "Models", phrase: modelsPhrase, whileChanged: "figures" },
  menu: ({ analysis: { settings } }) => {
    const offered = [allSizes, ...sizeRanges.map(written)];
    return [
      {
        title: "Sizes",
        select: "one",
        entries: [...new Set([...offered, written(settings.size)])].map((value) => ({
          label: sizePhrase(rangeOf(value)),
          value,
          details: [value === allSizes ? papers : undefined],
        })),
      },
    ];
  },
  rows: {
    group: sizeGroup,
    areValues: true,
    alternatives: ({ analysis: { settings } }) =>
      sizeRanges
        .map((range) => ({ label: sizePhrase(range), value: written(range) }))
        .filter(({ value }) => value !== written(settings.size)),
  },
};

/** Whether models of which something is doubted are left out. */
export const strict: Choice<boolean, Settings<"strict">> = {
  key: "strict",
  reach: "editor",
  value: yesOrNo,
  flag: {
    argument: "",
    help: "only models without a doubt of protocol, size or chance",
    commands: "trend",
    no: { help: "doubted models too, whatever densing.yaml says", value: false },
    bare: true,
  },
  paper: () => false,
  settle: (chosen) => ({ strict: chosen }),
  of: (settings) => settings.strict,
  proposals: () => [
    { text: "true", detail: "Only models without a doubt of protocol, size or chance" },
    { text: "false", detail: "Doubted models too" },
  ],
  control: "models",
  menu: () => [
    {
      title: "Doubts of protocol, size or chance",
      select: "one",
      entries: [
        { label: "count too", value: false, details: [papers] },
        { label: "leave out", value: true },
      ],
    },
  ],
  rows: {
    group: "Strict fit",
    alternatives: ({ analysis: { settings } }) =>
      settings.strict
        ? [{ label: "doubted models too", value: false }]
        : [{ label: "no doubt of protocol, size or chance", value: true }],
  },
};

/** "all"; "below 3 B", "all sizes, strict". */
function modelsPhrase(settings: AnalysisSettings): string {
  if (settings.strict) return `${sizePhrase(settings.size)}, strict`;
  return settings.size === undefined ? "all" : sizePhrase(settings.size);
}

/** Reads "0.5B..3B" and its like into one spelling. */
function readSizes(text: string): ArgumentReading<string> {
  const words = text.trim();
  if (words === allSizes) return { kind: "value", value: words };
  const [, from, to] = /^(.*?)\.\.(.*)$/.exec(words) ?? [];
  if (from === undefined || to === undefined || (from.trim() === "" && to.trim() === ""))
    return problem(`"${text}" is not a range of sizes such as 0.5B..3B, ..3B or 15B...`);
  const least = from.trim() === "" ? 0 : countOf(from);
  const below = to.trim() === "" ? Number.POSITIVE_INFINITY : countOf(to);
  if (typeof least === "string") return problem(least);
  if (typeof below === "string") return problem(below);
  if (least >= below) return problem(`"${text}" holds no size: its end is not greater than its start.`);
  return { kind: "value", value: written({ least, below }) };
}

/** A count, or why there is none. */
function countOf(text: string): number | string {
  const reading = readQuantity(text, "parameters");
  return reading.kind === "count" ? reading.count : cardMessage(reading.subject);
}

function problem(message: string): ArgumentReading<string> {
  return { kind: "problem", message };
}

function rangeOf(value: string): SizeRange | undefined {
  const [from = "", to = ""] = value === allSizes ? [] : value.split("..");
  const [least, below] = [countOf(from), countOf(to)];
  if (typeof least === "string" && typeof below === "string") return undefined;
  return {
    least: typeof least === "string" ? 0 : least,
    below: typeof below === "string" ? Number.POSITIVE_INFINITY : below,
  };
}

function written(range: SizeRange | undefined): string {
  if (range === undefined) return allSizes;
  const { least, below } = range;
  return `${least === 0 ? "" : writtenCount(least)}..${below === Number.POSITIVE_INFINITY ? "" : writtenCount(below)}`;
}

function writtenCount(count: number): string {
  return count >= 1e9 ? `${count / 1e9}B` : `${count / 1e6}M`;
}
