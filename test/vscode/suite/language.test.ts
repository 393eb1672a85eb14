/// <reference types="mocha" />
import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { eventually } from "../../support/eventually.ts";
import { openByHand, openCard, paperFolder } from "./sampleCards.ts";
import { requireWorkbench } from "./testing.ts";

const card = "minicpm-2.4b.modelcard.yaml";

async function replace(document: vscode.TextDocument, old: string, replacement: string): Promise<void> {
  const offset = document.getText().indexOf(old);
  assert.ok(offset >= 0, `"${old}" is not in the card`);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(offset), document.positionAt(offset + old.length));
  edit.replace(document.uri, range, replacement);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

function findings(document: vscode.TextDocument, code: string): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter((diagnostic) => diagnostic.code === code);
}

async function offered(document: vscode.TextDocument, position: vscode.Position): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    document.uri,
    position,
  );
  return list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
}

/** Throws away what was typed into a card. */
async function revert(uri: vscode.Uri): Promise<void> {
  await vscode.window.showTextDocument(uri);
  await vscode.commands.executeCommand("workbench.action.files.revert");
}

/** Puts the cursor into the misspelt key once it is found. */
/** Types at a place of the card in the active editor, as a person does. */
async function typeAt(
  window: ReturnType<typeof requireWorkbench>,
  position: vscode.Position,
  text: string,
): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  editor.selection = new vscode.Selection(position, position);
  await vscode.commands.executeCommand("workbench.action.focusActiveEditorGroup");
  await window.type(text);
}

async function selectMisspelt(document: vscode.TextDocument): Promise<void> {
  const { range } = await eventually(() => {
    const [finding] = findings(document, "unknown-key");
    assert.ok(finding, "the misspelt key is not found");
    return finding;
  });
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = new vscode.Selection(range.start, range.start);
}

describe("the language of cards in the editor", () => {
  afterEach(() => revert(vscode.Uri.joinPath(paperFolder(), card)));
  after(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

  it("offers missing keys on an empty line, and benchmarks below benchmarks", async () => {
    const document = await openCard(card);
    await replace(document, "benchmarks:\n", "\nbenchmarks:\n  \n");
    const emptyLine = document.positionAt(document.getText().indexOf("\n\n") + 1);
    await eventually(async () => {
      const keys = await offered(document, emptyLine);
      assert.ok(keys.includes("license"), keys.join(" "));
      assert.ok(!keys.includes("family"), "a key that is there already is offered");
      const benchmarks = await offered(document, emptyLine.translate(2, 2));
      assert.ok(benchmarks.includes("mmlu"), benchmarks.join(" "));
      assert.ok(!benchmarks.includes("average"), "a benchmark that is there already is offered");
    }, 15);
  });

  it("completes a key in the list that opens while typing", async function () {
    const window = requireWorkbench(this);
    const document = await openCard(card);
    await replace(document, "kind: base\n", "kind: base\n\n");
    const position = document.positionAt(document.getText().indexOf("\n\n") + 1);
    await typeAt(window, position, "lice");
    await eventually(() => assert.equal(document.lineAt(position).text, "lice"));
    await eventually(async () => {
      await vscode.commands.executeCommand("acceptSelectedSuggestion");
      assert.equal(document.lineAt(position).text, "license: ");
    });
  });

  it("completes a value inside quotes that are closed already, and nothing else changes", async function () {
    const window = requireWorkbench(this);
    const document = await openCard(card);
    await replace(document, "kind: base\n", 'kind: ""\n');
    const position = document.positionAt(document.getText().indexOf('""') + 1);
    await typeAt(window, position, "pru");
    await eventually(() => assert.equal(document.lineAt(position).text, 'kind: "pru"'));
    await eventually(async () => {
      await vscode.commands.executeCommand("acceptSelectedSuggestion");
      assert.equal(document.lineAt(position).text, 'kind: "pruned"');
    });
  });

  it("fixes a misspelt key from the menu of the light bulb, and undo returns the exact text", async function () {
    const window = requireWorkbench(this);
    const document = await openCard(card);
    const correct = document.getText();
    await replace(document, "organization:", "organizaton:");
    const misspelt = document.getText();
    await selectMisspelt(document);
    await vscode.commands.executeCommand("workbench.action.focusActiveEditorGroup");
    await vscode.commands.executeCommand("editor.action.quickFix");
    await window.clickText("Write organization");
    await eventually(() => assert.equal(document.getText(), correct));
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), misspelt);
    await vscode.commands.executeCommand("redo");
    assert.equal(document.getText(), correct);
  });

  it("fixes a misspelt key by its preferred action, and undo returns the exact text", async () => {
    const document = await openCard(card);
    const correct = document.getText();
    await replace(document, "organization:", "organizaton:");
    const misspelt = document.getText();
    const fix = await eventually(async () => {
      const [finding] = findings(document, "unknown-key");
      assert.ok(finding, "the misspelt key is not found");
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider",
        document.uri,
        finding.range,
        vscode.CodeActionKind.QuickFix.value,
      );
      const preferred = actions.find(({ isPreferred }) => isPreferred);
      assert.ok(preferred?.edit, actions.map(({ title }) => title).join(", "));
      return preferred.edit;
    });
    assert.ok(await vscode.workspace.applyEdit(fix));
    assert.equal(document.getText(), correct);
    await eventually(() => assert.deepEqual(findings(document, "unknown-key"), []));
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), misspelt);
  });

  it("fixes the same with one key press", async () => {
    const document = await openCard(card);
    const correct = document.getText();
    await replace(document, "organization:", "organizaton:");
    await selectMisspelt(document);
    // The editor drops a key that comes while it still takes in a change of the text or of the selection.
    await eventually(async () => {
      await vscode.commands.executeCommand("editor.action.autoFix");
      await eventually(() => assert.equal(document.getText(), correct), 2);
    });
  });
});

