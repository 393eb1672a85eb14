/// <reference types="mocha" />
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { format } from "node:util";
import { filterVariable } from "../workbench.ts";
import { workbench } from "./bridgeClient.ts";
import { afterReload } from "./testing.ts";

const testTimeoutMilliseconds = 20_000;

function isAfterReload(test: Mocha.Test): boolean {
  return test.title.endsWith(afterReload);
}

function keepTests(suite: Mocha.Suite, isWanted: (test: Mocha.Test) => boolean): void {
  suite.tests = suite.tests.filter(isWanted);
  for (const child of suite.suites) keepTests(child, isWanted);
}

function hasTest(suite: Mocha.Suite, isWanted: (test: Mocha.Test) => boolean): boolean {
  return suite.tests.some(isWanted) || suite.suites.some((child) => hasTest(child, isWanted));
}

/** Sends mocha's lines to the runner, in order; where there is no bridge the console has them. */
function forwardOutput(base: { consoleLog: (...items: unknown[]) => void }): () => Promise<void> {
  let sent = Promise.resolve();
  if (workbench !== undefined) {
    const { report } = workbench;
    base.consoleLog = (...items) => {
      sent = sent.then(() => report(format(...items)));
    };
  }
  return () => sent;
}

async function photographFailure(this: Mocha.Context): Promise<void> {
  const { currentTest } = this;
  if (currentTest?.state !== "failed") return;
  await workbench?.screenshot(`failed-${currentTest.fullTitle().replace(/\W+/g, "-")}`.slice(0, 80));
}

/** VS Code calls this in the extension host; a rejection is a failed run. */
export async function run(): Promise<void> {
  // Mocha is an ES module, and an older VS Code cannot `require` one.
  const { default: Mocha } = await import("mocha");
  const flush = forwardOutput(Mocha.reporters.Base);
  const mocha = new Mocha({ ui: "bdd", timeout: testTimeoutMilliseconds, rootHooks: { afterEach: photographFailure } });
  for (const file of readdirSync(__dirname)) {
    if (file.endsWith(".test.cjs")) mocha.addFile(join(__dirname, file));
  }
  await mocha.loadFilesAsync();

  const reloads = (await workbench?.reloadCount()) ?? 0;
  const hasSecondPass = hasTest(mocha.suite, isAfterReload);
  keepTests(mocha.suite, (test) => isAfterReload(test) === reloads > 0);
  const filter = process.env[filterVariable];
  if (filter) mocha.grep(new RegExp(filter));

  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  await flush();
  if (failures > 0) throw new Error(`${failures} failed`);
  if (!hasSecondPass || reloads > 0) return;
  if (workbench === undefined) {
    console.log(`Tests "${afterReload}" need the embedded host (--host embedded), skipped.`);
    return;
  }
  await workbench.reload();
  // This extension host ends now; the next one runs the second pass.
  await new Promise(() => {});
}
