import type { EvaluationDateProblem } from "../cards/findings/collectionSubjects.ts";
import { readReleaseDate } from "../cards/values/releaseDate.ts";
import { isoOfReleaseDate } from "../density/calendar.ts";
import type { ReleaseDate } from "../density/model.ts";
import type { CardRule, CollectionRule, RuleFinding } from "./rule.ts";
import { dateOfAddress } from "./sources.ts";

/** Weights may follow their paper, and their maker's own measurements, by a season. */
const slackDays = 122;
/** One model made from it may itself be dated wrongly; several are not. */
const fewestChildren = 2;

/** The day of an evaluation, or one long after the scores were published, is no release date. */
export const evaluationAsRelease: CardRule = ({ model: { releaseDate }, places }) => {
  if (releaseDate === undefined) return [];
  const evaluations = places.evaluations.flatMap(({ text }) => {
    const reading = readReleaseDate(text.slice(0, "2024-09-19".length));
    return reading.kind === "date" ? [reading.date] : [];
  });
  const isEvaluation = evaluations.some(
    ({ epochDay, precision }) => precision === "day" && epochDay === releaseDate.epochDay,
  );
  if (isEvaluation && releaseDate.precision === "day") {
    return [finding(releaseDate, { problem: "day-of-score" })];
  }
  const measured = earliest(evaluations);
  if (measured !== undefined && isLongBefore(measured, releaseDate)) {
    return [finding(releaseDate, { problem: "after-score", measured })];
  }
  return publishedLongBefore(
    places.sources.map(({ text }) => ({ text, date: dateOfAddress(text) })),
    releaseDate,
  );
};

interface DatedSource {
  readonly text: string;
  readonly date: ReleaseDate | undefined;
}

/** Of several sources some may be background, so all that carry a date must lie long before. */
function publishedLongBefore(sources: readonly DatedSource[], releaseDate: ReleaseDate): RuleFinding[] {
  const dates = sources.flatMap(({ date }) => date ?? []);
  const first = earliest(dates);
  if (first === undefined || !dates.every((date) => isLongBefore(date, releaseDate))) return [];
  const source = sources.find(({ date }) => date === first)?.text ?? "";
  const newText = isoOfReleaseDate(first);
  return [
    {
      ...finding(releaseDate, { problem: "after-source", published: first, source }),
      replacements: [{ title: `Write ${newText}, the date of the source`, newText }],
    },
  ];
}

/** Models made from this one that appeared before it. */
export const releasedAfterChildren: CollectionRule = (card, { childrenOf }) => {
  const { releaseDate, name } = card.model;
  const children = childrenOf(card);
  if (releaseDate === undefined || children.length < fewestChildren) return [];
  const earlier = children.flatMap(({ model }) => {
    const date = model.releaseDate;
    const isMonth = [releaseDate, date].some((one) => one?.precision === "month");
    const slack = isMonth ? 16 : 0;
    return date !== undefined && model.name !== name && date.epochDay + slack < releaseDate.epochDay
      ? [{ name: model.name, date }]
      : [];
  });
  const [first] = earlier.toSorted((one, other) => one.date.epochDay - other.date.epochDay);
  if (first === undefined || earlier.length < fewestChildren) return [];
  const facts = { count: earlier.length, parent: name, first: first.name, firstDate: first.date };
  return [finding(releaseDate, { problem: "after-children", ...facts })];
};

function finding(date: ReleaseDate, problem: EvaluationDateProblem): RuleFinding {
  return { part: "release-date", subject: { kind: "date-of-evaluation", date, ...problem } };
}

function isLongBefore(date: ReleaseDate, releaseDate: ReleaseDate): boolean {
  return date.epochDay + slackDays < releaseDate.epochDay;
}

function earliest(dates: readonly ReleaseDate[]): ReleaseDate | undefined {
  return dates.reduce<ReleaseDate | undefined>(
    (first, date) => (first === undefined || date.epochDay < first.epochDay ? date : first),
    undefined,
  );
}
