/// <reference types="mocha" />
import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { eventually } from "../../support/eventually.ts";
import { openCard, paperFolder } from "./sampleCards.ts";
import { requireWorkbench } from "./testing.ts";

describe("Densing: New Model Card", () => {
  const uri = () => vscode.Uri.joinPath(paperFolder(), "tern-3b-preview.modelcard.yaml");

  after(async () => {
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await vscode.workspace.fs.delete(uri()).then(undefined, () => undefined);
  });

  it("asks for the name and opens a valid skeleton with tab stops", async function () {
    const window = requireWorkbench(this);
    await openCard("phi-2-2b.modelcard.yaml");
    const done = vscode.commands.executeCommand("densing.newModelCard");
    await eventually(async () => {
      await window.clickText(
        "Name of the model, as people call it (Press 'Enter' to confirm or 'Escape' to cancel)",
      );
    });
    await window.type("Tern-3B preview");
    await window.press("Enter");
    await done;
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.path, uri().path);
    const text = editor?.document.getText() ?? "";
    assert.match(
      text,
      /^name: Tern-3B preview\norganization: \nfamily: \nrelease_date: # YYYY-MM-DD.*\nkind: base\nparameters:\n {2}total: 3B\n/,
    );
    // The first tab stop is the organisation.
    await window.type("Tern Lab");
    await eventually(() => assert.match(editor?.document.getText() ?? "", /^organization: Tern Lab$/m));
    const found = () => vscode.languages.getDiagnostics(uri()).filter(({ source }) => source === "densing");
    await eventually(() => assert.ok(found().length > 0, "nothing is said of the empty scores"));
    const wrong = found().filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning);
    assert.deepEqual(
      wrong.map(({ message }) => message),
      ["release_date is empty. Write the day the weights became public, as `release_date: 2024-09-19`."],
    );
  });
});
