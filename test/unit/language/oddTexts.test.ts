import assert from "node:assert/strict";
import { test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type CodeAction, type CompletionItem, type Range, TextEdit } from "vscode-languageserver-types";
import { quickFixesAt } from "../../../server/src/language/codeActions/codeActions.ts";
import { refactoringsAt } from "../../../server/src/language/codeActions/refactorings.ts";
import { completionsAt } from "../../../server/src/language/completion/completion.ts";
import { hoverAt } from "../../../server/src/language/hover/hover.ts";
import { renameAt } from "../../../server/src/language/rename.ts";
import { editsOf, undone } from "../../support/everyFix.ts";
import { mark, said } from "../../support/markedCards.ts";
import { markedText } from "../../support/markedText.ts";
import { openText, testToday } from "../../support/openCards.ts";

/** One long value, as people paste a whole abstract into a card. */
const abstract = `"${"🐦 ü, ".repeat(34_000)}end"`;

/** Ways in which files differ that mean the same; the place of the cursor moves along. */
const spellings: Readonly<Record<string, (text: string) => string>> = {
  "as typed": (text) => text,
  "with CRLF": (text) => text.replaceAll("\n", "\r\n"),
  "with a byte-order mark": (text) => `\uFEFF${text}`,
  "with both": (text) => `\uFEFF${text.replaceAll("\n", "\r\n")}`,
  "with tabs between words": (text) => text.replaceAll(/(?<=\S) #/g, "\t\t#"),
  "below a line of 200,000 characters": (text) => `notes: ${abstract}\n${text}`,
};

/** Names and comments outside ASCII, outside the first plane, and composed of several characters. */
const card = (lines: string) =>
  `name: "海燕-3B-🐦é" # 名前 🐦\nrelease_date: 2024-09-19 # día\nkind: base\n${lines}`;

function positionOf(marked: string) {
  const { text, positions } = markedText(marked);
  const [position] = positions;
  assert.ok(position);
  return { text, position, range: { start: position, end: position } satisfies Range };
}

/** The text after an action of that title at the mark, and the same text after undoing it. */
function afterAction(marked: string, title: string): string {
  const { text, range } = positionOf(marked);
  const { context, findings } = openText(text);
  const actions: CodeAction[] = [
    ...quickFixesAt(context, findings, range),
    ...refactoringsAt(context, range),
  ];
  const action = actions.find((one) => one.title === title);
  assert.ok(action, `offered: ${actions.map((one) => one.title).join(" | ")}`);
  const edits = editsOf(action);
  assert.equal(undone(text, edits), text, "undo gives back the exact text");
  return TextDocument.applyEdits(TextDocument.create("file:///a", "yaml", 1, text), [...edits]);
}

function afterCompletion(marked: string, label: string): string {
  const { text, position } = positionOf(marked);
  const items: CompletionItem[] = completionsAt(openText(text).context, position, {
    today: testToday,
    snippets: false,
  });
  const edit = items.find((one) => one.label === label)?.textEdit;
  assert.ok(edit !== undefined && TextEdit.is(edit), `offered: ${items.map((one) => one.label).join(", ")}`);
  return TextDocument.applyEdits(TextDocument.create("file:///a", "yaml", 1, text), [edit]);
}

const findingsMarked = card(
  "parameters: ⟦7⟧ # billions\nlicense: mit # ü\nbenchmarks: # 海\n  bbh: ⟦0.3⟧ # 🐦\n  ⟦mmluü⟧: 40\nsources: [⟦arXiv:2412.15115⟧]\n",
);

/** An action at the mark, and what it makes of the text. */
const actions: readonly (readonly [title: string, before: string, after: string])[] = [
  ["Write 7B", "parameters: ‸7 # billions 🐦\n", "parameters: 7B # billions 🐦\n"],
  [
    "Remove this entry",
    "parameters: 3B # ü\nlicense: mit\n‸license: mit\nfamily: 海燕\n",
    "parameters: 3B # ü\nlicense: mit\nfamily: 海燕\n",
  ],
  [
    "Fix all 2 empty-value in this file",
    "parameters: 3B\n‸license: # 🐦\ntags: # é\nfamily: 海燕\n",
    "parameters: 3B\n# 🐦\n# é\nfamily: 海燕\n",
  ],
  [
    "Ignore unknown-benchmark here",
    "parameters: 3B\nbenchmarks:\n  ‸海燕: 50 # 🐦\n",
    "parameters: 3B\nbenchmarks:\n  # densing-ignore unknown-benchmark\n  海燕: 50 # 🐦\n",
  ],
  [
    "Write the score as a map",
    "parameters: 3B\nbenchmarks:\n  mm‸lu: 50 # 🐦\n",
    "parameters: 3B\nbenchmarks:\n  mmlu: { score: 50 } # 🐦\n",
  ],
];

for (const [spelling, spell] of Object.entries(spellings)) {
  test(`${spelling}: findings stand at their tokens`, () => {
    const marked = spell(findingsMarked);
    const text = marked.replaceAll(/[⟦⟧]/g, "");
    const { context, findings } = openText(text);
    const codes = ["quantity-too-small", "score-unit", "unknown-benchmark", "source-not-url"];
    const ranges = findings
      .filter(({ code }) => codes.includes(code))
      .map(({ start, end }) => ({
        start: context.document.offsetAt(start),
        end: context.document.offsetAt(end),
      }));
    assert.equal(mark(text, ranges), marked);
  });

  for (const [title, before, after] of actions) {
    test(`${spelling}: ${title}, and undo`, () => {
      assert.equal(afterAction(spell(card(before)), title), spell(card(after)));
    });
  }

  test(`${spelling}: a hover stands on its key and says what it says otherwise`, () => {
    const { text, position } = positionOf(
      spell(card("parameters: { non_embedding: 2‸.8B } # ü\nbenchmarks: { average: 40 }\n")),
    );
    const hover = hoverAt(openText(text).context, position);
    const document = TextDocument.create("file:///a", "yaml", 1, text);
    assert.equal(hover?.range && document.getText(hover.range), "{ non_embedding: 2.8B }");
    assert.match(said(JSON.stringify(hover?.contents)), /海燕[\s\S]*2\\+\.80 B/);
  });

  test(`${spelling}: completion replaces the word under the cursor and no more`, () => {
    assert.equal(
      afterCompletion(spell(card("parameters: 3B # ü\nlic‸\nfamily: 海燕\n")), "license"),
      spell(card("parameters: 3B # ü\nlicense: \nfamily: 海燕\n")),
    );
    assert.equal(
      afterCompletion(spell(card("parameters: 3B # 🐦\nbenchmarks: { 海: 1, bb‸ }\n")), "bbh"),
      spell(card("parameters: 3B # 🐦\nbenchmarks: { 海: 1, bbh:  }\n")),
    );
  });

  test(`${spelling}: rename writes the new name in every place, and undo`, () => {
    const child =
      "---\nname: 鷗-3B\nrelease_date: 2024-10-01\nkind: merged\nbase_model: [海/海燕-3B-🐦é] # 🐦\nparameters: 3B\n";
    const { text, position } = positionOf(spell(card(`parameters: 3B\n${child}`).replace("海燕", "海‸燕")));
    const renaming = renameAt(openText(text).context, position, "燕-4B: ü");
    assert.ok(renaming?.kind === "edit");
    const edits = Object.values(renaming.edit.changes ?? {}).flat();
    const renamed = TextDocument.applyEdits(TextDocument.create("file:///a", "yaml", 1, text), edits);
    assert.equal(
      renamed,
      spell(
        card(`parameters: 3B\n${child}`)
          .replace('"海燕-3B-🐦é"', '"燕-4B: ü"')
          .replace("海/海燕-3B-🐦é", '"海/燕-4B: ü"'),
      ),
    );
    assert.equal(undone(text, edits), text);
  });
}

test("at the end of a line of 200,000 characters: a finding, its fix, a hover, a completion", () => {
  const line = (end: string) => card(`parameters: { total: 3B, comment: ${abstract}, ${end} }\n`);
  const marked = line("non_embedding: ‸2");
  assert.ok(marked.length > 200_000);
  assert.equal(afterAction(marked, "Write 2B"), line("non_embedding: 2B"));
  const { text, position } = positionOf(line("non_embed‸ding: 2B"));
  assert.match(JSON.stringify(hoverAt(openText(text).context, position)?.contents), /[Ee]mbedding/);
  assert.equal(afterCompletion(line("vocab‸"), "vocab_size"), line("vocab_size: "));
});

test("a card of more signs than are read says so, and every feature still answers", () => {
  const scores = Array.from({ length: 12_000 }, (_, index) => `"own ${index} ü": 50`).join(", ");
  const { text, position, range } = positionOf(card(`parameters: 3B\nbenchmarks: { ${scores}, bb‸ }\n`));
  const { context, findings } = openText(text);
  assert.deepEqual(
    findings.map(({ code }) => code),
    ["card-size"],
  );
  assert.deepEqual(quickFixesAt(context, findings, range), []);
  assert.deepEqual(refactoringsAt(context, range), []);
  assert.equal(hoverAt(context, position), null);
  assert.ok(completionsAt(context, position, { today: testToday, snippets: false }).length > 0);
});
