import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type TestContext, test } from "node:test";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  type Diagnostic,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";

const root = resolve(import.meta.dirname, "../..");
const program = join(root, "node_modules/yaml-language-server/bin/yaml-language-server");

/** What yaml-language-server says of a card that names the schema in its first line, as the README advises. */
async function findingsOf(t: TestContext, card: string): Promise<Diagnostic[]> {
  const child = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  t.after(() => {
    connection.dispose();
    child.kill();
  });
  const uri = pathToFileURL(join(root, "samples/models/a.modelcard.yaml")).toString();
  const published = new Promise<Diagnostic[]>((resolvePublished) => {
    connection.onNotification(
      "textDocument/publishDiagnostics",
      ({ uri: found, diagnostics }: PublishDiagnosticsParams) => {
        if (found === uri) resolvePublished(diagnostics);
      },
    );
  });
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) => items.map(() => null));
  connection.listen();
  await connection.sendRequest("initialize", { processId: process.pid, rootUri: null, capabilities: {} });
  await connection.sendNotification("initialized", {});
  const text = `# yaml-language-server: $schema=../../schemas/model-card.schema.json\n${card}`;
  await connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "yaml", version: 1, text },
  });
  return published;
}

const complete = readFileSync(join(root, "test/fixtures/cards/complete.modelcard.yaml"), "utf8");

test("another YAML server has nothing to say of a right card when the card names the schema", async (t) => {
  assert.deepEqual(await findingsOf(t, complete), []);
});

test("and finds a wrong one by the same schema", async (t) => {
  const found = await findingsOf(t, complete.replace(/^kind: .*$/m, "kind: bsae"));
  assert.deepEqual(
    found.map(({ range }) => range.start.line),
    [complete.split("\n").findIndex((line) => line.startsWith("kind:")) + 1],
  );
});
