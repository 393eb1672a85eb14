import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import {
  type CodeLens,
  type CompletionItem,
  type Diagnostic,
  FileChangeType,
  type InlayHint,
  type Location,
  type WorkspaceDiagnosticReport,
  type WorkspaceEdit,
} from "vscode-languageserver-protocol";
import { cardText } from "../support/cardText.ts";
import { eventually } from "../support/eventually.ts";
import { pullingClient, startTestServer, type TestServer } from "../support/languageServer.ts";

const file = "tern.modelcard.yaml";
/** The same card in every folder, with a size that its name contradicts. */
const tern = cardText({ name: "Tern-3B", nonEmbedding: "4.2B" });

const folders = [
  { [file]: tern, "densing.yaml": "rules: { name-size: error }\nd0: 2e12\n" },
  { [file]: tern, "densing.yaml": 'rules: { name-size: "off" }\nreference: arxiv-2024\n' },
  { [file]: tern },
] as const;

async function opened(
  t: TestContext,
  settings: (folder: number) => Record<string, unknown> = () => ({}),
): Promise<TestServer> {
  const server = await startTestServer(folders, { settings });
  t.after(() => server.stop());
  await server.collections((all) => all.length === 3 && all.every(({ isIndexed }) => isIndexed));
  for (const [position] of folders.entries()) server.open(file, tern, position);
  return server;
}

function severityOf(diagnostics: readonly Diagnostic[], code: string): number | undefined {
  return diagnostics.find((diagnostic) => diagnostic.code === code)?.severity;
}

function ask<Answer>(server: TestServer, method: string, folder: number, more = {}): Promise<Answer> {
  return server.connection.sendRequest<Answer>(`textDocument/${method}`, {
    textDocument: { uri: server.uri(file, folder) },
    ...more,
  });
}

/** Of every folder in order. */
const inEach = <Answer>(ask: (folder: number) => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(folders.map((_, folder) => ask(folder)));

test("severities, reference and D0 are those of the card's own folder, in every view", async (t) => {
  const server = await opened(t);
  assert.deepEqual(await inEach(async (folder) => severityOf(await server.pull(file, folder), "name-size")), [
    1,
    undefined,
    3,
  ]);
  const densities = await inEach(async (folder) => {
    const panel = await server.panel({ folderUri: server.folderUri(folder) });
    return panel?.rows[0]?.density ?? "none";
  });
  assert.equal(new Set(densities).size, 3, `three methods, three densities: ${densities.join(" ")}`);
  const hovers = await inEach((folder) => server.hover(file, 0, 8, folder));
  const lenses = await inEach(async (folder) => (await ask<CodeLens[]>(server, "codeLens", folder))[0]);
  for (const [folder, density] of densities.entries()) {
    assert.ok(hovers[folder]?.replaceAll("\\", "").includes(density), `${density} in ${hovers[folder]}`);
    assert.ok(lenses[folder]?.command?.title.includes(density), `${density} in the lens`);
  }
  assert.match(hovers[1] ?? "", /arxiv\\?-2024/);
  assert.match(hovers[2] ?? "", /nmi\\?-2025/);
});

test("a changed densing.yaml changes its own folder and no other", async (t) => {
  const server = await opened(t);
  server.write("densing.yaml", "rules: { name-size: hint }\n", 1);
  await server.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: server.uri("densing.yaml", 1), type: FileChangeType.Changed }],
  });
  await eventually(async () => assert.equal(severityOf(await server.pull(file, 1), "name-size"), 4));
  assert.equal(severityOf(await server.pull(file, 0), "name-size"), 1);
  assert.equal(severityOf(await server.pull(file, 2), "name-size"), 3);
  server.open("densing.yaml", "rules: { name-size: warning }\n", 2);
  await eventually(async () => assert.equal(severityOf(await server.pull(file, 2), "name-size"), 2));
  assert.equal(severityOf(await server.pull(file, 0), "name-size"), 1);
});

