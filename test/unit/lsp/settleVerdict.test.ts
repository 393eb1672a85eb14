import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { longestWait, settleVerdict } from "../../../server/src/lsp/settleVerdict.ts";
import {
  analyseCollection,
  type CollectionAnalysis,
} from "../../../server/src/trend/collection/analyseCollection.ts";
import { collection, figure1 } from "../../support/models.ts";
import { paperTrend } from "../../support/nmi2025.ts";
import { testRuntime } from "../../support/testRuntime.ts";

const analyse = () =>
  analyseCollection(collection(figure1.map(({ model }) => model)), { ...paperTrend, samples: 200 });

/** Milliseconds between two keys of somebody who types steadily. */
const pause = 150;

/** A collection somebody types in until a time, on a machine where one step to a verdict takes 10 ms. */
class TypedCollection {
  readonly #until: number;
  #time = 0;
  #analysis = analyse();

  constructor(until: number) {
    this.#until = until;
  }

  readonly now = () => {
    const keysBefore = Math.floor(this.#time / pause);
    this.#time += 10;
    if (this.#time <= this.#until && Math.floor(this.#time / pause) > keysBefore) this.#analysis = analyse();
    return this.#time;
  };

  readonly analyse = () => this.#analysis;
}

function stepsLeft({ trend }: CollectionAnalysis): number {
  return [...trend.verdictSteps()].length;
}

describe("waiting for a verdict that takes longer than the time between two keys", () => {
  it("is about the state that was asked about when nobody types", async () => {
    const { analyse, now } = new TypedCollection(0);
    const asked = analyse();
    const settled = await settleVerdict({ analyse }, testRuntime(now).runtime);
    assert.equal(settled, asked);
    assert.equal(stepsLeft(asked), 0);
    assert.ok(now() > pause);
  });

  it("is about the last state when typing stops soon", async () => {
    const { analyse, now } = new TypedCollection(longestWait / 2);
    const asked = analyse();
    const settled = await settleVerdict({ analyse }, testRuntime(now).runtime);
    assert.equal(settled, analyse());
    assert.notEqual(settled, asked);
    assert.equal(stepsLeft(analyse()), 0);
  });

  it("ends while somebody types on", async () => {
    const patience = 20_000;
    const { analyse, now } = new TypedCollection(patience);
    const settled = await settleVerdict({ analyse }, testRuntime(now).runtime, () => now() < patience);
    assert.ok(settled !== undefined);
    assert.equal(stepsLeft(settled), 0);
    assert.equal(settled.trend.verdict, "doubling");
  });

  it("ends without a verdict when nobody wants it", async () => {
    const { analyse, now } = new TypedCollection(0);
    assert.equal(await settleVerdict({ analyse }, testRuntime(now).runtime, () => now() < pause), undefined);
  });
});
