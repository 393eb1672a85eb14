import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import type { CodeAction } from "vscode-languageserver-types";
import { quickFixesAt } from "../../../server/src/language/codeActions/codeActions.ts";
import { refactoringsAt } from "../../../server/src/language/codeActions/refactorings.ts";
import { applied, checkEveryFix } from "../../support/everyFix.ts";
import { markedText } from "../../support/markedText.ts";
import { openText } from "../../support/openCards.ts";
import { examples } from "../../support/rulesPage.ts";
import { lists, wrongCards } from "../../support/wrongCards.ts";

/** The actions at the mark. */
function offered(marked: string, path?: string): CodeAction[] {
  const { text, positions } = markedText(marked);
  const { context, findings } = openText(text, {}, path);
  const [position] = positions;
  assert.ok(position);
  const range = { start: position, end: position };
  return [...quickFixesAt(context, findings, range), ...refactoringsAt(context, range)];
}

/** The text after an action of that title at the mark; fails when it is not offered. */
function after(marked: string, title: string, path?: string): string {
  const { text } = markedText(marked);
  const actions = offered(marked, path);
  const action = actions.find((one) => one.title === title);
  assert.ok(action, `offered: ${actions.map((one) => one.title).join(" | ")}`);
  return applied(text, action);
}

const head = "name: Tern-3B\nrelease_date: 2024-09-19\nkind: base\n";

test("a fix writes what the finding proposes and keeps comments", () => {
  assert.equal(after(`${head}parameters: ‸7 # billions\n`, "Write 7B"), `${head}parameters: 7B # billions\n`);
  assert.equal(
    after(
      "name: Tern-3B\nrelease_date: ‸19.09.2024 # day first\nkind: base\nparameters: 3B\n",
      "Write 2024-09-19",
    ),
    "name: Tern-3B\nrelease_date: 2024-09-19 # day first\nkind: base\nparameters: 3B\n",
  );
});

test("a value in lines of its own is replaced without the line break behind it", () => {
  assert.equal(
    after(`${head}parameters: ‸|\n  7\n\nlicense: mit\n`, "Write 7B"),
    `${head}parameters: 7B\n\nlicense: mit\n`,
  );
  assert.equal(
    after(
      "name: A\r\nrelease_date: ‸>-\r\n  19.09.2024\r\nkind: base\r\nparameters: 3B\r\n",
      "Write 2024-09-19",
    ),
    "name: A\r\nrelease_date: 2024-09-19\r\nkind: base\r\nparameters: 3B\r\n",
  );
});

