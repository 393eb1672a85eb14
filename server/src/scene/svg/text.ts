import type { TextRun } from "../../text/textRun.ts";
import type { PlacedText } from "../text/text.ts";
import { colourOf, type Theme } from "../theme.ts";
import { type Attributes, element, type Markup } from "./element.ts";
import type { RunFonts } from "./wrapRuns.ts";

/**
 * A line of text.
 * @param quietEnd the end of the text that is in quiet tone
 */
export function drawText(placed: PlacedText, theme: Theme, quietEnd = ""): Markup {
  const attributes = textAttributes(placed, colourOf(placed.tone, theme));
  if (quietEnd === "") return element("text", attributes, placed.text);
  const end = element("tspan", { fill: theme.quiet }, quietEnd);
  return element("text", attributes, placed.text.slice(0, -quietEnd.length), end);
}

/** One line of a sentence whose strong runs are bolder. */
export function drawRuns(
  runs: readonly TextRun[],
  place: { readonly x: number; readonly baseline: number },
  fonts: RunFonts,
  tones: Readonly<Record<TextRun["emphasis"], "foreground" | "quiet" | "strong">>,
  theme: Theme,
): Markup {
  const plain = { ...place, anchor: "start", font: fonts.plain } as const;
  return element(
    "text",
    textAttributes(plain, colourOf(tones.plain, theme)),
    ...runs.map(({ text, emphasis }) =>
      emphasis === "plain"
        ? text
        : element("tspan", { "font-weight": fonts.strong.weight, fill: colourOf(tones.strong, theme) }, text),
    ),
  );
}

/** The halo is a text of its own: slide programs ignore `paint-order` and would bury the letters. */
export function drawHalo(place: TextPlace, text: string, theme: Theme): Markup {
  return element(
    "text",
    {
      ...textAttributes(place, theme.ground),
      stroke: theme.ground,
      "stroke-width": theme.haloWidth,
      "stroke-linejoin": "round",
      "aria-hidden": "true",
    },
    text,
  );
}

type TextPlace = Pick<PlacedText, "x" | "baseline" | "anchor" | "font">;

function textAttributes({ x, baseline, anchor, font }: TextPlace, fill: string): Attributes {
  return {
    x,
    y: baseline,
    "text-anchor": anchor === "start" ? undefined : anchor,
    "font-size": font.size,
    "font-weight": font.weight === 400 ? undefined : font.weight,
    fill,
  };
}
