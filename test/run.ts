// Runs every test file below the folders named, or all of them, and says so.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const suites = ["unit", "cli", "server", "webview"];
const chosen = process.argv.slice(2);
const here = import.meta.dirname;

const files = suites
  .filter((suite) => chosen.length === 0 || chosen.includes(suite))
  .flatMap((suite) => testFiles(join(here, suite)));
console.log(
  `Running ${files.length} test files in ${chosen.length > 0 ? chosen.join(", ") : suites.join(", ")}.`,
);
// A file that hangs is named, and the others still run. Milliseconds for a file.
const hangLimit = "--test-timeout=900000";
const seed = pathToFileURL(join(here, "support/propertySeed.ts")).href;
const { status } = spawnSync(
  process.execPath,
  // Failures stand at the end, where whoever reads the last lines of a log finds them.
  ["--import", "tsx", "--import", seed, "--test", "--test-reporter=spec", hangLimit, ...files],
  {
    stdio: "inherit",
  },
);
process.exit(status ?? 1);

function testFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".test.ts"))
      .map((name) => join(folder, name))
      .sort();
  } catch {
    return [];
  }
}