test("percent or fraction: one way each, and nothing is decided for the whole file", () => {
  const scores = `${head}parameters: 3B\nbenchmarks:\n  mmlu: ‸0.412\n  bbh: 0.305 # three shots\n`;
  assert.match(after(scores, "It is a fraction: write 41.2"), /mmlu: 41\.2\n {2}bbh: 0\.305 # three/);
  assert.match(after(scores, "It is percent: write unit: percent"), /\nunit: percent\nbenchmarks:/);
  assert.ok(!offered(scores).some(({ title }) => /all 2/.test(title)));
});

test("one way for the whole file, also where the findings stand in neighbouring lines", () => {
  assert.equal(
    after(
      `${head}parameters: 3B\n‸license:\ntags:\nlanguage:\nfamily:\n`,
      "Fix all 4 empty-value in this file",
    ),
    `${head}parameters: 3B\n`,
  );
  const cards = `name: ‸Tern\nrelease_date: 2024-09-19\nparameters: 3B\n`;
  assert.equal(
    after(`${cards}---\n${cards.replace("‸Tern", "Gull")}`, "Add kind: base, all 2 in this file"),
    `name: Tern\nrelease_date: 2024-09-19\nkind: base\nparameters: 3B\n---\nname: Gull\nrelease_date: 2024-09-19\nkind: base\nparameters: 3B\n`,
  );
});

test("a way for the whole file is offered only where it is also the way of the finding here", () => {
  const sources = "sources:\n  - arXiv:2412.15115\n  - arXiv:2309.16609\n  - ‸see paper\n";
  assert.ok(!offered(`${head}parameters: 3B\n${sources}`).some(({ title }) => title.startsWith("Fix all")));
});

test("what may be wrong is offered, but neither preferred nor for the whole file", () => {
  const slips = `${head}parameters: 3B\nbenchmarks:\n  ‸mmul: 60\n  hellaswga: 61\n`;
  const actions = offered(slips);
  assert.deepEqual(
    actions
      .filter(({ title }) => !title.startsWith("Ignore"))
      .map(({ title, isPreferred }) => [title, isPreferred]),
    [
      ["Write mmlu", undefined],
      ["Write the score as a map", undefined],
    ],
  );
});

test("missing keys are written from what the card and the file already say", () => {
  assert.equal(
    after("name: ‸Tern-3B-Chat\nrelease_date: 2024-09-19\nparameters: 3B\n", "Add kind: instruct"),
    "name: Tern-3B-Chat\nrelease_date: 2024-09-19\nkind: instruct\nparameters: 3B\n",
  );
  assert.equal(
    after("name: ‸Tern-3B\nrelease_date: 2024-09-19\nkind: base\n", "Add parameters: 3B, as the name says"),
    "parameters: 3B\nname: Tern-3B\nrelease_date: 2024-09-19\nkind: base\n",
  );
  assert.equal(
    after(
      "‸release_date: 2024-09-19\nkind: base\nparameters: 3B\n",
      "Add name: Tern-3B",
      "Tern-3B.modelcard.yaml",
    ),
    "name: Tern-3B\nrelease_date: 2024-09-19\nkind: base\nparameters: 3B\n",
  );
});

test("a missing release date is written where a source or another card of the model says it", () => {
  const dated = "name: ‸Tern-3B\nkind: base\nparameters: 3B\nsources: [https://arxiv.org/abs/2412.15115]\n";
  assert.equal(
    after(dated, "Add release_date: 2024-12, the date of the source"),
    "name: Tern-3B\nrelease_date: 2024-12\nkind: base\nparameters: 3B\nsources: [https://arxiv.org/abs/2412.15115]\n",
  );
  const twin = { "twin.modelcard.yaml": `${head.replace("Tern-3B", "seabirds/tern_3b")}parameters: 3B\n` };
  const { context, findings } = openText(dated.replace("‸", ""), twin);
  const start = { line: 0, character: 8 };
  const titles = quickFixesAt(context, findings, { start, end: start }).map(({ title }) => title);
  assert.ok(
    titles.includes("Add release_date: 2024-09-19, as the card of seabirds/tern_3b says"),
    titles.join(),
  );
  const undated = openText("name: Tern-3B\nkind: base\nparameters: 3B\n");
  assert.deepEqual(
    quickFixesAt(undated.context, undated.findings, { start, end: start }).filter(({ title }) =>
      title.includes("release_date"),
    ),
    [],
    "nobody but the person knows the day, and today is not it",
  );
});

test("an entry too many is removed with its line and nothing else", () => {
  assert.equal(
    after(`${head}# size\nparameters: 3B\n# again\n‸kind: base\nlicense: mit\n`, "Remove this entry"),
    `${head}# size\nparameters: 3B\n# again\nlicense: mit\n`,
  );
});

test("two entries that say two things: either goes, and which one is not for us to say", () => {
  const two = `${head}parameters: 3B\r\nbenchmarks:\r\n  MMLU: 50\r\n  ‸mmlu: 51 # new\r\nlicense: mit\r\n`;
  const one = (line: string) => two.replace(/ {2}MMLU.*new\r\n/s, line);
  assert.equal(after(two, "Keep 50"), one("  MMLU: 50\r\n  # new\r\n"));
  assert.equal(after(two, "Keep 51"), one("  mmlu: 51 # new\r\n"));
  const flow = `${head}parameters: 3B\nbenchmarks: { mmlu: 60, bbh: 50, ‸mmlu: 61 }\n`;
  assert.match(after(flow, "Keep 60"), /\{ mmlu: 60, bbh: 50 \}/);
  assert.match(after(flow, "Keep 61"), /\{ bbh: 50, mmlu: 61 \}/);
  assert.ok(offered(flow).every(({ isPreferred }) => isPreferred !== true));
  const three = flow.replace("bbh: 50", "mmlu: 62");
  assert.match(after(three, "Remove this entry"), /\{ mmlu: 60, mmlu: 62 \}/);
});

test("of very many errors the next ones are put right at once, and that is said", () => {
  const card = (place: number) => `${head.replace("Tern", `Tern ${place}`)}parameters: 3B\nnotes: @x\n`;
  const cards = Array.from({ length: 120 }, (_, place) => card(place));
  cards[60] = card(60).replace("@", "‸@");
  const titles = offered(cards.join("---\n")).map(({ title }) => title);
  assert.ok(titles.includes("Fix 50 syntax from here on"), titles.join(" | "));
});

test("no way is preferred where a line holds two keys: either may be meant as a text", () => {
  const joined = "name: ‸Tern-3B family: Tern\nrelease_date: 2024-09-19\nkind: base\nparameters: 3B\n";
  assert.deepEqual(
    offered(joined).filter(({ isPreferred }) => isPreferred),
    [],
  );
});

test("two lines that hold one key are not parted both at once", () => {
  const joined = `${head}parameters: 3B\nlicense: ‸mit family: Tern\norganization: Gulls family: Tern\n`;
  assert.deepEqual(
    offered(joined).filter(({ title }) => /all 2/.test(title)),
    [],
  );
});

test("of two entries the empty one goes, whichever it is", () => {
  const card = (entries: string) => `${head}${entries}license: mit\n`;
  const twice = "parameters:\n‸parameters:\n  total: 3B\n";
  assert.equal(after(card(twice), "Remove the empty entry"), card("parameters:\n  total: 3B\n"));
  assert.equal(
    after(card("parameters: 3B\n‸parameters:\n"), "Remove the empty entry"),
    card("parameters: 3B\n"),
  );
});

test("a size is taken from the name as a guess, and not beside another key that holds a count", () => {
  const text = "name: ‸Tern-3B\nrelease_date: 2024-09-19\nkind: base\n";
  const sizes = (marked: string) => offered(marked).filter(({ title }) => title.startsWith("Add parameters"));
  assert.deepEqual(
    sizes(text).map(({ isPreferred }) => isPreferred),
    [undefined],
  );
  assert.deepEqual(sizes(`${text}total_parameters: 3.4B\n`), []);
});

test("words in braces that may be a key and its value are not removed", () => {
  const scores = (entry: string) => `${head}parameters: 3B\nbenchmarks: { mmlu: 60, ‸${entry} }\n`;
  assert.deepEqual(
    offered(scores("ours sixty")).filter(({ isPreferred }) => isPreferred),
    [],
  );
  assert.match(after(scores("our own:"), "Remove the empty key"), /benchmarks: \{ mmlu: 60 \}\n/);
});

test("an entry is removed from braces with one comma, and from beside a comment that stays", () => {
  assert.match(
    after(`${head}parameters: 3B\nbenchmarks: {‸mmlu: , bbh: 50}\n`, "Remove the empty key"),
    /benchmarks: \{bbh: 50\}\n/,
  );
  assert.match(
    after(`${head}parameters: { non_embedding: 6.5B, total: ‸unknown }\n`, "Remove this count"),
    /parameters: \{ non_embedding: 6\.5B \}\n/,
  );
  assert.match(
    after(`${head}parameters:\n  non_embedding: 6.5B\n  total: ‸unknown # tbd\n`, "Remove this count"),
    /parameters:\n {2}non_embedding: 6\.5B\n {2}# tbd\n$/,
  );
  assert.equal(
    after(`${head}parameters: 3B\n‸license: # todo\ntags: [a]\n`, "Remove the empty key"),
    `${head}parameters: 3B\n# todo\ntags: [a]\n`,
  );
});

test("what is not read is put right where the card has no error left then", () => {
  assert.equal(
    after(`${head}parameters:\n‸\ttotal: 3B # a\ttab\n\tactive: 1B\nlicense: mit\n`, "Indent with spaces"),
    `${head}parameters:\n  total: 3B # a\ttab\n  active: 1B\nlicense: mit\n`,
  );
  assert.equal(
    after(`${head}parameters: ‸{ total: 3B # all\nlicense: mit\n`, "Close the {"),
    `${head}parameters: { total: 3B } # all\nlicense: mit\n`,
  );
  assert.equal(
    after(`${head}parameters: 3B\nnotes: ‸"seen # here\n`, 'Close the "'),
    `${head}parameters: 3B\nnotes: "seen" # here\n`,
  );
  assert.equal(
    after(`${head}parameters: 3B\nnotes: "seen"‸# here\n`, "Write a space before the comment"),
    `${head}parameters: 3B\nnotes: "seen" # here\n`,
  );
  const second = `${head.replace("Tern", "Gull")}parameters: 3B\n`;
  assert.equal(
    after(`${head}parameters: 3B\n...\n‸${second}`, "Start a new card here"),
    `${head}parameters: 3B\n---\n${second}`,
  );
  assert.equal(
    after(`${head}parameters:\n  total: 3B\n  active: ‸unknown\n`, "Remove this count"),
    `${head}parameters:\n  total: 3B\n`,
  );
});

test("counts that the name says are written into the parameters", () => {
  const card = (parameters: string) =>
    `name: Tern-35B-A3B\nrelease_date: 2024-09-19\nkind: base\narchitecture: moe\n${parameters}`;
  const active = "Add active: 3B, as the name says";
  assert.equal(
    after(card("‸parameters: 35B # all\n"), active),
    card("parameters: { total: 35B, active: 3B } # all\n"),
  );
  assert.equal(
    after(card("‸parameters: { total: 35B }\n"), active),
    card("parameters: { active: 3B, total: 35B }\n"),
  );
  assert.equal(
    after(card("‸parameters:\n  # one token\n  active: 3B\n"), "Add total: 35B, as the name says"),
    card("parameters:\n  # one token\n  total: 35B\n  active: 3B\n"),
  );
});

test("a repair that would leave an error is not offered", () => {
  const offers = (text: string) => {
    const { context, findings } = openText(text);
    const end = context.document.positionAt(text.length);
    return quickFixesAt(context, findings, { start: { line: 0, character: 0 }, end }).map(
      ({ title }) => title,
    );
  };
  assert.deepEqual(offers(`${head}parameters: { total: 3\nlicense: mit\n`), []);
  const twice = `${head}parameters: 3B\n...\n${head}parameters: 3B\n`;
  assert.ok(!offers(twice).includes("Start a new card here"), "one name for two cards");
  assert.ok(!offers(`${head}parameters:\n  total: unknown\n`).includes("Remove this count"));
});

test("silence is a comment above the line, and errors cannot be silenced", () => {
  assert.match(
    after(`${head}parameters: 3B\nbenchmarks:\n  ‸mmluu: 50\n`, "Ignore unknown-benchmark here"),
    /\n {2}# densing-ignore unknown-benchmark\n {2}mmluu: 50/,
  );
  const { context, findings } = openText(`${head}parameters: 7\n`);
  const place = { line: 3, character: 12 };
  const titles = quickFixesAt(context, findings, { start: place, end: place }).map(({ title }) => title);
  assert.deepEqual(titles, ["Write 7B"]);
});

test("a score becomes a map and a map with nothing more a score", () => {
  assert.match(
    after(`${head}parameters: 3B\nbenchmarks:\n  mm‸lu: 50 # x\n`, "Write the score as a map"),
    /mmlu: \{ score: 50 \} # x/,
  );
  assert.match(
    after(`${head}parameters: 3B\nbenchmarks:\n  mmlu: { sc‸ore: 50 }\n`, "Write the score as a number"),
    /mmlu: 50\n/,
  );
  assert.equal(
    after(
      `${head}parameters: 3B\nbenchmarks:\n  mmlu:\n    sc‸ore: 50\n  bbh: 40\n`,
      "Write the score as a number",
    ),
    `${head}parameters: 3B\nbenchmarks:\n  mmlu: 50\n  bbh: 40\n`,
  );
});

test("what is no score is not put in braces", () => {
  const { context } = openText(`${head}parameters: 3B\nbenchmarks:\n  mmlu: 41.2 ± 1.2\n`);
  const start = { line: 5, character: 4 };
  assert.deepEqual(
    refactoringsAt(context, { start, end: start }).map(({ title }) => title),
    [],
  );
});

test("the computed non-embedding count can be written out", () => {
  const marked = `${head}parameters:\n  total: 3B\n  vocab‸_size: 100000\n  hidden_size: 2000\n  tied_embeddings: true\n`;
  assert.match(
    after(marked, "Write non_embedding: 2800000000"),
    /total: 3B\n {2}non_embedding: 2800000000\n {2}vocab/,
  );
});

test("keys are sorted with the comments above them", () => {
  assert.equal(
    after(
      "# size\nparameters: 3B\n# who\nna‸me: A\nx: 1\nkind: base\nrelease_date: 2024-01-01\n",
      "Sort the card's keys",
    ),
    "# who\nname: A\nrelease_date: 2024-01-01\nkind: base\n# size\nparameters: 3B\nx: 1\n",
  );
});

const samples = readdirSync("samples/broken")
  .filter((file) => file.endsWith(".modelcard.yaml"))
  .map((file) => readFileSync(`samples/broken/${file}`, "utf8"));

/** Cards that the cards above may name, or be mistaken for. */
const others = {
  "parent.modelcard.yaml": "name: Tern-7B\nrelease_date: 2025-01-01\nkind: base\nparameters: 7B\n",
};

test("property: a fix removes its finding, creates no error and leaves every other card alone", () => {
  let fixCount = 0;
  const titles = new Set<string>();
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 5, arbitrary: wrongCards }, { weight: 1, arbitrary: lists }), {
        minLength: 1,
        maxLength: 3,
      }),
      fc.boolean(),
      fc.boolean(),
      (cards, isCrlf, hasMark) => {
        const text = (hasMark ? "\uFEFF" : "") + cards.join("---\n");
        fixCount += checkEveryFix(isCrlf ? text.replaceAll("\n", "\r\n") : text, others, titles);
      },
    ),
    { numRuns: 400 },
  );
  assert.ok(fixCount > 500);
  const seen = [...titles].join("\n");
  for (const one of [
    /^counts-inconsistent: Swap/m,
    /^counts-inconsistent: Write \d+, total without/m,
    /^counts-inconsistent: Write architecture: moe/m,
    /^quantity-shorthand: Write total: 30B/m,
    /^score-unreadable: Write /m,
    /^wrong-type: Write (?:true|false)/m,
    /^syntax: Put the text in quotes/m,
  ])
    assert.match(seen, one);
});

test("the same holds for the bad example of every rule", () => {
  const cards = examples.filter(({ code, path }) => path === undefined && code !== "file-size");
  const counts = cards.map(({ bad, others }) => checkEveryFix(bad.replaceAll(/[⟦⟧]/g, ""), others));
  assert.ok(counts.reduce((sum, count) => sum + count) > 80);
});

test("the same holds for every sample of broken cards", () => {
  assert.ok(samples.reduce((count, text) => count + checkEveryFix(text), 0) > 40);
});
