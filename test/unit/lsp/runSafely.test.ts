import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { CancellationTokenSource } from "vscode-languageserver";
import { runSafely } from "../../../server/src/lsp/runSafely.ts";
import { testRuntime } from "../../support/testRuntime.ts";

/** What a request that takes so long leaves in the log. */
async function logOf(milliseconds: number, answer: () => string): Promise<string[]> {
  const times = [5, 5 + milliseconds];
  const { runtime, log } = testRuntime(() => {
    const time = times.shift();
    assert.ok(time !== undefined, "the clock is read twice");
    return time;
  });
  const { token } = new CancellationTokenSource();
  const result = await runSafely(runtime, "Panel", token, "neutral", answer);
  assert.match(result, /^(?:answer|neutral)$/);
  return log;
}

const failing = () => {
  throw new Error("No such thing");
};

describe("a request that took long", () => {
  it("is in the log with its name and its milliseconds", async () => {
    assert.deepEqual(await logOf(1234.4, () => "answer"), ["Panel took 1,234 ms."]);
  });

  it("is not in the log when it took a second or less", async () => {
    assert.deepEqual(await logOf(1000, () => "answer"), []);
  });

  it("has its line after that of its failure", async () => {
    const [failure, slow, ...others] = await logOf(2000, failing);
    assert.match(failure ?? "", /^Panel failed: Error: No such thing/);
    assert.deepEqual([slow, others], ["Panel took 2,000 ms.", []]);
  });

  it("is in the log when it was cancelled meanwhile, too: others waited for it", async () => {
    const source = new CancellationTokenSource();
    const times = [0, 3000];
    const { runtime, log } = testRuntime(() => times.shift() ?? 0);
    const cancelling = () => {
      source.cancel();
      return "answer";
    };
    const request = runSafely(runtime, "Hover", source.token, "", cancelling);
    await assert.rejects(request, /cancelled/);
    assert.deepEqual(log, ["Hover took 3,000 ms."]);
  });
});
