import assert from "node:assert/strict";
import { test } from "node:test";
import { cardText } from "../support/cardText.ts";
import { startTestServer } from "../support/languageServer.ts";

test("the list of models has every card of every folder that has some, with what its lens and its icon say", async (t) => {
  const server = await startTestServer([
    {
      "a.modelcard.yaml": `${cardText()}family: MiniCPM\n`,
      "b.modelcard.yaml": `${cardText({ name: "Tuned" }).replace("kind: base", "kind: instruct")}`,
      "c.modelcard.yaml": "# none yet\n---\nname: 'open\n",
    },
    {},
  ]);
  t.after(() => server.stop());
  await server.collections(([first]) => first?.isIndexed === true);
  const [list, ...others] = await server.request("densing/models", {});
  assert.deepEqual(others, []);
  assert.ok(list);
  assert.equal(list.name, "folder-0");
  const [mini, tuned, broken] = list.models;
  assert.equal(list.models.length, 3);
  assert.deepEqual(
    { ...mini, density: mini?.density?.text, released: mini?.released?.text },
    {
      id: "a.modelcard.yaml#0",
      name: "MiniCPM-1-2.4B",
      path: "a.modelcard.yaml",
      line: 0,
      family: "MiniCPM",
      released: "1 Feb 2024",
      density: "0.77",
      isRecord: true,
      leftOut: null,
      words: "Density 0.77 | 1.89\u00a0B effective from 2.44\u00a0B | record",
    },
  );
  assert.equal(tuned?.leftOut, "instruct");
  assert.match(tuned?.words ?? "", /not in the trend: instruct$/);
  assert.equal(broken?.path, "c.modelcard.yaml");
  assert.equal(broken?.leftOut, "the card could not be read");
  assert.equal(broken?.density, null);
  assert.equal(broken?.words, "");
});

test("the list follows what is typed", async (t) => {
  const server = await startTestServer([{ "a.modelcard.yaml": cardText() }]);
  t.after(() => server.stop());
  await server.collections(([first]) => first?.isIndexed === true);
  server.open("a.modelcard.yaml", cardText({ nonEmbedding: "1.221B" }));
  const [list] = await server.request("densing/models", {});
  assert.equal(list?.models[0]?.density?.text, "1.55");
});

test("a collection in one line counts its cards until a model is in the trend", async (t) => {
  const empty = "name: New\n";
  const tuned = cardText().replace("kind: base", "kind: instruct");
  const cards = (...texts: readonly string[]) =>
    Object.fromEntries(texts.map((text, place) => [`${place}.modelcard.yaml`, text]));
  const server = await startTestServer([cards(empty), cards(empty, empty), cards(tuned), cards(cardText())]);
  t.after(() => server.stop());
  const collections = await server.collections(
    (all) => all.length === 4 && all.every(({ isIndexed }) => isIndexed),
  );
  assert.deepEqual(
    collections.map(({ summary }) => summary),
    [
      "1 card, no density yet",
      "2 cards, no density yet",
      "1 card, none in the trend",
      "1 model, too few for a trend",
    ],
  );
});
