import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { PanelAnswers, type PanelUpdate, updated } from "../../../server/src/panel/panelAnswers.ts";
import type { PanelData } from "../../../server/src/panel/panelData.ts";
import { firstQuestion, type PanelQuestion } from "../../../server/src/panel/panelQuestion.ts";
import { paperFolder } from "../../webview/support/panelFixtures.ts";

const folder = await paperFolder();

/** A panel that takes what it is sent. */
class Panel {
  has: { readonly id: string; readonly data: PanelData } | undefined;

  /** @returns characters that were sent */
  take({ id, ...update }: PanelUpdate & { readonly id: string }): number {
    const text = JSON.stringify(update);
    const data = updated(this.has, JSON.parse(text));
    assert.ok(data, "what was sent is about another answer");
    this.has = { id, data };
    return text.length;
  }
}

const plain = (data: PanelData) => JSON.parse(JSON.stringify(data));
const ask = (change: Partial<PanelQuestion>) => folder.ask({ ...firstQuestion, ...change });

describe("the answers of a panel", () => {
  it("lead to what each would have said whole, whatever came before", async () => {
    const answers = new PanelAnswers();
    const panel = new Panel();
    for (const change of [
      {},
      { choices: { estimator: "quantile", tau: 0.9 } },
      { view: "sizes" },
      { view: "methods" },
      { choices: { sinceEpochDay: 19_600 } },
      { view: "curves" },
      {},
    ] as const) {
      const data = await ask(change);
      panel.take(answers.answer(data, panel.has?.id));
      assert.deepEqual(panel.has?.data, plain(data));
    }
  });

  it("say the same again in a few letters, and another estimator without its points", async () => {
    const answers = new PanelAnswers();
    const panel = new Panel();
    const whole = panel.take(answers.answer(await ask({}), undefined));
    const again = panel.take(answers.answer(await ask({}), panel.has?.id));
    const other = panel.take(answers.answer(await ask({ choices: { estimator: "all" } }), panel.has?.id));
    assert.ok(again < 150, `${again} letters`);
    assert.ok(other < whole / 2, `${other} of ${whole} letters`);
  });

  it("are whole for a panel that names none, or one that is not known", async () => {
    const answers = new PanelAnswers();
    const data = await ask({});
    for (const since of [undefined, "1", "of-another-server-1"])
      assert.ok("data" in answers.answer(data, since));
  });

  it("are told apart over a restart of the server", async () => {
    const data = await ask({});
    const [before, after] = [new PanelAnswers(), new PanelAnswers()].map(
      (each) => each.answer(data, undefined).id,
    );
    assert.notEqual(before, after);
  });

  it("are not taken for a change of something else", async () => {
    const answers = new PanelAnswers();
    const first = answers.answer(await ask({}), undefined);
    const second = answers.answer(await ask({ view: "sizes" }), first.id);
    assert.equal(updated({ id: "another", data: folder.data }, second), undefined);
    assert.equal(updated(undefined, second), undefined);
  });
});
