import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Runtime } from "../../../server/src/lsp/runtime.ts";
import { AdaptiveWaits, gathered } from "../../../server/src/lsp/scheduling.ts";

/** A machine whose time moves only when it is told to, or when work takes some. */
class Machine implements Pick<Runtime, "clock" | "after"> {
  time = 0;
  #due: { readonly at: number; readonly run: () => unknown }[] = [];

  readonly clock = { now: () => this.time, today: () => 0 };
  readonly after = (milliseconds: number, run: () => unknown) => {
    this.#due.push({ at: this.time + milliseconds, run });
    return () => {};
  };

  until(time: number): void {
    for (;;) {
      const [next] = this.#due.filter(({ at }) => at <= time).sort((first, second) => first.at - second.at);
      if (next === undefined) break;
      this.#due = this.#due.filter((one) => one !== next);
      this.time = Math.max(this.time, next.at);
      next.run();
    }
    this.time = Math.max(this.time, time);
  }
}

/** Waits on a machine, and work that takes so many milliseconds and writes down when it began. */
function workOf(cost: number) {
  const machine = new Machine();
  const waits = new AdaptiveWaits(machine);
  const began: number[] = [];
  const ask = () =>
    waits.run("a", () => {
      began.push(machine.time);
      machine.time += cost;
    });
  return { machine, waits, began, ask };
}

describe("work that many calls ask for", () => {
  it("is done at once the first time", () => {
    const { machine, began, ask } = workOf(30);
    ask();
    machine.until(0);
    assert.deepEqual(began, [0]);
  });

  it("is done at once after a pause, however long it takes", () => {
    const { machine, began, ask } = workOf(30);
    ask();
    machine.until(100);
    ask();
    machine.until(100);
    assert.deepEqual(began, [0, 100]);
  });

  it("pauses as long as it took the last time, and is done once for all calls until then", () => {
    const { machine, began, ask } = workOf(30);
    ask();
    for (const time of [30, 40, 59]) {
      machine.until(time);
      ask();
    }
    machine.until(500);
    assert.deepEqual(began, [0, 60]);
  });

  it("never takes more than half of the time, and answers the last call", () => {
    const { machine, began, ask } = workOf(40);
    for (let time = 0; time <= 1000; time += 10) {
      machine.until(time);
      ask();
    }
    machine.until(2000);
    assert.ok(began.length * 40 <= machine.time / 2);
    assert.ok((began.at(-1) ?? 0) >= 1000);
  });

  it("is apart for apart keys, and forgotten with its key", () => {
    const { machine, waits, began, ask } = workOf(50);
    ask();
    machine.until(100);
    let isOtherDone = false;
    waits.run("b", () => {
      isOtherDone = true;
    });
    machine.until(100);
    assert.equal(isOtherDone, true);
    waits.forget("a");
    ask();
    machine.until(100);
    assert.deepEqual(began, [0, 100]);
  });
});

describe("keys that come in a burst", () => {
  /** A machine whose every turn lasts ten milliseconds and brings what is said of it. */
  function gathering(longest: number, byTurn: readonly (readonly string[])[]) {
    let turns = 0;
    const waiting: (() => void)[] = [];
    const handed: { readonly turn: number; readonly keys: readonly string[] }[] = [];
    const add = gathered(longest, (keys) => handed.push({ turn: turns, keys }), {
      clock: { now: () => 10 * turns },
      soon: (run) => void waiting.push(run),
    });
    for (const keys of byTurn) {
      const due = waiting.splice(0);
      for (const key of keys) add(key);
      turns += 1;
      for (const run of due) run();
      // The connection takes a message between two turns.
      for (const run of waiting.splice(0, due.length)) run();
    }
    return handed;
  }

  it("are handed over after one turn when there is one", () => {
    assert.deepEqual(gathering(100, [["a"], [], []]), [{ turn: 2, keys: ["a"] }]);
  });

  it("are handed over together once a turn brings none, each once", () => {
    assert.deepEqual(gathering(100, [["a"], ["b"], ["a", "c"], [], []]), [
      { turn: 4, keys: ["a", "b", "c"] },
    ]);
  });

  it("wait no longer than the longest time", () => {
    const handed = gathering(25, [["a"], ["b"], ["c"], ["d"], ["e"], []]);
    assert.deepEqual(
      handed.flatMap(({ keys }) => keys),
      ["a", "b", "c", "d", "e"],
    );
    assert.deepEqual(handed[0], { turn: 3, keys: ["a", "b", "c"] });
  });
});
