import assert from "node:assert/strict";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { readCards, rereadCards } from "../../../server/src/cards/readCards.ts";
import { summariseFile } from "../../../server/src/collection/cardSummary.ts";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Bytes that a value keeps in memory. */
function kept(make: () => unknown): number {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const value = make();
  collectGarbage();
  const bytes = process.memoryUsage().heapUsed - before;
  assert.ok(value !== undefined);
  return bytes;
}

const megabyte = 1e6;

/** A card in which every part that is kept is long enough to be a piece of the text, and long notes. */
function card(name: string, notes = megabyte / 10): string {
  return `name: ${name} of a long name
organization: Seabirds of the North Sea
family: Tern of the North Sea
release_date: 2024-09-19 # a comment
kind: merged
base_model: [seabirds/Gull-of-the-North-7B, seabirds/Skua-of-the-North-7B]
parameters: { total: 3000000000.00 }
benchmarks:
  our_own_benchmark_of_seabirds: { score: 50.000000000001, source: https://example.com/a/long/address }
  mmlu: { score: 61, harness: our own harness of seabirds, date: 2024-09-19T00:00:00Z }
an_unknown_key_of_the_card: 1
sources: [https://example.com/another/long/address, not an address of anything]
notes: ${"x".repeat(notes)}
`;
}

test("of a closed file no text is kept beyond what its summary says", () => {
  summariseFile("warm.yaml", card("Warm", 10));
  const bytes = kept(() =>
    Array.from({ length: 100 }, (_, place) => summariseFile(`${place}`, card(`Tern ${place}`))),
  );
  assert.ok(bytes < 2 * megabyte, `${bytes} bytes of 10 megabytes`);
});

test("of a stream no version is kept but the last one, whichever cards were typed in", () => {
  const text = (typed: number) =>
    Array.from({ length: 20 }, (_, place) =>
      card(`${place < typed ? "Gull" : "Tern"} ${place}`, megabyte / 20),
    ).join("---\n");
  const bytes = kept(() => {
    let known = { text: text(0), file: readCards(text(0)) };
    for (let typed = 1; typed <= 20; typed += 1) {
      const next = text(typed);
      known = { text: next, file: rereadCards(next, known) };
    }
    return known;
  });
  assert.ok(bytes < 6 * megabyte, `${bytes} bytes after 20 versions of a megabyte`);
});
