import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { defaultPicture, type PictureOptions } from "../../../../server/src/figures/page/page.ts";
import { figurePicture } from "../../../../server/src/figures/page/picture.ts";
import { timeFigure } from "../../../../server/src/figures/time/timeFigure.ts";
import { themes } from "../../../../server/src/scene/theme.ts";
import type { CollectionAnalysis } from "../../../../server/src/trend/collection/analyseCollection.ts";
import {
  analysisOf,
  modelOf,
  paperModels,
  trendFigure,
  withShuffledDates,
} from "../../../support/figures.ts";
import { timeParts } from "../../../support/timeDrawing.ts";
import { everyElement, parseXml, type XmlElement } from "../../../support/xml.ts";

function draw(analysis: CollectionAnalysis, options: Partial<PictureOptions> = {}): string {
  return figurePicture(timeFigure(analysis), { ...defaultPicture, ...options });
}

/** Lines of text as they are read: without the halos behind them. */
function textsOf(svg: string): string[] {
  return everyElement(parseXml(svg))
    .filter(({ name, attributes }) => name === "text" && attributes["aria-hidden"] === undefined)
    .map(({ text }) => text);
}

function marksIn(svg: string): XmlElement[] {
  return everyElement(parseXml(svg)).filter(
    ({ name, children }) => name === "g" && children[0]?.name === "title",
  );
}

const paperAnalysis = analysisOf(paperModels);

