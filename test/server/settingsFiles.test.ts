import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { CodeAction, CompletionItem } from "vscode-languageserver-types";
import { cardText } from "../support/cardText.ts";
import { eventually } from "../support/eventually.ts";
import { startTestServer } from "../support/languageServer.ts";

const shipped = readFileSync(
  new URL("../../schemas/references/nmi-2025.reference.yaml", import.meta.url),
  "utf8",
);

/** Files with a mistake at the mark, and what is said of it. */
const mistakes: readonly (readonly [file: string, marked: string, code: string, message: RegExp])[] = [
  [
    "densing.yaml",
    "# c\nbasis: mmlu\ndenominator: ⟦papr⟧\n",
    "settings-invalid",
    /Denominator .*paper, non-embedding/,
  ],
  ["densing.yaml", "kinds: [base, ⟦bse⟧]\n", "settings-invalid", /base, instruct/],
  ["densing.yaml", "⟦basiss⟧: mmlu\n", "settings-unknown-key", /If basis is meant/],
  [
    "densing.yaml",
    "rules:\n  ⟦name-sise⟧: error\n",
    "settings-unknown-key",
    /not a code of a finding.*name-size/,
  ],
  ["densing.yaml", "rules: { name-size: ⟦loud⟧ }\n", "settings-invalid", /off, hint/],
  ["densing.yaml", "reference: ⟦nmi-2024⟧\n", "settings-invalid", /no reference that ships/],
  ["densing.yaml", "basis: ⟦gsm8k⟧\n", "settings-invalid", /no curve for the basis gsm8k/],
  ["densing.yaml", "kinds: [base⟦\n⟧", "settings-invalid", /not valid YAML/],
  [
    "own.reference.yaml",
    shipped.replace("of: [mmlu,", "of: [⟦mmul⟧,"),
    "reference-invalid",
    /mmul, which has no curve/,
  ],
  ["own.reference.yaml", shipped.replace(/a: 1\.583\d+/, "a: ⟦-1⟧"), "reference-invalid", /must be > 0/],
  [
    "own.reference.yaml",
    shipped.replace("  mmlu:\n    loss_law", "  mmlu:\n    ⟦validated_scores⟧: { up_to: 80 }\n    loss_law"),
    "reference-invalid",
    /^Curves\.mmlu\.validated_scores needs above/,
  ],
  [
    "own.reference.yaml",
    shipped.replace(
      /^(.*)b: 38\.889\d+(.*)$/m,
      "$1b: 388.9$2\n    validated_scores: { above: 30, up_to: ⟦89.9⟧ }",
    ),
    "reference-invalid",
    /no finite size reaches/,
  ],
  ["own.reference.yaml", shipped.replace("residual: 3.0", "⟦residul⟧: 3.0"), "reference-invalid", /residul/],
  [
    "own.reference.yaml",
    shipped.replace(/(?<=^provenance: )>-/m, "[").replace("Loss law and", "⟦⟧Loss law and"),
    "reference-invalid",
    /not valid YAML/,
  ],
];

test("settings and references are checked while they are typed, at the token", async (t) => {
  const server = await startTestServer([{}]);
  t.after(() => server.stop());
  for (const [index, [file, marked, code, message]] of mistakes.entries()) {
    const text = marked.replaceAll(/[⟦⟧]/g, "");
    server.open(file, text);
    const found = await server.pull(file);
    server.close(file);
    const label = `${index}: ${JSON.stringify(found)}`;
    assert.equal(found[0]?.code, code, label);
    assert.match(String(found[0]?.message), message, label);
    if (marked.includes("⟦⟧")) continue;
    assert.equal(found.length, 1, label);
    const document = TextDocument.create("file:///a", "yaml", 1, text);
    const expected = /⟦([^⟧]*)⟧/.exec(marked)?.[1];
    assert.equal(found[0] && document.getText(found[0].range), expected, label);
  }
});

test("right files have nothing said of them, and other YAML files are left alone", async (t) => {
  const server = await startTestServer([{}]);
  t.after(() => server.stop());
  server.open("densing.yaml", "reference: own.reference.yaml\nrules: { name-size: off }\n");
  server.open("own.reference.yaml", shipped);
  server.open("sub/densing.yaml", "basiss: mmlu\n");
  for (const file of ["densing.yaml", "own.reference.yaml", "sub/densing.yaml"]) {
    assert.deepEqual(await server.pull(file), [], file);
  }
});

