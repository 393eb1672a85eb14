import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import type { ServerHandle } from "../../../client/src/serverHandle.ts";
import type { PanelQuestion } from "../../../server/src/protocol.ts";
import type { Drawing } from "../../../server/src/scene/drawing.ts";
import { measuredDrawing, targetOf } from "../../support/measuredDrawing.ts";
import type { Workbench } from "../workbench.ts";
import { paperFolder } from "./sampleCards.ts";

export const verdict = /Density doubles about every 4\.4 months \(135 days, 95.% interval 91 to 275\)/;

export async function panelText(window: Workbench): Promise<string> {
  return (await window.probePanel("text", null)).replaceAll("\u00a0", " ");
}

/** The sentence above the figure, with plain spaces. */
export async function headline(window: Workbench): Promise<string | undefined> {
  const [element] = await window.probePanel("elements", ".headline");
  return element?.text.replaceAll("\u00a0", " ");
}

/** Takes the entry of this label from the menu of the button whose name begins with that word. */
export async function chooseInPanel(window: Workbench, button: string, entry: string): Promise<void> {
  await window.clickInPanel(`role=button[name=/^${button}\\b/]`);
  await window.clickInPanel(`.menu-item:has(.menu-label:text-is("${entry}"))`);
}

/** The figure's own drawing at the size it has in the window, measured with the page's fonts. */
export async function layoutInWindow(
  window: Workbench,
  question: Partial<PanelQuestion> = { folderUri: paperFolder().toString() },
): Promise<{ drawing: Drawing; left: number; top: number }> {
  const [canvas] = await window.probePanel("elements", "canvas");
  assert.ok(canvas, "the panel has no canvas");
  const handle: ServerHandle = vscode.extensions.getExtension("densing.densing")?.exports;
  const answer = await (await handle.start()).request("densing/panel", { question });
  const content = answer !== null && "data" in answer ? answer.data.content : undefined;
  assert.ok(content?.view === "time" && content.figure.kind === "time", "the collection has no figure");
  const { figure } = content;
  const drawing = await measuredDrawing(figure, canvas, (lines) => window.probePanel("textWidths", lines));
  return { drawing, left: canvas.x, top: canvas.y };
}

export async function tokenColour(window: Workbench, token: string): Promise<string> {
  const value = await window.probePanel("style", { selector: "main", property: `--vscode-${token}` });
  return value?.trim().toLowerCase() ?? "";
}

const named = { "Llama-65B": "charts-blue", "Gemma2-9B": "charts-red", "MiniCPM3-4B": "charts-red" } as const;

export async function assertSeriesColours(window: Workbench): Promise<void> {
  const { drawing } = await layoutInWindow(window);
  for (const [name, token] of Object.entries(named)) {
    const { at } = targetOf(drawing, name);
    assert.equal(await window.probePanel("pixel", at), await tokenColour(window, token), name);
  }
}
