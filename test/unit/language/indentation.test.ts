import assert from "node:assert/strict";
import { test } from "node:test";
import { quickFixesAt } from "../../../server/src/language/codeActions/codeActions.ts";
import { applied, checkInSpellings } from "../../support/everyFix.ts";
import { checkFindings } from "../../support/markedCards.ts";
import { openText } from "../../support/openCards.ts";
import { repaired } from "../../support/repaired.ts";

const head = "name: Tern\nrelease_date: 2024-09-19\nkind: base\n";

/** What each fix of a card's findings with a code makes of it, by its title; every fix does what it is for. */
function fixes(text: string, code = "syntax"): Record<string, string> {
  checkInSpellings(text);
  const all = Object.entries(repaired(text, code));
  return Object.fromEntries(all.filter(([title]) => !title.startsWith("Ignore ")));
}

const aligned: readonly (readonly [string, string, string, string])[] = [
  [
    "a line too far in",
    "Indent by 2 spaces",
    `${head}parameters:\n  total: 7B\n   non_embedding: 6.5B # ü\nlicense: mit\n`,
    `${head}parameters:\n  total: 7B\n  non_embedding: 6.5B # ü\nlicense: mit\n`,
  ],
  [
    "a line too far out",
    "Indent by 2 spaces",
    `${head}parameters: 7B\nbenchmarks:\n  mmlu: 60\n bbh: 50\n  math: 40\n`,
    `${head}parameters: 7B\nbenchmarks:\n  mmlu: 60\n  bbh: 50\n  math: 40\n`,
  ],
  [
    "a key of the card",
    "Remove the space",
    `${head} parameters:\n   total: 7B\nlicense: mit\n`,
    `${head}parameters:\n   total: 7B\nlicense: mit\n`,
  ],
  ["the first key", "Remove the space", ` ${head}parameters: 7B\n`, `${head}parameters: 7B\n`],
];

for (const [what, title, before, after] of aligned) {
  test(`${what} is indented like its neighbours`, () => {
    assert.deepEqual(fixes(before), { [title]: after });
    const stream = `---\n${head.replace("Tern", "Gull")}parameters: 3B\n`;
    assert.deepEqual(repaired(before + stream, "syntax"), { [title]: after + stream });
  });
}

const held: readonly (readonly [string, string, string])[] = [
  [
    "scores",
    `${head}parameters: 7B\nbenchmarks: # ü\n\n# first\nmmlu:\n  score: 60\n\n# own\nours: 3\nbbh: 50 # ü\n\n# end\nlicense: mit\n`,
    `${head}parameters: 7B\nbenchmarks: # ü\n\n# first\n  mmlu:\n    score: 60\n\n  # own\n  ours: 3\n  bbh: 50 # ü\n\n# end\nlicense: mit\n`,
  ],
  [
    "counts",
    `${head}parameters:\ntotal: 7B\nnon_embedding: 6.5B`,
    `${head}parameters:\n  total: 7B\n  non_embedding: 6.5B`,
  ],
];

for (const [what, before, after] of held) {
  test(`${what} that are not indented below their key are, and that is the only and preferred fix`, () => {
    assert.deepEqual(fixes(before, "not-indented"), { "Indent the lines below by 2 spaces": after });
    const { context, findings } = openText(before);
    const start = findings.find(({ code }) => code === "not-indented")?.start;
    assert.ok(start);
    const actions = quickFixesAt(context, findings, { start, end: start });
    assert.deepEqual(
      actions.map(({ title, isPreferred }) => [title, isPreferred]),
      [["Indent the lines below by 2 spaces", true]],
    );
  });
}

test("lines that go on at the margin are indented like those above them", () => {
  const scores = `${head}parameters: 7B\nbenchmarks:\n   mmlu: 60\n`;
  assert.deepEqual(fixes(`${scores}bbh: 50 # ü\nmath:\n  score: 40\nlicense: mit\n`, "not-indented"), {
    "Indent by 3 spaces": `${scores}   bbh: 50 # ü\n   math:\n     score: 40\nlicense: mit\n`,
  });
  assert.deepEqual(fixes(`${head}parameters:\n  total: 7B\nactive: 3B\n`, "not-indented"), {
    "Indent by 2 spaces": `${head}parameters:\n  total: 7B\n  active: 3B\n`,
  });
});

