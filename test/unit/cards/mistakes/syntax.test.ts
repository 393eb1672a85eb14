import assert from "node:assert/strict";
import { test } from "node:test";
import { cardWith, checkFindings, onlyCard, onlyModel } from "../../../support/markedCards.ts";

const repaired: readonly [string, string, string, string][] = [
  [
    "a line without a colon, as while typing",
    "⟦organ⟧\nfamily: Tern\n",
    "error syntax: organ has no colon, so it is not read. Write a key, a colon and a value.",
    "Tern",
  ],
  [
    "two lines without a colon",
    "⟦organization Example⟧\nfamily: Tern\n",
    "error syntax: organization Example has no colon, so it is not read. Write `organization: Example`.",
    "Tern",
  ],
  [
    "a last line without a colon",
    "family: Tern\n⟦organization⟧",
    "error syntax: organization has no colon, so it is not read. Write a key, a colon and a value.",
    "Tern",
  ],
  [
    "no space after a colon, in lines",
    "benchmarks:\n  ⟦mmlu:74.2⟧\n  bbh: 70\nfamily: Tern\n",
    "error syntax: mmlu:74.2 has no space after the colon, so it is not read. Write `mmlu: 74.2`.",
    "Tern",
  ],
  [
    "no space after a colon, in braces",
    "benchmarks: {⟦mmlu:74.2⟧, bbh: 70}\nfamily: Tern\n",
    "error syntax: mmlu:74.2 has no space after the colon, so it is not read. Write `mmlu: 74.2`.",
    "Tern",
  ],
  [
    "no colon, in braces",
    "benchmarks: { mmlu: 62, ⟦bbh 50⟧ }\nfamily: Tern\n",
    "error syntax: bbh 50 has no colon, so it is not read. Write `bbh: 50`.",
    "Tern",
  ],
  [
    "no colon behind a name of several words, in braces",
    "benchmarks: { mmlu: 62, ⟦big bench hard 50⟧ }\nfamily: Tern\n",
    "error syntax: big bench hard 50 has no colon, so it is not read. Write `big bench hard: 50`.",
    "Tern",
  ],
  [
    "no colon in the braces of a score",
    "benchmarks:\n  mmlu: { score: 60, ⟦shots 5⟧ }\nfamily: Tern\n",
    "error syntax: shots 5 has no colon, so it is not read. Write `shots: 5`.",
    "Tern",
  ],
  [
    "a full-width colon",
    "⟦organization： 海鳥⟧\nfamily: Tern\n",
    "error syntax: organization： 海鳥 has a full-width colon, which YAML takes for a letter, so it is not read. Write `organization: 海鳥`.",
    "Tern",
  ],
  [
    "a second colon",
    "notes: ⟦see: table 3⟧\nfamily: Tern\n",
    "error syntax: A second colon makes YAML read a map under notes. If it is text, put it in quotes; if another entry starts there, start it on the next line.",
    "Tern",
  ],
  [
    "a second colon before lines that are further in",
    "benchmarks: ⟦mmlu: 60⟧\n  bbh: 50\n  math: 40\nfamily: Tern\n",
    "error syntax: A second colon makes YAML read a map under benchmarks. If it is text, put it in quotes; if another entry starts there, start it on the next line.",
    "Tern",
  ],
  [
    "a third colon",
    "notes: ⟦see: table 3: left⟧\nfamily: Tern\n",
    "error syntax: A second colon makes YAML read a map under notes. If it is text, put it in quotes; if another entry starts there, start it on the next line.",
    "Tern",
  ],
];

for (const [what, lines, message, family] of repaired) {
  test(`${what} costs only its own line`, () => {
    const [card] = checkFindings(cardWith(lines), [message]);
    assert.equal(card?.model?.family, family);
    assert.equal(card.model.parameters.nonEmbedding, 2.82e9);
  });
}

test("a required key without its colon is not also missing", () => {
  checkFindings("name: A\nkind: base\n⟦parameters 7B⟧\nrelease_date: 2024-01-01\n", [
    "error syntax: parameters 7B has no colon, so it is not read. Write `parameters: 7B`.",
  ]);
});

test("a count without its colon in braces has one finding, also where it is the only one", () => {
  const card = (counts: string) => `name: A\nkind: base\nrelease_date: 2024-01-01\nparameters: ${counts}\n`;
  checkFindings(card("{ non_embedding: 3B, ⟦active 1B⟧ }"), [
    "error syntax: active 1B has no colon, so it is not read. Write `active: 1B`.",
  ]);
  checkFindings(card("{ ⟦non_embedding 3B⟧ }"), [
    "error syntax: non_embedding 3B has no colon, so it is not read. Write `non_embedding: 3B`.",
  ]);
});

test("words behind a comma in braces are no entry without a colon", () => {
  checkFindings(cardWith("notes: { seen, not measured }\n"), []);
});

