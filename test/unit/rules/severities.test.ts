import assert from "node:assert/strict";
import { test } from "node:test";
import { findingCodes, findingTable } from "../../../server/src/cards/finding.ts";
import { severities } from "../../../server/src/cards/findings/findingKind.ts";
import { readCards } from "../../../server/src/cards/readCards.ts";
import { applySeverities } from "../../../server/src/rules/severities.ts";

const [card] = readCards("name: A\nrelease_date: 2025-02\nparameters: 7B\nfamliy: A\n").cards;
const findings = card?.findings ?? [];

function chosen(choices: Parameters<typeof applySeverities>[1]): string[] {
  return applySeverities(findings, choices).map(({ severity, code }) => `${severity} ${code}`);
}

test("without choices findings keep their severities", () => {
  assert.deepEqual(applySeverities(findings, {}), findings);
  assert.deepEqual(chosen({}), [
    "information kind-missing",
    "information month-date",
    "information total-size",
    "hint unknown-key",
  ]);
});

test("a code can be turned off or given another severity", () => {
  assert.deepEqual(chosen({ "kind-missing": "error", "month-date": "off", "unknown-key": "warning" }), [
    "error kind-missing",
    "information total-size",
    "warning unknown-key",
  ]);
});

test("codes that do not exist change nothing, whatever their name", () => {
  assert.deepEqual(chosen({ "no-such-code": "off", toString: "off" } as never), chosen({}));
});

test("every finding has a code in small letters, a severity and a sentence", () => {
  assert.ok(findingCodes.length > 30);
  for (const code of findingCodes) {
    assert.match(code, /^[a-z]+(?:-[a-z]+)*$/);
    assert.ok(severities.includes(findingTable[code].severity));
    assert.match(findingTable[code].description, /^[A-Z].*\.$/);
  }
});
