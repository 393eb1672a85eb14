import assert from "node:assert/strict";
import { test } from "node:test";
import { cardText } from "../support/cardText.ts";
import { densing, folderOf } from "../support/commandLine.ts";

/** What a person types wrongly, and what the answer must contain. */
const mistakes: readonly (readonly [args: string, answer: RegExp])[] = [
  ["trnd", /Did you mean trend\?/],
  ["trend --denominater paper", /Did you mean --denominator\?/],
  ["report --format jsn", /"jsn" is not one of table, json, csv, markdown\. Did you mean json\?/],
  ["trend --denominator papr", /Did you mean paper\?/],
  ["trend --kinds base,instrct", /Did you mean instruct\?/],
  ["trend --d0 many", /"many" is not a positive number/],
  ["trend --since 2024-02-30", /"2024-02-30" is not a day/],
  ["trend --reference nmi-2024", /Did you mean nmi-2025\?/],
  ["trend --basis mmul", /has no curve for the basis mmul/],
  ["trend samples/prices --figure prices", /--figure needs --format svg/],
  ["trend samples/prices --format json --theme dark", /--theme needs --format svg/],
  ["trend samples/prices --format svg --figure sizs", /Did you mean sizes\?/],
  [
    "trend samples/prices --format svg --layers band,lables",
    /"lables" is not one of .* Did you mean labels\?/,
  ],
  ["trend samples/prices --layers band", /--layers needs --format svg/],
  ["trend samples/prices --format svg --figure sizes --layers band", /--layers needs --figure time/],
  ["trend no-such-folder", /no-such-folder: no such file or folder/],
  ["check schemas", /No model cards in schemas\. A card is a file named/],
];

for (const [args, answer] of mistakes) {
  test(`densing ${args}: exit 2, and a way on`, () => {
    const { exitCode, stdout, stderr } = densing(
      args
        .replace("--reference", "samples/densing-law-2025 --reference")
        .replace("--basis", "samples/densing-law-2025 --basis"),
    );
    assert.equal(exitCode, 2, stdout);
    assert.match(stderr, answer);
    assert.equal(stdout, "");
  });
}

test("--help shows an example and every command", () => {
  const { exitCode, stdout } = densing("--help");
  assert.equal(exitCode, 0);
  for (const part of ["check", "report", "trend", "Examples:", "densing trend samples/densing-law-2025"]) {
    assert.ok(stdout.includes(part), part);
  }
  assert.match(densing("trend --help").stdout, /--estimator <name>/);
});

test("no arguments: the help, and exit 2", () => {
  const { exitCode, stderr } = densing("");
  assert.equal(exitCode, 2);
  assert.match(stderr, /Usage: densing/);
});

test("a reference or settings file named as a card is refused", () => {
  const folder = folderOf({ "densing.yaml": "", "a.modelcard.yaml": cardText() });
  assert.match(densing("report densing.yaml", folder).stderr, /is not a model card/);
});

test("a broken densing.yaml is named, not ignored", () => {
  const folder = folderOf({ "densing.yaml": "kinds: [bse]\n", "a.modelcard.yaml": cardText() });
  const { exitCode, stderr } = densing("trend", folder);
  assert.equal(exitCode, 2);
  assert.match(stderr, /densing\.yaml: kinds\.0/);
});
