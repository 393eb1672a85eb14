import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";

/** Shallower nesting first: it leaves the stack just short of what a regular expression needs. */
const sequence = `
  const nested = (depth) => "[".repeat(depth) + "]".repeat(depth);
  const texts = Array.from({ length: 50 }, (_, step) => nested(100 * (step + 1)));
  texts.push(nested(10_000));
`;

function run(script: string) {
  return spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", script], {
    encoding: "utf8",
    timeout: 60_000,
  });
}

test("the YAML library alone aborts the process on 20 KB of brackets", (context) => {
  const { status, signal } = run(`
    import { parseDocument } from "yaml";
    ${sequence}
    for (const text of texts) {
      try { parseDocument(text); } catch {}
    }
  `);
  if (!process.version.startsWith("v20.")) {
    context.diagnostic(`${process.version}: exit ${status ?? signal}`);
    return;
  }
  assert.equal(status ?? signal, "SIGABRT");
});

test("the card reader answers the same texts with findings", () => {
  const reader = new URL("../../../server/src/cards/readCards.ts", import.meta.url);
  const { status, stdout, stderr } = run(`
    import { readCards } from ${JSON.stringify(reader.href)};
    ${sequence}
    console.log(texts.map((text) => readCards(text).cards[0].findings[0].code).join(" "));
  `);
  assert.equal(status, 0, stderr);
  // Fifty texts of 100 to 5,000 levels and one of 10,000.
  assert.deepEqual(stdout.trim().split(" "), Array(51).fill("nesting"));
});
