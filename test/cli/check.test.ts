import assert from "node:assert/strict";
import { test } from "node:test";
import { validateReport } from "../../server/src/generated/validateReport.js";
import { cardText } from "../support/cardText.ts";
import { densing, folderOf } from "../support/commandLine.ts";

interface CheckOutput {
  readonly findings: {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly code: string;
    readonly severity: string;
  }[];
  readonly counts: Record<string, number>;
}

function check(args: string, folder: string): CheckOutput {
  const output: unknown = JSON.parse(densing(`check --format json ${args}`, folder).stdout);
  assert.ok(validateReport(output), JSON.stringify(validateReport.errors));
  return output as CheckOutput;
}

const wrongDate = cardText().replace("2024-02-01", "yesterday");

test("the exit code says whether something is at or above --fail-on", () => {
  const wrong = folderOf({ "a.modelcard.yaml": wrongDate });
  const doubtful = folderOf({
    "a.modelcard.yaml": cardText().replace("average: 35.37", "mmlu: 0.5\n  bbh: 60"),
  });
  const exit = (args: string, folder: string) => densing(`check ${args}`, folder).exitCode;
  assert.equal(exit("", wrong), 1);
  assert.equal(exit("", doubtful), 0);
  assert.equal(exit("--fail-on warning", doubtful), 1);
  assert.equal(
    exit("--fail-on hint", folderOf({ "a.modelcard.yaml": cardText() })),
    1,
    "a bare average is a hint",
  );
});

test("a finding stands at its token, in text and in JSON", () => {
  const folder = folderOf({ "cards/a.modelcard.yaml": wrongDate });
  const [error] = check("", folder).findings.filter(({ severity }) => severity === "error");
  assert.deepEqual([error?.file, error?.line, error?.column], ["cards/a.modelcard.yaml", 2, 15]);
  assert.match(
    densing("check", folder).stdout,
    /^cards\/a\.modelcard\.yaml:2:15: error: .*yesterday.* \[[a-z-]+\]$/m,
  );
});

test("severities by code, off included, never change who is in the trend", () => {
  const doubled = { "a.modelcard.yaml": cardText(), "b.modelcard.yaml": cardText() };
  const loud = folderOf(doubled);
  const quiet = folderOf({ ...doubled, "densing.yaml": "rules: { duplicate-name: off }\n" });
  assert.equal(check("", loud).findings.filter(({ code }) => code === "duplicate-name").length, 2);
  assert.equal(check("", quiet).findings.filter(({ code }) => code === "duplicate-name").length, 0);
  const members = (folder: string) => JSON.parse(densing("trend --format json", folder).stdout).modelCount;
  assert.deepEqual([members(loud), members(quiet)], [0, 0]);
});

test("the broken samples: every family of mistake is found", () => {
  const { stdout, exitCode } = densing("check samples/broken");
  assert.equal(exitCode, 1);
  assert.match(stdout, /samples\/broken\/.*: error: /);
  assert.match(stdout, /\d+ cards in \d+ files: \d+ errors/);
});

test("the other samples are free of errors and warnings", () => {
  for (const folder of ["samples/models", "samples/densing-law-2025"]) {
    const { stdout, exitCode } = densing(`check --fail-on warning ${folder}`);
    assert.equal(
      exitCode,
      0,
      stdout
        .split("\n")
        .filter((line) => / (error|warning): /.test(line))
        .slice(0, 5)
        .join("\n"),
    );
  }
});
