import assert from "node:assert/strict";
import { test } from "node:test";
import { cardText, doublingCollection } from "../support/cardText.ts";
import { startTestServer } from "../support/languageServer.ts";
import { markedText } from "../support/markedText.ts";

const marked = markedText(`# 🐦 astral characters count two
name: ‸MiniCPM-1-2.4B
release_date: ‸2024-02-01
kind: base
‸parameters:
  non_embedding: ‸2.442B
benchmarks:
  average: ‸35.37
`);

test("every place that carries a number says the same density on hover", async (t) => {
  const server = await startTestServer([{ "minicpm.modelcard.yaml": marked.text }]);
  t.after(() => server.stop());
  server.open("minicpm.modelcard.yaml", marked.text);
  for (const { line, character } of marked.positions) {
    const text = await server.hover("minicpm.modelcard.yaml", line, character);
    // 1.88972e9 effective from 2.442e9: the paper's example.
    assert.match(text, /capability density 0\\?\.77/);
    assert.match(text, /1\\?\.89.B/);
    assert.match(text, /nmi\\?-2025/);
  }
  assert.equal(await server.hover("minicpm.modelcard.yaml", 0, 3), "");
});

test("a loss says what it stands for; beside a score, that the score counts", async (t) => {
  const { text, positions } = markedText(
    cardText().replace("  average: 35.37", "  average: { loss: ‸0.2 }\n  mmlu: { score: 60, loss: ‸0.2 }"),
  );
  const server = await startTestServer([{}]);
  t.after(() => server.stop());
  server.open("a.modelcard.yaml", text);
  const [average, mmlu] = await Promise.all(
    positions.map(({ line, character }) => server.hover("a.modelcard.yaml", line, character)),
  );
  assert.match(average ?? "", /average, loss 0\\\.2: density/);
  assert.match(average ?? "", /nats per token is the loss of a reference model of/);
  assert.doesNotMatch(average ?? "", /beside the score/);
  assert.match(mmlu ?? "", /MMLU, loss 0\\\.2: density/);
  assert.match(mmlu ?? "", /It is shown beside the score, which counts/);
});

test("sources are links, of a score its own, and nothing in a card becomes another link", async (t) => {
  const { text, positions } = markedText(
    cardText({
      more: "  mmlu: { score: ‸60, source: https://a.example/mmlu }\nsources: [https://www.b.example/x_(1)/, our runs, 'command:x', https://c.example, https://d.example/, https://e.example]\n",
    }).replace("name: ", "name: ‸"),
  );
  const server = await startTestServer([{}]);
  t.after(() => server.stop());
  server.open("a.modelcard.yaml", text);
  const [name, score] = await Promise.all(
    positions.map(({ line, character }) => server.hover("a.modelcard.yaml", line, character)),
  );
  const unescaped = name?.replaceAll(/\\(?=[^\\])/g, "") ?? "";
  assert.ok(
    unescaped.includes(
      "Source: [a.example/mmlu](https://a.example/mmlu), [b.example/x_(1)](https://www.b.example/x_%281%29/), [c.example](https://c.example) and 2 more",
    ),
    unescaped,
  );
  assert.match(
    score?.replaceAll("\\", "") ?? "",
    /Source: \[a\.example\/mmlu\]\(https:\/\/a\.example\/mmlu\)$/,
  );
  assert.doesNotMatch(name ?? "", /\]\(command:x|our runs/);
});

test("CRLF line ends move nothing", async (t) => {
  const server = await startTestServer([{}]);
  t.after(() => server.stop());
  server.open("a.modelcard.yaml", marked.text.replaceAll("\n", "\r\n"));
  const last = marked.positions.at(-1);
  assert.match(await server.hover("a.modelcard.yaml", last?.line ?? 0, last?.character ?? 0), /0\\?\.77/);
});

test("hover on one card sees the others' frontier", async (t) => {
  const server = await startTestServer([doublingCollection()]);
  t.after(() => server.stop());
  await server.collections(([folder]) => folder?.isIndexed === true && folder.verdict === "doubling");
  const own = cardText({ name: "Late-3B", releaseDate: "2024-10-20", nonEmbedding: "3B", average: 40 });
  server.open("late.modelcard.yaml", own);
  const text = await server.hover("late.modelcard.yaml", 0, 8);
  assert.match(text, /Trend on 20 Oct 2024/);
  assert.match(text, /behind/);
  assert.match(text, /3 of 8 models/);
});

test("text of a card cannot become markup in a hover", async (t) => {
  const server = await startTestServer([{}]);
  t.after(() => server.stop());
  server.open("a.modelcard.yaml", cardText({ name: '"[x](command:evil) <img src=x>"' }));
  const text = await server.hover("a.modelcard.yaml", 0, 8);
  assert.match(text, /capability density/);
  assert.ok(!text.includes("[x](command:evil)"), text);
  assert.ok(!/(?<!\\)<img/.test(text), text);
});
