import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { estimateTextWidth } from "../../../../server/src/scene/svg/textWidth.ts";
import { type RunFonts, wrapRuns } from "../../../../server/src/scene/svg/wrapRuns.ts";
import type { Font } from "../../../../server/src/scene/text/text.ts";
import { plain, plainText, strong, type TextRun } from "../../../../server/src/text/textRun.ts";

const regular: Font = { size: 100, weight: 400 };
const bold: Font = { size: 100, weight: 650 };
const fonts: RunFonts = { plain: regular, strong: bold };

describe("the width of text without a font", () => {
  it("is at least what a browser measures in Inter and Helvetica, by a twelfth at most", () => {
    // Chromium's canvas, Inter 4 and Liberation Sans (Helvetica's widths) at 100 px: regular, bold, Helvetica.
    const measured: [string, number, number, number][] = [
      ["Density doubles every 106 days (3.5 months).", 2163, 2245, 2034],
      ["Mistral-Small-24B 4.81", 1072, 1126, 1011],
      ["Capability density, log₂ scale: one gridline, one doubling", 2638, 2735, 2468],
      ["Kinds base, pruned, distilled", 1336, 1392, 1251],
      ["1/1024", 314, 335, 306],
      ["WWWWmmmm@@", 911, 982, 914],
      ["illicit filling, lit.", 657, 706, 600],
      ["×2 in 106 days", 689, 708, 653],
    ];
    for (const [text, inter, interBold, helvetica] of measured) {
      const widest = Math.max(inter, helvetica);
      const estimate = estimateTextWidth(text, regular);
      assert.ok(estimate >= widest && estimate <= widest * 1.084, `${text}: ${estimate} for ${widest}`);
      const estimateBold = estimateTextWidth(text, bold);
      assert.ok(
        estimateBold >= interBold && estimateBold <= interBold * 1.12,
        `${text}: ${estimateBold} for ${interBold} in bold`,
      );
    }
  });

  it("gives wide scripts their width and marks none", () => {
    assert.ok(estimateTextWidth("漢字", regular) >= 200);
    assert.ok(estimateTextWidth("👍", regular) >= 120);
    assert.equal(estimateTextWidth("e\u0301", regular), estimateTextWidth("e", regular));
    assert.equal(estimateTextWidth("\u2068a\u2069", regular), estimateTextWidth("a", regular));
  });
});

describe("wrapping a sentence", () => {
  const lines = (runs: readonly TextRun[], width: number) =>
    wrapRuns(runs, width, fonts, estimateTextWidth).map(plainText);

  it("keeps a number with what it counts, across a change of weight", () => {
    const runs = [plain("doubles every "), strong("106 days"), plain(" (3.5 months).")];
    const width = estimateTextWidth("doubles every 106", bold) + 10;
    assert.deepEqual(lines(runs, width), ["doubles every", "106 days", "(3.5 months)."]);
  });

  it("breaks a word wider than a line", () => {
    const [first = "", ...rest] = lines([plain("x".repeat(50))], 500);
    assert.ok(first.length > 1 && rest.length > 1);
    assert.equal([first, ...rest].join(""), "x".repeat(50));
  });

  it("keeps every word in order and every line within the width", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ maxLength: 30 }), fc.boolean())),
        fc.integer({ min: 300, max: 3000 }),
        (pieces, width) => {
          const runs = pieces.map(([text, isStrong]) => (isStrong ? strong(text) : plain(text)));
          const wrapped = wrapRuns(runs, width, fonts, estimateTextWidth);
          const letters = (text: string) => text.replaceAll(" ", "");
          assert.equal(letters(wrapped.map(plainText).join("")), letters(plainText(runs)));
          for (const line of wrapped) {
            const drawn = line.reduce(
              (sum, { text, emphasis }) => sum + estimateTextWidth(text, fonts[emphasis]),
              0,
            );
            assert.ok(drawn <= width + 1e-6);
          }
        },
      ),
    );
  });
});
