import { epochDayOf, isoOfEpochDay } from "../density/calendar.ts";
import type { ReleaseDate } from "../density/model.ts";
import type { CardRule } from "./rule.ts";

const edge = "(?<![0-9A-Za-z])";
const end = "(?![0-9A-Za-z])";
const month = "(0[1-9]|1[0-2])";
const year = "(20[12]\\d)";
/** Year, month and perhaps day, in the order of the groups that `order` names. */
const spellings: readonly (readonly [pattern: RegExp, order: readonly number[]])[] = [
  [new RegExp(`${edge}${year}[-_.]?${month}[-_.]?([0-3]\\d)${end}`), [1, 2, 3]],
  [new RegExp(`${edge}${month}[-_.]${year}${end}`), [2, 1]],
  [new RegExp(`${edge}${year}[-_.]${month}${end}`), [1, 2]],
  // 2507 is July 2025; 0123 is a day, and 2048 a length.
  [new RegExp(`[-_ ](2[2-9])${month}$`), [1, 2]],
];
/** Time zones, and days between a snapshot and its announcement. */
const slackDays = 7;
/** The day that counts when only the month is known. */
const middleOfMonth = 15;

/** A release date before the day or month in the name, which is often that of a sibling or of the family. */
export const dateInName: CardRule = ({ model: { name, releaseDate } }) => {
  const named = namedDate(name.slice(0, 200));
  if (named === undefined || releaseDate === undefined) return [];
  const first = named.date.epochDay - (named.date.precision === "month" ? middleOfMonth - 1 : 0);
  const last = releaseDate.epochDay + (releaseDate.precision === "month" ? middleOfMonth : 0);
  if (last + slackDays >= first) return [];
  const iso = isoOfEpochDay(named.date.epochDay);
  const newText = named.date.precision === "month" ? iso.slice(0, 7) : iso;
  return [
    {
      part: "release-date",
      subject: { kind: "date-in-name", word: named.word, named: named.date, date: releaseDate },
      replacements: [{ title: `Write ${newText}`, newText, isGuess: true }],
    },
  ];
};

function namedDate(name: string): { readonly word: string; readonly date: ReleaseDate } | undefined {
  for (const [pattern, order] of spellings) {
    const match = pattern.exec(name);
    if (match === null) continue;
    const [years = 0, months = 0, day] = order.map((group) => Number(match[group]));
    const epochDay = epochDayOf(years < 100 ? 2000 + years : years, months, day ?? middleOfMonth);
    if (epochDay === undefined) continue;
    const precision = day === undefined ? "month" : "day";
    return { word: match[0].replace(/^[-_ ]/, ""), date: { epochDay, precision } };
  }
  return undefined;
}
