import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readCards } from "../../../server/src/cards/readCards.ts";
import { syntaxTreeOf } from "../../../server/src/cards/yaml/syntaxTree.ts";
import { refactoringsAt } from "../../../server/src/language/codeActions/refactorings.ts";
import { applied, editsOf, undone } from "../../support/everyFix.ts";
import { openText } from "../../support/openCards.ts";

/** The text with the keys of the card at a line sorted; `undefined` where that is not offered. */
function sorted(text: string, line = 0): string | undefined {
  const { context } = openText(text);
  const place = { line, character: 0 };
  const action = refactoringsAt(context, { start: place, end: place }).find(
    ({ title }) => title === "Sort the card's keys",
  );
  if (action === undefined) return undefined;
  assert.equal(undone(text, editsOf(action)), text, "undo gives back the exact text");
  return applied(text, action);
}

test("comments stay above their entry, unknown keys behind the others", () => {
  assert.equal(
    sorted("# size\nparameters: 3B\n# who\nname: A\nx: 1\nkind: base\nrelease_date: 2024-01-01\n"),
    "# who\nname: A\nrelease_date: 2024-01-01\nkind: base\n# size\nparameters: 3B\nx: 1\n",
  );
});

test("blank lines inside entries and between them stay behind theirs", () => {
  assert.equal(
    sorted("kind: base\n\nparameters:\n  total: 3B\n\n  active: 1B\nnotes: |\n  one\n\n  two\nname: A\n"),
    "name: A\nkind: base\n\nparameters:\n  total: 3B\n\n  active: 1B\nnotes: |\n  one\n\n  two\n",
  );
  assert.equal(
    sorted(
      "name: A\nbenchmarks:\n  mmlu: 50\n\n  # three shots\n\n  bbh: 40\nparameters:\n\n  total: 3B\n\n  active: 1B\n",
    ),
    "name: A\nparameters:\n\n  total: 3B\n\n  active: 1B\nbenchmarks:\n  mmlu: 50\n\n  # three shots\n\n  bbh: 40\n",
  );
});

test("what stands behind the last entry stays at the end of the card", () => {
  assert.equal(
    sorted("kind: base\nname: A\n\n# to be dated\n\n---\nname: B\nkind: base\n"),
    "name: A\nkind: base\n\n# to be dated\n\n---\nname: B\nkind: base\n",
  );
  assert.equal(sorted("kind: base\nname: A\n...\n"), "name: A\nkind: base\n...\n");
  assert.equal(
    sorted("kind: base\nname: A # mine\n  # indented\n# at the margin\n"),
    "name: A # mine\n  # indented\nkind: base\n# at the margin\n",
  );
  assert.equal(
    sorted("kind: base\nnotes: |+\n  kept\n\n\nname: A\nlicense: mit\n\n"),
    "name: A\nkind: base\nlicense: mit\n\nnotes: |+\n  kept\n\n\n",
    "blank lines behind a text that keeps them would become its own",
  );
});

test("without a line break at the end, with CRLF, with a byte-order mark, in a stream", () => {
  assert.equal(sorted("kind: base\n\nname: A"), "name: A\nkind: base\n");
  assert.equal(sorted("kind: base\r\n\r\nname: A\r\n\r\n"), "name: A\r\nkind: base\r\n\r\n\r\n");
  assert.equal(sorted("\uFEFFkind: base\nname: 海燕\n"), "\uFEFFname: 海燕\nkind: base\n");
  assert.equal(
    sorted("kind: base\nname: A\n---\n# second\n\nkind: base\nname: B\n", 5),
    "kind: base\nname: A\n---\n# second\n\nname: B\nkind: base\n",
  );
});

test("a comment on the file or the card keeps its place", () => {
  const comments = "# yaml-language-server: $schema=card.json\n# densing-ignore-card name-size\n";
  assert.equal(sorted(`${comments}# how\nkind: base\nname: A\n`), `${comments}name: A\n# how\nkind: base\n`);
});

test("an alias is no hindrance where its anchor stays before it", () => {
  assert.equal(
    sorted("kind: base\nname: &who Tern\nfamily: *who\n"),
    "name: &who Tern\nfamily: *who\nkind: base\n",
  );
});

test("sorting is not offered where it would change what the card says, or is done", () => {
  const refused = {
    "an alias before its anchor": "family: &who Tern\nname: *who\n",
    "an alias of a name anchored twice": "license: &a x\nnotes: &a y\nname: *a\n",
    "a map in braces": "{ kind: base, name: A }\n",
    "merged entries": "x: &x { kind: base }\n<<: *x\nname: A\n",
    "a card that is indented": "  kind: base\n  name: A\n",
    "sorted already": "name: A\nkind: base\n\n# end\n",
  };
  for (const [why, text] of Object.entries(refused)) assert.equal(sorted(text), undefined, why);
});

const entries = [
  "name: A # ü",
  "# who\nfamily: 海燕",
  "release_date: 2024-09-19",
  "kind: base\n  # indented",
  "parameters:\n\n  total: 3B\n\n  # inside\n  active: 1B",
  "benchmarks:\n  mmlu: 50\n\n\n  bbh: |\n    40\n",
  "notes: |+\n  kept\n\n",
  'tags: [a,\n\n  b]\nown: "x\n\n  # y"',
  "<none>",
];

test("property: sorting loses no line, changes no value, and is done after it", () => {
  let sortings = 0;
  fc.assert(
    fc.property(
      fc.shuffledSubarray(entries, { minLength: 2 }),
      fc.array(fc.constantFrom("\n", "\n\n", "\n# above\n", "\n\n# between\n\n"), {
        minLength: 9,
        maxLength: 9,
      }),
      fc.constantFrom("", "\n", "\n\n\n", "\n# end\n", "\n\n# end\n...\n"),
      fc.boolean(),
      (chosen, breaks, end, isCrlf) => {
        const own = chosen.filter((entry) => entry !== "<none>");
        const lf =
          own.map((entry, position) => (position === 0 ? entry : breaks[position] + entry)).join("") + end;
        const text = isCrlf ? lf.replaceAll("\n", "\r\n") : lf;
        const now = sorted(text);
        if (now === undefined) return;
        sortings += 1;
        const lines = (one: string) =>
          one
            .split(/(?<=\n)/)
            .map((line) => line.trimEnd())
            .sort();
        assert.deepEqual(lines(now).join("\n").trim(), lines(text).join("\n").trim());
        assert.equal(now.length, text.length);
        const said = (one: string) => readCards(one).cards.map((card) => syntaxTreeOf(one, card)?.toJS());
        assert.deepEqual(said(now), said(text));
        assert.equal(sorted(now), undefined, now);
      },
    ),
    { numRuns: 300 },
  );
  assert.ok(sortings > 100, String(sortings));
});
