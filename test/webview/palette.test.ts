import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type Colour, contrast, cssColour, faded, parseColour } from "../../media/trendPanel/theme/colour.ts";
import { type Palette, paletteOf, type Token } from "../../media/trendPanel/theme/palette.ts";

function colour(text: string): Colour {
  const parsed = parseColour(text);
  assert.ok(parsed, text);
  return parsed;
}

const darkModern: Readonly<Record<Token, string>> = {
  ground: "#1f1f1f",
  foreground: "#cccccc",
  quiet: "#9d9d9d",
  strong: "#ffffff",
  blue: "#59a4f9",
  red: "#f14c4c",
  lines: "rgba(204, 204, 204, 0.5)",
  modified: "rgba(187, 128, 9, 0.4)",
  focus: "#0078d4",
};

function palette(changes: Partial<Record<Token, string>> = {}, isHighContrast = false): Palette {
  const values = { ...darkModern, ...changes };
  return paletteOf((token) => parseColour(values[token]), isHighContrast);
}

describe("colours", () => {
  it("are read as a canvas writes them", () => {
    assert.deepEqual(parseColour("#0063d3"), { red: 0, green: 0x63, blue: 0xd3, opacity: 1 });
    assert.deepEqual(parseColour("rgba(187, 128, 9, 0.4)"), { red: 187, green: 128, blue: 9, opacity: 0.4 });
    for (const text of ["", "red", "#12", "color(srgb 1 0 0)"]) assert.equal(parseColour(text), undefined);
  });

  it("have the contrast that WCAG computes", () => {
    assert.equal(contrast(colour("#000000"), colour("#ffffff")), 21);
    assert.equal(contrast(colour("#777777"), colour("#ffffff")).toFixed(2), "4.48");
    // The mockups' numbers: red of Dark Modern, solid and at 82 %.
    assert.equal(contrast(colour("#f14c4c"), colour("#1f1f1f")).toFixed(1), "4.6");
    assert.equal(contrast(faded(colour("#f14c4c"), 0.82), colour("#1f1f1f")).toFixed(1), "3.5");
  });
});

describe("the palette", () => {
  it("takes a theme's colours as they are when they can be seen", () => {
    const { ground, blue, red, quiet, strong, hollowOpacity } = palette();
    assert.deepEqual(
      { ground, blue, red, quiet, strong, hollowOpacity },
      {
        ground: "rgb(31, 31, 31)",
        blue: "rgb(89, 164, 249)",
        red: "rgb(241, 76, 76)",
        quiet: "rgb(157, 157, 157)",
        strong: "rgb(255, 255, 255)",
        hollowOpacity: 0.82,
      },
    );
  });

  it("has the mockups' gridlines", () => {
    assert.equal(palette().gridline, "rgb(50, 50, 50)");
    assert.equal(palette({}, true).hollowOpacity, 1);
  });

  it("gives up a colour that is too close to the ground", () => {
    const { blue, quiet, foreground } = palette({ blue: "#333366", quiet: "rgba(255, 255, 255, 0.2)" });
    assert.deepEqual([blue, quiet], [foreground, foreground]);
  });

  it("gives up a colour that is only seen when it is paler", () => {
    const { blue, foreground } = palette({ ground: "#008700", foreground: "#000000", blue: "#620000" });
    assert.equal(blue, foreground);
  });

  it("shows marks at 3 : 1 and text at 4.5 : 1 in any theme", () => {
    const channel = fc.integer({ min: 0, max: 255 });
    const opacity = fc.constantFrom(1, 0.5, 0.2);
    const any = fc.record({ red: channel, green: channel, blue: channel, opacity });
    const theme = fc.record({
      ground: any.map((ground) => ({ ...ground, opacity: 1 })),
      foreground: any,
      quiet: any,
      strong: any,
      blue: any,
      red: fc.option(any, { nil: undefined }),
      lines: any,
      modified: any,
      focus: any,
    });
    fc.assert(
      fc.property(theme, fc.boolean(), (tokens, isHighContrast) => {
        const made = paletteOf((token) => tokens[token], isHighContrast);
        const ground = colour(made.ground);
        // Channels are rounded when they are written.
        const on = (text: string) => contrast(colour(text), ground) + 0.05;
        for (const text of [made.foreground, made.quiet, made.strong]) assert.ok(on(text) >= 4.5, text);
        for (const mark of [made.blue, made.red]) assert.ok(on(mark) >= 3, mark);
        assert.ok(on(made.modified) >= 3);
      }),
      { numRuns: 1000 },
    );
  });

  it("writes what it reads", () => {
    assert.equal(cssColour(colour("#0063d3")), "rgb(0, 99, 211)");
    assert.equal(cssColour({ red: 1, green: 2, blue: 3, opacity: 0.5 }), "rgba(1, 2, 3, 0.5)");
  });
});
