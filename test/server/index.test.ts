import assert from "node:assert/strict";
import { renameSync, rmSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { FileChangeType } from "vscode-languageserver-protocol";
import { cardText, doublingCollection } from "../support/cardText.ts";
import { eventually } from "../support/eventually.ts";
import { startTestServer, type TestServer } from "../support/languageServer.ts";

const changed = (server: TestServer, path: string, type: FileChangeType) =>
  server.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: server.uri(path), type }],
  });

const isCount = (count: number) => (collections: readonly { cardCount: number; isIndexed: boolean }[]) =>
  collections[0]?.isIndexed === true && collections[0].cardCount === count;

test("the index follows files on disk: created, changed, deleted, and whole folders", async (t) => {
  const server = await startTestServer([
    {
      "models/a.modelcard.yaml": cardText({ name: "A" }),
      "models/b.modelcard.yaml": cardText({ name: "B" }),
    },
  ]);
  t.after(() => server.stop());
  await server.collections(isCount(2));
  server.write("c.modelcard.yaml", `${cardText({ name: "C" })}---\n${cardText({ name: "D" })}`);
  await changed(server, "c.modelcard.yaml", FileChangeType.Created);
  await server.collections(isCount(4));
  server.write("c.modelcard.yaml", cardText({ name: "C" }));
  await changed(server, "c.modelcard.yaml", FileChangeType.Changed);
  await server.collections(isCount(3));
  rmSync(fileURLToPath(server.uri("models")), { recursive: true });
  await changed(server, "models", FileChangeType.Deleted);
  await server.collections(isCount(1));
});

test("a renamed file keeps one card", async (t) => {
  const server = await startTestServer([{ "a.modelcard.yaml": cardText() }]);
  t.after(() => server.stop());
  await server.collections(isCount(1));
  renameSync(fileURLToPath(server.uri("a.modelcard.yaml")), fileURLToPath(server.uri("b.modelcard.yaml")));
  await server.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [
      { uri: server.uri("a.modelcard.yaml"), type: FileChangeType.Deleted },
      { uri: server.uri("b.modelcard.yaml"), type: FileChangeType.Created },
    ],
  });
  const paths = async () => (await server.panel({}))?.rows.map(({ path }) => path);
  await eventually(async () => assert.deepEqual(await paths(), ["b.modelcard.yaml"]));
});

test("what is typed counts at once, and the file on disk again after closing", async (t) => {
  const server = await startTestServer([{ "a.modelcard.yaml": cardText() }]);
  t.after(() => server.stop());
  await server.collections(isCount(1));
  const density = async () => (await server.panel({}))?.rows[0]?.density;
  server.open("a.modelcard.yaml", cardText());
  assert.equal(await density(), "0.77");
  server.change("a.modelcard.yaml", 2, cardText({ nonEmbedding: "1.221B" }));
  assert.equal(await density(), "1.55");
  server.close("a.modelcard.yaml");
  await server.collections(isCount(1));
  await eventually(async () => assert.equal(await density(), "0.77"));
});

test("folders are collections of their own, and come and go", async (t) => {
  const server = await startTestServer([doublingCollection(), { "a.modelcard.yaml": cardText() }]);
  t.after(() => server.stop());
  const both = await server.collections(
    (folders) => folders.length === 2 && folders.every(({ isIndexed }) => isIndexed),
  );
  assert.deepEqual(
    both.map(({ cardCount, verdict }) => [cardCount, verdict]),
    [
      [8, "doubling"],
      [1, "too-few-models"],
    ],
  );
  await server.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
    event: { added: [], removed: [{ uri: server.folderUri(0), name: "folder-0" }] },
  });
  const left = await server.collections((folders) => folders.length === 1);
  assert.equal(left[0]?.cardCount, 1);
});

test("a file that densing.yaml makes a card is one in an editor that had it open before", async (t) => {
  const text = cardText();
  const server = await startTestServer([{ "models/a.yaml": text }]);
  t.after(() => server.stop());
  await server.collections(([folder]) => folder?.isIndexed === true);
  server.open("models/a.yaml", text);
  assert.deepEqual(await server.pull("models/a.yaml"), []);
  server.write("densing.yaml", "files: [models/*.yaml]\n");
  await changed(server, "densing.yaml", FileChangeType.Created);
  await server.collections(isCount(1));
  server.change("models/a.yaml", 2, cardText({ nonEmbedding: "1.221B" }));
  await eventually(async () => assert.match(await server.hover("models/a.yaml", 0, 8), /1\\?\.55/));
});

test("settings of densing.yaml change the numbers when the file changes", async (t) => {
  const server = await startTestServer([{ "a.modelcard.yaml": cardText() }]);
  t.after(() => server.stop());
  await server.collections(isCount(1));
  server.write("densing.yaml", "d0: 1e12\n");
  await changed(server, "densing.yaml", FileChangeType.Created);
  await eventually(async () => {
    const data = await server.panel({});
    assert.ok(
      data?.controls.some(({ value }) => value.includes("D₀")),
      "not in force",
    );
  });
});
