import assert from "node:assert/strict";
import { renameSync, rmSync } from "node:fs";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { FileChangeType, type Location } from "vscode-languageserver-protocol";
import { cardText } from "../support/cardText.ts";
import { eventually } from "../support/eventually.ts";
import { startTestServer, type TestServer } from "../support/languageServer.ts";

const parent = cardText({ name: "Tern-15B" });
const child = cardText({ name: "Tern-3B", more: "base_model: Tern-15B\n" });

async function started(t: TestContext, ...folders: Readonly<Record<string, string>>[]): Promise<TestServer> {
  const server = await startTestServer(folders);
  t.after(() => server.stop());
  await server.collections((all) => all.length === folders.length && all.every(({ isIndexed }) => isIndexed));
  return server;
}

/** Moves a file or folder on disk. */
function move(server: TestServer, from: string, to: string, folder = 0): void {
  renameSync(fileURLToPath(server.uri(from)), fileURLToPath(server.uri(to, folder)));
}

function tell(server: TestServer, changes: Readonly<Record<string, FileChangeType>>, folder = 0): void {
  void server.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: Object.entries(changes).map(([path, type]) => ({ uri: server.uri(path, folder), type })),
  });
}

/** Names of all cards with their files, folder by folder. */
async function cards(server: TestServer): Promise<string[]> {
  const lists = await server.request("densing/models", {});
  return lists.flatMap(({ name, models }) => models.map((model) => `${name}/${model.path}: ${model.name}`));
}

const areCards = (server: TestServer, expected: readonly string[]) =>
  eventually(async () => assert.deepEqual(await cards(server), expected));

function definition(server: TestServer, path: string, text: string): Promise<Location | null> {
  const line = text.split("\n").indexOf("base_model: Tern-15B");
  return server.connection.sendRequest("textDocument/definition", {
    textDocument: { uri: server.uri(path) },
    position: { line, character: 14 },
  });
}

test("a folder that is renamed in the editor takes its cards along, whatever the watcher says", async (t) => {
  const server = await started(t, { "old/deep/p.modelcard.yaml": parent, "c.modelcard.yaml": child });
  server.open("c.modelcard.yaml", child);
  move(server, "old", "new ü");
  await server.connection.sendNotification("workspace/didRenameFiles", {
    files: [{ oldUri: server.uri("old"), newUri: server.uri("new ü") }],
  });
  await areCards(server, [
    "folder-0/c.modelcard.yaml: Tern-3B",
    "folder-0/new ü/deep/p.modelcard.yaml: Tern-15B",
  ]);
  const target = await definition(server, "c.modelcard.yaml", child);
  assert.equal(target?.uri, server.uri("new ü/deep/p.modelcard.yaml"));
  const codes = (await server.pull("c.modelcard.yaml")).map(({ code }) => code);
  assert.ok(!codes.includes("base-model-unknown"));
});

test("a folder that is moved outside the editor is read where it is now", async (t) => {
  const server = await started(t, { "old/p.modelcard.yaml": parent, "c.modelcard.yaml": child });
  move(server, "old", "new");
  tell(server, { old: FileChangeType.Deleted, new: FileChangeType.Created });
  await areCards(server, ["folder-0/c.modelcard.yaml: Tern-3B", "folder-0/new/p.modelcard.yaml: Tern-15B"]);
});

test("a card that is moved into another workspace folder is one of that folder's models", async (t) => {
  const server = await started(
    t,
    { "p.modelcard.yaml": parent, "c.modelcard.yaml": child },
    { "x.modelcard.yaml": cardText({ name: "X" }) },
  );
  move(server, "p.modelcard.yaml", "p.modelcard.yaml", 1);
  await server.connection.sendNotification("workspace/didRenameFiles", {
    files: [{ oldUri: server.uri("p.modelcard.yaml"), newUri: server.uri("p.modelcard.yaml", 1) }],
  });
  await areCards(server, [
    "folder-0/c.modelcard.yaml: Tern-3B",
    "folder-1/p.modelcard.yaml: Tern-15B",
    "folder-1/x.modelcard.yaml: X",
  ]);
});

