import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { defaultPicture } from "../../../../server/src/figures/page/page.ts";
import { figurePicture } from "../../../../server/src/figures/page/picture.ts";
import { pricesFigure } from "../../../../server/src/figures/prices/pricesFigure.ts";
import { sizesFigure } from "../../../../server/src/figures/sizes/sizesFigure.ts";
import type { DrawnText, StrokedLine } from "../../../../server/src/scene/drawing.ts";
import { recordKeys } from "../../../../server/src/scene/legendKeys.ts";
import { movedShape } from "../../../../server/src/scene/movedShape.ts";
import { drawShapes } from "../../../../server/src/scene/svg/shapes.ts";
import { estimateTextWidth } from "../../../../server/src/scene/svg/textWidth.ts";
import { placeText } from "../../../../server/src/scene/text/text.ts";
import { themeNames, themes } from "../../../../server/src/scene/theme.ts";
import { analysisOf, paperModels } from "../../../support/figures.ts";
import { everyElement, parseXml, type XmlElement } from "../../../support/xml.ts";

const sizes = sizesFigure(analysisOf(paperModels));

function elementsOf(svg: string): XmlElement[] {
  return everyElement(parseXml(svg));
}

function textsOf(svg: string): string[] {
  return elementsOf(svg)
    .filter(({ name, attributes }) => name === "text" && attributes["aria-hidden"] === undefined)
    .map(({ text }) => text);
}

/** What one line becomes. */
function lineElements(line: Partial<StrokedLine>): XmlElement[] {
  const shape: StrokedLine = {
    kind: "line",
    through: [
      { x: 10, y: 20 },
      { x: 50, y: 20 },
    ],
    paint: "strong",
    width: 2,
    ...line,
  };
  return drawShapes([shape], themes.light).map(({ markup }) => parseXml(markup));
}

describe("the picture of a drawn figure", () => {
  const svg = figurePicture(sizes);

  it("carries finding, grounds, legend, figure, assumptions and source", () => {
    const texts = textsOf(svg);
    for (const expected of [
      "MiniCPM-2.4B is within 0.7 points of Mistral-7B-v0.1 with 35\u00a0% of its size, 127 days later.",
      "record",
      "Llama 13",
      "density 4",
      "Mistral-Small-24B 4.81",
      "Reference nmi-2025",
      "4 left out",
    ])
      assert.ok(texts.join(" ").includes(expected), expected);
  });

  it("tells those who do not see it the finding and the records", () => {
    const [title, description] = parseXml(svg).children;
    assert.match(title?.text ?? "", /^MiniCPM-2\.4B is within/);
    assert.match(description?.text ?? "", /47 models drawn\. .*Llama-65B, density 0\.040/);
  });

  it("says what a mark is when the pointer rests on it", () => {
    const titles = elementsOf(svg)
      .filter(({ name, children }) => name === "g" && children[0]?.name === "title")
      .map(({ text }) => text.trim());
    assert.equal(titles.length, 47);
    assert.ok(
      titles.includes(
        "Phi-1-1.2B, density 0.14, 164\u00a0M effective from 1.21\u00a0B, 20 Jun 2023, Phi, record",
      ),
    );
  });

  it("stands alone: no script, no link, no reference to anything outside", () => {
    const known = new Set([
      "svg",
      "title",
      "desc",
      "g",
      "rect",
      "path",
      "line",
      "circle",
      "polygon",
      "text",
      "tspan",
    ]);
    for (const { name, attributes } of elementsOf(svg)) {
      assert.ok(known.has(name), name);
      for (const [key, value] of Object.entries(attributes)) {
        assert.doesNotMatch(key, /^on|href/);
        if (key !== "xmlns") assert.doesNotMatch(value, /url\(|:\/\//);
      }
    }
  });

  it("is the same to the byte when drawn again, in every theme", () => {
    for (const theme of themeNames) {
      const options = { ...defaultPicture, theme };
      const drawn = figurePicture(sizes, options);
      assert.equal(figurePicture(sizesFigure(analysisOf(paperModels)), options), drawn);
      assert.ok(drawn.includes(`fill="${themes[theme].ground}"`));
    }
  });

  it("uses no opacity in high contrast", () => {
    assert.doesNotMatch(figurePicture(sizes, { ...defaultPicture, theme: "high-contrast" }), /opacity/);
  });

  it("says what a card lacks when there is nothing to draw", () => {
    const empty = figurePicture(pricesFigure(analysisOf(paperModels)));
    assert.equal(textsOf(empty)[0], "No prices to plot yet");
    assert.match(textsOf(empty).join(" "), /price_per_million_tokens/);
  });
});

describe("shapes in an SVG file", () => {
  it("put hairlines of grid and axes on whole pixels, other lines where they are", () => {
    assert.equal(lineElements({ paint: "axis", width: 1 })[0]?.attributes.d, "M10,20.5L50,20.5");
    assert.equal(lineElements({})[0]?.attributes.d, "M10,20L50,20");
  });

  it("end in an arrow head where asked to, short of which the line stops", () => {
    const [line, head] = lineElements({ hasArrow: true });
    assert.equal(line?.attributes.d, "M10,20L41,20");
    assert.equal(head?.attributes.points, "50,20 41,24 41,16");
  });

  it("dash", () => {
    assert.equal(lineElements({ dashes: [5, 4] })[0]?.attributes["stroke-dasharray"], "5 4");
  });

  it("hatch and outline areas where a theme allows no opacity, dotted when half as strong", () => {
    const corners = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10 },
    ];
    const [hatching, whole, half] = drawShapes(
      [
        { kind: "area", corners, strength: "band" },
        { kind: "area", corners, strength: "half-band" },
      ],
      themes["high-contrast"],
    ).map(({ markup }) => parseXml(markup).attributes);
    assert.match(hatching?.d ?? "", /^M/);
    assert.deepEqual([whole?.fill, whole?.["stroke-dasharray"]], ["none", undefined]);
    assert.deepEqual([half?.fill, half?.["stroke-dasharray"]], ["none", "1 3"]);
  });

  it("have the halos of neighbouring texts below their letters", () => {
    const label = (text: string, x: number): DrawnText => ({
      kind: "text",
      halo: "together",
      text: placeText(
        { text, x, baseline: 20, anchor: "start", font: { size: 12, weight: 400 }, tone: "foreground" },
        estimateTextWidth,
      ),
    });
    const drawn = drawShapes([label("one", 0), label("two", 20)], themes.light);
    assert.deepEqual(
      drawn
        .map(({ markup }) => parseXml(markup))
        .map(({ text, attributes }) => [text, attributes["aria-hidden"]]),
      [
        ["one", "true"],
        ["two", "true"],
        ["one", undefined],
        ["two", undefined],
      ],
    );
  });

  it("move as a whole", () => {
    const [filled] = recordKeys[0]?.shapes ?? [];
    assert.ok(filled?.kind === "mark");
    const moved = movedShape(filled, 100, 20);
    assert.deepEqual(moved, { ...filled, at: { x: filled.at.x + 100, y: filled.at.y + 20 } });
  });
});
