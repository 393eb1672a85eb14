import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { FolderCollection } from "../../../server/src/collection/folderCollection.ts";
import { exportFormats } from "../../../server/src/panel/panelExport.ts";
import { panelService } from "../../../server/src/panel/panelService.ts";
import type { PanelFolder } from "../../../server/src/panel/panelSubject.ts";
import { finish } from "../../../server/src/trend/steps.ts";
import { cardText } from "../../support/cardText.ts";
import { testToday } from "../../support/openCards.ts";
import { filesInMemory } from "../../support/serverInMemory.ts";

const id = "a.modelcard.yaml#0";

async function folderOf(name: string, files: Readonly<Record<string, string>>): Promise<PanelFolder> {
  const collection = new FolderCollection(filesInMemory(files), () => testToday, {
    onChange: () => {},
    onProblem: assert.fail,
  });
  await collection.load({});
  return { uri: `file:///${name}`, name, collection };
}

const empty = await folderOf("empty", {});
const full = await folderOf("full", {
  "a.modelcard.yaml": cardText(),
  "b.modelcard.yaml": cardText().replace(/^name: .*/m, "name: Other"),
});

async function subjectOf(question: unknown, folders: readonly PanelFolder[] = [empty, full]) {
  const subject = await panelService.subjectOf(question, folders);
  assert.ok(subject);
  return subject;
}

describe("the door to what panels can ask", () => {
  it("finds the folder that is named, else the first with cards, else any", async () => {
    assert.equal((await subjectOf({ folderUri: empty.uri })).folder, empty);
    for (const asked of [{}, { folderUri: "file:///gone" }, "nonsense", null])
      assert.equal((await subjectOf(asked)).folder, full);
    assert.equal((await subjectOf({}, [empty])).folder, empty);
    assert.equal(await panelService.subjectOf({}, []), undefined);
  });

  it("answers what a panel shows, and of choices that do not fit why they are not in force", async () => {
    const data = finish(
      panelService.panel(await subjectOf({ view: "time", choices: { denominator: "total" } })),
    );
    assert.deepEqual(data.question, { folderUri: full.uri, view: "time", choices: { denominator: "total" } });
    assert.deepEqual(data.folders, [
      { uri: empty.uri, name: "empty" },
      { uri: full.uri, name: "full" },
    ]);
    assert.equal(data.settingsProblem, undefined);
    const unfit = await subjectOf({ choices: { basis: "no-such-basis" } });
    assert.match(finish(panelService.panel(unfit)).settingsProblem ?? "", /no-such-basis/);
    assert.equal(panelService.export(unfit, { format: "csv" }, testToday), null);
  });

  it("answers of models by their ids, and null for one that is gone", async () => {
    const subject = await subjectOf({});
    assert.ok(panelService.details(subject, id));
    assert.equal(panelService.details(subject, "gone#0"), null);
    assert.ok(panelService.compare(subject, [id, "b.modelcard.yaml#0"]));
    assert.equal(panelService.compare(subject, [id, "gone#0"]), null);
    assert.equal(finish(panelService.ahead(subject, [{ kind: "wait", months: 6 }])).length, 1);
  });

  it("has a menu for every control, and none for what is no control", async () => {
    const subject = await subjectOf({});
    for (const { setting } of finish(panelService.panel(subject)).controls)
      assert.ok(panelService.menu(subject, setting).length > 0, setting);
    assert.deepEqual(panelService.menu(subject, "constructor" as never), []);
  });

  it("gives every format away, and nothing for what is none", async () => {
    const subject = await subjectOf({});
    for (const format of exportFormats)
      assert.ok((panelService.export(subject, { format }, testToday)?.text.length ?? 0) > 0, format);
    assert.equal(panelService.export(subject, { format: "gif" as never }, testToday), null);
  });

  it("lists the models of folders that have some, and says each folder in a line", () => {
    const lists = panelService.models([empty, full]);
    assert.deepEqual(
      lists.map(({ folderUri, models }) => [folderUri, models.length]),
      [[full.uri, 2]],
    );
    const { cardCount, summary } = panelService.status(full, full.collection.analyse());
    assert.equal(cardCount, 2);
    assert.match(summary, /too few for a trend/);
  });
});