describe("the picture of the paper's trend", () => {
  const svg = draw(paperAnalysis);

  it("carries verdict, grounds, legend, figure, assumptions and source", () => {
    const texts = textsOf(svg);
    for (const expected of [
      "Density doubles about every 3.5 months (106 days, the paper’s method).",
      "record",
      "Llama 13",
      "×2 in 106 days",
      "Mistral-Small-24B 4.81",
      "Reference nmi-2025",
      "Kinds base, pruned, distilled",
      "4 left out",
      "Reference nmi-2025: Xiao et al., Nature Machine Intelligence 7, 1823-1833 (2025), CC BY 4.0; values digitised.",
    ])
      assert.ok(texts.includes(expected), expected);
    assert.ok(texts.join(" ").includes("Nine records of 47 models, 24 Feb 2023 to 5 Apr 2025;"));
  });

  it("has a title and a description for those who do not see it", () => {
    const [title, description] = parseXml(svg).children;
    assert.equal(title?.name, "title");
    assert.equal(title?.text, "Density doubles about every 3.5 months (106 days, the paper’s method).");
    assert.equal(description?.name, "desc");
    assert.match(description?.text ?? "", /of 47 models.*Records: Llama-65B 0\.040 \(24 Feb 2023\)/);
  });

  it("has one mark per model, each with its facts", () => {
    const marks = marksIn(svg);
    assert.equal(marks.length, 47);
    assert.ok(marks.some(({ text }) => text.trim() === "Llama-65B: density 0.040, 24 Feb 2023, record"));
  });

  it("draws a model in its family's colour at the layout's coordinates", () => {
    const figure = trendFigure(paperAnalysis);
    const area = everyElement(parseXml(svg)).find(({ attributes }) => attributes.transform !== undefined);
    const offset = Number(/translate\(0 ([\d.]+)\)/.exec(area?.attributes.transform ?? "")?.[1]);
    const border = everyElement(parseXml(svg)).find(({ attributes }) => attributes.d?.startsWith("M0,"));
    const stripTop = Number(/^M0,([\d.]+)H/.exec(border?.attributes.d ?? "")?.[1]) - 0.5;
    const { points } = timeParts(figure, { height: stripTop - offset });
    const llama = points.find(({ point }) => point.name === "Llama-65B");
    const circle = marksIn(svg)
      .find(({ text }) => text.includes("Llama-65B:"))
      ?.children.find(({ name }) => name === "circle");
    assert.equal(circle?.attributes.fill, themes.light.blue);
    assert.ok(Math.abs(Number(circle?.attributes.cx) - (llama?.at.x ?? 0)) <= 0.005);
    assert.ok(Math.abs(Number(circle?.attributes.cy) - (llama?.at.y ?? 0)) <= 0.005);
  });

  it("stands alone: no script, no link, no reference to anything outside", () => {
    for (const { name, attributes } of everyElement(parseXml(svg))) {
      assert.ok(
        ["svg", "title", "desc", "g", "rect", "path", "line", "circle", "polygon", "text", "tspan"].includes(
          name,
        ),
      );
      for (const [key, value] of Object.entries(attributes)) {
        assert.doesNotMatch(key, /^on|href/);
        if (key !== "xmlns") assert.doesNotMatch(value, /url\(|:\/\//);
      }
    }
  });

  it("has no number with more than two decimals among its coordinates", () => {
    for (const { name, attributes } of everyElement(parseXml(svg)))
      for (const [key, value] of Object.entries(attributes))
        if (name !== "svg") assert.doesNotMatch(value, /\.\d{3}/, key);
  });

  it("turns ligatures off", () => {
    assert.match(parseXml(svg).attributes.style ?? "", /'calt' 0/);
  });

  it("is the same to the byte when drawn again", () => {
    assert.equal(draw(analysisOf(paperModels)), svg);
  });
});

describe("pictures of other sizes and themes", () => {
  it("take the theme's colours", () => {
    const dark = draw(paperAnalysis, { theme: "dark" });
    const ground = parseXml(dark).children.find(({ name }) => name === "rect");
    assert.equal(ground?.attributes.fill, themes.dark.ground);
    assert.ok(!dark.includes(themes.light.foreground));
  });

  it("have the size asked for, or as much height as their text needs", () => {
    assert.equal(parseXml(draw(paperAnalysis)).attributes.height, "640");
    const low = parseXml(draw(paperAnalysis, { width: 380, height: 100 })).attributes;
    assert.equal(low.width, "380");
    assert.ok(Number(low.height) > 400);
    assert.equal(parseXml(draw(paperAnalysis, { width: 10 })).attributes.width, "320");
  });

  it("say one fact and no counts when narrow", () => {
    const texts = textsOf(draw(paperAnalysis, { width: 380, height: 600 }));
    assert.ok(texts.includes("9 records of 47 models; p < 0.001."));
    assert.ok(texts.includes("Llama"));
    assert.ok(texts.includes("Kinds base +2"));
  });
});

describe("pictures without a trend", () => {
  it("draw no line and bold no number when no doubling can be claimed", () => {
    const svg = draw(analysisOf(withShuffledDates(16)));
    assert.equal(textsOf(svg)[0], "No doubling can be claimed.");
    assert.ok(
      !everyElement(parseXml(svg)).some(({ attributes }) => attributes["stroke-dasharray"] !== undefined),
    );
    assert.ok(!textsOf(svg).some((text) => text.startsWith("×2")));
  });

  it("draw the points of too few models", () => {
    const svg = draw(analysisOf(paperModels.slice(8, 11)));
    assert.equal(marksIn(svg).length, 3);
    assert.equal(textsOf(svg)[0], "Too few models for a trend: 2 records of 3 models; 3 of 5 are needed.");
  });

  it("explain an empty collection, with the first cards and the count of the rest", () => {
    const quantised = paperModels.filter(({ weightBits }) => weightBits !== undefined);
    const many = [1, 2, 3].flatMap((copy) =>
      quantised.map((each) => ({ ...each, name: `${each.name}-${copy}` })),
    );
    const texts = textsOf(draw(analysisOf(many)));
    assert.equal(texts[0], "No models to plot yet");
    assert.ok(texts.includes("4-bit quantised"));
    assert.ok(texts.includes("Three more cards"));
    assert.ok(texts.includes("9 left out"));
  });

  it("mark what differs from what holds where nobody chooses", () => {
    const bars = (svg: string) =>
      everyElement(parseXml(svg)).filter(({ attributes }) => attributes.fill === themes.light.modified)
        .length;
    assert.equal(bars(draw(analysisOf(paperModels, { estimator: "quantile" }))), 0);
    assert.equal(bars(draw(analysisOf(paperModels, { estimator: "all", kinds: ["base", "pruned"] }))), 2);
  });
});

describe("hostile and foreign names", () => {
  it("stay text", () => {
    const names = [
      "<script>alert(1)</script>",
      "\"quoted\" & 'so'",
      "a\u0000\u0008b",
      "\ud800",
      "]]>",
      "&amp;",
    ];
    const svg = draw(
      analysisOf(names.map((name, place) => modelOf(name, place * 60, 1 + place, { family: name }))),
    );
    assert.ok(!everyElement(parseXml(svg)).some(({ name }) => name === "script"));
    const titles = marksIn(svg).map(({ text }) => text.trim());
    assert.ok(titles[0]?.startsWith("<script>alert(1)</script>: density"));
    assert.ok(titles.some((title) => title.startsWith("&amp;: ")));
    assert.ok(titles.some((title) => title.startsWith("ab: ")));
  });

  it("of right-to-left scripts do not reorder the density after them", () => {
    const texts = textsOf(draw(analysisOf([modelOf("نموذج", 0, 1.25)])));
    assert.ok(texts.includes("\u2068نموذج\u2069 1.25"));
  });

  it("give a well-formed picture whatever they are", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "binary", maxLength: 60 }), { minLength: 1, maxLength: 12 }),
        fc.constantFrom("light" as const, "dark" as const),
        fc.integer({ min: 320, max: 1200 }),
        (names, theme, width) => {
          const models = names.map((name, place) =>
            modelOf(`${name}${place}`, place * 40, 2 ** place, { family: names[place % 3] }),
          );
          const root = parseXml(draw(analysisOf(models), { theme, width }));
          assert.equal(root.name, "svg");
          assert.equal(marksIn(draw(analysisOf(models), { theme, width })).length, models.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});
