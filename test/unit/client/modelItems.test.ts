import assert from "node:assert/strict";
import { test } from "node:test";
import type { ModelNode } from "../../../client/src/models/modelItems.ts";
import type { ListedModel, ModelList } from "../../../server/src/protocol.ts";
import "../../support/withVscode.ts";

const { treeItem } = await import("../../../client/src/models/modelItems.ts");

/** What a line of the tree is made of, as plain data. */
function shown(node: ModelNode) {
  return JSON.parse(JSON.stringify(treeItem(node)));
}

const model: ListedModel = {
  id: "a b/tern.modelcard.yaml#1",
  name: "Tern-3B",
  path: "a b/tern.modelcard.yaml",
  line: 12,
  family: "Tern",
  released: { value: 19_985, text: "19 Sep 2024" },
  density: { value: 0.77, text: "0.77" },
  isRecord: false,
  leftOut: null,
  words: "density 0.77 | 1.89 B effective",
};

const list: ModelList = { folderUri: "file:///cards", name: "cards", models: [model] };

const line = (changes: Partial<ListedModel>) =>
  shown({ kind: "model", list, model: { ...model, ...changes } });

test("a model shows its density, says everything, and opens its card at its line", () => {
  const item = line({});
  assert.equal(item.label, "Tern-3B");
  assert.equal(item.description, "0.77");
  assert.equal(item.collapsibleState, 0);
  assert.deepEqual(item.iconPath, { id: "circle-filled" });
  assert.equal(item.tooltip, "Tern-3B\n19 Sep 2024\ndensity 0.77\n1.89 B effective\na b/tern.modelcard.yaml");
  assert.equal(item.accessibilityInformation.label, "Tern-3B, 19 Sep 2024, density 0.77, 1.89 B effective");
  assert.equal(item.command.command, "vscode.open");
  const [uri, options] = item.command.arguments;
  assert.equal(uri.path, "/cards/a b/tern.modelcard.yaml");
  const start = { line: 12, character: 0 };
  assert.deepEqual(options.selection, { start, end: start });
});

test("a record has a star, a model without a density a crossed circle", () => {
  assert.deepEqual(line({ isRecord: true }).iconPath, { id: "star-full" });
  assert.deepEqual(line({ density: null }).iconPath, { id: "circle-slash" });
});

test("a model left out of the trend says why, in sight and aloud", () => {
  const item = line({ leftOut: "instruct" });
  assert.equal(item.description, "instruct");
  const unread = line({ density: null, released: null, leftOut: "the card could not be read", words: "" });
  assert.equal(unread.description, "the card could not be read");
  assert.equal(unread.tooltip, "Tern-3B\nthe card could not be read\na b/tern.modelcard.yaml");
  assert.equal(unread.accessibilityInformation.label, "Tern-3B, the card could not be read");
});

test("a model without density, reason and date is its name", () => {
  const item = line({ density: null, released: null, words: "" });
  assert.equal(item.description, "");
  assert.equal(item.accessibilityInformation.label, "Tern-3B");
});

test("a folder is open and a group closed; each shows a number that is read with a word", () => {
  const folder = shown({ kind: "folder", list: { ...list, models: [model, model] } });
  assert.deepEqual(
    [folder.label, folder.description, folder.collapsibleState, folder.accessibilityInformation.label],
    ["cards", "2", 2, "cards, 2 cards"],
  );
  const group = shown({
    kind: "group",
    list,
    group: { key: "family Tern", title: { kind: "family", name: "Tern" }, models: [model] },
  });
  assert.deepEqual(
    [group.label, group.description, group.collapsibleState, group.accessibilityInformation.label],
    ["Tern", "1", 1, "Tern, 1 card"],
  );
});

test("groups are named by what they hold", () => {
  const titles = [
    { kind: "family", name: "海燕" },
    { kind: "no-family" },
    { kind: "year", year: 2024 },
    { kind: "density", from: 0.5 },
    { kind: "left-out" },
  ] as const;
  assert.deepEqual(
    titles.map((title) => shown({ kind: "group", list, group: { key: "x", title, models: [] } }).label),
    ["海燕", "No family", "2024", "Density 0.5 to 1", "Left out of the trend"],
  );
});

test("lines of two folders and of two groups have ids of their own", () => {
  const other = { ...list, folderUri: "file:///other" };
  const title = { kind: "left-out" } as const;
  const ids = [list, other].flatMap((each) => [
    shown({ kind: "folder", list: each }).id,
    shown({ kind: "group", list: each, group: { key: "a", title, models: [] } }).id,
    shown({ kind: "group", list: each, group: { key: "b", title, models: [] } }).id,
    shown({ kind: "model", list: each, model }).id,
  ]);
  assert.equal(new Set(ids).size, ids.length);
});
