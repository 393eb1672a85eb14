import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it, mock } from "node:test";
import { LatestRequest } from "../../../client/src/trendPanel/latestRequest.ts";

/** A question that is answered when the test says so. */
class Question {
  signal: AbortSignal | undefined;
  answer: (text: string) => void = assert.fail;
  fail: (error: Error) => void = assert.fail;

  readonly ask = (signal: AbortSignal): Promise<string> => {
    this.signal = signal;
    return new Promise((resolve, reject) => {
      this.answer = resolve;
      this.fail = reject;
    });
  };
}

describe("the latest request", () => {
  let reported: boolean[] = [];
  let latest: LatestRequest<AbortSignal>;

  beforeEach(() => {
    mock.timers.enable({ apis: ["setTimeout"] });
    reported = [];
    latest = new LatestRequest(
      () => {
        const controller = new AbortController();
        return { token: controller.signal, cancel: () => controller.abort(), dispose: () => undefined };
      },
      (isBusy) => void reported.push(isBusy),
      (milliseconds, work) => {
        const timer = setTimeout(work, milliseconds);
        return () => clearTimeout(timer);
      },
    );
  });

  afterEach(() => mock.timers.reset());

  it("says nothing of an answer that comes at once", async () => {
    const question = new Question();
    const answer = latest.ask(question.ask);
    mock.timers.tick(299);
    question.answer("106 days");
    assert.equal(await answer, "106 days");
    mock.timers.tick(1000);
    assert.deepEqual(reported, []);
    assert.equal(question.signal?.aborted, false);
  });

  it("says that an answer takes longer than 300 ms, and that it has come", async () => {
    const question = new Question();
    const answer = latest.ask(question.ask);
    mock.timers.tick(300);
    assert.deepEqual(reported, [true]);
    question.answer("106 days");
    await answer;
    assert.deepEqual(reported, [true, false]);
  });

  it("calls an older question off, whose answer or failure counts for nothing", async () => {
    const [first, second, third] = [new Question(), new Question(), new Question()];
    const answers = [first, second, third].map(({ ask }) => latest.ask(ask));
    assert.deepEqual(
      [first.signal?.aborted, second.signal?.aborted, third.signal?.aborted],
      [true, true, false],
    );
    first.answer("old");
    second.fail(new Error("overtaken"));
    third.answer("new");
    assert.deepEqual(await Promise.all(answers), [undefined, undefined, "new"]);
  });

  it("counts the wait from the first question that nothing has answered", async () => {
    const [first, second] = [new Question(), new Question()];
    const overtaken = latest.ask(first.ask);
    mock.timers.tick(200);
    const answer = latest.ask(second.ask);
    mock.timers.tick(100);
    assert.deepEqual(reported, [true]);
    first.answer("old");
    await overtaken;
    assert.deepEqual(reported, [true]);
    second.answer("new");
    await answer;
    assert.deepEqual(reported, [true, false]);
  });

  it("passes on why the latest question has no answer, and waits no longer", async () => {
    const question = new Question();
    const answer = latest.ask(question.ask);
    mock.timers.tick(300);
    question.fail(new Error("no answer"));
    await assert.rejects(answer, /no answer/);
    assert.deepEqual(reported, [true, false]);
  });

  it("once called off, no longer waits, and starts anew with the next question", async () => {
    const [hidden, shown] = [new Question(), new Question()];
    const nothing = latest.ask(hidden.ask);
    mock.timers.tick(300);
    latest.cancel();
    assert.equal(hidden.signal?.aborted, true);
    hidden.fail(new Error("no answer"));
    assert.equal(await nothing, undefined);
    const answer = latest.ask(shown.ask);
    mock.timers.tick(299);
    shown.answer("106 days");
    assert.equal(await answer, "106 days");
    assert.deepEqual(reported, [true, false]);
  });
});
