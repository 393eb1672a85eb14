// The second half of `npm run bench`: the language server beside yaml-language-server, on the same schema and documents. Times are only taken once both answer alike; nothing else passes or fails.
import { comparisonRow, tableHead, totalCompute } from "./sideBySide/comparison.ts";
import { type MeasuredServer, ours, theirs } from "./sideBySide/measuredServer.ts";
import { measureCards, measureStream, type Samples } from "./sideBySide/measurement.ts";
import { type Memory, measureMemory, memoryOfNode } from "./sideBySide/memory.ts";
import { checkSameAnswers } from "./sideBySide/sameAnswers.ts";

const rounds = 5;
const cardsOfStream = 1000;
const filesInMemory = 1000;

const servers = [ours, theirs];

/** What both servers gave in so many rounds; the first of a round is the second of the next. */
async function alternately<Result>(times: number, run: (server: MeasuredServer) => Promise<Result>) {
  const results = new Map(servers.map((server) => [server, [] as Result[]]));
  for (let round = 0; round < times; round++)
    for (const server of round % 2 === 0 ? servers : servers.toReversed())
      results.get(server)?.push(await run(server));
  return { own: results.get(ours) ?? [], other: results.get(theirs) ?? [] };
}

function printRows({ own, other }: { own: readonly Samples[]; other: readonly Samples[] }) {
  const collect = (rounds: readonly Samples[], what: string) =>
    rounds.flatMap((round) => round.get(what) ?? []);
  for (const what of own[0]?.keys() ?? [])
    console.log(comparisonRow(what, collect(own, what), collect(other, what)));
}

await checkSameAnswers(servers);
console.log(
  `\nBeside ${theirs.name}: same findings, hovers and completions. Felt: what a person waits, ${theirs.fixedDelay} ms of it by design of theirs, ${ours.fixedDelay} of ours, for diagnostics.`,
);
console.log(
  "Compute: processor time on all threads until nothing is left to do; what is done ahead counts.\n",
);
console.log(tableHead);
const cards = await alternately(rounds, measureCards);
printRows(cards);
printRows(await alternately(1, (server) => measureStream(server, cardsOfStream)));

const seconds = (samples: readonly Samples[]) => (totalCompute(samples) / rounds / 1000).toFixed(1);
console.log(
  `\nCompute of one round, start to end, without the stream: ${seconds(cards.own)} s, ${theirs.name} ${seconds(cards.other)} s.`,
);

const ofNode = await memoryOfNode();
// Memory is the same whatever runs beside, so both rest at one time.
const [own, other] = await Promise.all([
  measureMemory(ours, filesInMemory),
  measureMemory(theirs, filesInMemory),
]);
console.log(
  `\nMemory after ${filesInMemory} open files, MB; of a process, Node's own ${megabytes(ofNode)} included:`,
);
printMemory("kept, garbage collected", ({ kept }) => kept);
printMemory("of the process at rest, Node's own apart", ({ atRest }) => atRest - ofNode);
printMemory("of the process at rest", ({ atRest }) => atRest);
printMemory("of the process as soon as all is answered", ({ busy }) => busy);

function printMemory(what: string, bytesOf: (memory: Memory) => number) {
  const share = bytesOf(own) / bytesOf(other);
  const missed = share > 0.5 ? "; more than half" : "";
  console.log(
    `${what}: ${megabytes(bytesOf(own))}, ${theirs.name} ${megabytes(bytesOf(other))}: ${(100 * share).toFixed(0)} %${missed}`,
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}
