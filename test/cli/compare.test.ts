import assert from "node:assert/strict";
import { test } from "node:test";
import { validateReport } from "../../server/src/generated/validateReport.js";
import { cardText } from "../support/cardText.ts";
import { densing, folderOf } from "../support/commandLine.ts";

test("the worked example of the README", () => {
  const { stdout, stderr, exitCode } = densing(
    "compare MiniCPM-2.4B Mistral-7B-v0.1 samples/densing-law-2025",
  );
  assert.equal(exitCode, 0, stderr);
  assert.match(stdout, /^MiniCPM-2\.4B against Mistral-7B-v0\.1\n/);
  assert.match(stdout, /Parameters +2\.44.B against 6\.98.B: 35.% of Mistral-7B-v0\.1’s\n/);
  assert.match(stdout, /127 days later/);
  assert.match(stdout, /The law expects 1\.9 times the density/);
});

test("JSON follows the contract", () => {
  const { stdout, exitCode } = densing("compare Qwen2.5-7B Qwen2.5-14B samples/models --format json");
  assert.equal(exitCode, 0);
  const output = JSON.parse(stdout);
  assert.ok(validateReport(output), JSON.stringify(validateReport.errors));
  assert.equal(output.first.name, "Qwen2.5-7B");
  assert.ok(Math.abs(output.densityRatio - output.first.density / output.second.density) < 1e-12);
  assert.equal(output.daysBetween, 0);
  const verdicts = new Map<string, string>(
    output.claims.map((claim: { benchmark: string; verdict: string }) => [claim.benchmark, claim.verdict]),
  );
  assert.equal(verdicts.get("mmlu"), "second-higher");
  assert.equal(verdicts.get("humaneval"), "within-noise");
});

test("a name nobody has, or two have, is exit 2 with a way on", () => {
  const none = densing("compare MiniCPM-2.4 Mistral-7B-v0.1 samples/densing-law-2025");
  assert.deepEqual([none.exitCode, none.stdout], [2, ""]);
  assert.match(
    none.stderr,
    /There is no model "MiniCPM-2\.4" in the collection\. Did you mean MiniCPM-2\.4B\?/,
  );
  const folder = folderOf({
    "a.modelcard.yaml": cardText({ name: "A" }),
    "b.modelcard.yaml": cardText({ name: "A" }),
  });
  assert.match(densing("compare A A", folder).stderr, /More than one card is named "A"/);
});

/** Section "Compression is not densification" of the paper: density of the base, of what was made from it. */
const paperList: readonly (readonly [base: string, baseDensity: string, model: string, density: string])[] = [
  ["Llama3.1-8B", "1.055", "Llama3.2-3B", "0.643"],
  ["Llama3.1-8B", "1.055", "Llama3.2-1B", "0.313"],
  ["Llama3.1-8B", "1.055", "Llama-3.1-Minitron-4B-Width", "0.506"],
  ["Llama3.1-8B", "1.055", "Llama-3.1-Minitron-4B-Depth", "0.357"],
  ["Gemma2-27B", "1.259", "Gemma2-2B", "0.620"],
  ["Gemma2-27B", "1.259", "Gemma2-9B", "2.122"],
];

test("compression is not densification: the paper's list, and the one exception", () => {
  const { stdout, exitCode } = densing("report --compression --format json samples/densing-law-2025");
  assert.equal(exitCode, 0);
  const output = JSON.parse(stdout);
  assert.ok(validateReport(output), JSON.stringify(validateReport.errors));
  const pairs: { model: string; base: string; density: number; baseDensity: number; isDenser: boolean }[] =
    output.compression;
  for (const [base, baseDensity, model, density] of paperList) {
    const pair = pairs.find((one) => one.model === model && one.base === base);
    assert.equal(pair?.baseDensity.toFixed(3), baseDensity, model);
    assert.equal(pair?.density.toFixed(3), density, model);
  }
  const gptq = pairs.find(({ model }) => model === "Llama3.1-8B-GPTQ");
  // Published to four decimals as 0.5695.
  assert.ok(Math.abs((gptq?.density ?? 0) - 0.5695) < 0.0001);
  assert.deepEqual(
    pairs.filter(({ isDenser }) => isDenser).map(({ model }) => model),
    ["Gemma2-9B"],
  );
});

test("compression as a table, and with nothing to compare", () => {
  const { stdout } = densing("report --compression samples/densing-law-2025");
  assert.match(
    stdout,
    /Gemma2-27B +1\.26 +Gemma2-9B +distilled +8\.32.B +2\.12 +1\.7 \(1\.0 to 2\.8\) +denser than its base/,
  );
  assert.match(stdout, /1 model of 10 is denser than the one it was made from/);
  const alone = densing("report --compression", folderOf({ "a.modelcard.yaml": cardText() }));
  assert.match(alone.stdout, /^No model with a density names another one/);
});
