import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { mock, test } from "node:test";
import fc from "fast-check";
import { YAMLParseError } from "yaml";
import type { Finding } from "../../../server/src/cards/finding.ts";
import { cardMessages } from "../../../server/src/cards/findings/cardMessages.ts";
import type { Report } from "../../../server/src/cards/findings/findingReporter.ts";
import { readCards } from "../../../server/src/cards/readCards.ts";
import { fixesOf } from "../../../server/src/language/codeActions/codeActions.ts";
import { ruleMessages } from "../../../server/src/rules/ruleMessages.ts";
import { openText } from "../../support/openCards.ts";
import { examples } from "../../support/rulesPage.ts";
import { wrongCards } from "../../support/wrongCards.ts";

const broken = new URL("../../../samples/broken/", import.meta.url);

/** Texts with every finding and many mistakes of YAML, and what stands beside some of them. */
const texts: readonly { readonly text: string; readonly others?: Readonly<Record<string, string>> }[] = [
  ...readdirSync(broken)
    .filter((file) => file.endsWith(".modelcard.yaml"))
    .map((file) => ({ text: readFileSync(new URL(file, broken), "utf8") })),
  ...examples
    .filter(({ path }) => path === undefined)
    .map(({ bad, others }) => ({ text: bad.replaceAll(/[⟦⟧]/g, ""), others })),
  ...fc.sample(wrongCards, { seed: 11, numRuns: 80 }).map((text) => ({ text })),
];

/** Every fix of every finding, by code and place. */
function allFixes(): unknown[] {
  return texts.map(({ text, others }) => {
    const { context, findings } = openText(text, others);
    return findings.map((finding) => [finding.code, finding.start, fixesOf(context, finding)]);
  });
}

test("fixes do not depend on what messages say", () => {
  const before = allFixes();
  const tables = [cardMessages, ruleMessages];
  const real = tables.map((table) => ({ ...table }));
  try {
    for (const table of tables)
      Object.assign(table, Object.fromEntries(Object.keys(table).map((code) => [code, () => "x"])));
    assert.deepEqual(new Set(openText("name: A\n").findings.map(({ message }) => message)), new Set(["x"]));
    assert.deepEqual(allFixes(), before);
  } finally {
    for (const [position, table] of tables.entries()) Object.assign(table, real[position]);
  }
});

/** What is found in each text on its own. */
function allFindings(): readonly (readonly Finding[])[] {
  return texts.map(({ text }) => readCards(text).cards.flatMap(({ findings }) => findings));
}

test("findings do not depend on what errors of the yaml package say", () => {
  const before = allFindings();
  assert.ok(before.flat().filter(({ code }) => code === "syntax").length > 50);
  let asked = 0;
  const words = () => {
    asked += 1;
    return "other words";
  };
  Object.defineProperty(YAMLParseError.prototype, "message", {
    get: words,
    set: () => {},
    configurable: true,
  });
  try {
    assert.deepEqual(allFindings(), before);
  } finally {
    Reflect.deleteProperty(YAMLParseError.prototype, "message");
  }
  assert.equal(asked, 0);
});

test("a finding has the facts of its own code alone", () => {
  const report: Report = mock.fn();
  report({ kind: "empty-value", key: "license" }, { start: 0, end: 1 });
  // @ts-expect-error: these are the facts of another code
  report({ kind: "empty-value", anchor: "a", isMarkup: false }, { start: 0, end: 1 });
  // @ts-expect-error: no such code
  report({ kind: "empty", key: "license" }, { start: 0, end: 1 });
  for (const { code, subject } of allFindings().flat()) assert.equal(subject.kind, code);
});
