import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Card } from "../../../server/src/cards/card.ts";
import type { SourceRange } from "../../../server/src/cards/finding.ts";
import { readCards } from "../../../server/src/cards/readCards.ts";
import { anyText, cardText, streams } from "../../support/cardTexts.ts";

function rangesOf({ range, ranges, findings }: Card): SourceRange[] {
  return [
    range,
    ...[ranges.name, ranges.releaseDate, ranges.parameters, ranges.parametersKey].filter(
      (found) => found !== undefined,
    ),
    ...ranges.benchmarkKeys.values(),
    ...[...ranges.scores.values()].flat(),
    ...findings.flatMap(({ range: found, fixes = [] }) => [found, ...fixes.map((fix) => fix.range)]),
  ];
}

test("any text gives cards and findings, in bounded time, with ranges inside the cards", () => {
  fc.assert(
    fc.property(fc.oneof(anyText, streams), (text) => {
      const start = performance.now();
      const { cards } = readCards(text);
      assert.ok(performance.now() - start < 2000);
      for (const card of cards) {
        for (const { start, end } of rangesOf(card)) {
          assert.ok(card.range.start <= start && start <= end && end <= card.range.end && end <= text.length);
        }
      }
    }),
    { numRuns: 3000 },
  );
});

test("cards follow one another without overlap, numbered from 0", () => {
  fc.assert(
    fc.property(streams, (text) => {
      let end = 0;
      for (const [index, card] of readCards(text).cards.entries()) {
        assert.equal(card.index, index);
        assert.ok(card.range.start >= end);
        end = card.range.end;
      }
    }),
  );
});

test("a card without a model always has an error", () => {
  fc.assert(
    fc.property(streams, (text) => {
      for (const { model, findings } of readCards(text).cards) {
        assert.ok(model !== undefined || findings.some(({ severity }) => severity === "error"));
      }
    }),
    { numRuns: 1000 },
  );
});

test("every number of a model is finite, positive and in its range", () => {
  fc.assert(
    fc.property(streams, (text) => {
      for (const { model } of readCards(text).cards) {
        if (model === undefined) continue;
        const { total, active, nonEmbedding, activeNonEmbedding } = model.parameters;
        for (const count of [total, active, nonEmbedding, activeNonEmbedding]) {
          assert.ok(count === undefined || (count > 0 && Number.isFinite(count)));
        }
        for (const { percent } of [...model.scores.values()].flat())
          assert.ok(percent >= 0 && percent <= 100);
        assert.ok([...model.scores.values()].every((scores) => scores.length > 0));
      }
    }),
    { numRuns: 1000 },
  );
});

test("good neighbours are read unchanged, whatever stands between them", () => {
  const [alone] = readCards(cardText(1)).cards;
  assert.ok(alone?.model);
  fc.assert(
    fc.property(anyText, (between) => {
      const { cards } = readCards(`${cardText(1)}---\n${between}\n---\n${cardText(1)}`);
      for (const card of [cards.at(0), cards.at(-1)]) {
        assert.deepEqual(card?.model, alone.model);
        assert.deepEqual(card?.findings, alone.findings);
      }
    }),
    { numRuns: 2000 },
  );
});

test("findings stand in the order of the text, and none twice", () => {
  fc.assert(
    fc.property(streams, (text) => {
      for (const { findings } of readCards(text).cards) {
        const starts = findings.map(({ range }) => range.start);
        assert.deepEqual(
          starts,
          [...starts].sort((first, second) => first - second),
        );
        const said = findings.map(
          ({ code, message, range }) => `${code} ${range.start} ${range.end} ${message}`,
        );
        assert.equal(new Set(said).size, said.length);
      }
    }),
    { numRuns: 1000 },
  );
});

test("messages are one line of whole sentences", () => {
  fc.assert(
    fc.property(streams, (text) => {
      for (const { message } of readCards(text).cards.flatMap(({ findings }) => findings)) {
        assert.ok(message.endsWith("."), message);
        assert.ok(!/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(message), message);
        assert.ok(message.length < 500, message);
        assert.ok(!message.includes("undefined") && !message.includes("[object"), message);
      }
    }),
    { numRuns: 2000 },
  );
});
