import { isoOfEpochDay } from "../../density/calendar.ts";
import { formatDate } from "../../text/dates.ts";
import { counted } from "../../text/numbers.ts";
import type { CollectionAnalysis } from "../../trend/collection/analyseCollection.ts";
import { fewestOnASide, paperBreakEpochDay } from "../../trend/fit/trendBreak.ts";
import type { Choice, Settings } from "../choice.ts";
import { day, orNone } from "../valueKind.ts";
import { daysWith } from "./dates.ts";

/** The day before and after which growth is compared; it moves no number of the trend. */
export const trendBreak: Choice<number | null, Settings<"breakEpochDay">> = {
  key: "break",
  reach: "densing.yaml",
  value: orNone(day),
  flag: {
    argument: "[date]",
    help: `test whether growth changed on a day (default: ${isoOfEpochDay(paperBreakEpochDay)}, the release of ChatGPT)`,
    commands: "trend",
    no: { help: "no such test, whatever densing.yaml says", value: null },
    bare: paperBreakEpochDay,
  },
  paper: () => null,
  settle: (chosen) => ({ breakEpochDay: chosen ?? undefined }),
  of: ({ breakEpochDay }) => breakEpochDay ?? null,
  isQuestion: true,
  proposals: () => [{ text: isoOfEpochDay(paperBreakEpochDay), detail: "Release of ChatGPT" }],
  control: {
    id: "break",
    label: "Break",
    phrase: ({ breakEpochDay }) => (breakEpochDay === undefined ? "off" : formatDate(breakEpochDay)),
  },
  menu: ({ analysis }) => [
    {
      select: "one",
      entries: [
        { label: "off", value: null },
        ...daysWith([paperBreakEpochDay], analysis.settings.breakEpochDay).map((value) => ({
          label: formatDate(value),
          value,
          details: [
            value === paperBreakEpochDay ? "the release of ChatGPT" : undefined,
            fewModelsBeside(value, analysis),
          ],
        })),
      ],
    },
  ],
};

/** Why a break at a day cannot be tested: "no model up to it", "2 models after it". */
function fewModelsBeside(epochDay: number, { trend: { points } }: CollectionAnalysis): string | undefined {
  const before = points.filter((point) => point.epochDay <= epochDay).length;
  const after = points.length - before;
  const [count, where] = before < fewestOnASide ? [before, "up to it"] : [after, "after it"];
  if (count >= fewestOnASide) return undefined;
  return `${count === 0 ? "no model" : counted(count, "model")} ${where}`;
}
