import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { summariseFile } from "../../../server/src/collection/cardSummary.ts";
import { Collection } from "../../../server/src/collection/collection.ts";
import { analyseCollection } from "../../../server/src/trend/collection/analyseCollection.ts";
import { cardText } from "../../support/cardText.ts";
import { defaultSettings } from "../../support/collections.ts";

const settings = defaultSettings();
const names = ["A-1B", "B-2B", "C-3B"];
const files = ["a", "b", "c"];

/** Files with cards of these names, and files that go. */
const step = fc.record({
  file: fc.constantFrom(...files),
  names: fc.option(fc.array(fc.constantFrom(...names), { maxLength: 3 }), { nil: undefined }),
});

test("names that several cards have are known after any edits as they are when all is read anew", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const edited = new Collection();
      for (const { file, names: given } of steps) {
        if (given === undefined) {
          edited.deleteFile(file);
          continue;
        }
        const text = given.map((name) => cardText({ name })).join("---\n");
        edited.setFile(summariseFile(file, text));
      }
      const anew = analyseCollection(edited.cards(), settings);
      assert.deepEqual(edited.analyse(settings).excluded, anew.excluded);
    }),
  );
});