test("keys of a score that start where its benchmark does are indented, each score by itself", () => {
  const scores = `${head}parameters: 7B\nbenchmarks:\n  `;
  const [mmlu, bbh, math] = [
    "mmlu: # ü\n\n  # a\n  score: 62\n  shots: 5 # b\n  ",
    "bbh:\n  score: 50\n  ",
    "math: 40\n",
  ];
  const text = scores + mmlu + bbh + math;
  checkInSpellings(text);
  const indented = "mmlu: # ü\n\n  # a\n    score: 62\n    shots: 5 # b\n  ";
  const { context, findings } = openText(text);
  const found = findings.filter(({ code }) => code === "not-indented");
  assert.deepEqual(
    found.map(({ message }) => message),
    [
      "mmlu is empty, because what is below it is not indented. Indent the lines from score to shots by two spaces.",
      "bbh is empty, because what is below it is not indented. Indent score by two spaces.",
    ],
  );
  const [first, all] = found.flatMap((finding) =>
    quickFixesAt(context, found, finding).map((action) => [
      action.title,
      action.isPreferred,
      applied(text, action),
    ]),
  );
  const title = "Indent the lines below by 2 spaces";
  assert.deepEqual(first, [title, true, scores + indented + bbh + math]);
  assert.deepEqual(all, [
    "Fix all 2 not-indented in this file",
    undefined,
    `${scores}${indented}bbh:\n    score: 50\n  ${math}`,
  ]);
  assert.deepEqual(
    findings.filter(({ code }) => ["empty-value", "duplicate-key", "unknown-benchmark"].includes(code)),
    [],
  );
});

test("a key of a score that has slipped among the benchmarks goes back to its score", () => {
  const scores = `${head}parameters: 7B\nbenchmarks:\n  mmlu:\n     score: 62\n`;
  assert.deepEqual(fixes(`${scores}  shots: 5 # ü\n  cot: true\n  bbh: 40\n`, "not-indented"), {
    "Indent by 5 spaces": `${scores}     shots: 5 # ü\n     cot: true\n  bbh: 40\n`,
  });
  checkFindings(
    `${head}parameters: { non_embedding: 7B }\nbenchmarks:\n  mmlu:\n    score: 62\n  ⟦shots⟧: 5\n`,
    [
      "error not-indented: shots is not indented like the lines of mmlu above, so it is not read. Indent shots as they are.",
    ],
  );
});

test("lines that would be an error once they are read are not indented by a fix", () => {
  assert.deepEqual(fixes(`${head}parameters: 7B\nbenchmarks:\nmmlu: sixty\n`, "not-indented"), {});
});

test("several lines that are wrong alike are not moved; the message says how far", () => {
  const scores = `${head}parameters: 7B\nbenchmarks:\n    mmlu: 60\n`;
  checkFindings(`${scores}  ⟦bbh: 50⟧\n  math: 40\n`, [
    "error syntax: This line is indented by 2 spaces, and the lines it belongs to by 4 spaces. Indent it as they are. The card is not read until this is corrected.",
  ]);
  assert.deepEqual(fixes(`${scores}  bbh: 50\n  math: 40\n`), {});
});

test("a key of the card below another one is moved to the margin where nothing follows it", () => {
  const scores = `benchmarks: # ü\n    mmlu: 60\n\n    bbh: { score: 50 }\n`;
  const text = `${head}parameters:\n  total: 7B\n  ${scores}# end\nlicense: mit\n`;
  assert.deepEqual(fixes(text, "unknown-key"), {
    "Move benchmarks to the start of the line": text.replace(`  ${scores}`, scores),
  });
  assert.deepEqual(fixes(`${head}parameters:\n  total: 7B\n  ${scores}  active: 3B\n`, "unknown-key"), {});
  assert.deepEqual(
    fixes(`${head}benchmarks: { mmlu: 61 }\nparameters:\n  total: 7B\n  ${scores}`, "unknown-key"),
    {},
    "the card has scores already",
  );
});
