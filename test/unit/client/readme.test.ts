import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import manifest from "../../../package.json" with { type: "json" };
import { snippetNames } from "../../../server/src/language/completion/snippets.ts";

const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
const { commands, configuration, views } = manifest.contributes;

/** Settings of a row of the README's table, and its default: "`densing.a`, `.b`" are two. */
function settingsOfRow(row: string): (readonly [name: string, written: string])[] {
  const [, names = "", written = ""] = row.split("|").map((cell) => cell.trim());
  return [...names.matchAll(/`(?:densing)?\.([\w.]+)`/g)].map(([, name]) => [`densing.${name}`, written]);
}

/** A default as the README writes it: what stands for "not chosen" is called empty. */
function written(value: unknown): RegExp {
  const isEmpty = value === null || value === "" || (Array.isArray(value) && value.length === 0);
  return isEmpty ? /^empty\b/ : new RegExp(`^\`${String(value)}\`$`);
}

test("the README's table has every setting with its default, and no other", () => {
  const table = readme.slice(readme.indexOf("| setting | default |"));
  const rows = table.slice(0, table.indexOf("\n\n")).split("\n").slice(2);
  const described = new Map(rows.flatMap(settingsOfRow));
  const settings = Object.entries(configuration.properties);
  assert.deepEqual([...described.keys()].sort(), settings.map(([name]) => name).sort());
  for (const [name, setting] of settings)
    assert.match(described.get(name) ?? "", written(setting.default), name);
});

test("the README names every snippet and what a person starts with", () => {
  for (const name of Object.values(snippetNames)) assert.match(readme, new RegExp(`\`${name}\``));
  for (const title of ["Open Trend Panel", "New Model Card", "Show Output"])
    assert.ok(readme.includes(`**Densing: ${title}**`), title);
  assert.ok(commands.length >= 3 && views.explorer.length === 1 && readme.includes("Models view"));
});
