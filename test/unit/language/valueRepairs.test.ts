import assert from "node:assert/strict";
import { test } from "node:test";
import { quickFixesAt } from "../../../server/src/language/codeActions/codeActions.ts";
import { checkEveryFix, checkInSpellings } from "../../support/everyFix.ts";
import { checkFindings, said } from "../../support/markedCards.ts";
import { openText } from "../../support/openCards.ts";
import { repaired } from "../../support/repaired.ts";

const head = "name: Tern\nrelease_date: 2024-09-19\nkind: base\n";

/**
 * What each fix makes of the text between the bars, by its title. Everything around them must stay, and every
 * fix must do what it is for.
 */
function fixes(code: string, before: string, written: string, after = "\n"): Record<string, string> {
  const text = before + written + after;
  checkInSpellings(text);
  return Object.fromEntries(
    Object.entries(repaired(text, code))
      .filter(([title]) => !title.startsWith("Ignore "))
      .map(([title, now]) => {
        assert.ok(now.startsWith(before) && now.endsWith(after), now);
        return [said(title), now.slice(before.length, now.length - after.length)];
      }),
  );
}

test("two counts in the place of one become two entries", () => {
  const of = (written: string) => fixes("quantity-shorthand", `${head}parameters: `, written);
  const both = "Write total: 30B and active: 3B";
  assert.deepEqual(of("{ total: 30B-A3B }"), { [both]: "{ total: 30B, active: 3B }" });
  assert.deepEqual(of("\n  total: 30B-A3B # ü\n  non_embedding: 29B"), {
    [both]: "\n  total: 30B\n  active: 3B # ü\n  non_embedding: 29B",
  });
  assert.deepEqual(of("{ total: 30B-A3B, active: 3.3B }"), {
    "Write total: 30B": "{ total: 30B, active: 3.3B }",
  });
  assert.deepEqual(of("{ active: 30B-A3B }"), {
    "Write active: 3B and total: 30B": "{ active: 3B, total: 30B }",
  });
  assert.deepEqual(of("{ non_embedding: 30B-A3B }"), {});
  assert.deepEqual(of("{ total: 30B-A3B, active: 40B }"), {}, "more would be active than there is");
  assert.deepEqual(of("30B-A3B"), { "Write { total: 30B, active: 3B }": "{ total: 30B, active: 3B }" });
  assert.deepEqual(
    fixes("quantity-shorthand", `${head}architecture: dense\nparameters: `, "30B-A3B"),
    {},
    "a dense model has no active count of its own",
  );
  const tokens = "training_tokens: ";
  assert.deepEqual(fixes("quantity-unreadable", `${head}parameters: 3B\n${tokens}`, "30B-A3B"), {});
});

test("a full-width colon becomes a colon and a space", () => {
  const rest = "\nrelease_date: 2024-09-19\nkind: base\nparameters: 3B\n";
  assert.deepEqual(fixes("syntax", "", "name： Tern", rest), { "Write name: Tern": "name: Tern" });
  assert.deepEqual(fixes("syntax", "", "name：海燕 3B", rest), { "Write name: 海燕 3B": "name: 海燕 3B" });
  assert.deepEqual(fixes("syntax", head, "parameters：3B"), {
    "Write parameters: 3B": "parameters: 3B",
  });
  assert.deepEqual(fixes("syntax", `${head}parameters: { `, "total：3B", ", active: 3B }\n"), {
    "Write total: 3B": "total: 3B",
  });
  assert.deepEqual(fixes("syntax", `${head}parameters: 3B\n`, "benchmarks：\n  mmlu: 60"), {
    "Write benchmarks:": "benchmarks:\n  mmlu: 60",
  });
});

test("an entry in braces that has lost its colon gets it back, and keeps its number", () => {
  const rest = ", math: 40 }\n";
  const scores = `${head}parameters: 3B\nbenchmarks: { mmlu: 62, `;
  assert.deepEqual(fixes("syntax", scores, "bbh 50", rest), { "Write bbh: 50": "bbh: 50" });
  const counts = `${head}parameters: { total: 3B, `;
  assert.deepEqual(fixes("syntax", counts, "active 1B", " }\n"), { "Write active: 1B": "active: 1B" });
  assert.deepEqual(fixes("syntax", `${head}parameters: { `, "total 3B", " }\n"), {
    "Write total: 3B": "total: 3B",
  });
});

