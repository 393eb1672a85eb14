import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";

const root = resolve(import.meta.dirname, "../..");

/** Where the machine is: the entries on Node, its disk, and the command line, which runs nowhere else. */
const onNode =
  /^(?:server\/src\/(?:main\.node\.ts|files\/nodeFileSource\.ts|cli\/.*)|client\/src\/main\.node\.ts)$/;

/** What a worker of a browser has not, and what a test cannot have otherwise than it is. */
const ofTheMachine =
  /\b(?:set|clear)(?:Timeout|Interval|Immediate)\b|\bperformance\.|\bprocess\.|\bBuffer\b|\bDate\.now\b|\bnew Date\(\)|["']node:/;

/** The lines of a text that ask the machine, comments left out. */
function asking(text: string): string[] {
  return text.split("\n").filter((line) => ofTheMachine.test(line.replace(/^\s*(?:\/\*\*|\*|\/\/).*/, "")));
}

const files = ["server/src", "client/src"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`),
);
const textOf = (file: string) => readFileSync(join(root, file), "utf8");

test("files, clock and timers are given by the entry, so that a worker can be one", () => {
  const wrong = files
    .filter((file) => !onNode.test(file))
    .flatMap((file) => asking(textOf(file)).map((line) => `${file}: ${line.trim()}`));
  assert.deepEqual(wrong, []);
});

test("what asks the machine is seen, and a word that only sounds like it is not", () => {
  assert.ok(asking(textOf("server/src/main.node.ts")).length >= 4);
  for (const line of [
    'import { join } from "node:path";',
    "setImmediate(run);",
    "Buffer.from(text)",
    "const now = Date.now();",
    "process.exit(1)",
  ])
    assert.deepEqual(asking(line), [line]);
  for (const line of ["// Date.now() is read elsewhere", "const dateBuffer = 1;", "reprocess.it()"])
    assert.deepEqual(asking(line), []);
});
