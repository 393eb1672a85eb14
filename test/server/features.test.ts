import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  DocumentHighlight,
  DocumentLink,
  FoldingRange,
  InlayHint,
  Location,
  SelectionRange,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver-types";
import { pullingClient, startTestServer, type TestServer } from "../support/languageServer.ts";
import { type MarkedText, markedText } from "../support/markedText.ts";

const file = "tern.modelcard.yaml";
const others = {
  "parent.modelcard.yaml":
    "# 🐦 first line\nname: 'Tern-15B'\nfamily: Tern\nrelease_date: 2024-03-01\nkind: base\nparameters: 15B\n",
  "sibling.modelcard.yaml":
    "name: Gull-3B\nrelease_date: 2024-05-01\nkind: merged\nbase_model: [seabirds/Tern-15B, Tern-3B]\nparameters: 3B\n",
};

/** A server with the marked text open among the other cards. */
async function opened(t: TestContext, marked: string, settings: Record<string, unknown> = {}) {
  const server = await startTestServer([{ ...others }], { settings });
  t.after(() => server.stop());
  await server.collections(([folder]) => folder?.isIndexed === true && folder.cardCount === 2);
  const text = markedText(marked);
  server.open(file, text.text);
  return { server, text };
}

function ask<Answer>(
  server: TestServer,
  method: string,
  { positions }: MarkedText,
  more: Record<string, unknown> = {},
): Promise<Answer> {
  return server.connection.sendRequest<Answer>(`textDocument/${method}`, {
    textDocument: { uri: server.uri(file) },
    position: positions[0] ?? { line: 0, character: 0 },
    ...more,
  });
}

/** The piece of a text at a range. */
function at(text: string, { range }: { range: Location["range"] }): string {
  return TextDocument.create("file:///a", "yaml", 1, text).getText(range);
}

const head = "name: Tern-3B\nrelease_date: 2024-09-19\nkind: pruned\n";

test("a quick fix corrects its finding, and undoing it gives back the exact text", async (t) => {
  const { server, text } = await opened(t, `${head}parameters: ‸3 # billions\r\n`);
  const error = (await server.pull(file)).find(({ severity }) => severity === 1);
  assert.equal(error?.code, "quantity-too-small");
  const [action] = await ask<CodeAction[]>(server, "codeAction", text, {
    range: error?.range,
    context: { diagnostics: [error], only: ["quickfix"] },
  });
  assert.deepEqual([action?.title, action?.isPreferred, action?.kind], ["Write 3B", true, "quickfix"]);
  assert.deepEqual(action?.diagnostics?.[0], error satisfies Diagnostic | undefined);
  const edits = action?.edit?.changes?.[server.uri(file)] ?? [];
  const fixed = TextDocument.applyEdits(TextDocument.create("file:///a", "yaml", 1, text.text), edits);
  server.change(file, 2, fixed);
  assert.deepEqual(
    (await server.pull(file)).filter(({ severity }) => severity === 1),
    [],
  );
  server.change(file, 3, text.text);
  assert.deepEqual(
    (await server.pull(file)).find(({ severity }) => severity === 1),
    error,
  );
});

test("actions are offered of the kinds asked for", async (t) => {
  const { server, text } = await opened(t, `${head}parameters: 3B\nbenchmarks:\n  m‸mlu: 50\n`);
  const range = { start: text.positions[0], end: text.positions[0] };
  const kinds = async (only: string[]) =>
    (await ask<CodeAction[]>(server, "codeAction", text, { range, context: { diagnostics: [], only } })).map(
      ({ kind }) => kind,
    );
  assert.deepEqual(await kinds(["refactor"]), ["refactor.rewrite"]);
  assert.deepEqual(await kinds(["source.organizeImports"]), []);
});

