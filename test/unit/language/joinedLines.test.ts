import assert from "node:assert/strict";
import { test } from "node:test";
import { quickFixesAt } from "../../../server/src/language/codeActions/codeActions.ts";
import { checkInSpellings } from "../../support/everyFix.ts";
import { openText } from "../../support/openCards.ts";
import { repaired } from "../../support/repaired.ts";

const head = "name: Tern\nrelease_date: 2024-09-19\nkind: base\nparameters: 3B\n";
const quotes = "Put the text in quotes";

/** What each fix of a card's syntax makes of it; the preferred one is starred. */
function fixes(text: string): Record<string, string> {
  checkInSpellings(text);
  const { context, findings } = openText(text);
  const syntax = findings.filter(({ code }) => code === "syntax");
  assert.equal(syntax.length, 1, text);
  const preferred = syntax
    .flatMap((finding) => quickFixesAt(context, syntax, finding))
    .flatMap(({ title, isPreferred }) => (isPreferred ? [title] : []));
  return Object.fromEntries(
    Object.entries(repaired(text, "syntax")).map(([title, now]) => [
      preferred.includes(title) ? `* ${title}` : title,
      now,
    ]),
  );
}

const joined: readonly (readonly [string, string, string, string])[] = [
  [
    "entries of a score",
    "Start a new line before shots",
    `${head}benchmarks:\n  mmlu:\n    score: 42.6‸    shots: 5\n    cot: true\n`,
    "\n    ",
  ],
  [
    "entries of a score in a list",
    "Start a new line before shots",
    `${head}benchmarks:\n  mmlu:\n    - score: 42.6‸ shots: 5 # ü\n`,
    "\n      ",
  ],
  ["scores", "Start a new line before bbh", `${head}benchmarks:\n  mmlu: 60‸ bbh: 50\n`, "\n  "],
  [
    "entries of the card",
    "Start a new line before kind",
    "name: Tern\nrelease_date: 2024-09-19‸ kind: base\nparameters: 3B\n",
    "\n",
  ],
  [
    "an entry and one that goes on below it",
    "Start a new line before parameters",
    "name: Tern\nrelease_date: 2024-09-19\nkind: base‸ parameters: # ü\n  total: 3B\n",
    "\n",
  ],
  [
    "a key and the counts it holds",
    "Start a new line before non_embedding",
    "name: Tern\nrelease_date: 2024-09-19\nkind: base\nparameters:‸  non_embedding: 3B\n",
    "\n  ",
  ],
  [
    "a key and the first of the scores it holds",
    "Start a new line before mmlu",
    `${head}benchmarks:‸ mmlu: 62\n   bbh: 50\n   math: 40\nlicense: mit\n`,
    "\n   ",
  ],
  [
    "a benchmark and its score",
    "Start a new line before score",
    `${head}benchmarks:\n  mmlu:‸ score: 60\n    shots: 5\n  bbh: 50\n`,
    "\n    ",
  ],
];

for (const [what, title, marked, written] of joined) {
  test(`${what} on one line are parted again, which is preferred`, () => {
    assert.deepEqual(fixes(marked.replace("‸", "")), {
      [`* ${title}`]: marked.replace(/‸ */, written),
    });
  });
}

test("three lines in one are parted twice", () => {
  assert.deepEqual(fixes(`${head}benchmarks:\n  mmlu: 60 bbh: 50  math: 40 # ü\n`), {
    "* Start new lines before bbh and math": `${head}benchmarks:\n  mmlu: 60\n  bbh: 50\n  math: 40 # ü\n`,
  });
});

test("where any text can stand it may be meant as text, and quotes are offered as well", () => {
  const rest = "release_date: 2024-09-19\nkind: base\nparameters: 3B\n";
  assert.deepEqual(fixes(`name: Tern-3B family: Tern # ü\n${rest}`), {
    "* Start a new line before family": `name: Tern-3B\nfamily: Tern # ü\n${rest}`,
    [quotes]: `name: "Tern-3B family: Tern" # ü\n${rest}`,
  });
  assert.deepEqual(fixes(`${head}notes: see: "this" # ü\nfamily: Tern\n`), {
    [`* ${quotes}`]: `${head}notes: "see: \\"this\\"" # ü\nfamily: Tern\n`,
  });
});

test("nothing is offered where neither a new line nor quotes make it right", () => {
  assert.deepEqual(fixes(`${head}benchmarks:\n  mmlu: 60 of: 100\n`), {});
  assert.deepEqual(fixes(`${head}architecture: dense: yes\n`), {});
  assert.deepEqual(fixes(`${head}benchmarks:\n  mmlu: 60 bbh: sixty\n`), {}, "no score");
  assert.deepEqual(fixes(`${head}benchmarks:\n  bbh: 40\n  mmlu: 60 bbh: 50\n`), {}, "it is there already");
});
