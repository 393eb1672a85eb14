import { isoOfEpochDay } from "../density/calendar.ts";
import type { GrowthChange } from "../trend/questions/growthChange.ts";
import type { Stall } from "../trend/questions/stall.ts";
import { orNull } from "./jsonContract.ts";

/** Whether growth was constant; null without a line, or with too few families to test it. */
export function growthBlock(change: GrowthChange | undefined) {
  if (change === undefined) return null;
  const { finding, quadratic, hinge } = change;
  return {
    finding,
    quadratic: {
      coefficient: quadratic.clustered.coefficient,
      t: quadratic.clustered.t,
      pValue: quadratic.clustered.pValue,
      independentT: quadratic.independent.t,
      independentPValue: quadratic.independent.pValue,
    },
    hinge:
      hinge === undefined
        ? null
        : {
            date: isoOfEpochDay(hinge.epochDay),
            f: hinge.f,
            pValue: hinge.pValue,
            beforeDays: orNull(hinge.beforeDays),
            afterDays: orNull(hinge.afterDays),
            draws: hinge.draws,
          },
  };
}

/** Whether records have stopped; null while they keep coming. */
export function stallBlock(found: Stall | undefined) {
  if (found === undefined) return null;
  const { sinceEpochDay, days, records, expectedRecords, chance, density, expectedDensity } = found;
  return {
    since: isoOfEpochDay(sinceEpochDay),
    days,
    records,
    expectedRecords,
    chance,
    density,
    expectedDensity,
  };
}
