import { type BenchDocument, cardDocument, streamDocument } from "./documents.ts";
import { Editor } from "./editor.ts";
import type { MeasuredServer } from "./measuredServer.ts";

/** What one action took. */
export interface Sample {
  /** Milliseconds that a person waits for the answer. */
  readonly felt: number;
  /** Milliseconds of processor time, on all threads, that the action set off until nothing was left to do. */
  readonly compute: number;
}

/** Samples by what was done. */
export type Samples = ReadonlyMap<string, readonly Sample[]>;

/** Cards of each size that a server opens in one round. */
const openings = 12;
/** How often it does the same at one of them. */
const repetitions = 6;
/** Someone types more than a few characters: enough that a run time has compiled what it runs again and again. */
const streamEdits = 30;

/** Starts, opens, edits, hovers and completes, on a server of its own. */
export async function measureCards(server: MeasuredServer): Promise<Samples> {
  const editor = await Editor.start(server);
  const { processorTime } = await editor.usage();
  const samples = new Map<string, Sample[]>([
    ["start", [{ felt: editor.startTime, compute: processorTime }]],
  ]);
  const note = async (what: string, act: () => Promise<unknown>) => {
    samples.set(what, [...(samples.get(what) ?? []), await measure(editor, act)]);
  };
  const sizes = [1, 16] as const;
  // Before anything is typed: what typing has compiled helps a server that parses again with each key.
  for (const kilobytes of sizes)
    for (let place = 0; place < openings; place++) {
      const isFirst = kilobytes === 1 && place === 0;
      await note(isFirst ? "first card opened" : `open, ${kilobytes} KB`, () =>
        open(editor, cardDocument(kilobytes, place)),
      );
    }
  for (const kilobytes of sizes) {
    const size = `${kilobytes} KB`;
    const document = cardDocument(kilobytes, 0);
    const { uri, hovered, completed, digit } = document;
    const type = typist(editor, uri, digit);
    for (let turn = 0; turn < repetitions; turn++) {
      await note(`edit, ${size}`, type);
      await note(`hover after an edit, ${size}`, () => {
        void type();
        return editor.hover(uri, hovered);
      });
      await note(`completion after an edit, ${size}`, () => {
        void type();
        return editor.complete(uri, completed);
      });
    }
  }
  // Last and in another card, since there is a finding then.
  for (const kilobytes of sizes) {
    const { uri, letter } = cardDocument(kilobytes, 1);
    const type = typist(editor, uri, letter);
    for (let turn = 0; turn < repetitions; turn++) await note(`edit of a key, ${kilobytes} KB`, type);
  }
  editor.stop();
  return samples;
}

/** Types into one card of a thousand in one file. */
export async function measureStream(server: MeasuredServer, cards: number): Promise<Samples> {
  const editor = await Editor.start(server);
  const document = streamDocument(cards);
  const opened = await measure(editor, () => open(editor, document));
  const type = typist(editor, document.uri, document.digit);
  const edited: Sample[] = [];
  for (let turn = 0; turn < streamEdits; turn++) edited.push(await measure(editor, type));
  editor.stop();
  return new Map([
    ["open, stream", [opened]],
    ["edit, stream", edited],
  ]);
}

async function measure(editor: Editor, act: () => Promise<unknown>): Promise<Sample> {
  const { processorTime } = await editor.usage();
  const start = performance.now();
  await act();
  const felt = performance.now() - start;
  return { felt, compute: (await editor.settle()) - processorTime };
}

function open(editor: Editor, { uri, text }: BenchDocument) {
  return editor.open(uri, text);
}

/** Types another digit each time at one place of a document. */
function typist(editor: Editor, uri: string, position: BenchDocument["digit"]) {
  let typed = 0;
  return () => {
    typed += 1;
    return editor.type(uri, { position, newText: String(typed % 10) });
  };
}
