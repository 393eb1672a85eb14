import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { firstQuestion } from "../../server/src/panel/panelQuestion.ts";
import { forecastRefusal } from "../../server/src/wording/forecast.ts";
import { densing } from "../support/commandLine.ts";
import { startTestServer, type TestServer } from "../support/languageServer.ts";

const sample = resolve(import.meta.dirname, "../../samples/densing-law-2025");
const cards = Object.fromEntries(
  readdirSync(sample)
    .filter((name) => name.endsWith(".modelcard.yaml"))
    .map((name) => [name, readFileSync(join(sample, name), "utf8")]),
);

async function startWithSample(): Promise<TestServer> {
  const server = await startTestServer([cards]);
  await server.collections(([first]) => first?.isIndexed === true);
  return server;
}

/** What the command line prints, without its line breaks. */
function printed(commandLine: string): string {
  const { stdout, stderr, exitCode } = densing(commandLine);
  assert.equal(exitCode, 0, stderr);
  return stdout.replace(/\s+/g, " ");
}

const minicpm = "minicpm-2.4b.modelcard.yaml#0";
const mistral = "mistral-7b-v0.1.modelcard.yaml#0";

test("two models are compared in the words of the command line, with the panel's choices", async (t) => {
  const server = await startWithSample();
  t.after(() => server.stop());
  const compare = (first: string, second: string, choices = {}) =>
    server.request("densing/compare", {
      question: { ...firstQuestion, choices },
      modelIds: [first, second],
    });
  const comparison = await compare(minicpm, mistral);
  assert.ok(comparison);
  const text = printed("compare MiniCPM-2.4B Mistral-7B-v0.1 samples/densing-law-2025");
  const { title, rows, expectation, claims } = comparison;
  for (const said of [title, expectation ?? "", ...claims, ...rows.map(({ relation }) => relation)])
    assert.ok(text.includes(said.replace(/\s+/g, " ")), `${said} in ${text}`);
  assert.deepEqual(rows[0], {
    label: "Parameters",
    values: ["2.44\u00a0B", "6.98\u00a0B"],
    relation: "35\u00a0% of Mistral-7B-v0.1’s",
  });
  const withTotal = await compare(minicpm, mistral, { denominator: "total" });
  assert.notDeepEqual(withTotal?.rows[0], rows[0]);
  assert.equal(await compare(minicpm, "gone.modelcard.yaml#0"), null);
});

test("what is asked ahead is answered in the words of the command line, with the panel's choices", async (t) => {
  const server = await startWithSample();
  t.after(() => server.stop());
  const ask = (choices = {}) =>
    server.request("densing/forecast", {
      question: { ...firstQuestion, choices },
      asked: [
        { kind: "match", modelId: minicpm },
        { kind: "wait", months: 6 },
      ],
    });
  const answers = await ask();
  assert.equal(answers?.length, 2);
  const text = printed("trend --match MiniCPM-2.4B --wait 6 samples/densing-law-2025");
  for (const said of answers ?? []) assert.ok(text.includes(said.replace(/\s+/g, " ")), `${said} in ${text}`);
  const refused = await ask({ sinceEpochDay: 20_000 });
  assert.deepEqual(refused, [forecastRefusal, forecastRefusal]);
});

test("a forecast that nobody waits for ends", async (t) => {
  const server = await startWithSample();
  t.after(() => server.stop());
  const { CancellationTokenSource } = await import("vscode-languageserver-protocol/node");
  const source = new CancellationTokenSource();
  const params = { question: firstQuestion, asked: [{ kind: "wait", months: 6 }] };
  const answer = server.connection.sendRequest("densing/forecast", params, source.token);
  source.cancel();
  await assert.rejects(answer, /cancelled/);
});
