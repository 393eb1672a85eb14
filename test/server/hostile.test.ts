import assert from "node:assert/strict";
import { test } from "node:test";
import { cardText } from "../support/cardText.ts";
import { startTestServer } from "../support/languageServer.ts";

const nested = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;
const keys = Array.from({ length: 20_000 }, (_, position) => `key_${position}: 1`).join("\n");
const bomb = [
  "a: &a [x, x, x, x, x, x, x, x, x, x]",
  ..."bcdefghij"
    .split("")
    .map(
      (letter, position) =>
        `${letter}: &${letter} [${Array(10).fill(`*${"abcdefghij"[position]}`).join(", ")}]`,
    ),
].join("\n");

/** Each is read after shallower nested text, which is what makes the parser abort when unguarded. */
const hostile: Readonly<Record<string, string>> = {
  "10,000 brackets after shallower ones": `name: x\nnotes: ${nested(10_000)}\n`,
  "2,000 sequences in one line": `name: x\nnotes:\n  ${"- ".repeat(2000)}x\n`,
  "2,000 explicit keys": `name: x\nnotes:\n  ${"? ".repeat(2000)}x\n`,
  "an alias bomb": `name: x\nnotes:\n${bomb.replaceAll(/^/gm, "  ")}\n`,
  "20,000 keys": `name: x\n${keys}\n`,
  "lone surrogates": `name: "\ud800"\nnotes: \udc00\n`,
  "control characters": `name: x\u0000\u0007\nnotes: \u001b[31m\n`,
  "one very long line": `name: x\nnotes: ${"word ".repeat(40_000)}\n`,
};

test("hostile documents are answered, and the next good card's hover shows its number", async (t) => {
  const server = await startTestServer([{}]);
  t.after(() => server.stop());
  for (const levels of [50, 200, 500]) {
    server.open(`shallow-${levels}.modelcard.yaml`, `name: x\nnotes: ${nested(levels)}\n`);
    await server.pull(`shallow-${levels}.modelcard.yaml`);
  }
  for (const [what, text] of Object.entries(hostile)) {
    const path = `${what.replaceAll(/\W+/g, "-")}.modelcard.yaml`;
    server.open(path, `${text}---\n${cardText({ name: `Good after ${what}` })}`);
    const diagnostics = await server.pull(path);
    assert.ok(diagnostics.length > 0, `${what}: nothing said`);
    const line = text.split("\n").length;
    const hover = await server.hover(path, line, 8);
    assert.match(hover, /capability density 0\\?\.77/, `${what}: the neighbour lost its density`);
    server.close(path);
  }
  assert.equal(server.process.exitCode, null);
});

test("a cancelled request costs nothing more and the server goes on", async (t) => {
  const server = await startTestServer([{}]);
  t.after(() => server.stop());
  server.open("a.modelcard.yaml", cardText());
  const { CancellationTokenSource } = await import("vscode-languageserver-protocol/node");
  const source = new CancellationTokenSource();
  const asked = server.connection.sendRequest(
    "textDocument/hover",
    { textDocument: { uri: server.uri("a.modelcard.yaml") }, position: { line: 0, character: 8 } },
    source.token,
  );
  source.cancel();
  await assert.rejects(asked, /cancel/i);
  assert.match(await server.hover("a.modelcard.yaml", 0, 8), /0\\?\.77/);
});
