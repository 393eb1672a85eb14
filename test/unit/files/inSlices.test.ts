import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { CancellationTokenSource } from "vscode-languageserver";
import { inSlices } from "../../../server/src/files/inSlices.ts";
import { cancelled, runSafely } from "../../../server/src/lsp/runSafely.ts";
import { SteppedResult, type Steps } from "../../../server/src/trend/steps.ts";

function* manySteps(): Steps<string> {
  for (let step = 1; step <= 1000; step++) yield;
  return "done";
}

/** A clock that moves by so many milliseconds whenever it is read. */
function tickingClock(milliseconds: number): () => number {
  let time = 0;
  return () => {
    time += milliseconds;
    return time;
  };
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
    const sliced = await inSlices(manySteps(), { isWanted, now: tickingClock(1) });
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
    const { kind } = await inSlices(endless(), { isWanted: () => taken < 10, now: tickingClock(1) });
    assert.equal(kind, "unwanted");
    assert.ok(taken >= 10 && taken < 30, `${taken} steps`);
  });

  it("keeps what was made before it stopped", async () => {
    const result = new SteppedResult(manySteps());
    await inSlices(result.steps(), { isWanted: () => false, now: tickingClock(1) });
    const rest = [...result.steps()];
    assert.ok(rest.length > 0 && rest.length < 1000, `${rest.length} steps`);
    assert.equal(result.get(), "done");
  });

  it("is no failure for the log when its request is cancelled", async () => {
    const source = new CancellationTokenSource();
    const log: string[] = [];
    const answer = runSafely(
      (message) => log.push(message),
      "Panel",
      source.token,
      "",
      async () => {
        const isWanted = () => !source.token.isCancellationRequested;
        source.cancel();
        const { kind } = await inSlices(manySteps(), { isWanted, now: tickingClock(1) });
        if (kind === "unwanted") throw cancelled();
        return kind;
      },
    );
    await assert.rejects(answer, /cancelled/);
    assert.deepEqual(log, []);
  });
});
