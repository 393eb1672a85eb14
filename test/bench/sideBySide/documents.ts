import type { Position } from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";

/** A document that both servers are shown, and the places in it that are typed at and asked about. */
export interface BenchDocument {
  readonly uri: string;
  readonly text: string;
  /** A digit of a score: typing here changes a number and no finding. */
  readonly digit: Position;
  /** The last letter of a key: typing here makes it another one. */
  readonly letter: Position;
  /** In the middle of the key `release_date`. */
  readonly hovered: Position;
  /** After the `b` of `kind: base`. */
  readonly completed: Position;
}

const source = "https://example.com/reports/qwen2.5-llm/base-language-models.html";

/** Measurements of a benchmark, each at another date and in the canonical order of keys. */
function benchmark(id: string, [percent, shots]: readonly [number, number], measurements: number): string {
  const lines = Array.from({ length: measurements }, (_, place) =>
    [
      `    - score: ${(percent + place / 10).toFixed(1)}`,
      `      shots: ${shots}`,
      `      date: 2024-10-${String(1 + (place % 28)).padStart(2, "0")}`,
      `      source: ${source}`,
    ].join("\n"),
  );
  return `  ${id}:\n${lines.join("\n")}\n`;
}

/** Score in percent and the shots that the reference expects. */
const measured: Readonly<Record<string, readonly [percent: number, shots: number]>> = {
  mmlu: [74.2, 5],
  bbh: [70.4, 3],
  math: [49.8, 4],
  humaneval: [57.9, 0],
  mbpp: [74.9, 3],
};

/** A card without findings; one measurement of each score is about 1 KB. */
function card(name: string, measurements = 1): string {
  return `name: ${name}
organization: Alibaba
family: Qwen2.5
release_date: 2024-09-19
kind: base
architecture: dense
parameters:
  total: 7.6156B
  non_embedding: 6.5256B
training_tokens: 18T
benchmarks:
${Object.entries(measured)
  .map(([id, score]) => benchmark(id, score, measurements))
  .join("")}`;
}

function benchDocument(fileName: string, text: string, from = 0): BenchDocument {
  const uri = `file:///bench/${fileName}.modelcard.yaml`;
  const positions = TextDocument.create(uri, "yaml", 0, text);
  const after = (words: string) => positions.positionAt(text.indexOf(words, from) + words.length);
  return {
    uri,
    text,
    digit: after("score: 74."),
    letter: after("organizatio"),
    hovered: after("release_d"),
    completed: after("kind: b"),
  };
}

/** A card of about so many kilobytes, one of several. */
export function cardDocument(kilobytes: 1 | 16, place: number): BenchDocument {
  const text = card(`Qwen2.5-7B-${kilobytes}-${place}`, kilobytes === 1 ? 1 : 22);
  return benchDocument(`${kilobytes}-kilobytes-${place}`, text);
}

/** Many cards in one file; the places are those of the card in the middle. */
export function streamDocument(cards: number): BenchDocument {
  const texts = Array.from({ length: cards }, (_, place) => card(`Qwen2.5-7B-${place}`));
  const before = texts.slice(0, Math.floor(cards / 2)).join("---\n").length;
  return benchDocument("stream", texts.join("---\n"), before);
}

/** A card of 1 KB in each of so many files. */
export function manyDocuments(count: number): BenchDocument[] {
  return Array.from({ length: count }, (_, place) => benchDocument(`${place}`, card(`Qwen2.5-7B-${place}`)));
}

/** The same document with `bsae` where `base` was at the place that is completed. */
export function withMistake(document: BenchDocument): BenchDocument {
  const offset = TextDocument.create("", "yaml", 0, document.text).offsetAt(document.completed);
  const { text } = document;
  return { ...document, text: `${text.slice(0, offset)}sae${text.slice(offset + 3)}` };
}