/** Fixes of a score and what surrounds it. */
const scored = (written: string, code = "score-unreadable") =>
  fixes(code, `${head}parameters: 3B\nbenchmarks:\n  bbh: 50\n  `, written, "\nlicense: mit # ü\n");

test("a score and its error in one become two", () => {
  const map = "{ score: 41.2, stderr: 1.2 }";
  assert.deepEqual(scored("mmlu: 41.2 ± 1.2"), { [`Write ${map}`]: `mmlu: ${map}` });
  assert.deepEqual(scored("mmlu: [41.2 +- 1.2, 40] # sic"), { [`Write ${map}`]: `mmlu: [${map}, 40] # sic` });
  const percent = "{ score: 0.41%, stderr: 0.2% }";
  assert.deepEqual(scored("mmlu: 0.41 ± 0.2%"), { [`Write ${percent}`]: `mmlu: ${percent}` });
  const two = "Write 41.2 and stderr: 1.2";
  assert.deepEqual(scored("mmlu: { score: 41.2 ± 1.2, shots: 5 }"), {
    [two]: "mmlu: { score: 41.2, stderr: 1.2, shots: 5 }",
  });
  assert.deepEqual(scored("mmlu:\n    - score: 50\n    - shots: 5\n      score: 41.2 ± 1.2 # ü"), {
    [two]: "mmlu:\n    - score: 50\n    - shots: 5\n      score: 41.2\n      stderr: 1.2 # ü",
  });
  assert.deepEqual(scored("mmlu: { score: 41.2 ± 1.2, stderr: 1.3 }"), {});
  assert.deepEqual(scored("mmlu: 412 ± 1.2"), {}, "no score either");
  assert.deepEqual(scored("mmlu: 412,5"), {}, "no score either");
});

test("a number that is not exact is written without its sign, also where YAML keeps the sign for itself", () => {
  assert.deepEqual(scored("mmlu: <60"), { "Write 60": "mmlu: 60" });
  assert.deepEqual(scored("mmlu: { score: ~ 60% }"), { "Write 60%": "mmlu: { score: 60% }" });
  assert.deepEqual(scored("mmlu: ~600"), {}, "no score either");
  assert.deepEqual(scored("mmlu: >60 # ü", "syntax"), { "Write 60": "mmlu: 60 # ü" });
  assert.deepEqual(scored("mmlu:\n    score: > 60\n    shots: 5", "syntax"), {
    "Write 60": "mmlu:\n    score: 60\n    shots: 5",
  });
  assert.deepEqual(scored("mmlu: >60\n  math: >=50", "syntax"), {}, "the next one would still be there");
  assert.deepEqual(fixes("syntax", `${head}parameters: `, ">3B"), { "Write 3B": "3B" });
});

test("a text that starts with a character of YAML is put in quotes", () => {
  const noted = (written: string) =>
    fixes("syntax", `${head}parameters: 3B\nnotes: `, written, "\nlicense: mit\n");
  const title = "Put the text in quotes";
  assert.deepEqual(noted(">60 on MMLU # ü"), { [title]: '">60 on MMLU" # ü' });
  assert.deepEqual(noted("| see"), { [title]: '"| see"' });
  assert.deepEqual(
    repaired(`${head}parameters: 3B\r\nnotes: @home # ü\r\n`, "syntax"),
    { [title]: `${head}parameters: 3B\r\nnotes: "@home" # ü\r\n` },
    "a comment is no part of it, whatever ends its line",
  );
  assert.deepEqual(noted("|see\n  more"), {}, "several lines are meant");
});

test("commas that are missing in braces are written, and a bracket too many is removed", () => {
  const scores = (written: string) =>
    fixes("syntax", `${head}parameters: 3B\nbenchmarks: `, written, "\nlicense: mit # ü\n");
  assert.deepEqual(scores("{ mmlu: 62 bbh: 50 }"), {
    "Write a comma before bbh": "{ mmlu: 62, bbh: 50 }",
  });
  assert.deepEqual(scores("{ mmlu: 62\n  bbh: 50 math: 40 }"), {
    "Write commas before bbh and math": "{ mmlu: 62,\n  bbh: 50, math: 40 }",
  });
  assert.deepEqual(scores("{mmlu: 62, bbh: 50}}"), { "Remove the }": "{mmlu: 62, bbh: 50}" });
  assert.deepEqual(fixes("syntax", `${head}parameters: 3B\ntags: `, "[a, b] ]"), {
    "Remove the ]": "[a, b]",
  });
});

