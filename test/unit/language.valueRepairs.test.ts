import assert from "node:assert/strict";
import { test } from "node:test";
import { checkEveryFix } from "../support/everyFix.ts";
import { repaired } from "../support/repaired.ts";

const head = "name: Tern\nrelease_date: 2024-09-19\nkind: base\n";

/**
 * What each fix makes of the text between the bars, by its title. Everything around them must stay, and every
 * fix must do what it is for.
 */
function fixes(code: string, before: string, written: string, after = "\n"): Record<string, string> {
  const text = before + written + after;
  checkEveryFix(text);
  return Object.fromEntries(
    Object.entries(repaired(text, code))
      .filter(([title]) => !title.startsWith("Ignore "))
      .map(([title, now]) => {
        assert.ok(now.startsWith(before) && now.endsWith(after), now);
        return [title, now.slice(before.length, now.length - after.length)];
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
