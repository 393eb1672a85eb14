import assert from "node:assert/strict";
import { test } from "node:test";
import { cardMessage } from "../../../../server/src/cards/findings/cardMessages.ts";
import { readReleaseDate } from "../../../../server/src/cards/values/releaseDate.ts";
import { isoOfEpochDay } from "../../../../server/src/density/calendar.ts";

const dates: readonly [string, string, "day" | "month"][] = [
  ["2024-09-19", "2024-09-19", "day"],
  ["2024-02-29", "2024-02-29", "day"],
  [" 2024-09-19 ", "2024-09-19", "day"],
  ["2025-02", "2025-02-15", "month"],
];

for (const [text, day, precision] of dates) {
  test(`${text} is a date`, () => {
    const reading = readReleaseDate(text);
    assert.equal(reading.kind, "date");
    if (reading.kind !== "date") return;
    assert.equal(isoOfEpochDay(reading.date.epochDay), day);
    assert.equal(reading.date.precision, precision);
  });
}

const proposals: readonly [string, string | readonly [string, string] | undefined][] = [
  ["2024/09/19", "2024-09-19"],
  ["2024.9.1", "2024-09-01"],
  ["2023/03", "2023-03"],
  ["20240919", "2024-09-19"],
  ["2024-09-19T00:00:00Z", "2024-09-19"],
  ["2024-09-19 12:30", "2024-09-19"],
  ["19.09.2024", "2024-09-19"],
  ["9/19/2024", "2024-09-19"],
  ["5/5/2024", "2024-05-05"],
  ["3/4/2024", ["2024-04-03", "2024-03-04"]],
  ["31/4/2024", undefined],
  ["Sep 19, 2024", "2024-09-19"],
  ["19 September 2024", "2024-09-19"],
  ["September 19th, 2024", "2024-09-19"],
  ["Sep 2024", "2024-09"],
  ["1721952000000", "2024-07-26"],
  ["1721952000", "2024-07-26"],
  ["31 Feb 2024", undefined],
  ["Feb 1 or 2, 2024", undefined],
  ["2024", undefined],
  ["2024-Q3", undefined],
  ["soon", undefined],
  ["x".repeat(100_000), undefined],
];

for (const [text, proposed = []] of proposals) {
  const expected = [proposed].flat();
  test(`${JSON.stringify(text.slice(0, 30))} is no date, and ${expected.join(" or ") || "nothing"} is proposed`, () => {
    const reading = readReleaseDate(text);
    assert.ok(reading.kind === "problem" && reading.subject.kind === "date-unreadable");
    assert.deepEqual(reading.subject.proposals, expected);
    for (const proposal of expected) assert.equal(readReleaseDate(proposal).kind, "date");
  });
}

const impossible: readonly [string, string][] = [
  ["2023-02-29", "2023-02-29 is not in the calendar: Feb 2023 has 28 days."],
  ["2024-09-31", "2024-09-31 is not in the calendar: Sep 2024 has 30 days."],
  ["2024-13-01", "2024-13-01 is not in the calendar: months go from 01 to 12."],
  ["2024-00", "2024-00 is not in the calendar: months go from 01 to 12."],
];

for (const [text, message] of impossible) {
  test(`${text} is no day`, () => {
    const reading = readReleaseDate(text);
    assert.ok(reading.kind === "problem" && reading.subject.kind === "date-impossible");
    assert.equal(cardMessage(reading.subject), message);
  });
}
