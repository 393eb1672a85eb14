import assert from "node:assert/strict";
import { test } from "node:test";
import { openText } from "../../support/openCards.ts";

const card = "name: Tern-3B-Chat\nrelease_date: 2024-09-19\nkind: base\nparameters: 4.2B\n";

/** Codes found in a text, those of other rules left out. */
function codes(text: string): string[] {
  const wanted = ["name-size", "instruct-as-base", "suppression-unused"];
  return openText(text)
    .findings.map(({ code }) => code as string)
    .filter((code) => wanted.includes(code));
}

test("a comment behind a value is for its line, one on its own line for the next with content", () => {
  assert.deepEqual(codes(card), ["instruct-as-base", "name-size"]);
  assert.deepEqual(codes(card.replace("4.2B", "4.2B # densing-ignore name-size")), ["instruct-as-base"]);
  assert.deepEqual(codes(card.replace("kind:", "# densing-ignore instruct-as-base\n\n# why\nkind:")), [
    "name-size",
  ]);
  assert.deepEqual(
    codes(card.replace("kind:", "# densing-ignore name-size\nkind:")),
    ["suppression-unused", "instruct-as-base", "name-size"],
    "the size is two lines further down",
  );
});

test("several codes in one comment, for the whole card, with CRLF", () => {
  const quiet = `${card}# densing-ignore-card name-size, instruct-as-base\n`;
  assert.deepEqual(codes(quiet), []);
  assert.deepEqual(codes(quiet.replaceAll("\n", "\r\n")), []);
  assert.deepEqual(codes(`${quiet}---\n${card.replaceAll("Tern", "Gull")}`), [
    "instruct-as-base",
    "name-size",
  ]);
});

test("a code that does not exist is said to be none, with the one that is meant", () => {
  const { findings } = openText(card.replace("kind:", "# densing-ignore name-sise\nkind:"));
  const unused = findings.find(({ code }) => code === "suppression-unused");
  assert.equal(unused?.message, "name-sise is not the code of a finding. If name-size is meant, write that.");
  assert.deepEqual(
    unused?.fixes?.map(({ title }) => title),
    ["Write name-size", "Remove this comment"],
  );
});

test("words in a value are no comment", () => {
  assert.deepEqual(codes(`${card}notes: densing-ignore-card name-size\n`), ["instruct-as-base", "name-size"]);
});

test("a reason may stand behind the codes, or before them", () => {
  const comments = [
    "# densing-ignore name-size: the name is upstream's",
    "# densing-ignore name-size -- wrong upstream, see issue 3",
    "# densing-ignore name-size wrong upstream",
    "# checked; densing-ignore name-size",
    "#densing-ignore name-size.",
    "# densing-ignore: name-size",
    "# densing-ignore [name-size]",
    "# Densing-Ignore name-size",
  ];
  for (const comment of comments)
    assert.deepEqual(codes(card.replace("4.2B", `4.2B ${comment}`)), ["instruct-as-base"], comment);
});

test("a comment without a code, or with a misspelt one, is reported instead of failing in silence", () => {
  for (const comment of ["# densing-ignore", "# densing-ignore-card", "# densing-ignore name_size"]) {
    const { findings } = openText(card.replace("4.2B", `4.2B ${comment}`));
    assert.deepEqual(codes(card.replace("4.2B", `4.2B ${comment}`)), [
      "instruct-as-base",
      "name-size",
      "suppression-unused",
    ]);
    const unused = findings.find(({ code }) => code === "suppression-unused");
    assert.ok(unused?.fixes?.some(({ title }) => title === "Remove this comment"));
  }
});

test("words that other tools have for it are told, with the one that is meant", () => {
  const words = {
    "densing-ignore-next-line": "densing-ignore",
    "densing-disable": "densing-ignore",
    "densing-ignore-file": "densing-ignore-card",
  };
  for (const [word, meant] of Object.entries(words)) {
    const { findings } = openText(card.replace("4.2B", `4.2B # ${word} name-size`));
    const unused = findings.find(({ code }) => code === "suppression-unused");
    assert.deepEqual(
      unused?.fixes?.map(({ title }) => title),
      [`Write ${meant}`, "Remove this comment"],
    );
  }
});

test("prose about these comments is none", () => {
  assert.deepEqual(codes(`# see the page on densing-ignore comments\n${card}`), [
    "instruct-as-base",
    "name-size",
  ]);
});

test("of two codes the one without effect is taken out", () => {
  for (const list of ["name-size, score-copied", "score-copied, name-size", "score-copied name-size"]) {
    const text = card.replace("4.2B", `4.2B # densing-ignore ${list}`);
    const unused = openText(text).findings.find(({ code }) => code === "suppression-unused");
    const [fix] = unused?.fixes ?? [];
    assert.ok(fix?.title === "Remove score-copied" && fix.newText === "");
    const { start, end } = fix;
    const lines = text.split("\n");
    const line = lines[start.line] ?? "";
    assert.equal(
      line.slice(0, start.character) + line.slice(end.character),
      "parameters: 4.2B # densing-ignore name-size",
    );
  }
});

test("a line of a text is no comment", () => {
  const texts = [
    "notes: |\n  # densing-ignore name-size\n  more\n",
    'notes: "a\n  # densing-ignore name-size\n  b"\n',
  ];
  for (const text of texts)
    assert.deepEqual(codes(`${card}${text}`), ["instruct-as-base", "name-size"], text);
});
