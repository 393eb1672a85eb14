// `npm run bench`: how long things take on this machine. Nothing here passes or fails.
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { readCards, rereadCards } from "../../server/src/cards/readCards.ts";
import { splitStream } from "../../server/src/cards/yaml/splitStream.ts";
import { summariseFile } from "../../server/src/collection/cardSummary.ts";
import { Collection } from "../../server/src/collection/collection.ts";
import { resolveSettings } from "../../server/src/method/collectionSettings.ts";
import { shippedReference } from "../../server/src/references/references.ts";
import type { Verdict } from "../../server/src/trend/fit/fitTrend.ts";
import { densing, folderOf, projectRoot } from "../support/commandLine.ts";
import { timeMathematics } from "./mathematics.ts";
import { median, timed } from "./statistics.ts";

const card = readFileSync(join(projectRoot, "samples/models/qwen2.5-7b.modelcard.yaml"), "utf8");
const named = (position: number) => card.replace("name: Qwen2.5-7B", `name: Qwen2.5-7B-${position}`);
/** The same model of 500 families at a size that halves every 200 days, give or take, so that there is a trend to find. */
const growing = (position: number) => {
  const day = position % 700;
  const size = 6.5256 * 2 ** -(day / 200) * (1 + ((position * 7919) % 100) / 50);
  return named(position)
    .replace("2024-09-19", new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10))
    .replace("family: Qwen2.5", `family: F${position % 500}`)
    .replace("non_embedding: 6.5256B", `non_embedding: ${size.toFixed(3)}B`);
};
const stream = (count: number, cardAt: (position: number) => string) =>
  Array.from({ length: count }, (_, position) => cardAt(position)).join("---\n");

const note = (what: string, milliseconds: number) => {
  const digits = milliseconds < 10 ? 2 : 0;
  const time =
    milliseconds < 0.1 ? `${(1000 * milliseconds).toFixed(2)} µs` : `${milliseconds.toFixed(digits)} ms`;
  console.log(`${what.padEnd(58)} ${time.padStart(10)}`);
};

console.log(
  `Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model.trim()}; medians. A card here is ${(card.length / 1000).toFixed(1)} KB.\n`,
);

// First, while the heap is small: a density takes twice as long among ten thousand cards.
for (const { what, milliseconds } of await timeMathematics()) note(what, milliseconds);

const thousand = stream(1000, named);
note("split a stream of 1,000 cards", median(await timed(9, () => splitStream(thousand))));
note("read one card", median(await timed(200, () => readCards(card))));
note("read a stream of 1,000 cards", median(await timed(3, () => readCards(thousand))));
const previous = { text: thousand, file: readCards(thousand) };
note(
  "read it again after a keystroke in one card",
  median(await timed(9, () => rereadCards(thousand.replace("74.2", "74.3"), previous))),
);

const reference = shippedReference("nmi-2025");
const resolution = reference && resolveSettings({}, reference);
if (resolution?.kind === "settings") {
  const collection = new Collection();
  for (let file = 0; file < 10; file++)
    collection.setFile(
      summariseFile(
        `${file}.modelcard.yaml`,
        stream(1000, (position) => growing(1000 * file + position)),
      ),
    );
  const touched = collection.files()[0];
  const afterAnEdit = () => {
    if (touched !== undefined) collection.setFile({ ...touched });
    return collection.analyse(resolution.settings).trend;
  };
  afterAnEdit();
  note("densities and trend line of 10,000 cards after an edit", median(await timed(9, afterAnEdit)));
  let verdict: Verdict = "too-few-models";
  const times = await timed(9, () => {
    verdict = afterAnEdit().verdict;
  });
  note(`and the verdict on their trend (${verdict})`, median(times));
}

const folder = folderOf(
  Object.fromEntries(
    Array.from({ length: 10_000 }, (_, position) => [`m/${position}.modelcard.yaml`, named(position)]),
  ),
);
note("densing report on 10,000 files", median(await timed(1, () => densing("report --format json", folder))));