describe("renaming a model in the editor", () => {
  const files = ["gemma2-9b.modelcard.yaml", "gemma2-9b-gptq.modelcard.yaml"] as const;
  const uris = () => files.map((name) => vscode.Uri.joinPath(paperFolder(), name));

  after(async () => {
    for (const uri of uris()) await revert(uri);
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });

  it("changes its card and the card that names it as its base model", async () => {
    const document = await openCard(files[0]);
    const before = await Promise.all(uris().map((uri) => vscode.workspace.openTextDocument(uri)));
    const texts = before.map((other) => other.getText());
    const edit = await eventually(async () => {
      const answer = await vscode.commands.executeCommand<vscode.WorkspaceEdit | undefined>(
        "vscode.executeDocumentRenameProvider",
        document.uri,
        new vscode.Position(0, "name: Ge".length),
        "Tern-9B",
      );
      assert.equal(answer?.size, files.length);
      return answer;
    });
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.deepEqual(
      before.map((other) => other.getText()),
      [
        texts[0]?.replace("name: Gemma2-9B\n", "name: Tern-9B\n"),
        texts[1]?.replace("base_model: Gemma2-9B\n", "base_model: Tern-9B\n"),
      ],
    );
    await eventually(() =>
      assert.deepEqual(
        before.flatMap((other) => findings(other, "base-model-unknown")),
        [],
      ),
    );
    for (const uri of uris()) await revert(uri);
    assert.deepEqual(
      before.map((other) => other.getText()),
      texts,
    );
  });
});

describe("a card that is not open", () => {
  const uri = () => vscode.Uri.joinPath(paperFolder(), "closed.modelcard.yaml");
  const setScope = (scope: string | undefined) =>
    vscode.workspace
      .getConfiguration("densing")
      .update("diagnostics.scope", scope, vscode.ConfigurationTarget.Global);
  const codes = () => vscode.languages.getDiagnostics(uri()).map(({ code }) => code);

  after(async () => {
    await setScope(undefined);
    await vscode.workspace.fs.delete(uri()).then(undefined, () => undefined);
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });

  it("is among the problems when the setting says so, until it is open, deleted or the setting is back", async () => {
    await openCard(card);
    const text = "name: Closed\nrelease_date: yesterday\nkind: base\nparameters: { non_embedding: 3B }\n";
    const write = () => vscode.workspace.fs.writeFile(uri(), Buffer.from(text));
    await write();
    assert.deepEqual(codes(), []);
    await setScope("workspace");
    await eventually(() => assert.deepEqual(codes(), ["date-unreadable"]), 15);
    await openByHand(uri());
    await eventually(() => assert.deepEqual(codes(), ["date-unreadable"], "said twice, or not at all"));
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    await eventually(() => assert.deepEqual(codes(), ["date-unreadable"]), 15);
    await vscode.workspace.fs.delete(uri());
    await eventually(() => assert.deepEqual(codes(), []), 15);
    await write();
    await eventually(() => assert.deepEqual(codes(), ["date-unreadable"]), 15);
    await setScope("openFiles");
    await eventually(() => assert.deepEqual(codes(), []), 15);
  });
});

describe("the severity of a rule", () => {
  const settings = () => vscode.Uri.joinPath(paperFolder(), "densing.yaml");

  after(async () => {
    await vscode.workspace.fs.delete(settings()).then(undefined, () => undefined);
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });

  it("changes in open cards while densing.yaml is typed", async () => {
    const document = await openCard(card);
    const severities = () => findings(document, "average-alone").map(({ severity }) => severity);
    await eventually(() => assert.deepEqual(severities(), [vscode.DiagnosticSeverity.Hint]));
    await vscode.workspace.fs.writeFile(settings(), Buffer.from("rules: {}\n"));
    const unsaved = await openByHand(settings(), vscode.ViewColumn.Two);
    await replace(unsaved, "{}", "{ average-alone: error }");
    await eventually(() => assert.deepEqual(severities(), [vscode.DiagnosticSeverity.Error]));
    assert.ok(unsaved.isDirty);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await eventually(() => assert.deepEqual(severities(), [vscode.DiagnosticSeverity.Hint]));
    await vscode.workspace.fs.delete(settings());
  });

  it("changes in open cards as soon as densing.yaml does", async () => {
    const document = await openCard(card);
    const severities = () => findings(document, "average-alone").map(({ severity }) => severity);
    const write = (text: string) => vscode.workspace.fs.writeFile(settings(), Buffer.from(text));
    await eventually(() => assert.deepEqual(severities(), [vscode.DiagnosticSeverity.Hint]));
    await write("rules: { average-alone: error }\n");
    await eventually(() => assert.deepEqual(severities(), [vscode.DiagnosticSeverity.Error]));
    await write('rules: { average-alone: "off" }\n');
    await eventually(() => assert.deepEqual(severities(), []));
    await vscode.workspace.fs.delete(settings());
    await eventually(() => assert.deepEqual(severities(), [vscode.DiagnosticSeverity.Hint]));
  });
});