test("a stream is split into files, where the editor can create files", async (t) => {
  const stream = `name: A\nrelease_date: 2024-01-01\nkind: base\nparameters: 3B\n---\n# second\nname: B 1/2\nrelease_date: 2024-01-01\nkind: base\nparameters: 3B\n--- # third\nname: C\n`;
  const actions = async (capabilities: typeof pullingClient) => {
    const server = await startTestServer([{}], { capabilities });
    t.after(() => server.stop());
    server.open(file, stream);
    const answer = await ask<CodeAction[]>(server, "codeAction", markedText(stream), {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [], only: ["refactor"] },
    });
    return { server, split: answer.find(({ title }) => title === "Split 3 cards into files") };
  };
  assert.equal((await actions(pullingClient)).split, undefined);
  const workspace = {
    ...pullingClient.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ["create" as const] },
  };
  const { server, split } = await actions({ ...pullingClient, workspace });
  const written = (split?.edit?.documentChanges ?? []).map((change) =>
    "edits" in change
      ? [change.textDocument.uri, ...change.edits.map((edit) => ("newText" in edit ? edit.newText : ""))]
      : [change.kind, "uri" in change ? change.uri : ""],
  );
  const [second, third] = [server.uri("B-1-2.modelcard.yaml"), server.uri("C.modelcard.yaml")];
  assert.deepEqual(written, [
    ["create", second],
    [second, "# second\nname: B 1/2\nrelease_date: 2024-01-01\nkind: base\nparameters: 3B\n"],
    ["create", third],
    [third, "--- # third\nname: C\n"],
    [server.uri(file), ""],
  ]);
});

test("completion answers with the collection's models, as plain text where snippets are not known", async (t) => {
  const { server, text } = await opened(t, `${head}base_model: ‸\n`);
  const items = await ask<CompletionItem[]>(server, "completion", text);
  assert.deepEqual(items.map(({ label }) => label).sort(), ["Gull-3B", "Tern-15B"]);
  server.change(file, 2, `${head}\n`);
  const keys = await ask<CompletionItem[]>(server, "completion", {
    ...text,
    positions: [{ line: 3, character: 0 }],
  });
  const parameters = keys.find(({ label }) => label === "parameters");
  assert.equal((parameters?.textEdit as TextEdit | undefined)?.newText, "parameters: ");
});

test("hover explains every key; the size says the density first, one of its counts what it is", async (t) => {
  const { server, text } = await opened(
    t,
    `${head}lic‸ense: mit\npara‸meters:\n  to‸tal: 3B\nbenchmarks:\n  MM‸LU: { score: 50, sh‸ots: 5 }\nx‸: 1\n`,
  );
  const hovers = await Promise.all(
    text.positions.map(({ line, character }) => server.hover(file, line, character)),
  );
  assert.match(hovers[0] ?? "", /^\*\*License\*\*\n\nLicence of the weights/);
  assert.match(hovers[1] ?? "", /^\*\*Tern[\s\S]*\*\*Parameters\*\*\n\nHow many/);
  assert.match(hovers[2] ?? "", /^\*\*Total parameters\*\*\n\nAll parameters[\s\S]*\*\*Tern/);
  assert.match(hovers[3] ?? "", /^\*\*MMLU\*\*\n\nKnowledge in 57 subjects/);
  assert.match(hovers[4] ?? "", /^\*\*Shots\*\*/);
  assert.equal(hovers[5], "");
});

test("hover says what a value stands for: a choice, a licence, a base model", async (t) => {
  const { server, text } = await opened(
    t,
    `${head.replace("kind: ", "kind: ‸")}license: ‸mit\nbase_model: [‸Skua-3B, ‸Gull-3B, seabirds/‸Tern-15B]\nparameters: 3B\n`,
  );
  const hovers = await Promise.all(
    text.positions.map(({ line, character }) => server.hover(file, line, character)),
  );
  const plain = hovers.map((hover) => hover.replaceAll("\\", "").replaceAll("\u00a0", " "));
  assert.match(plain[0] ?? "", /^\*\*kind: pruned\*\*\n\nWeights or layers taken out of a larger model\.$/);
  assert.match(plain[1] ?? "", /^\*\*license: mit\*\*\n\nMIT License\.$/);
  assert.match(plain[2] ?? "", /The collection has no card of this model\.$/);
  assert.match(plain[3] ?? "", /\*\*\n\n3\.00 B parameters, released 1 May 2024, no density\.$/);
  assert.match(plain[4] ?? "", /Tern-15B: 15\.0 B parameters, released .*, (?:no density|density [\d.]+)\.$/);
});

