import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { test } from "node:test";

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
