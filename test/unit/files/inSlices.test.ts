import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { CancellationTokenSource } from "vscode-languageserver";
import { inSlices } from "../../../server/src/files/inSlices.ts";
import { cancelled, runSafely } from "../../../server/src/lsp/runSafely.ts";
import type { Runtime } from "../../../server/src/lsp/runtime.ts";
import { SteppedResult, type Steps } from "../../../server/src/trend/steps.ts";
import { testRuntime } from "../../support/testRuntime.ts";

function* manySteps(): Steps<string> {
  for (let step = 1; step <= 1000; step++) yield;
  return "done";
}

/** A runtime whose clock moves by a millisecond whenever it is read. */
function ticking(): Runtime {
  let time = 0;
  return testRuntime(() => {
    time += 1;
    return time;
  }).runtime;
}

describe("a computation in slices", () => {
  it("lets others have their turn", async () => {
    let slices = 0;
    let slicesWhenAnswered: number | undefined;
    setImmediate(() => {
      slicesWhenAnswered = slices;
    });
    const isWanted = () => {
      slices += 1;
      return true;
    };
    const sliced = await inSlices(manySteps(), ticking(), isWanted);
    assert.deepEqual(sliced, { kind: "done", result: "done" });
    assert.equal(slicesWhenAnswered, 0);
    assert.ok(slices > 50, `${slices} slices`);
  });

  it("stops at the end of the slice in which nobody wants it any more", async () => {
    let taken = 0;
    function* endless(): Steps<void> {
      for (;;) {
        taken++;
        yield;
      }
    }
    const { kind } = await inSlices(endless(), ticking(), () => taken < 10);
    assert.equal(kind, "unwanted");
    assert.ok(taken >= 10 && taken < 30, `${taken} steps`);
  });

  it("keeps what was made before it stopped", async () => {
    const result = new SteppedResult(manySteps());
    await inSlices(result.steps(), ticking(), () => false);
    const rest = [...result.steps()];
    assert.ok(rest.length > 0 && rest.length < 1000, `${rest.length} steps`);
    assert.equal(result.get(), "done");
  });

  it("is no failure for the log when its request is cancelled", async () => {
    const source = new CancellationTokenSource();
    const { runtime, log } = testRuntime();
    const answer = runSafely(runtime, "Panel", source.token, "", async () => {
      const isWanted = () => !source.token.isCancellationRequested;
      source.cancel();
      const { kind } = await inSlices(manySteps(), ticking(), isWanted);
      if (kind === "unwanted") throw cancelled();
      return kind;
    });
    await assert.rejects(answer, /cancelled/);
    assert.deepEqual(log, []);
  });
});
