import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { CancellationTokenSource } from "vscode-languageserver";
import { runSafely } from "../../server/src/lsp/runSafely.ts";
import { takeSteps } from "../../server/src/lsp/takeSteps.ts";
import type { Steps } from "../../server/src/trend/steps.ts";

function* threeSteps(onStep: (step: number) => void): Steps<string> {
  for (const step of [1, 2, 3]) {
    onStep(step);
    yield step / 3;
  }
  return "done";
}

describe("a computation between messages", () => {
  it("ends with its result, and gives way after each step", async () => {
    const seen: string[] = [];
    setImmediate(() => seen.push("message"));
    const steps = threeSteps((step) => seen.push(`step ${step}`));
    assert.equal(await takeSteps(steps, new CancellationTokenSource().token), "done");
    assert.deepEqual(seen, ["step 1", "message", "step 2", "step 3"]);
  });

  it("costs nothing more once cancelled, and is no failure for the log", async () => {
    const source = new CancellationTokenSource();
    const [taken, log]: [number[], string[]] = [[], []];
    const steps = threeSteps((step) => {
      taken.push(step);
      if (step === 2) source.cancel();
    });
    const answer = runSafely(
      (message) => log.push(message),
      "Panel",
      source.token,
      "",
      () => takeSteps(steps, source.token),
    );
    await assert.rejects(answer, /cancelled/);
    assert.deepEqual(taken, [1, 2]);
    assert.deepEqual(log, []);
  });
});