test("from a base model to its card and back to its children", async (t) => {
  const { server, text } = await opened(
    t,
    `${head}base_model: [Gull-3B, seabirds/‸Tern-15B]\nparameters: 3B\n`,
  );
  const definition = await ask<Location>(server, "definition", text);
  assert.equal(definition.uri, server.uri("parent.modelcard.yaml"));
  assert.equal(at(others["parent.modelcard.yaml"], definition), "'Tern-15B'");
  const references = await ask<Location[]>(server, "references", text, {
    context: { includeDeclaration: true },
  });
  assert.deepEqual(
    references.map(({ uri }) => uri.split("/").at(-1)).sort(),
    ["parent.modelcard.yaml", "sibling.modelcard.yaml", file].sort(),
  );
  const children = await ask<Location[]>(server, "references", text, {
    context: { includeDeclaration: false },
  });
  assert.equal(children.length, 2);
});

test("a model is renamed on its card and wherever it is a base model", async (t) => {
  const { server, text } = await opened(
    t,
    "name: Ter‸n-3B\nrelease_date: 2024-09-19\nkind: pruned\nbase_model: Tern-15B\nparameters: 3B\n",
  );
  const target = await ask<{ range: Location["range"]; placeholder: string }>(server, "prepareRename", text);
  assert.deepEqual([at(text.text, target), target.placeholder], ["Tern-3B", "Tern-3B"]);
  const edit = await ask<WorkspaceEdit>(server, "rename", text, { newName: "Tern: 3.1B" });
  const changed = (path: string, before: string) =>
    TextDocument.applyEdits(
      TextDocument.create("file:///a", "yaml", 1, before),
      edit.changes?.[server.uri(path)] ?? [],
    );
  assert.match(changed(file, text.text), /^name: "Tern: 3\.1B"\n/);
  assert.match(
    changed("sibling.modelcard.yaml", others["sibling.modelcard.yaml"]),
    /base_model: \[seabirds\/Tern-15B, "Tern: 3\.1B"\]/,
  );
  assert.equal(edit.changes?.[server.uri("parent.modelcard.yaml")], undefined);
});

test("a name that is taken, empty or on two lines is refused, and why", async (t) => {
  const { server, text } = await opened(
    t,
    `name: Ter‸n-3B\nrelease_date: 2024-09-19\nkind: base\nparameters: 3B\n`,
  );
  const refusals = {
    "tern 15b": /^tern 15b is the name of another card, in parent\.modelcard\.yaml\.$/,
    " ": /^A model needs a name\.$/,
    "Tern\n3B": /^A name stands on one line\.$/,
  };
  for (const [newName, message] of Object.entries(refusals))
    await assert.rejects(ask(server, "rename", text, { newName }), { message });
});

test("an owner before a name stays when the model is renamed", async (t) => {
  const { server, text } = await opened(t, `${head}base_model: ‸Tern-15B\nparameters: 3B\n`);
  const edit = await ask<WorkspaceEdit>(server, "rename", text, { newName: "Tern-16B" });
  assert.deepEqual(
    edit.changes?.[server.uri("sibling.modelcard.yaml")]?.map(({ newText }) => newText),
    ["seabirds/Tern-16B"],
  );
});

test("a new name with an owner takes the place of the old owner, and runs follow", async (t) => {
  const { server, text } = await opened(
    t,
    `${head}base_model: ‸Tern-15B\ncheckpoint_of: tern_15b\nparameters: 3B\n`,
  );
  const edit = await ask<WorkspaceEdit>(server, "rename", text, { newName: "acme/Tern-16B" });
  const written = (path: string) => edit.changes?.[server.uri(path)]?.map(({ newText }) => newText);
  assert.deepEqual(written("sibling.modelcard.yaml"), ["acme/Tern-16B"]);
  assert.deepEqual(written(file), ["acme/Tern-16B", "acme/Tern-16B"]);
});

test("highlights: the same model and the same benchmark in the file", async (t) => {
  const stream = `name: A‸\nrelease_date: 2024-01-01\nkind: base\nparameters: 3B\nbenchmarks: { m‸mlu: 50 }\n---\nname: B\nrelease_date: 2024-01-01\nkind: merged\nbase_model: A\nparameters: 3B\nbenchmarks: { MMLU: 50 }\n`;
  const { server, text } = await opened(t, stream);
  const model = await ask<DocumentHighlight[]>(server, "documentHighlight", text);
  assert.deepEqual(
    model.map((one) => [at(text.text, one), one.range.start.line]),
    [
      ["A", 0],
      ["A", 9],
    ],
  );
  const [, second] = text.positions;
  const benchmark = await ask<DocumentHighlight[]>(server, "documentHighlight", text, { position: second });
  assert.deepEqual(
    benchmark.map((one) => at(text.text, one)),
    ["mmlu", "MMLU"],
  );
});

