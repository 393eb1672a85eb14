/// <reference types="mocha" />
import { strict as assert } from "node:assert";
import { execFileSync } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import * as vscode from "vscode";
import { eventually } from "../../support/eventually.ts";
import { workbench } from "./bridgeClient.ts";
import { requireWorkbench } from "./testing.ts";

/** Processes this extension host has started; their command lines. */
function childProcesses(): string {
  return execFileSync("ps", ["-o", "args=", "--ppid", String(process.pid)], { encoding: "utf8" });
}

describe("a workspace without cards", () => {
  const folder = vscode.workspace.workspaceFolders?.[0];
  const extension = vscode.extensions.getExtension("densing.densing");

  before(function () {
    if (!folder?.uri.path.endsWith("/no-cards")) this.skip();
  });

  it("does not wake the extension", async () => {
    await delay(2000);
    assert.equal(extension?.isActive, false);
  });

  it("costs next to nothing when a YAML file is opened, and starts no server", async function () {
    if (process.platform !== "linux" || folder === undefined) return this.skip();
    const start = performance.now();
    await extension?.activate();
    const milliseconds = performance.now() - start;
    await vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, "docker-compose.yaml"));
    await delay(1000);
    assert.doesNotMatch(childProcesses(), /densing-language-server/);
    await workbench?.report(`      activation took ${milliseconds.toFixed(1)} ms`);
  });

  it("says in the Models view that there are none, once somebody asks to see all models", async function () {
    const window = requireWorkbench(this);
    await vscode.commands.executeCommand("densing.showModels");
    await eventually(() => window.clickText("Open the trend panel"));
  });
});
