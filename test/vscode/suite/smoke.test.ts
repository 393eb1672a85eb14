/// <reference types="mocha" />
import { strict as assert } from "node:assert";
import { commands, extensions } from "vscode";
import { installedIntoVariable } from "../workbench.ts";

function extensionUnderTest() {
  const extension = extensions.getExtension("densing.densing");
  assert.ok(extension, "densing.densing is not installed");
  return extension;
}

describe("the extension in VS Code", () => {
  before(async () => {
    await extensionUnderTest().activate();
  });

  it("activates", () => {
    assert.ok(extensionUnderTest().isActive);
  });

  it("registers every command that its manifest promises", async () => {
    const extension = extensionUnderTest();
    const promised: { command: string }[] = extension.packageJSON.contributes.commands;
    assert.ok(promised.length > 0);
    const registered = new Set(await commands.getCommands(true));
    const missing = promised.filter(({ command }) => !registered.has(command));
    assert.deepEqual(missing, []);
  });

  it("runs from where the package was installed, when a package is under test", function () {
    const installedInto = process.env[installedIntoVariable];
    if (installedInto === undefined) return this.skip();
    const { extensionPath } = extensionUnderTest();
    assert.ok(extensionPath.startsWith(installedInto), extensionPath);
  });
});