test("a list of scores is not rewritten by a fix; the message shows the map", () => {
  const scores = (list: string) => `${head}parameters: { non_embedding: 3B }\nbenchmarks: ${list}\n`;
  assert.deepEqual(repaired(scores("[{ mmlu: 62 }, { bbh: 50 }]"), "wrong-type"), {});
  checkFindings(scores("⟦[{ mmlu: 62 }, { bbh: 50 }]⟧"), [
    "error wrong-type: benchmarks is a list. Write it, for example, as `{ mmlu: 74.2, bbh: 70.4, math: 49.8, humaneval: 57.9, mbpp: 63.6 }`.",
  ]);
});

test("a text with a second colon is put in quotes; where a key is in it, that is a guess", () => {
  const noted = (written: string) => fixes("syntax", `${head}parameters: 3B\n`, written, "\nlicense: mit\n");
  const title = "Put the text in quotes";
  assert.deepEqual(noted("notes: see: this # ü"), { [title]: 'notes: "see: this" # ü' });
  assert.deepEqual(noted("notes: see family: Tern"), { [title]: 'notes: "see family: Tern"' });
  assert.deepEqual(noted("training_tokens: 3T organization: Example"), {}, "no number in quotes");
  const { context, findings } = openText(`${head}parameters: 3B\nnotes: see family: Tern\n`);
  const second = findings.filter(({ code }) => code === "syntax");
  const [action] = quickFixesAt(context, second, second[0] ?? assert.fail("not found"));
  assert.equal(action?.isPreferred, undefined);
  checkFindings(`${head}parameters: { non_embedding: 3B }\nnotes: ⟦see: this⟧\n`, [
    "error syntax: A second colon makes YAML read a map under notes. If it is text, put it in quotes; if another entry starts there, start it on the next line.",
  ]);
});

test("a benchmark that was not measured is left out", () => {
  const of = (lines: string) => repaired(`${head}parameters: 3B\nbenchmarks:\n${lines}`, "score-unreadable");
  assert.deepEqual(of("  bbh: 50\n  mmlu: n/a\n  math: 40\n"), {
    "Remove this score": `${head}parameters: 3B\nbenchmarks:\n  bbh: 50\n  math: 40\n`,
  });
  assert.deepEqual(of('  mmlu:\n    score: "-"\n    shots: 5\n  bbh: 50\n'), {
    "Remove this score": `${head}parameters: 3B\nbenchmarks:\n  bbh: 50\n`,
  });
  assert.deepEqual(scored("mmlu: [n/a, 40]"), {}, "the other result stays");
  assert.deepEqual(scored("mmlu: sixty"), {});
});

const typed: readonly (readonly [string, string, string])[] = [
  ["mmlu: { score: 50, shots: '5' }", "5", "mmlu: { score: 50, shots: 5 }"],
  ["mmlu: { score: 50, shots: 5-shot }", "5", "mmlu: { score: 50, shots: 5 }"],
  ["mmlu: { score: 50, shots: zero-shot }", "0", "mmlu: { score: 50, shots: 0 }"],
  ["mmlu:\n    score: 50\n    cot: yes # ü", "true", "mmlu:\n    score: 50\n    cot: true # ü"],
  ["mmlu: [{ score: 50, cot: 'True' }]", "true", "mmlu: [{ score: 50, cot: true }]"],
  ["mmlu: { score: 50, cot: No }", "false", "mmlu: { score: 50, cot: false }"],
  ["mmlu: { score: 50, items: '14,042' }", "14042", "mmlu: { score: 50, items: 14042 }"],
];

for (const [written, value, after] of typed) {
  test(`${written.replaceAll("\n", " ")} is meant to be ${value}`, () => {
    assert.deepEqual(scored(written, "wrong-type"), { [`Write ${value}`]: after });
  });
}

test("numbers in quotes, and words for true and false, are written as such among the counts", () => {
  const of = (written: string) => fixes("wrong-type", `${head}parameters:\n  total: 3B\n  `, written);
  assert.deepEqual(of("vocab_size: '151936'"), { "Write 151936": "vocab_size: 151936" });
  assert.deepEqual(of("tied_embeddings: no # ü"), { "Write false": "tied_embeddings: false # ü" });
  assert.deepEqual(of("tied_embeddings: maybe"), {});
  assert.deepEqual(of("vocab_size: 100K"), {}, "100,000 or 102,400");
  assert.deepEqual(of("vocab_size: '0'"), {}, "no vocabulary has no words");
  assert.deepEqual(
    of("vocab_size: '1000000'\n  hidden_size: 9000\n  tied_embeddings: true"),
    {},
    "the embeddings would be more than the total",
  );
});

