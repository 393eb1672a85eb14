import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { test } from "node:test";
import { allows, importsBetweenRooms, importsOf, permissions } from "../support/imports.ts";

const root = resolve(import.meta.dirname, "../..");

/** A line as if it stood in a file of the project. */
type Import = readonly [folder: string, line: string];

const forbidden: readonly Import[] = [
  ["server/src/density", 'export { parse } from "yaml";'],
  ["server/src/trend", 'export { readFile } from "node:fs";'],
  ["server/src/trend/fit", 'export { readCards } from "../../cards/readCards.ts";'],
  ["server/src/numerics", 'export { readCards } from "../cards/readCards.ts";'],
  ["server/src/language", 'export { createConnection } from "vscode-languageserver/node";'],
  ["server/src/rules", 'export { readFileSync } from "node:fs";'],
  ["server/src/report", 'export { trendText } from "../cli/writers/trendText.ts";'],
  ["server/src/collection", 'export * as vscode from "vscode";'],
  ["server/src/cli", 'export { startServer } from "../lsp/server.ts";'],
  ["media/trendPanel", 'export * as vscode from "vscode";'],
];

const allowed: readonly Import[] = [
  ["server/src/density", 'export { fitLine } from "../numerics/leastSquares.ts";'],
  ["server/src/trend/fit", 'export { lossLaw } from "../../density/laws.ts";'],
  ["server/src/trend/questions", 'export { fitTrend } from "../fit/fitTrend.ts";'],
  ["server/src/lsp", 'export { createConnection } from "vscode-languageserver/node";'],
  ["client/src", 'export * as vscode from "vscode";'],
];

/** Lints the lines with the project's rules; which of them the import rules refuse. */
function refused(imports: readonly Import[]): boolean[] {
  const folder = mkdtempSync(join(tmpdir(), "densing-lint-"));
  const settings = JSON.parse(readFileSync(join(root, "biome.json"), "utf8"));
  writeFileSync(
    join(folder, "biome.json"),
    JSON.stringify({ ...settings, $schema: undefined, vcs: undefined }),
  );
  const files = imports.map(([inside], position) => `${inside}/line${position}.ts`);
  for (const [position, file] of files.entries()) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${imports[position]?.[1]}\n`);
  }
  const { stdout, stderr } = spawnSync(
    resolve(root, "node_modules/.bin/biome"),
    ["lint", "--max-diagnostics=none"],
    {
      cwd: folder,
      encoding: "utf8",
    },
  );
  rmSync(folder, { recursive: true });
  const output = stdout + stderr;
  assert.match(output, /Checked \d+ files/, output);
  return files.map((file) =>
    new RegExp(`${file}:\\d+:\\d+ lint/\\w+/(noRestrictedImports|noNodejsModules)`).test(output),
  );
}

test("the lint rules refuse every import that an invariant forbids, and no other", () => {
  const results = refused([...forbidden, ...allowed]);
  const wrong = [...forbidden, ...allowed].filter(
    (_, position) => results[position] !== position < forbidden.length,
  );
  assert.deepEqual(wrong, []);
});

test("every import between rooms is one that ARCHITECTURE.md allows", () => {
  const allowed = permissions();
  const refused = importsBetweenRooms().filter(
    (each) => !allowed.some((permission) => allows(permission, each)),
  );
  assert.deepEqual(
    refused.map(({ file, target }) => `${file} -> ${target}`),
    [],
  );
});

test("every permission of ARCHITECTURE.md is used, file by file", () => {
  const imports = importsBetweenRooms();
  const unused = permissions().flatMap((permission) =>
    (permission.only.length === 0 ? [[]] : permission.only.map((name) => [name])).flatMap((only) =>
      imports.some((each) => allows({ ...permission, only }, each))
        ? []
        : [`${permission.from} -> ${permission.to} ${only}`],
    ),
  );
  assert.deepEqual(unused, []);
});

test("imports are found however they are written, types told apart", () => {
  const text = [
    'import type { Card } from "../cards/card.ts";',
    "import {",
    "  type Fix,",
    "  fixes,",
    '} from "../cards/finding.ts";',
    'export { lineOn } from "./lineOn.ts";',
    'const { later } = await import("../files/later.ts");',
  ].join("\n");
  assert.deepEqual(
    importsOf("server/src/rules/some.ts", text).map(({ target, to, isTypeOnly }) => [target, to, isTypeOnly]),
    [
      ["server/src/cards/card.ts", "cards", true],
      ["server/src/cards/finding.ts", "cards", false],
      ["server/src/rules/lineOn.ts", "rules", false],
      ["server/src/files/later.ts", "files", false],
    ],
  );
});

test("the map names every room", () => {
  const rooms = new Set(importsBetweenRooms().flatMap(({ from }) => from));
  const named = new Set(permissions().map(({ from }) => from));
  assert.deepEqual(
    [...rooms].filter((room) => !named.has(room)),
    [],
  );
});
