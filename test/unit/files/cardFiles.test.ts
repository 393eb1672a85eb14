import assert from "node:assert/strict";
import { test } from "node:test";
import { cardFileTest } from "../../../server/src/files/cardFiles.ts";
import { joinPath, parentFolder } from "../../../server/src/files/fileSource.ts";

const cases: readonly (readonly [path: string, isCard: boolean])[] = [
  ["a.modelcard.yaml", true],
  ["deep/er/A.ModelCard.YML", true],
  ["modelcards/a.yaml", true],
  ["x/model-cards/y/a.yml", true],
  ["models/a.yaml", false],
  ["docker-compose.yaml", false],
  ["modelcards/notes.md", false],
  ["my-modelcards.yaml", false],
  ["modelcards/ours.reference.yaml", false],
  ["modelcards/densing.yaml", false],
];

for (const [path, isCard] of cases) {
  test(`${path} is ${isCard ? "a card" : "no card"}`, () => assert.equal(cardFileTest([])(path), isCard));
}

test("patterns of densing.yaml add files, but never references or settings", () => {
  const isCard = cardFileTest(["models/**/*.yaml"]);
  assert.deepEqual(
    ["models/a.yaml", "models/x/b.yaml", "other/a.yaml", "models/r.reference.yaml"].map(isCard),
    [true, true, false, false],
  );
});

test("paths are joined as POSIX paths", () => {
  assert.equal(joinPath(".", "a", "../b"), "b");
  assert.equal(joinPath("../x"), "../x");
  assert.equal(joinPath("/a", "b"), "/a/b");
  assert.equal(joinPath("a", ".."), ".");
  assert.deepEqual([parentFolder("a/b"), parentFolder("a"), parentFolder("/a")], ["a", ".", "/"]);
});
