import type { PanelChoices } from "../../../server/src/panel/panelQuestion.ts";
import type { DaySpan } from "../../../server/src/trend/fit/lineOnDays.ts";

/** The choices that fit the trend to the whole days of a window; an end that all dates have sets no limit. */
export function choicesFor({ firstEpochDay, lastEpochDay }: DaySpan, all: DaySpan): PanelChoices {
  return {
    sinceEpochDay: firstEpochDay <= all.firstEpochDay ? null : Math.ceil(firstEpochDay),
    untilEpochDay: lastEpochDay >= all.lastEpochDay ? null : Math.floor(lastEpochDay),
  };
}