test("a misspelt choice is put right, and brackets by the thousand do not stop the server", async (t) => {
  const server = await startTestServer([{}]);
  t.after(() => server.stop());
  const text = "denominator: papr # as in the paper\n";
  server.open("densing.yaml", text);
  const [finding] = await server.pull("densing.yaml");
  const actions = await server.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri: server.uri("densing.yaml") },
    range: finding?.range,
    context: { diagnostics: [] },
  });
  assert.deepEqual(
    actions.map(({ title }) => title),
    ["Write paper"],
  );
  const edits = actions[0]?.edit?.changes?.[server.uri("densing.yaml")] ?? [];
  assert.equal(
    TextDocument.applyEdits(TextDocument.create("file:///a", "yaml", 1, text), edits),
    "denominator: paper # as in the paper\n",
  );
  server.change("densing.yaml", 2, "[".repeat(20_000));
  assert.match(String((await server.pull("densing.yaml"))[0]?.message), /nested too deeply/);
});

test("a reference explains its curves and keys on hover", async (t) => {
  const server = await startTestServer([{}]);
  t.after(() => server.stop());
  server.open("own.reference.yaml", shipped);
  const lines = shipped.split("\n");
  const mmlu = lines.indexOf("  mmlu:");
  assert.match(
    await server.hover("own.reference.yaml", mmlu, 3),
    /MMLU: effective parameters at a few scores/,
  );
  const tokens = lines.findIndex((line) => line.startsWith("training_tokens:"));
  assert.match(await server.hover("own.reference.yaml", tokens, 3), /Training tokens/);
  assert.equal(await server.hover("own.reference.yaml", 0, 3), "", "a comment");
});

test("densing.yaml completes and explains itself over the connection", async (t) => {
  const server = await startTestServer([{ "our.reference.yaml": shipped }]);
  t.after(() => server.stop());
  await server.collections(([folder]) => folder?.isIndexed === true);
  server.open("densing.yaml", "reference: \n");
  const items = await server.connection.sendRequest<CompletionItem[]>("textDocument/completion", {
    textDocument: { uri: server.uri("densing.yaml") },
    position: { line: 0, character: 11 },
  });
  assert.ok(items.some(({ label }) => label === "our.reference.yaml"));
  assert.match(await server.hover("densing.yaml", 0, 3), /The reference model/);
});

test("unsaved edits of densing.yaml and of its reference are in force at once, and those on disk after closing", async (t) => {
  const server = await startTestServer([
    { "a.modelcard.yaml": cardText(), "sub/b.yaml": cardText({ name: "B" }) },
  ]);
  t.after(() => server.stop());
  await server.collections(([folder]) => folder?.isIndexed === true);
  const densities = async () => (await server.panel({}))?.rows.map(({ density }) => density);
  await eventually(async () => assert.deepEqual(await densities(), ["0.77"]));
  server.open("densing.yaml", "d0: 1e12\n");
  await eventually(async () => assert.deepEqual(await densities(), ["1.91"]));
  server.change("densing.yaml", 2, "d0: 1e12\nkin\n");
  server.change("densing.yaml", 3, "d0: 1e12\nkinds: [bse\n");
  assert.notDeepEqual(await server.pull("densing.yaml"), []);
  assert.deepEqual(await densities(), ["1.91"], "half a word changes nothing");
  server.change("densing.yaml", 4, "files: [sub/*.yaml]\n");
  await eventually(async () => assert.deepEqual(await densities(), ["0.77", "0.77"]));
  server.open("own.reference.yaml", shipped.replace(/training_tokens: 5\S*/, "training_tokens: 1.0e+12"));
  server.change("densing.yaml", 5, "reference: own.reference.yaml\n");
  await eventually(async () => assert.deepEqual(await densities(), ["1.91"]));
  server.change("own.reference.yaml", 2, shipped);
  await eventually(async () => assert.deepEqual(await densities(), ["0.77"]));
  server.change("densing.yaml", 6, "d0: 1e12\nrules: { average-alone: error }\n");
  server.open("a.modelcard.yaml", cardText());
  await eventually(async () =>
    assert.equal(
      (await server.pull("a.modelcard.yaml")).find(({ code }) => code === "average-alone")?.severity,
      1,
    ),
  );
  server.close("densing.yaml");
  await eventually(async () => assert.deepEqual(await densities(), ["0.77"]));
});
