import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { wholeFigure } from "../../../../server/src/figures/drawingOptions.ts";
import { analyseFigure, drawFigure, kindOf, rowsOf } from "../../../../server/src/figures/index.ts";
import { estimateTextWidth } from "../../../../server/src/scene/svg/textWidth.ts";
import { plainText } from "../../../../server/src/text/textRun.ts";
import { drawable, marksOf } from "../../../support/drawings.ts";
import { analysisOf, paperModels } from "../../../support/figures.ts";

const figure = drawable(analyseFigure("backtest", analysisOf(paperModels)));
const size = { width: 900, height: 450, measureText: estimateTextWidth };

describe("the figure of past forecasts", () => {
  it("says how many hit, and on which side the others missed", () => {
    assert.equal(
      plainText(figure.wording.verdict),
      "One of two past forecasts hit; every one lay above what came.",
    );
    assert.match(
      kindOf(figure).describe(figure) ?? "",
      /^made on 31 Dec 2023 for 1 Jul 2024: 7\.85 \(.*\), came 2\.12, hit; made on 30 Jun 2024 for 30 Dec 2024: .* too high\.$/,
    );
  });

  it("has a mark for each forecast and each record, and a row for each record", () => {
    const marks = marksOf(drawFigure(figure, size, wholeFigure));
    const forecasts = marks.filter(({ modelIds }) => modelIds.length === 0);
    assert.deepEqual(
      forecasts.map(({ mark }) => mark.shape),
      ["diamond", "cross"],
    );
    assert.equal(rowsOf(figure).length, 9);
    assert.equal(marks.length - forecasts.length, 9);
  });

  it("is empty where no half-year end leaves enough models", () => {
    const few = analyseFigure("backtest", analysisOf(paperModels.slice(0, 3)));
    assert.ok(few.kind === "empty");
    assert.equal(few.wording.title, "No past forecast to check");
  });
});
