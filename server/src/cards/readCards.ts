import type { Card, CardFile, CardRanges } from "./card.ts";
import type { Finding, SourceRange } from "./finding.ts";
import { cardFinding } from "./findings/findingReporter.ts";
import { readCard, rereadCard } from "./readCard.ts";
import { splitStream } from "./yaml/splitStream.ts";

/** UTF-16 units; more than ten thousand typical cards, and some seconds of reading. */
const largestFileLength = 16 * 1024 * 1024;

/** Reads every card of a text. Never throws; what cannot be read is a finding on its own card. */
export function readCards(text: string): CardFile {
  return readCardsWith(text, splitStream(text), readCard);
}

/**
 * Reads a changed text again. Only cards whose own text changed are read; the result equals that of
 * `readCards`, and unchanged cards keep their model and document objects.
 */
export function rereadCards(
  text: string,
  previous: { readonly text: string; readonly file: CardFile },
): CardFile {
  const ranges = splitStream(text);
  const before = previous.file.cards;
  const textOf = (card: Card) => previous.text.slice(card.range.start, card.range.end);
  // An edit leaves most of a stream alone: comparing from both ends is cheaper than looking cards up.
  const isSame = (card: Card | undefined, range: SourceRange | undefined) =>
    card !== undefined && range !== undefined && textOf(card) === text.slice(range.start, range.end);
  let first = 0;
  while (isSame(before[first], ranges[first])) first += 1;
  let last = 0;
  const fewest = Math.min(before.length, ranges.length) - first;
  while (last < fewest && isSame(before.at(-1 - last), ranges.at(-1 - last))) last += 1;
  const changed = before.slice(first, before.length - last);
  const between = new Map(changed.map((card) => [textOf(card), card]));
  const shift = before.length - ranges.length;
  const [only] = changed;
  const reread = (cardText: string) =>
    only === undefined || changed.length > 1 ? readCard(cardText) : rereadCard(only, textOf(only), cardText);
  return readCardsWith(text, ranges, (cardText, index) => {
    const isBetween = index >= first && index < ranges.length - last;
    const known = isBetween ? between.get(cardText) : before[index < first ? index : index + shift];
    return known ?? reread(cardText);
  });
}

function readCardsWith(
  text: string,
  ranges: readonly SourceRange[],
  read: (cardText: string, index: number) => Card,
): CardFile {
  if (text.length > largestFileLength)
    return { cards: [], findings: [cardFinding({ kind: "file-size" }, { start: 0, end: 1 })] };
  const encoding = encodingFinding(text);
  if (encoding?.subject.kind === "encoding" && encoding.subject.problem === "utf-16")
    return { cards: [], findings: [encoding] };
  const cards = ranges.map(({ start, end }, index) =>
    moveCard(read(text.slice(start, end), index), start, index),
  );
  return { cards, findings: encoding === undefined ? [] : [encoding] };
}

/** What a file of another encoding looks like once it was read as UTF-8: zeros between signs, or signs replaced. */
function encodingFinding(text: string): Finding | undefined {
  if (isEveryOtherSignZero(text.slice(0, 200)))
    return cardFinding({ kind: "encoding", problem: "utf-16" }, { start: 0, end: 1 });
  const at = text.indexOf("\uFFFD");
  return at === -1
    ? undefined
    : cardFinding({ kind: "encoding", problem: "other" }, { start: at, end: at + 1 });
}

/** As of letters in UTF-16, in either order of bytes; a card that merely holds zeros is read as it is. */
function isEveryOtherSignZero(text: string): boolean {
  const zeros = [0, 0];
  for (let place = 0; place < text.length; place++)
    if (text[place] === "\0") zeros[place % 2] = (zeros[place % 2] ?? 0) + 1;
  const [least, most] = [Math.min(...zeros), Math.max(...zeros)];
  return most * 3 > text.length && least * 10 < most;
}

/** The same card at another place of the file. */
function moveCard(card: Card, start: number, index: number): Card {
  const distance = start - card.range.start;
  if (distance === 0 && index === card.index) return card;
  return {
    ...card,
    index,
    range: moveRange(card.range, distance),
    ranges: moveRanges(card.ranges, distance),
    findings: card.findings.map((finding) => moveFinding(finding, distance)),
  };
}

function moveRange({ start, end }: SourceRange, distance: number): SourceRange {
  return { start: start + distance, end: end + distance };
}

function moveRanges(ranges: CardRanges, distance: number): CardRanges {
  const move = (range: SourceRange | undefined) => range && moveRange(range, distance);
  return {
    name: moveRange(ranges.name, distance),
    releaseDate: move(ranges.releaseDate),
    parameters: move(ranges.parameters),
    parametersKey: move(ranges.parametersKey),
    kind: move(ranges.kind),
    checkpointOf: move(ranges.checkpointOf),
    priceDate: move(ranges.priceDate),
    quantization: move(ranges.quantization),
    baseModels: ranges.baseModels.map((range) => moveRange(range, distance)),
    sources: ranges.sources.map(({ text, range }) => ({ text, range: moveRange(range, distance) })),
    evaluationDates: ranges.evaluationDates.map(({ text, range }) => ({
      text,
      range: moveRange(range, distance),
    })),
    benchmarkKeys: new Map([...ranges.benchmarkKeys].map(([id, range]) => [id, moveRange(range, distance)])),
    scores: moveLists(ranges.scores, distance),
    losses: moveLists(ranges.losses, distance),
  };
}

function moveLists(lists: CardRanges["scores"], distance: number): CardRanges["scores"] {
  return new Map([...lists].map(([id, list]) => [id, list.map((range) => moveRange(range, distance))]));
}

function moveFinding(finding: Finding, distance: number): Finding {
  const { fixes } = finding;
  return {
    ...finding,
    range: moveRange(finding.range, distance),
    ...(fixes && { fixes: fixes.map((fix) => ({ ...fix, range: moveRange(fix.range, distance) })) }),
  };
}
