import assert from "node:assert/strict";
import { quickFixesAt } from "../../server/src/language/codeActions/codeActions.ts";
import { applied, editsOf, undone } from "./everyFix.ts";
import { openText } from "./openCards.ts";

/** What each fix of findings with a code makes of a text, by its title; silence left out. */
export function repaired(text: string, code: string, others: Readonly<Record<string, string>> = {}) {
  const { context, findings } = openText(text, others);
  const found = findings.filter((finding) => finding.code === code);
  assert.ok(found.length > 0, `${code} is found in\n${text}`);
  const [finding] = found;
  const actions = found.flatMap(({ start }) => quickFixesAt(context, found, { start, end: start }));
  for (const action of actions) assert.equal(undone(text, editsOf(action)), text, "undo is exact");
  assert.ok(finding);
  return Object.fromEntries(actions.map((action) => [action.title, applied(text, action)]));
}
