import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { findingCodes } from "../../../server/src/cards/finding.ts";
import { readChoices } from "../../../server/src/method/collectionSettings.ts";
import { actualFindings, commentedFindings, rewriteComments } from "../../support/saidFindings.ts";

const folder = new URL("../../../samples/broken/", import.meta.url);

const files = readdirSync(folder)
  .filter((file) => file.endsWith(".modelcard.yaml"))
  .sort()
  .map((file) => ({ file, text: readFileSync(new URL(file, folder), "utf8") }));

const choices = readChoices(readFileSync(new URL("densing.yaml", folder), "utf8"));
const severities = choices.kind === "choices" ? (choices.choices.rules ?? {}) : {};
const actual = actualFindings(files, severities);

if (process.env.UPDATE === "1") {
  for (const { file, text } of files) {
    writeFileSync(new URL(file, folder), rewriteComments(text, actual.get(file) ?? []));
  }
}

for (const { file } of files) {
  test(`samples/broken/${file} says above each line what Densing says about it`, () => {
    const text = readFileSync(new URL(file, folder), "utf8");
    const now =
      process.env.UPDATE === "1" ? actualFindings(rereadAll(), severities).get(file) : actual.get(file);
    assert.deepEqual(commentedFindings(text), now);
  });
}

function rereadAll() {
  return files.map(({ file }) => ({ file, text: readFileSync(new URL(file, folder), "utf8") }));
}

test("the broken samples show every finding but those that need a huge text, a collection that doubles, a rule that is asked for, no source, a doubt of its own example, or a file that is no card", () => {
  const said = new Set([...actual.values()].flat().map(({ said }) => said.split(/[ :]/)[1]));
  assert.deepEqual(
    findingCodes.filter((code) => !said.has(code)),
    [
      "card-size",
      "file-size",
      "encoding",
      "merge-conflict",
      "look-alike",
      "alias-size",
      "architecture-open",
      "price-unit",
      "scores-misplaced",
      "more-findings",
      "date-in-name",
      "price-date",
      "score-above-frontier",
      "results-differ",
      "quantized-in-name",
      "checkpoint-alone",
      "benchmark-before-model",
      "source-missing",
      "counts-of-base",
      "settings-invalid",
      "settings-unknown-key",
      "settings-unknown-model",
      "reference-invalid",
    ],
  );
});
