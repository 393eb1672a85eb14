import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import manifest from "../../../package.json" with { type: "json" };
import strings from "../../../package.nls.json" with { type: "json" };
import "../../support/withVscode.ts";

const { cardPatterns } = await import("../../../client/src/cardDocuments.ts");

const root = resolve(import.meta.dirname, "../../..");
const { contributes } = manifest;
test("every text of the manifest is in package.nls.json, and nothing else is", () => {
  const used = [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
  assert.deepEqual([...new Set(used)].sort(), Object.keys(strings).sort());
});

test("the extension wakes for every kind of card, by patterns that VS Code understands", () => {
  const patterns = manifest.activationEvents.flatMap(
    (event) => /^workspaceContains:(.*)/.exec(event)?.[1] ?? [],
  );
  assert.deepEqual(patterns, [...cardPatterns]);
  for (const pattern of patterns)
    assert.doesNotMatch(pattern, /\{[^}]*\{/, "braces inside braces find nothing");
});

test("no title, description or alternative text of a contribution is written in the manifest itself", () => {
  const literal: string[] = [];
  JSON.stringify(contributes, (key, value: unknown) => {
    if (/title|description|altText|contents|^name$/i.test(key) && typeof value === "string") {
      if (!/^%.+%$/.test(value) && value !== "Densing") literal.push(`${key}: ${value}`);
    }
    return value;
  });
  assert.deepEqual(
    literal,
    ["contextualTitle: Densing"].filter((line) => literal.includes(line)),
  );
});

/** The text behind a `%key%` of the manifest. */
function textOf(value: string): string {
  return new Map(Object.entries(strings)).get(value.replaceAll("%", "")) ?? value;
}

test("every command, view and menu has a name of its own that can be read out", () => {
  const { commands, menus, views, walkthroughs } = contributes;
  const titles = commands.map(({ title }) => textOf(title));
  for (const title of titles) assert.match(title, /^\p{Lu}[\p{L} ]+$/u, "words, no icon, no abbreviation");
  assert.equal(new Set(titles).size, titles.length, "no two sound alike");
  const withIcon = new Set(commands.flatMap((one) => ("icon" in one ? [one.command] : [])));
  const buttons = [...menus["view/title"], ...menus["editor/title"]].map(({ command }) => command);
  for (const command of buttons) assert.ok(withIcon.has(command), `${command} is a button without an icon`);
  for (const { name } of views.explorer) assert.match(textOf(name), /^\p{L}+$/u);
  for (const { media } of walkthroughs.flatMap(({ steps }) => steps))
    assert.match(textOf(media.altText), /^[^%]{20,}\.$/, "an alternative text is a sentence");
});

test("links and buttons say where they lead", () => {
  const links = Object.values(strings).flatMap((text) => [...text.matchAll(/\[([^\]]*)\]\(/g)]);
  assert.ok(links.length >= 5);
  for (const [, label = ""] of links) assert.match(label, /^\p{Lu}\p{L}+ \p{L}+/u, "at least two words");
});

test("code in the walkthrough stands between two backticks each, as VS Code wants it there", () => {
  const texts = Object.entries(strings).filter(([key]) => /^walkthrough\..*description$/.test(key));
  for (const [key, text] of texts) assert.doesNotMatch(text, /(?<!`)`(?!`)/, key);
});

test("commands in links of the walkthrough and the welcome exist", () => {
  const known = new Set(contributes.commands.map(({ command }) => command));
  const linked = Object.values(strings).flatMap((text) =>
    [...text.matchAll(/\(command:([^)]+)\)/g)].map(([, command]) => command ?? ""),
  );
  assert.ok(linked.length >= 5);
  assert.deepEqual(
    linked.filter((command) => !known.has(command)),
    [],
  );
});

test("files that contributions name exist and are packaged", () => {
  const packaged = readFileSync(resolve(root, ".vscodeignore"), "utf8");
  const files = [
    ...contributes.walkthroughs.flatMap(({ icon, steps }) => [icon, ...steps.map(({ media }) => media.svg)]),
  ];
  assert.equal(files.length, 5);
  for (const file of files) {
    assert.ok(existsSync(resolve(root, file)), file);
    const anyOfFolder = file.replace(/[^/]+(?=\.\w+$)/, "*");
    assert.ok(
      [file, anyOfFolder].some((pattern) => packaged.includes(`!${pattern}\n`)),
      file,
    );
  }
});
