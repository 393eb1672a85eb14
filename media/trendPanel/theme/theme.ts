import { type Colour, parseColour } from "./colour.ts";
import { type Palette, paletteOf, tokens } from "./palette.ts";

/** How the page looks just now: everything a canvas needs of the editor's theme. */
export interface PageTheme {
  readonly palette: Palette;
  readonly fontFamily: string;
}

/** What the style sheet needs of the palette. */
const publishedRoles = [
  "foreground",
  "quiet",
  "strong",
  "blue",
  "red",
  "gridline",
  "referenceLine",
  "axis",
  "modified",
] as const;

/** Follows the editor's theme: VS Code writes it to the page's root and body whenever it changes. */
export class ThemeObserver {
  readonly #page: HTMLElement;
  readonly #reader = document.createElement("canvas").getContext("2d");
  #theme: PageTheme;

  /** @param onChange called when colours or font have really changed */
  constructor(page: HTMLElement, onChange: () => void) {
    this.#page = page;
    this.#theme = this.#read();
    const observer = new MutationObserver(() => {
      const theme = this.#read();
      if (JSON.stringify(theme) === JSON.stringify(this.#theme)) return;
      this.#theme = theme;
      onChange();
    });
    observer.observe(document.documentElement, { attributeFilter: ["style", "class"] });
    observer.observe(document.body, { attributeFilter: ["style", "class", "data-vscode-theme-kind"] });
  }

  get theme(): PageTheme {
    return this.#theme;
  }

  /** Reads the tokens and hands the colours that had to be checked to the style sheet. */
  #read(): PageTheme {
    const style = getComputedStyle(document.documentElement);
    const isHighContrast = document.body.classList.contains("vscode-high-contrast");
    const palette = paletteOf(
      (name) => this.#parse(style.getPropertyValue(tokens[name]).trim()),
      isHighContrast,
    );
    for (const role of publishedRoles) this.#page.style.setProperty(`--densing-${role}`, palette[role]);
    return { palette, fontFamily: getComputedStyle(this.#page).fontFamily };
  }

  /** Any colour that CSS knows, by way of a canvas, which writes all of them alike. */
  #parse(text: string): Colour | undefined {
    if (this.#reader === null || text === "") return undefined;
    this.#reader.fillStyle = "#000000";
    this.#reader.fillStyle = text;
    const overBlack = this.#reader.fillStyle;
    this.#reader.fillStyle = "#ffffff";
    this.#reader.fillStyle = text;
    // What is no colour leaves the canvas as it was.
    return this.#reader.fillStyle === overBlack ? parseColour(overBlack) : undefined;
  }
}