test("the editor's settings are asked for each folder, lose to its densing.yaml, and change live", async (t) => {
  const byFolder: Record<string, unknown>[] = [
    { codeLens: false, densityDiagnostic: false, d0: 15e12 },
    { inlayHints: true, basis: "mmlu" },
    { d0: 15e12 },
  ];
  const server = await opened(t, (folder) => byFolder[folder] ?? {});
  const densityCodes = () =>
    inEach(async (folder) => severityOf(await server.pull(file, folder), "density") !== undefined);
  const lensCounts = () =>
    inEach(async (folder) => (await ask<CodeLens[]>(server, "codeLens", folder)).length);
  const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
  const hintCounts = () =>
    inEach(async (folder) => (await ask<InlayHint[]>(server, "inlayHint", folder, { range })).length);
  assert.deepEqual(await densityCodes(), [false, false, true], "of the second the basis mmlu has no score");
  assert.deepEqual(
    (await lensCounts()).map((count) => count > 0),
    [false, true, true],
  );
  assert.deepEqual(
    (await hintCounts()).map((count) => count > 0),
    [false, true, false],
  );
  const d0 = await inEach(
    async (folder) =>
      (await server.panel({ folderUri: server.folderUri(folder) }))?.controls.find(({ value }) =>
        value.includes("D₀"),
      )?.value,
  );
  assert.match(d0[0] ?? "", /2\s×\s10¹²/, "densing.yaml wins");
  assert.match(d0[2] ?? "", /15\s×\s10¹²/, "the editor's setting, where densing.yaml says nothing");
  byFolder[0] = {};
  byFolder[2] = { codeLens: false, densityDiagnostic: false };
  await server.connection.sendNotification("workspace/didChangeConfiguration", { settings: {} });
  await eventually(async () => assert.deepEqual(await densityCodes(), [true, false, false]));
  assert.deepEqual(
    (await lensCounts()).map((count) => count > 0),
    [true, true, false],
  );
});

test("closed cards are reported of the folders that ask for it, with the severities of each", async (t) => {
  const server = await startTestServer(folders, {
    capabilities: { ...pullingClient, textDocument: { diagnostic: {} } },
    settings: (folder) => ({ diagnostics: { scope: folder < 2 ? "workspace" : "openFiles" } }),
  });
  t.after(() => server.stop());
  const { items } = await server.connection.sendRequest<WorkspaceDiagnosticReport>("workspace/diagnostic", {
    previousResultIds: [],
  });
  const reported = Object.fromEntries(
    items.map((item) => [item.uri, item.kind === "full" ? severityOf(item.items, "name-size") : undefined]),
  );
  assert.deepEqual(reported, { [server.uri(file, 0)]: 1, [server.uri(file, 1)]: undefined });
});

test("names are those of the folder: no rename, definition, duplicate or completion crosses into another", async (t) => {
  const server = await opened(t);
  const child = cardText({ name: "Gull-4.2B", nonEmbedding: "4.2B", more: "base_model: Tern-3B\n" });
  for (const folder of [0, 1]) server.open("gull.modelcard.yaml", child, folder);
  const errors = await inEach(async (folder) =>
    (await server.pull(file, folder)).map(({ code }) => code).includes("duplicate-name"),
  );
  assert.deepEqual(errors, [false, false, false], "one name in three folders is three models");
  const position = { line: 0, character: 8 };
  const edit = await ask<WorkspaceEdit>(server, "rename", 1, { position, newName: "Tern-4B" });
  assert.deepEqual(Object.keys(edit.changes ?? {}).sort(), [
    server.uri("gull.modelcard.yaml", 1),
    server.uri(file, 1),
  ]);
  const line = child.split("\n").indexOf("base_model: Tern-3B");
  const definition = await server.connection.sendRequest<Location>("textDocument/definition", {
    textDocument: { uri: server.uri("gull.modelcard.yaml", 0) },
    position: { line, character: 14 },
  });
  assert.equal(definition.uri, server.uri(file, 0));
  const unfinished = "name: Skua-1B\nbase_model: \n";
  server.open("skua.modelcard.yaml", unfinished, 2);
  const items = await server.connection.sendRequest<CompletionItem[]>("textDocument/completion", {
    textDocument: { uri: server.uri("skua.modelcard.yaml", 2) },
    position: { line: 1, character: 12 },
  });
  assert.deepEqual(
    items.map(({ label }) => label),
    ["Tern-3B"],
    "and not the Gull-4.2B of the others",
  );
});
