import assert from "node:assert/strict";
import { test } from "node:test";
import type { CodeLens, DocumentSymbol } from "vscode-languageserver-protocol";
import { cardText } from "../support/cardText.ts";
import { startTestServer, type TestServer } from "../support/languageServer.ts";

const file = "a.modelcard.yaml";

async function lenses(server: TestServer): Promise<string[]> {
  const answer = await server.connection.sendRequest<CodeLens[]>("textDocument/codeLens", {
    textDocument: { uri: server.uri(file) },
  });
  return answer.map(({ command, range }) => `${range.start.line}: ${command?.title}`);
}

test("a lens above each card says density and sizes", async (t) => {
  const server = await startTestServer([{}]);
  t.after(() => server.stop());
  server.open(file, `${cardText()}---\n${cardText({ name: "Other", average: 5 })}`);
  assert.deepEqual(await lenses(server), [
    "0: Density 0.77",
    "0: 1.89\u00a0B effective from 2.44\u00a0B",
    "8: Density at most 0.0035",
    "8: not in the trend: average of five 5.0\u00a0%, not above the floor of 10.8\u00a0%",
  ]);
});

test("while the text is momentarily invalid the last good lens stays", async (t) => {
  const server = await startTestServer([{}]);
  t.after(() => server.stop());
  server.open(file, cardText());
  const good = await lenses(server);
  server.change(file, 2, cardText().replace("name: MiniCPM-1-2.4B", 'name: "MiniCPM'));
  assert.deepEqual(await lenses(server), good);
  server.change(file, 3, cardText({ nonEmbedding: "1.221B" }));
  assert.equal((await lenses(server))[0], "0: Density 1.55");
});

test("a lens that stays goes with its card, and to no other", async (t) => {
  const server = await startTestServer([{}]);
  t.after(() => server.stop());
  server.open(file, cardText());
  const broken = cardText().replace("parameters:", "parameters");
  const [first = ""] = await lenses(server);
  server.change(file, 2, `# a line more\n${broken}`);
  assert.equal((await lenses(server))[0], first.replace("0:", "1:"));
  server.change(file, 3, `name: New\n---\n${cardText()}`);
  const later = await lenses(server);
  assert.deepEqual(
    later.filter((lens) => lens.includes(" Density ")),
    [first.replace("0:", "2:")],
  );
});

test("the outline names a card that cannot be read, too", async (t) => {
  const server = await startTestServer([{}]);
  t.after(() => server.stop());
  server.open(file, cardText().replace("2024-02-01", "soon"));
  const [symbol] = await server.connection.sendRequest<DocumentSymbol[]>("textDocument/documentSymbol", {
    textDocument: { uri: server.uri(file) },
  });
  assert.equal(symbol?.name, "MiniCPM-1-2.4B");
});

test("the outline names cards and scores", async (t) => {
  const server = await startTestServer([{}]);
  t.after(() => server.stop());
  server.open(file, cardText());
  const symbols = await server.connection.sendRequest<DocumentSymbol[]>("textDocument/documentSymbol", {
    textDocument: { uri: server.uri(file) },
  });
  assert.deepEqual(
    symbols.map(({ name, children }) => [name, children?.map((child) => child.name)]),
    [["MiniCPM-1-2.4B", ["average"]]],
  );
});
