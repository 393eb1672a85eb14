import assert from "node:assert/strict";
import { test } from "node:test";
import { checkEveryFix } from "../support/everyFix.ts";
import { repaired } from "../support/repaired.ts";

const head = "name: Tern\nrelease_date: 2024-09-19\nkind: base\n";

/** What each fix of a card's findings with a code makes of it, by its title; every fix does what it is for. */
function fixes(text: string, code = "syntax"): Record<string, string> {
  for (const one of [text, text.replaceAll("\n", "\r\n"), `\uFEFF${text}`]) checkEveryFix(one);
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
    "several lines too far out",
    "Indent by 4 spaces",
    `${head}parameters: 7B\nbenchmarks:\n    mmlu: 60\n  # ü\n  bbh: 50\n\n  math:\n    score: 40\n`,
    `${head}parameters: 7B\nbenchmarks:\n    mmlu: 60\n  # ü\n    bbh: 50\n\n    math:\n      score: 40\n`,
  ],
  [
    "several lines too far in",
    "Indent by 2 spaces",
    `${head}parameters:\n  total: 7B # all\n    active: 3B\n    non_embedding: 6.5B\nlicense: mit\n`,
    `${head}parameters:\n  total: 7B # all\n  active: 3B\n  non_embedding: 6.5B\nlicense: mit\n`,
  ],
  [
    "a key of the card",
    "Remove the space",
    `${head} parameters:\n   total: 7B\nlicense: mit\n`,
    `${head}parameters:\n   total: 7B\nlicense: mit\n`,
  ],
  ["the first key", "Remove the space", ` ${head}parameters: 7B\n`, `${head}parameters: 7B\n`],
  [
    "the first lines",
    "Remove the 2 spaces",
    "# ü\n  name: Tern\n\n  parameters:\n    total: 7B\nrelease_date: 2024-09-19\nkind: base\n",
    "# ü\nname: Tern\n\nparameters:\n  total: 7B\nrelease_date: 2024-09-19\nkind: base\n",
  ],
];

for (const [what, title, before, after] of aligned) {
  test(`${what} is indented like its neighbours`, () => {
    assert.deepEqual(fixes(before), { [title]: after });
    const stream = `---\n${head.replace("Tern", "Gull")}parameters: 3B\n`;
    assert.deepEqual(repaired(before + stream, "syntax"), { [title]: after + stream });
  });
}
