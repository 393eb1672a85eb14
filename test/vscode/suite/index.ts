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
async function forwardOutput(): Promise<() => Promise<void>> {
  const { default: Mocha } = await import("mocha");
  const base: { consoleLog: (...items: unknown[]) => void } = Mocha.reporters.Base;
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

async function loadTests(): Promise<Mocha> {
  // Mocha is an ES module, and an older VS Code cannot `require` one.
  const { default: Mocha } = await import("mocha");
  const mocha = new Mocha({
    ui: "bdd",
    timeout: testTimeoutMilliseconds,
    reporter: "spec",
    rootHooks: { afterEach: photographFailure },
  });
  for (const file of readdirSync(__dirname)) {
    if (file.endsWith(".test.cjs")) mocha.addFile(join(__dirname, file));
  }
  await mocha.loadFilesAsync();
  const filter = new RegExp(process.env[filterVariable] ?? "");
  keepTests(mocha.suite, (test) => filter.test(test.fullTitle()));
  if (!hasTest(mocha.suite, () => true)) throw new Error("There is no test to run.");
  return mocha;
}

/** Gives the number of failed tests. */
async function runTests(mocha: Mocha): Promise<number> {
  const flush = await forwardOutput();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  await flush();
  return failures;
}

async function runPasses(): Promise<number> {
  const mocha = await loadTests();
  const isSecondPass = ((await workbench?.reloadCount()) ?? 0) > 0;
  const needsSecondPass = !isSecondPass && hasTest(mocha.suite, isAfterReload);
  keepTests(mocha.suite, (test) => isAfterReload(test) === isSecondPass);
  const failures = await runTests(mocha);
  if (failures > 0 || !needsSecondPass) return failures;
  if (workbench === undefined) {
    console.log(`Tests "${afterReload}" need the embedded host (--host embedded), skipped.`);
    return 0;
  }
  await workbench.reload();
  // This extension host ends now; the next one runs the second pass.
  return new Promise(() => {});
}

async function reportError(error: unknown): Promise<never> {
  await workbench?.report(error instanceof Error ? (error.stack ?? error.message) : String(error));
  throw error;
}

/** VS Code calls this in the extension host; a rejection is a failed run. */
export async function run(): Promise<void> {
  const failures = await runPasses().catch(reportError);
  if (failures > 0) throw new Error(`${failures} failed`);
}