test("folding, selection and links", async (t) => {
  const stream = `name: A\nrelease_date: 2024-01-01\nkind: base\nparameters: 3B\nbenchmarks:\n  mmlu:\n    score: 5‸0\n    source: &s https://a.org/b\n  bbh: { score: 40, source: *s }\nsources: [a paper, https://c.org/d]\n\n---\nname: B\nrelease_date: 2024-01-01\nkind: base\nparameters: 3B\n`;
  const { server, text } = await opened(t, stream);
  const folds = await ask<FoldingRange[]>(server, "foldingRange", text);
  assert.deepEqual(
    folds.map(({ startLine, endLine }) => [startLine, endLine]),
    [
      [0, 9],
      [4, 8],
      [5, 7],
      [11, 15],
    ],
  );
  const [selection] = await ask<SelectionRange[]>(server, "selectionRange", text, {
    positions: text.positions,
  });
  const grown: string[] = [];
  for (let one = selection; one !== undefined; one = one.parent) grown.push(at(text.text, one));
  assert.deepEqual(grown.slice(0, 2), ["50", "score: 50"]);
  assert.ok(grown.every((piece, index) => index === 0 || piece.length > (grown[index - 1]?.length ?? 0)));
  assert.equal(grown.at(-1), text.text);
  const links = await ask<DocumentLink[]>(server, "documentLink", text);
  assert.deepEqual(
    links.map((link) => [at(text.text, link), link.target]),
    [
      ["https://a.org/b", "https://a.org/b"],
      ["*s", "https://a.org/b"],
      ["https://c.org/d", "https://c.org/d"],
    ],
  );
});

test("inlay hints are off unless the setting says so", async (t) => {
  const marked = `${head}parameters: 3B\nbenchmarks:\n  mmlu: 50\n  gsm8k: 40\n`;
  const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
  const quiet = await opened(t, marked);
  assert.deepEqual(await ask<InlayHint[]>(quiet.server, "inlayHint", quiet.text, { range }), []);
  const { server, text } = await opened(t, marked, { inlayHints: true });
  const hints = await ask<InlayHint[]>(server, "inlayHint", text, { range });
  assert.equal(hints.length, 1);
  assert.deepEqual(hints[0]?.position, { line: 5, character: 10 });
  assert.match(String(hints[0]?.label), /^[\d.]+.[MB] effective$/);
});

test("models are found by name in the whole workspace", async (t) => {
  const { server } = await opened(t, `${head}parameters: 3B\n`);
  await server.pull(file);
  const symbols = async (query: string) =>
    (await server.connection.sendRequest<SymbolInformation[]>("workspace/symbol", { query })).map(
      ({ name, containerName }) => `${name} ${containerName ?? ""}`.trim(),
    );
  assert.deepEqual(await symbols("tern"), ["Tern-15B Tern", "Tern-3B"]);
  assert.deepEqual(await symbols("t 15"), ["Tern-15B Tern"]);
  assert.equal((await symbols("")).length, 3);
});

test("no feature answers for a file that is no card", async (t) => {
  const { server } = await opened(t, head);
  server.open("values.yaml", "name: x\nbase_model: Tern-15B\n");
  const params = { textDocument: { uri: server.uri("values.yaml") }, position: { line: 1, character: 14 } };
  assert.equal(await server.connection.sendRequest("textDocument/definition", params), null);
  assert.deepEqual(await server.connection.sendRequest("textDocument/completion", params), []);
});

test("rules speak in the editor, with severities of densing.yaml and comments that take them back", async (t) => {
  const text = `${head.replace("pruned", "base")}parameters: 4.2B\n`;
  const server = await startTestServer([{ "densing.yaml": "rules: { name-size: error }\n", [file]: text }]);
  t.after(() => server.stop());
  await server.collections(([folder]) => folder?.isIndexed === true);
  server.open(file, text);
  const codes = async () =>
    (await server.pull(file)).filter(({ severity }) => severity === 1).map(({ code }) => code);
  assert.deepEqual(await codes(), ["name-size"]);
  server.change(file, 2, text.replace("4.2B", "4.2B # densing-ignore name-size"));
  assert.deepEqual(await codes(), []);
});
