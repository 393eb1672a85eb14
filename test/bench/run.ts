// `npm run bench`: how long things take on this machine, beside yaml-language-server. Nothing here passes or fails.
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { join, resolve } from "node:path";
import { readCards, rereadCards } from "../../server/src/cards/readCards.ts";
import { splitStream } from "../../server/src/cards/splitStream.ts";
import { summariseFile } from "../../server/src/workspace/cardSummary.ts";
import { Collection } from "../../server/src/workspace/collection.ts";
import { resolveSettings } from "../../server/src/workspace/collectionSettings.ts";
import { shippedReference } from "../../server/src/workspace/references.ts";
import { densing, folderOf, projectRoot } from "../support/commandLine.ts";
import { timeSession } from "./editorSession.ts";
import { timeMathematics } from "./mathematics.ts";
import { median, timed } from "./statistics.ts";

const card = readFileSync(join(projectRoot, "samples/models/qwen2.5-7b.modelcard.yaml"), "utf8");
const named = (position: number) => card.replace("name: Qwen2.5-7B", `name: Qwen2.5-7B-${position}`);
const stream = (count: number) =>
  Array.from({ length: count }, (_, position) => named(position)).join("---\n");

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

const thousand = stream(1000);
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
      summariseFile(`${file}.modelcard.yaml`, stream(1000).replaceAll("Qwen2.5-7B-", `Q${file}-`)),
    );
  const touched = collection.files()[0];
  collection.analyse(resolution.settings);
  note(
    "densities and trend of 10,000 cards after an edit",
    median(
      await timed(9, () => {
        if (touched !== undefined) collection.setFile({ ...touched });
        collection.analyse(resolution.settings);
      }),
    ),
  );
}

const folder = folderOf(
  Object.fromEntries(
    Array.from({ length: 10_000 }, (_, position) => [`m/${position}.modelcard.yaml`, named(position)]),
  ),
);
note("densing report on 10,000 files", median(await timed(1, () => densing("report --format json", folder))));

const servers: readonly (readonly [name: string, command: readonly string[]])[] = [
  ["densing", [resolve(projectRoot, "dist/densing-language-server.cjs"), "--stdio"]],
  [
    "yaml-language-server 1.25.0",
    [resolve(projectRoot, "node_modules/yaml-language-server/bin/yaml-language-server"), "--stdio"],
  ],
];
console.log("");
const measured = [];
for (const [name, command] of servers) {
  const sessions = [];
  for (let run = 0; run < 5; run++) sessions.push(await timeSession(command, card, 10));
  const times = {
    start: median(sessions.map(({ start }) => start)),
    open: median(sessions.map(({ open }) => open)),
    edit: median(sessions.map(({ edit }) => edit)),
  };
  measured.push(times);
  note(`${name}: start`, times.start);
  note(`${name}: open a card to diagnostics`, times.open);
  note(`${name}: keystroke to diagnostics`, times.edit);
}
const [ours, theirs] = measured;
if (ours !== undefined && theirs !== undefined) {
  const ratio = (key: keyof typeof ours) => `${(theirs[key] / ours[key]).toFixed(1)} times as fast`;
  console.log(
    `\nbeside yaml-language-server: start ${ratio("start")}, open ${ratio("open")}, keystroke ${ratio("edit")}`,
  );
}
