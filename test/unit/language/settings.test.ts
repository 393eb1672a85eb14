import assert from "node:assert/strict";
import { test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type CompletionItem, MarkupContent, TextEdit } from "vscode-languageserver-types";
import { findingCodes } from "../../../server/src/cards/finding.ts";
import { settingsCompletionsAt } from "../../../server/src/language/completion/settingsCompletion.ts";
import { settingsHoverAt } from "../../../server/src/language/hover/settingsHover.ts";
import type { SettingsContext } from "../../../server/src/language/openFile.ts";
import { readChoices, settingsKeys } from "../../../server/src/method/collectionSettings.ts";
import { defaultSettings } from "../../support/collections.ts";
import { markedText } from "../../support/markedText.ts";

function open(marked: string) {
  const { text, positions } = markedText(marked);
  const [position] = positions;
  assert.ok(position);
  const document = TextDocument.create("file:///cards/densing.yaml", "yaml", 1, text);
  const context: SettingsContext = {
    document,
    reference: defaultSettings().reference,
    referenceFiles: ["our own.reference.yaml", "refs/ladder.reference.yaml"],
  };
  return { context, position };
}

function offered(marked: string): CompletionItem[] {
  const { context, position } = open(marked);
  return settingsCompletionsAt(context, position).sort((first, second) =>
    (first.sortText ?? "").localeCompare(second.sortText ?? ""),
  );
}

const labels = (marked: string) => offered(marked).map(({ label }) => label);

/** The text after the completion of that label is accepted. */
function accepted(marked: string, label: string): string {
  const { context } = open(marked);
  const edit = offered(marked).find((item) => item.label === label)?.textEdit;
  assert.ok(TextEdit.is(edit), label);
  return TextDocument.applyEdits(context.document, [edit]);
}

function hover(marked: string): string | undefined {
  const { context, position } = open(marked);
  const contents = settingsHoverAt(context, position)?.contents;
  return MarkupContent.is(contents) ? contents.value.replaceAll("\\", "") : undefined;
}

test("keys that are not there yet, each with what it chooses", () => {
  assert.deepEqual(labels("‸"), settingsKeys);
  assert.deepEqual(
    labels("basis: mmlu\nde‸\nrules: {}\n"),
    settingsKeys.filter((key) => key !== "basis" && key !== "rules"),
  );
  const [files] = offered("‸");
  assert.equal(files?.detail, "Card files");
  assert.match(MarkupContent.is(files?.documentation) ? files.documentation.value : "", /Glob patterns/);
});

test("a key brings a value to start from, and every skeleton is valid", () => {
  assert.equal(accepted("ki‸", "kinds"), "kinds: [base, pruned, distilled]");
  assert.equal(accepted("ba‸sis: mmlu", "basis"), "basis: mmlu");
  assert.equal(accepted("# rules\n‸", "rules"), "# rules\nrules:\n  ");
  for (const key of ["files", "kinds", "rules"]) {
    assert.equal(
      readChoices(
        accepted("‸", key)
          .trimEnd()
          .replace(/rules:$/, ""),
      ).kind,
      "choices",
      key,
    );
  }
});

test("values: references that ship or lie in the folder, bases of the reference, closed choices", () => {
  assert.deepEqual(labels("reference: ‸"), [
    "arxiv-2024",
    "nmi-2025-irreducible",
    "nmi-2025-refit",
    "nmi-2025",
    "our own.reference.yaml",
    "refs/ladder.reference.yaml",
  ]);
  assert.deepEqual(labels("basis: ‸"), ["average", "mmlu", "bbh", "math", "humaneval", "mbpp", "available"]);
  assert.deepEqual(labels("denominator: pa‸"), ["paper", "non-embedding", "total", "active"]);
  assert.deepEqual(labels("estimator: ‸"), ["records", "quantile", "all"]);
  assert.deepEqual(labels("break: ‸"), ["2022-11-30"]);
  assert.equal(labels("kinds: ‸")[0], "all");
  for (const list of ["kinds: [‸]", "kinds:\n  - ‸"]) {
    assert.deepEqual(labels(list), ["base", "instruct", "pruned", "distilled", "merged", "quantized"], list);
  }
  for (const list of ["kinds: [base, 'pruned', ‸]", "kinds:\n- base\n- ‸\n- pruned\n"]) {
    assert.deepEqual(labels(list), ["instruct", "distilled", "merged", "quantized"], list);
  }
  assert.deepEqual(labels("notes: ‸"), []);
});

test("in quotes that are there already", () => {
  assert.equal(accepted('estimator: "‸"\n', "records"), 'estimator: "records"\n');
  assert.equal(accepted('d0: "‸"\n', "5e12"), "d0: 5e12\n");
  assert.equal(accepted("rules: { 'name-size': '‸' }\n", '"off"'), "rules: { 'name-size': 'off' }\n");
  assert.equal(accepted('"ba‸": mmlu\n', "basis"), '"basis": mmlu\n');
  assert.match(hover('"deno‸minator": total\n') ?? "", /^\*\*Denominator\*\*/);
});

test("below rules: codes of findings, and for each its severities", () => {
  assert.deepEqual(labels("rules:\n  ‸"), findingCodes);
  assert.ok(!labels("rules: { name-size: error, ‸ }").includes("name-size"));
  assert.deepEqual(labels("rules:\n  name-size: ‸"), ['"off"', "hint", "information", "warning", "error"]);
  const text = accepted("rules:\n  name-size: ‸", '"off"');
  assert.deepEqual(readChoices(text), {
    kind: "choices",
    choices: { rules: { "name-size": "off" } },
    unknownKeys: [],
  });
});

test("a key says what it chooses, a code what it finds and how severe that is", () => {
  assert.match(hover("deno‸minator: total\n") ?? "", /^\*\*Denominator\*\*\n\nWhat effective parameters/);
  assert.equal(
    hover("rules:\n  name‸-size: error\n"),
    "**information unless chosen**\n\nThe size in the name is more than 15 % from every count of the card.",
  );
  assert.match(hover("rules: { benchmark-before‸-model: hint }") ?? "", /off unless chosen/);
  assert.equal(hover("denominator: to‸tal\n"), undefined);
  assert.equal(hover("unknown‸: total\n"), undefined);
  assert.equal(hover("# den‸ominator: total\n"), undefined);
});

test("while the text around is broken", () => {
  assert.ok(labels("kinds: [base\nbas‸\n").includes("basis"));
  assert.deepEqual(labels('basis: "\ndenominator: ‸\nrules: [\n').slice(0, 1), ["paper"]);
});