test("a renamed file that is no card any more leaves the collection, and comes back", async (t) => {
  const server = await started(t, { "p.modelcard.yaml": parent });
  for (const [from, to, expected] of [
    ["p.modelcard.yaml", "p.yaml", []],
    ["p.yaml", "q.modelcard.yaml", ["folder-0/q.modelcard.yaml: Tern-15B"]],
  ] as const) {
    move(server, from, to);
    tell(server, { [from]: FileChangeType.Deleted, [to]: FileChangeType.Created });
    await areCards(server, expected);
  }
});

test("an open card that is renamed keeps what is typed and not saved", async (t) => {
  const server = await started(t, { "a.modelcard.yaml": parent });
  const typed = parent.replace("Tern-15B", "Tern-16B");
  server.open("a.modelcard.yaml", typed);
  await areCards(server, ["folder-0/a.modelcard.yaml: Tern-16B"]);
  move(server, "a.modelcard.yaml", "b.modelcard.yaml");
  server.close("a.modelcard.yaml");
  server.open("b.modelcard.yaml", typed);
  tell(server, { "a.modelcard.yaml": FileChangeType.Deleted, "b.modelcard.yaml": FileChangeType.Created });
  await areCards(server, ["folder-0/b.modelcard.yaml: Tern-16B"]);
  server.close("b.modelcard.yaml");
  await areCards(server, ["folder-0/b.modelcard.yaml: Tern-15B"]);
});

test("a buffer that is not saved wins over a change of its file on disk until it is closed", async (t) => {
  const server = await started(t, { "a.modelcard.yaml": parent });
  server.open("a.modelcard.yaml", parent.replace("Tern-15B", "typed"));
  server.write("a.modelcard.yaml", parent.replace("Tern-15B", "from outside"));
  tell(server, { "a.modelcard.yaml": FileChangeType.Changed });
  await areCards(server, ["folder-0/a.modelcard.yaml: typed"]);
  server.close("a.modelcard.yaml");
  await areCards(server, ["folder-0/a.modelcard.yaml: from outside"]);
});

test("a deleted file stays while its buffer is open, and so do those of a deleted folder", async (t) => {
  const server = await started(t, { "sub/a.modelcard.yaml": parent, "sub/b.modelcard.yaml": child });
  server.open("sub/a.modelcard.yaml", parent);
  rmSync(fileURLToPath(server.uri("sub")), { recursive: true });
  tell(server, { sub: FileChangeType.Deleted });
  await areCards(server, ["folder-0/sub/a.modelcard.yaml: Tern-15B"]);
  assert.match(await server.hover("sub/a.modelcard.yaml", 0, 8), /Tern/);
  server.close("sub/a.modelcard.yaml");
  await areCards(server, []);
});

test("without its densing.yaml a folder is under the defaults again", async (t) => {
  const text = cardText({ name: "Tern-3B", nonEmbedding: "4.2B" });
  const server = await started(t, {
    "a.modelcard.yaml": text,
    "densing.yaml": "rules: { name-size: error }\nfiles: [extra/*.yaml]\n",
    "extra/b.yaml": parent,
  });
  server.open("a.modelcard.yaml", text);
  const severity = async () =>
    (await server.pull("a.modelcard.yaml")).find(({ code }) => code === "name-size")?.severity;
  assert.equal(await severity(), 1);
  await areCards(server, ["folder-0/a.modelcard.yaml: Tern-3B", "folder-0/extra/b.yaml: Tern-15B"]);
  rmSync(fileURLToPath(server.uri("densing.yaml")));
  tell(server, { "densing.yaml": FileChangeType.Deleted });
  await areCards(server, ["folder-0/a.modelcard.yaml: Tern-3B"]);
  await eventually(async () => assert.equal(await severity(), 3));
});