const fatal: readonly [string, string, string][] = [
  ["an open double quote", 'organization: ⟦"Example⟧\nfamily: Tern\n', 'This " is not closed.'],
  ["an open single quote", "organization: ⟦'Example⟧\nfamily: Tern\n", "This ' is not closed."],
  [
    "an open bracket",
    "base_model: ⟦[A, B⟧\nfamily: Tern\n",
    "This [ is not closed. Lines inside it must be indented.",
  ],
  [
    "an open brace",
    "benchmarks: ⟦{ mmlu: 1⟧\nfamily: Tern\n",
    "This { is not closed. Lines inside it must be indented.",
  ],
  ["a tab", "benchmarks:\n⟦\t⟧mmlu: 74.2\n", "Lines of YAML are indented with spaces, not with tabs."],
  [
    "a sign that starts no text",
    "organization: ⟦@⟧example\n",
    "A value that starts with this sign needs quotes.",
  ],
  [
    "a line indented too far",
    "family: Tern\n  ⟦organization: Example⟧\n",
    "This line is indented by 2 spaces, and the lines it belongs to are not. Remove the spaces.",
  ],
  [
    "a line indented too far among scores",
    "benchmarks:\n  # ü\n  mmlu: 60 # ü\n\n   ⟦bbh: 50⟧ # ü\n",
    "This line is indented by 3 spaces, and the lines it belongs to by 2 spaces. Indent it as they are.",
  ],
  [
    "a line indented too little",
    "benchmarks:\n    mmlu:\n      score: 60\n ⟦bbh: 50⟧\n    math: 3\n",
    "This line is indented by 1 space, and the lines it belongs to by 4 spaces. Indent it as they are.",
  ],
  [
    "a line indented too little in a list",
    "benchmarks:\n  mmlu:\n    - score: 60\n     ⟦shots: 5⟧\n",
    "This line is indented by 5 spaces, and the lines it belongs to by 6 spaces. Indent it as they are.",
  ],
  [
    "a key of the card between",
    "benchmarks:\n  mmlu: 60\n ⟦license: mit⟧\n",
    "This line is indented by 1 space, and the lines it belongs to are not. Remove the space.",
  ],
  [
    "a missing comma",
    "benchmarks: { mmlu: ⟦74.2 bbh: 70 ⟧}\n",
    "A comma is missing between the entries here.",
  ],
  [
    "a missing comma at the end of a line",
    "benchmarks: { mmlu: ⟦74.2\n  bbh: 70 ⟧}\n",
    "A comma is missing between the entries here.",
  ],
  [
    "a score behind a sign that starts a text of several lines",
    "benchmarks:\n  mmlu: ⟦>60⟧ # ü\n  bbh: 70\n",
    ">60 is not exact. Write 60.",
  ],
  ["the same in braces", "benchmarks: { mmlu: ⟦>=60%⟧, bbh: 70 }\n", ">=60% is not exact. Write 60%."],
  ["the same as a count", "training_tokens: ⟦> 3T⟧\n", "> 3T is not exact. Write 3T."],
  [
    "a text behind such a sign",
    "notes: ⟦>60 on MMLU⟧\nfamily: Tern\n",
    "> starts a text of several lines here, and they start on the next line. A text of one line that starts with > needs quotes.",
  ],
  [
    "a text behind the other such sign",
    "notes: ⟦| see⟧ # ü\nfamily: Tern\n",
    "| starts a text of several lines here, and they start on the next line. A text of one line that starts with | needs quotes.",
  ],
  [
    "a brace too many",
    "benchmarks: {mmlu: 62, bbh: 50}⟦}⟧\nfamily: Tern\n",
    "There is one } too many: no { is open here.",
  ],
  ["a bracket too many", "tags: [a, b]⟦]⟧\nfamily: Tern\n", "There is one ] too many: no [ is open here."],
  [
    "text after a quote",
    'family: "Tern" ⟦3⟧\n',
    "Only a comment can follow a closing quote or bracket on its line.",
  ],
  [
    "a list beside its key",
    "sources: ⟦-⟧ a\n",
    "A list starts on the line below its key, or stands in brackets.",
  ],
  [
    "an escape that is none",
    'notes: "C:⟦\\⟧d"\n',
    "In double quotes a backslash starts an escape, and this one does not exist. Write two backslashes, or use single quotes.",
  ],
];

for (const [what, lines, message] of fatal) {
  test(`${what} makes the card unreadable, with one finding`, () => {
    const [card] = checkFindings(cardWith(lines), [
      `error syntax: ${message} The card is not read until this is corrected.`,
    ]);
    assert.equal(card?.model, undefined);
    assert.equal(card?.name, "Tern-3B");
  });
}

test("neighbours of a broken card are read as if they stood alone", () => {
  const good = cardWith("family: Tern\n");
  const cards = checkFindings(`${good}---\nname: ⟦"B⟧\n%YAML 1.1\n---\n${good.replace("3B", "4B")}`, [
    'error syntax: This " is not closed. The card is not read until this is corrected.',
  ]);
  assert.deepEqual(
    cards.map(({ model }) => model?.name),
    ["Tern-3B", undefined, "Tern-4B"],
  );
});

