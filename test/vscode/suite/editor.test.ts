/// <reference types="mocha" />
import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { eventually } from "../../support/eventually.ts";
import { openCard } from "./sampleCards.ts";

const card = "minicpm-2.4b.modelcard.yaml";

function positionOf(document: vscode.TextDocument, text: string): vscode.Position {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, `"${text}" is not in the card`);
  return document.positionAt(offset + 1);
}

async function hover(document: vscode.TextDocument, text: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    "vscode.executeHoverProvider",
    document.uri,
    positionOf(document, text),
  );
  return hovers
    .flatMap(({ contents }) =>
      contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : String(content))),
    )
    .join("\n");
}

describe("a card in the editor", () => {
  after(() => vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor"));

  it("shows its density on hover, against the collection's trend", async () => {
    const document = await openCard(card);
    await eventually(async () => {
      const text = (await hover(document, "MiniCPM-2.4B")).replaceAll("\\", "");
      assert.match(text, /capability density 0\.77/);
      assert.match(text, /1\.89.B/);
      assert.match(text, /Trend on 1 Feb 2024/);
      assert.match(text, /record/);
    });
  });

  it("shows density, rank and sizes above the card", async () => {
    const document = await openCard(card);
    await eventually(async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        "vscode.executeCodeLensProvider",
        document.uri,
      );
      const titles = lenses.map(({ command }) => command?.title.replaceAll("\u00a0", " "));
      assert.deepEqual(titles.slice(0, 3), [
        "Density 0.77",
        "1st of 18 by its date",
        "1.89 B effective from 2.44 B",
      ]);
      assert.match(titles[3] ?? "", /^record, (on the trend|\d+ days (ahead of|behind) the trend)$/);
    });
  });

  it("has the density as an information diagnostic, and finds a mistake while it is typed", async () => {
    const document = await openCard(card);
    const diagnostics = () =>
      vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === "densing");
    await eventually(() =>
      assert.ok(diagnostics().some(({ message }) => message.startsWith("Capability density 0.77"))),
    );
    const start = positionOf(document, "2024-02-01");
    const edit = new vscode.WorkspaceEdit();
    edit.replace(
      document.uri,
      new vscode.Range(start.translate(0, -1), start.translate(0, 9)),
      "last winter",
    );
    await vscode.workspace.applyEdit(edit);
    await eventually(() =>
      assert.ok(diagnostics().some(({ severity }) => severity === vscode.DiagnosticSeverity.Error)),
    );
    await vscode.commands.executeCommand("undo");
    await eventually(() =>
      assert.ok(!diagnostics().some(({ severity }) => severity === vscode.DiagnosticSeverity.Error)),
    );
  });

  it("leaves YAML files alone that are no cards", async () => {
    const document = await vscode.workspace.openTextDocument({ language: "yaml", content: "services: [" });
    await vscode.window.showTextDocument(document);
    assert.deepEqual(
      vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === "densing"),
      [],
    );
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });
});
