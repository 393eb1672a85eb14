import assert from "node:assert/strict";
import { test } from "node:test";
import { FolderCollection } from "../../../server/src/collection/folderCollection.ts";
import { shippedReferenceFile, shippedReferenceNames } from "../../../server/src/references/references.ts";
import { cardText } from "../../support/cardText.ts";
import { epochDay } from "../../support/models.ts";
import { testToday } from "../../support/openCards.ts";

/** The collection of a folder of files, read once. */
async function folderOf(
  files: Readonly<Record<string, string>>,
  today = () => testToday,
): Promise<FolderCollection> {
  const folder = new FolderCollection(
    {
      stat: async (path) => (Object.hasOwn(files, path) ? "file" : "missing"),
      listFiles: async () => Object.keys(files).sort(),
      readText: async (path) => files[path] ?? Promise.reject(new Error(`no ${path}`)),
    },
    today,
    { onChange: () => undefined, onProblem: () => undefined },
  );
  await folder.load({});
  return folder;
}

const ownReference = JSON.stringify({ ...shippedReferenceFile("nmi-2025"), name: "ours" });

test("the references to choose from are those that ship and the folder's own that can be read", async () => {
  const folder = await folderOf({
    "our.reference.yaml": ownReference,
    "broken.reference.yaml": "name: [",
    "notes.yaml": "a: 1",
  });
  const references = await folder.references();
  assert.deepEqual(
    references.map(({ name }) => name),
    [...shippedReferenceNames, "our.reference.yaml"],
  );
  assert.equal(references.at(-1)?.reference.name, "ours");
});

test("a reference of densing.yaml that is not known does not stand in the way of further choices", async () => {
  const folder = await folderOf({ "densing.yaml": "reference: unknown\nd0: 1e12\n" });
  assert.equal(
    folder.settingsProblem,
    '"unknown" is no reference that ships with Densing, nor a *.reference.yaml file; nmi-2025 is used instead.',
  );
  const resolution = await folder.settingsWith({ estimator: "all" });
  assert.ok(resolution.kind === "settings", "the choice has no effect");
  const { reference, estimator, trainingTokens } = resolution.settings;
  assert.deepEqual([reference.name, estimator, trainingTokens], ["nmi-2025", "all", 1e12]);
});

test("further choices start from the basis in force while densing.yaml says one that there is not", async () => {
  const folder = await folderOf({ "densing.yaml": "basis: mmlu\n" });
  await folder.setOpenSettings("densing.yaml", "basis: mml\ndenominator: total\n");
  assert.match(folder.settingsProblem ?? "", /no curve for the basis mml;/);
  const resolution = await folder.settingsWith({ estimator: "all" });
  assert.ok(resolution.kind === "settings", "the choice has no effect");
  for (const { basis, denominator } of [folder.settings, resolution.settings])
    assert.deepEqual([basis, denominator], ["mmlu", "total"]);
  assert.equal(folder.choices.basis, "mmlu");
});

test("a basis of densing.yaml that the reference lacks does not stand in the way of further choices", async () => {
  const folder = await folderOf({ "densing.yaml": "basis: gsm8k\n" });
  assert.match(folder.settingsProblem ?? "", /no curve for the basis gsm8k/);
  const resolution = await folder.settingsWith({ estimator: "all" });
  assert.ok(resolution.kind === "settings", "the choice has no effect");
  assert.equal(resolution.settings.basis, "average");
});

test("a file that is deleted while it is being read does not come back", async () => {
  const text = "name: A\nrelease_date: 2024-09-19\nkind: base\nparameters: 3B\n";
  let finishReading: (text: string) => void = () => undefined;
  const reading = new Promise<string>((resolve) => {
    finishReading = resolve;
  });
  let isThere = true;
  const folder = new FolderCollection(
    {
      stat: async () => (isThere ? "file" : "missing"),
      listFiles: async () => [],
      readText: () => reading,
    },
    () => testToday,
    { onChange: () => undefined, onProblem: () => undefined },
  );
  const created = folder.refresh("a.modelcard.yaml");
  await new Promise((resolve) => setImmediate(resolve));
  isThere = false;
  const deleted = folder.refresh("a.modelcard.yaml");
  await new Promise((resolve) => setImmediate(resolve));
  finishReading(text);
  await Promise.all([created, deleted]);
  assert.deepEqual(folder.collection.files(), []);
});

test("a model is a member from the day it is released, also with further choices", async () => {
  let today = epochDay("2026-02-16");
  const folder = await folderOf(
    {
      "a.modelcard.yaml": cardText(),
      "b.modelcard.yaml": cardText({ name: "B", releaseDate: "2026-02-17" }),
    },
    () => today,
  );
  const analyses = async () => {
    const resolution = await folder.settingsWith({ estimator: "all" });
    assert.ok(resolution.kind === "settings");
    return [folder.analyse(), folder.analyse(resolution.settings)];
  };
  const before = await analyses();
  for (const { excluded } of before)
    assert.deepEqual(
      excluded.map(({ name, reason }) => [name, reason]),
      [["B", "date-future"]],
    );
  assert.deepEqual(
    (await analyses()).map((analysis, place) => analysis === before[place]),
    [true, true],
    "an analysis is kept for the day",
  );
  today += 1;
  for (const { excluded } of await analyses()) assert.deepEqual(excluded, []);
});