test("a directive reaches no card: 1_5 is text whatever stands above", () => {
  const card = onlyCard("%YAML 1.1\n---\nname: A\nrelease_date: 2024-01-01\nkind: base\nparameters: 1_5\n");
  assert.deepEqual(
    card.findings.map(({ code }) => code),
    ["quantity-unreadable"],
  );
});

test("anchors, aliases and merge keys are read, with !!merge and without", () => {
  for (const key of ["<<", "!!merge <<"]) {
    const model = onlyModel(
      cardWith(
        `${key}: &all { family: Tern, kind: merged }\nbenchmarks: { mmlu: &score 74.2, bbh: *score }\n`,
      ),
    );
    assert.equal(model.family, "Tern");
    assert.equal(model.kind, "base", "what the card itself says wins");
    assert.equal(model.scores.get("bbh")?.[0]?.percent, 74.2);
  }
});

test("of several merged maps the first wins", () => {
  const model = onlyModel(cardWith("<<: [{ family: One }, { family: Two, organization: Other }]\n"));
  assert.deepEqual([model.family, model.organization], ["One", "Other"]);
});

test("an alias is judged where it is used", () => {
  checkFindings(cardWith("notes: &s 0.5\nbenchmarks: { mmlu: ⟦*s⟧ }\n"), [
    "warning score-unit: mmlu 0.5 reads as 0.5 %. If it is a fraction, write 50 or, if all are, `unit: fraction`. If it is percent, confirm it with `unit: percent`.",
  ]);
});

test("an alias of itself has no anchor before it", () => {
  const { findings } = onlyCard(cardWith("notes: &a [*a]\n"));
  assert.deepEqual(
    findings.map(({ code }) => code),
    ["alias-unknown"],
  );
});

const tags = ["!!str 7B", "!unknown 7B", "!<tag:example.org,2000:x> 7B", "!!float 7B", "!e!x 7B"];
for (const value of tags) {
  test(`a tag changes nothing: parameters: ${value}`, () => {
    assert.equal(onlyModel(`name: A\nparameters: ${value}\n`).parameters.total, 7e9);
  });
}

test("text after ... is not read, and said so", () => {
  checkFindings(`${cardWith("...\n")}# comment\n⟦name: B⟧\nrelease_date: 2024-01-01\n`, [
    "error second-document: What follows a line ... is not read. Start the next card with a line --- instead.",
  ]);
  assert.deepEqual(onlyCard(cardWith("...\n# the end\n")).findings, []);
});

test("a second name in a card gives one finding, not one for every key after it", () => {
  const again = cardWith("").replace("name", "⟦name⟧");
  checkFindings(`${cardWith("")}${again}`, [
    "error duplicate-key: name is written twice; programmes disagree on which one counts, so neither is used. If another card starts here, write a line --- before it.",
  ]);
});

test("a name without its colon is no second name: keys written twice are said", () => {
  checkFindings(
    `⟦name Tern-3B⟧\nrelease_date: 2024-09-19\nkind: base\n⟦kind⟧: base\nparameters: { non_embedding: 3B }\n`,
    [
      "error syntax: name Tern-3B has no colon, so it is not read. Write `name: Tern-3B`.",
      "error duplicate-key: kind is written twice; programmes disagree on which one counts, so neither is used. Keep one.",
    ],
  );
});

test("a byte-order mark does not indent the first line", () => {
  const card =
    "  name: Tern-3B\n  release_date: 2024-09-19\n  kind: base\n  parameters: { non_embedding: 3B }\n";
  checkFindings(`\uFEFF${card}`, []);
  assert.equal(onlyModel(`\uFEFF${card}`).name, "Tern-3B");
  checkFindings("\uFEFF⟦- name: Tern-3B⟧\n  kind: base\n", [
    "error top-level-list: This is a list, and a card is a map of keys with values. For several cards in one file write a line --- between them and no dashes before their names.",
  ]);
});

test("a space before the first key is said there, and the card keeps its name", () => {
  const rest = "release_date: 2024-09-19\nkind: base\nparameters: { non_embedding: 3B }\n";
  const message = (spaces: string) =>
    `error syntax: This line is indented by ${spaces}, and the lines it belongs to are not. Remove the ${spaces.replace(/\d+ /, "")}. The card is not read until this is corrected.`;
  for (const start of ["", "# ü\n\n", "\uFEFF", "---\n"]) {
    const [card] = checkFindings(`${start} ⟦name: A⟧\n${rest}`, [message("1 space")]);
    assert.equal(card?.name, "A");
  }
  checkFindings(`   ⟦name: A⟧\r\n   organization: B\r\n${rest}`, [message("3 spaces")]);
  checkFindings(` ⟦name: A⟧\n license:\n   - mit\n${rest}`, [message("1 space")]);
});