test("a word for a unit is written as the unit, where the scores fit it", () => {
  const of = (unit: string, score: string) =>
    fixes("wrong-value", `${head}parameters: 3B\nunit: `, unit, `\nbenchmarks: { mmlu: ${score} }\n`);
  assert.deepEqual(of("pct", "50"), { "Write percent": "percent" });
  assert.deepEqual(of("ratio", "0.5"), { "Write fraction": "fraction" });
  assert.deepEqual(of("ratio", "50"), {});
});

test("a mixture of experts is an architecture", () => {
  const before = "name: Tern\nrelease_date: 2024-09-19\n";
  const of = (kind: string, more = "") =>
    fixes("wrong-value", before, kind, `\n${more}parameters: { total: 30B, active: 3B }\n`);
  assert.deepEqual(of("kind: moe # ü"), { "Write architecture: moe": "architecture: moe # ü" });
  assert.deepEqual(of("kind: Mixture of experts"), { "Write architecture: moe": "architecture: moe" });
  assert.deepEqual(of("kind: moe", "architecture: moe\n"), {});
});

test("a date that could be two days has a fix for each, with the day in words", () => {
  const before = "name: Tern\nrelease_date: ";
  assert.deepEqual(fixes("date-unreadable", before, "3/4/2024", "\nkind: base\nparameters: 3B\n"), {
    "Write 2024-04-03, 3 Apr 2024": "2024-04-03",
    "Write 2024-03-04, 4 Mar 2024": "2024-03-04",
  });
});

test("scores that may all be fractions have the unit as a fix, the others do not", () => {
  const of = (scores: string, more = "") =>
    Object.keys(repaired(`${head}parameters: 3B\n${more}benchmarks: ${scores}\n`, "score-unit")).filter(
      (title) => /^(?:It is|All are)/.test(title),
    ).length;
  const text = `${head}parameters: 3B\nbenchmarks: { mmlu: 0.4, bbh: 0.5 }\n`;
  checkEveryFix(text);
  assert.equal(
    repaired(text, "score-unit")["All are fractions: write unit: fraction"],
    text.replace("benchmarks", "unit: fraction\nbenchmarks"),
  );
  assert.equal(of("{ mmlu: 0.4 }"), 3);
  assert.equal(of("{ mmlu: 0.4, bbh: 50 }"), 2);
  assert.equal(of("{ mmlu: 0.4, bbh: 500 }"), 2, "500 is no fraction");
  assert.equal(of("{ mmlu: { score: 0.4, stderr: 1.2 } }"), 2, "1.2 is none either");
  assert.equal(of("{ mmlu: 0.4 }", "unit:\n"), 1, "a second unit would be one too many");
});

test("a base model that is the model itself is taken out", () => {
  const text = `${head}base_model: Tern\nparameters: 3B\n`;
  checkEveryFix(text);
  assert.equal(repaired(text, "base-model-cycle")["Remove base_model"], `${head}parameters: 3B\n`);
  const two = `${head}base_model: [Tern, Gull]\nparameters: 3B\n`;
  assert.ok(!("Remove base_model" in repaired(two, "base-model-cycle")));
});

const reserved: readonly (readonly [string, string])[] = [
  ["notes: @home # ü", 'notes: "@home" # ü'],
  ["notes: `x` and more", 'notes: "`x` and more"'],
  ["notes: %x: 3", 'notes: "%x: 3"'],
  ['notes: @a "b" \\c', 'notes: "@a \\"b\\" \\\\c"'],
  ["tags: [@a, b]", 'tags: ["@a", b]'],
  ["notes: *bold* and more", 'notes: "*bold* and more"'],
];

for (const [written, after] of reserved) {
  test(`a value that starts with a character of YAML's is put in quotes: ${written}`, () => {
    assert.deepEqual(fixes("syntax", `${head}parameters: 3B\n`, written, "\nlicense: mit\n"), {
      "Put the text in quotes": after,
    });
  });
}

test("what looks like text between asterisks is offered quotes, another alias is not", () => {
  const of = (written: string) => fixes("alias-unknown", `${head}parameters: 3B\n`, written);
  assert.deepEqual(of("notes: *bold*"), { "Put the text in quotes": 'notes: "*bold*"' });
  assert.deepEqual(of("notes: **海** # ü"), { "Put the text in quotes": 'notes: "**海**" # ü' });
  assert.deepEqual(of("notes: *shared"), {});
});
