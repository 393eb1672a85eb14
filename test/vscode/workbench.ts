import type { PanelProbes } from "./panelProbes.ts";

/** Told to the extension host where the bridge listens; absent in the desktop VS Code. */
export const bridgeVariable = "DENSING_WORKBENCH_BRIDGE";
/** Told to the extension host when the packaged extension is under test: the folder it was installed into. */
export const installedIntoVariable = "DENSING_INSTALLED_INTO";
/** Told to the extension host: only tests whose full title matches this expression. */
export const filterVariable = "DENSING_TEST_FILTER";

/** A place in the visible panel, in CSS pixels from its upper left corner. */
export interface PanelPoint {
  readonly x: number;
  readonly y: number;
}

/** What only the window can do. The suite runs in the extension host and asks the runner for it. */
export interface Workbench {
  /** Saves a picture of the whole window as `<name>.png` (letters, digits, `-`, `_`) and gives its path. */
  screenshot(name: string): Promise<string>;
  /** Presses one key or chord, in Playwright's names: `Enter`, `Control+Shift+P`. */
  press(key: string): Promise<void>;
  /** Types text where the focus is. */
  type(text: string): Promise<void>;
  /** Clicks the first visible element of the window (not of a panel) with exactly this text, such as a code lens. */
  clickText(text: string): Promise<void>;
  /** Clicks the visible line of a tree whose accessible name begins with this text. */
  clickTreeItem(beginning: string): Promise<void>;
  /** The accessible names of the visible elements of the window (not of a panel) that match a CSS selector. */
  labels(selector: string): Promise<string[]>;
  /** Clicks in the visible panel. */
  clickPanel(point: PanelPoint): Promise<void>;
  /** Clicks the first visible element of the visible panel that a selector in Playwright's syntax finds. */
  clickInPanel(selector: string): Promise<void>;
  /** Answers VS Code's own dialog that asks where to save a file. */
  saveAs(path: string): Promise<void>;
  /** Moves the pointer over the visible panel. */
  hoverPanel(point: PanelPoint): Promise<void>;
  /** Asks the page in the visible panel; waits for a panel if there is none yet. */
  probePanel<Name extends keyof PanelProbes>(
    name: Name,
    argument: Parameters<PanelProbes[Name]>[1],
  ): Promise<ReturnType<PanelProbes[Name]>>;
  /** How often the window was reloaded in this run. */
  reloadCount(): Promise<number>;
  /** Reloads the window: the suite starts anew in a new extension host. */
  reload(): Promise<void>;
  /** Prints a line on the runner's output. */
  report(line: string): Promise<void>;
}
